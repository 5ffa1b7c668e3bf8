/** The data dictionary of a study: the same whatever was answered. */
import type { Facts } from '../../../schema/answers.ts'
import type { Condition, Questionnaire, Text } from '../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import { conditionWords } from '../editor/conditions/words.ts'
import type { Column } from '../questionnaire/column.ts'
import { columns } from '../questionnaire/columns.ts'
import { indexOf } from '../questionnaire/indexed.ts'
import { isAnswered } from '../questionnaire/parts.ts'
import type { Quota } from '../quotas/quota.ts'
import { aboutVariables } from './about.ts'
import { type Merged, merge } from './merge.ts'
import { uniqueNames } from './names.ts'
import type { AskedQuestion, AskedVersion, Dictionary, MultiSet, Variable } from './variable.ts'
import { labelledCode, sayWith, wordingOf } from './words.ts'

interface Kept {
  key: string
  versions: readonly AskedVersion[]
  dictionary: Dictionary
}

/** The last that was made, by the last version's questionnaire. */
const dictionaries = new WeakMap<Questionnaire, Kept>()

/**
 * The dictionary of some versions of a study, kept with the last one's questionnaire: each page of results and each step of
 * a file asks for it, and it is the same until words of the study change. A column that several of them have with the same codes is one variable; where
 * codes mean something else, the older one is a variable of its own with the version in its name (`Q05_v1`).
 * @param versions in the order of asking; those of one `dataVersion` have the same columns, and the last one's words count
 * @param facts what the study's texts leave open
 * @param quotas the study's cells, for the variable of a full one
 * @param weight what the weights of its files are called; null where they have none
 * @throws RangeError when there is no version
 */
export function dictionaryOf(
  versions: readonly AskedVersion[],
  facts: Facts,
  quotas: readonly Pick<Quota, 'cell' | 'label'>[] = [],
  weight: Text | null = null,
): Dictionary {
  const last = versions.at(-1)?.questionnaire
  if (last === undefined) throw new RangeError('A dictionary is of one version at least.')
  const ofVersions = versions.map(({ n, version, dataVersion }) => [n, version, dataVersion])
  const key = JSON.stringify([ofVersions, facts, quotas, weight])
  const known = dictionaries.get(last)
  const isOfThese = versions.every(({ questionnaire }, at) => questionnaire === known?.versions[at]?.questionnaire)
  if (known?.key === key && isOfThese) return known.dictionary
  const dictionary = makeDictionary(versions, facts, quotas, weight)
  dictionaries.set(last, { key, versions, dictionary })
  return dictionary
}

function makeDictionary(
  versions: readonly AskedVersion[],
  facts: Facts,
  quotas: readonly Pick<Quota, 'cell' | 'label'>[],
  weight: Text | null,
): Dictionary {
  const about = aboutVariables(quotas, weight)
  const nameFor = uniqueNames()
  // `missing` stands beside them in some files, and readers that know no case take `Missing` for it.
  for (const name of [...about.map((variable) => variable.name), 'missing']) nameFor(name)
  const merged = merge(versions, facts).map((one) => ({
    ...one,
    variable: { ...one.variable, name: nameFor(one.wish) },
  }))
  const variables = [...about, ...merged.map(({ variable }) => variable)]
  return {
    variables,
    sets: setsOf(versions, merged, facts),
    questions: questionsOf(versions, merged, facts),
    columns: new Map(versions.map((one) => [one.questionnaire, [...about.map(() => null), ...placesIn(one, merged)]])),
  }
}

const placesIn = ({ questionnaire, dataVersion }: AskedVersion, merged: readonly Merged[]): (Column | null)[] => {
  const own = new Map(columns(questionnaire).map((column) => [column.name, column]))
  return merged.map(({ dataVersions, variable }) =>
    dataVersions.has(dataVersion) ? (own.get(variable.column?.name ?? '') ?? null) : null,
  )
}

/** The questions of the last version, then those that only earlier ones asked. */
function* lastAsked(versions: readonly AskedVersion[]) {
  const seen = new Set<string>()
  for (const { questionnaire } of versions.toReversed()) {
    for (const { page, questions } of indexOf(questionnaire).pages) {
      for (const known of questions) {
        if (seen.has(known.question.code)) continue
        seen.add(known.question.code)
        yield { questionnaire, page, known }
      }
    }
  }
}

const ofQuestion = (merged: readonly Merged[], code: string): Variable[] =>
  merged.map(({ variable }) => variable).filter((variable) => variable.question === code)

function setsOf(versions: readonly AskedVersion[], merged: readonly Merged[], facts: Facts): MultiSet[] {
  return [...lastAsked(versions)].flatMap(({ known }) => {
    const options = ofQuestion(merged, known.question.code).filter(({ column }) => column?.kind === 'option')
    const label = wordingOf(known, sayWith(facts))
    return options.length === 0
      ? []
      : [{ name: known.question.code, label, variables: options.map(({ name }) => name) }]
  })
}

function questionsOf(versions: readonly AskedVersion[], merged: readonly Merged[], facts: Facts): AskedQuestion[] {
  const say = sayWith(facts)
  return [...lastAsked(versions)].flatMap(({ questionnaire, page, known }) => {
    const { question, options, rows } = known
    if (!isAnswered(question)) return []
    return {
      code: question.code,
      name: question.name,
      type: question.type,
      page: page.code,
      label: wordingOf(known, say),
      variables: ofQuestion(merged, question.code),
      options: options.map((option) => labelledCode(option, say)),
      rows: rows.map((row) => labelledCode(row, say)),
      universe: universeOf(
        questionnaire,
        [page.when, question.when].filter((when) => when !== undefined),
      ),
    }
  })
}

function universeOf(questionnaire: Questionnaire, conditions: readonly Condition[]): Text | null {
  const [first, ...more] = conditions
  if (first === undefined) return null
  const all = more.length === 0 ? first : { all: [...conditions] }
  return inEachLanguage((language) => conditionWords(questionnaire, all, language))
}
