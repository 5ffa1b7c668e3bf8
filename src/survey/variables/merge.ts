/** One variable for what several versions ask alike. */
import type { Facts } from '../../../schema/answers.ts'
import { languages, type Questionnaire, type Text } from '../../../schema/questionnaire.ts'
import { columns } from '../questionnaire/columns.ts'
import { indexOf } from '../questionnaire/indexed.ts'
import type { AskedVersion, Code, Variable, Wording } from './variable.ts'
import { variablesOf } from './words.ts'

export interface Merged {
  variable: Variable
  /** Its name, unless another has it. */
  wish: string
  /** The data versions whose answers stand in it. */
  dataVersions: ReadonlySet<string>
}

interface Growing extends Merged {
  dataVersions: Set<string>
  /** What it must have in common with another version's column to be the same. */
  kind: string
}

/**
 * The variables of all versions, the newest version's first and in its order, then those that only earlier ones had.
 * @param versions in the order of asking
 */
export function merge(versions: readonly AskedVersion[], facts: Facts): Merged[] {
  const all: Growing[] = []
  for (const dataVersion of [...new Set(versions.map((one) => one.dataVersion))].reverse()) {
    const same = versions.filter((one) => one.dataVersion === dataVersion)
    for (const one of ownVariables(same, facts)) {
      const named = all.filter(({ variable }) => variable.column?.name === one.variable.column?.name)
      const found = named.find((known) => agree(known, one))
      if (found === undefined) {
        all.push(named.length === 0 ? one : { ...one, wish: `${one.wish}_v${same[0]?.n}` })
        continue
      }
      found.variable = { ...found.variable, ...joined(found.variable, one.variable) }
      found.dataVersions.add(dataVersion)
    }
  }
  return all
}

const known = new WeakMap<Questionnaire, { facts: string; variables: readonly Variable[] }>()

/** All variables of a version, kept with it: pages of results and files ask for them again and again. */
function knownVariables(questionnaire: Questionnaire, facts: Facts): readonly Variable[] {
  const factsKey = JSON.stringify(facts)
  const cached = known.get(questionnaire)
  if (cached?.facts === factsKey) return cached.variables
  const variables = variablesOf(questionnaire, columns(questionnaire), facts)
  known.set(questionnaire, { facts: factsKey, variables })
  return variables
}

/** The variables of a version and its corrections: they have the same columns, and the last one's words count. */
function ownVariables(versions: readonly AskedVersion[], facts: Facts): Growing[] {
  const last = versions.at(-1)
  if (last === undefined) return []
  const own = knownVariables(last.questionnaire, facts)
  const asked = own.flatMap(({ column }) => column ?? [])
  const each = versions.map(({ version, questionnaire }) => ({
    version,
    variables: questionnaire === last.questionnaire ? own : variablesOf(questionnaire, asked, facts),
  }))
  return own.map((variable, at) => {
    const wordings = each.map(({ version, variables }): Wording => {
      const { label = variable.label, codes = variable.codes } = variables[at] ?? {}
      return { version, label, codes }
    })
    const codes = wordings.reduceRight<readonly Code[]>((sum, wording) => union(sum, wording.codes), variable.codes)
    const type = indexOf(last.questionnaire).questions.get(variable.question ?? '')?.question.type
    // Of two questions, too, one may have the other's name in another version: option 2 of `Q1` and of `Q1_2`.
    const { kind, question, option, row, place, blank } = variable.column ?? {}
    return {
      variable: { ...variable, codes, wordings },
      wish: variable.name,
      dataVersions: new Set([last.dataVersion]),
      kind: [kind, question, option, row, place, type, variable.type, blank].join(' '),
    }
  })
}

function union(codes: readonly Code[], more: readonly Code[]): readonly Code[] {
  const others = more.filter(({ code }) => codes.every((one) => one.code !== code))
  if (others.length === 0) return codes
  const all = [...codes, ...others]
  return [...all.filter(({ isMissing }) => !isMissing), ...all.filter(({ isMissing }) => isMissing)]
}

/** Whether values of both mean the same: by their kind, by what they are a part of, and by each code that both have. */
function agree(a: Growing, b: Growing): boolean {
  if (a.kind !== b.kind || !sameText(a.variable.part, b.variable.part)) return false
  const labels = new Map(a.variable.codes.map(({ code, label }) => [code, label]))
  return b.variable.codes.every(({ code, label }) => {
    const known = labels.get(code)
    return known === undefined || sameText(known, label)
  })
}

const sameText = (a: Text | null, b: Text | null) =>
  languages.every((language) => a?.[language].trim() === b?.[language].trim())

function joined(
  newer: Variable,
  older: Variable,
): Pick<Variable, 'codes' | 'entries' | 'maxBytes' | 'wordings' | 'isLarge' | 'characters'> {
  const known = new Set(newer.entries.map(({ code }) => code))
  return {
    codes: union(newer.codes, older.codes),
    entries: [...newer.entries, ...older.entries.filter(({ code }) => !known.has(code))],
    maxBytes: newer.maxBytes === null ? null : Math.max(newer.maxBytes, older.maxBytes ?? 0),
    wordings: [...older.wordings, ...newer.wordings],
    ...(older.isLarge && { isLarge: true }),
    ...(older.characters && { characters: Math.max(older.characters, newer.characters ?? 0) }),
  }
}
