/** A questionnaire prepared for many look-ups: made once for each questionnaire object and kept with it. */
import type { Option, Question, Questionnaire } from '../../../schema/questionnaire.ts'
import { askedOf, askedRow, type Index, type KnownQuestion } from './asked.ts'
import { attentionRow, carriedFrom, carriesRows, givenOptions, isAnswered, rowsOf, withoutOf } from './parts.ts'

const indexes = new WeakMap<Questionnaire, Index>()

/** The index of a questionnaire, which must not change afterwards. Throws when it names a set that it lacks. */
export function indexOf(questionnaire: Questionnaire): Index {
  const found = indexes.get(questionnaire)
  if (found) return found
  const index = prepared(questionnaire)
  indexes.set(questionnaire, index)
  return index
}

/** Where a page stands in the questionnaire. Throws a RangeError for a page it does not have. */
export function placeOfPage(index: Index, page: string): number {
  const at = index.pageAt.get(page)
  if (at === undefined) throw new RangeError(`The questionnaire has no page "${page}".`)
  return at
}

function prepared(questionnaire: Questionnaire): Index {
  const pageAt = new Map<string, number>()
  const questions = new Map<string, KnownQuestion>()
  const names = new Set<string>()
  const pages = questionnaire.pages.map((page, at) => {
    pageAt.set(page.code, at)
    for (const consent of page.consents ?? []) names.add(consent.code)
    const here = page.questions.map((question) => knownOf(questionnaire, question, at))
    for (const one of here) {
      questions.set(one.question.code, one)
      names.add(one.question.code)
      const attention = attentionRow(one.question)
      if (attention) names.add(attention.code)
    }
    const keys = new Set(here.flatMap(({ question, textKey }) => [question.code, textKey]))
    for (const { code } of page.consents ?? []) keys.add(code)
    return { page, questions: here, keys }
  })
  const lists = new Map(
    Object.entries(questionnaire.lists).map(([name, list]) => [name, new Map(list.map((it) => [it.code, it.label]))]),
  )
  const draftOnly = new Set(
    [...questions.values()].flatMap(({ question, textKey }) =>
      isAnswered(question) && question.draftOnly ? [question.code, textKey] : [],
    ),
  )
  return { questionnaire, pages, pageAt, questions, names, lists, draftOnly }
}

function knownOf(questionnaire: Questionnaire, question: Question, pageAt: number): KnownQuestion {
  const options = optionsOf(questionnaire, question)
  const rows = rowsOf(question)
  const isCarried = carriedFrom(question) !== undefined
  const isFiltered = withoutOf(question) !== undefined
  const optionsVary = options.some((option) => option.when) || isFiltered || (isCarried && !carriesRows(question))
  const rowsVary = rows.some((row) => row.when) || isCarried
  const known: KnownQuestion = {
    question,
    textKey: `${question.code}.text`,
    pageAt,
    isAnswered: isAnswered(question),
    options,
    optionsByCode: new Map(options.map((option) => [option.code, option])),
    rows,
    plainOptions: optionsVary ? null : options.map((option, at) => ({ option, at, hidden: false, typed: null })),
    plainRows: rowsVary ? null : rows.map((row, at) => askedRow(row, at, null)),
    plain: null,
  }
  if (known.plainOptions && known.plainRows && !attentionRow(question)) {
    known.plain = askedOf(known, known.plainOptions, known.plainRows)
  }
  return known
}

const none = { given: [] }

function optionsOf(questionnaire: Questionnaire, question: Question): readonly Option[] {
  const { given } = givenOptions(question) ?? none
  if (Array.isArray(given)) return given
  const set = questionnaire.sets[given.set]
  if (!set) throw new RangeError(`Question ${question.code} names the set "${given.set}", which is not there.`)
  return set
}
