/** A questionnaire prepared for many look-ups: made once for each questionnaire object and kept with it. */

import type { Option, Page, Question, Questionnaire, Row, Text } from '../../../schema/questionnaire.ts'
import type { DrawnAttention } from './route/attention.ts'

/** An option as one route offers it. */
export interface Offered {
  option: Option
  /** Its place in the questionnaire's list. */
  at: number
  hidden: boolean
  /** What was typed for it in the question it was carried from; then it is not asked again. */
  typed: Text | null
}

/** A row as one route shows it. */
export interface AskedRow {
  field: string
  code: string
  label: Text
  /** The label is what was typed, and is shown as it stands. */
  typed: boolean
  /** Its place in the questionnaire's list; -1 for the attention row. */
  at: number
}

/** A question as one route asks it. */
export interface Asked {
  code: string
  type: Question['type']
  optional: boolean
  known: Known
  /** In the questionnaire's order. */
  options: readonly Offered[]
  /** In the questionnaire's order; the attention row, if any, comes last. */
  rows: readonly AskedRow[]
  attention: DrawnAttention | null
  /** Of a rank: how many picks. */
  max?: number
}

export interface Known {
  question: Question
  /** The key of its detail text, `Q06.text`. */
  textKey: string
  pageAt: number
  /** The list in place or the named set; for a matrix, its scale. Empty for questions without options. */
  options: readonly Option[]
  optionsByCode: ReadonlyMap<number, Option>
  rows: readonly Row[]
  /** What is offered and shown when no condition and no earlier pick has a say; null when one does. */
  plainOptions: readonly Offered[] | null
  plainRows: readonly AskedRow[] | null
  /** The question as every route asks it that shows it; null when routes differ in more than that. */
  plain: Asked | null
}

export interface Index {
  questionnaire: Questionnaire
  pages: readonly { page: Page; questions: readonly Known[] }[]
  pageAt: ReadonlyMap<string, number>
  questions: ReadonlyMap<string, Known>
  /** Every name that may stand in a form before the first dot: questions, consents and attention rows. */
  names: ReadonlySet<string>
  /** Labels of the long lists, by list and code. */
  lists: ReadonlyMap<string, ReadonlyMap<string, Text>>
}

const kept = new WeakMap<Questionnaire, Index>()

/** The index of a questionnaire, which must not change afterwards. Throws when it names a set that it lacks. */
export function indexOf(questionnaire: Questionnaire): Index {
  const found = kept.get(questionnaire)
  if (found) return found
  const index = prepared(questionnaire)
  kept.set(questionnaire, index)
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
  const questions = new Map<string, Known>()
  const names = new Set<string>()
  const pages = questionnaire.pages.map((page, at) => {
    pageAt.set(page.code, at)
    for (const consent of page.consents ?? []) names.add(consent.code)
    const here = page.questions.map((question) => knownOf(questionnaire, question, at))
    for (const one of here) {
      questions.set(one.question.code, one)
      names.add(one.question.code)
      if (one.question.type === 'matrix' && one.question.attention) names.add(one.question.attention.code)
    }
    return { page, questions: here }
  })
  const lists = new Map(
    Object.entries(questionnaire.lists).map(([name, list]) => [name, new Map(list.map((it) => [it.code, it.label]))]),
  )
  return { questionnaire, pages, pageAt, questions, names, lists }
}

function knownOf(questionnaire: Questionnaire, question: Question, pageAt: number): Known {
  const options = optionsOf(questionnaire, question)
  const rows = question.type === 'matrix' ? question.rows : []
  const carried = 'carry' in question && question.carry !== undefined
  const filtered = 'without' in question && question.without !== undefined
  const optionsVary = options.some((option) => option.when) || (question.type !== 'matrix' && (carried || filtered))
  const rowsVary = rows.some((row) => row.when) || carried
  const known: Known = {
    question,
    textKey: `${question.code}.text`,
    pageAt,
    options,
    optionsByCode: new Map(options.map((option) => [option.code, option])),
    rows,
    plainOptions: optionsVary ? null : options.map((option, at) => ({ option, at, hidden: false, typed: null })),
    plainRows: rowsVary ? null : rows.map((row, at) => askedRow(row, at, null)),
    plain: null,
  }
  const drawn = question.type === 'matrix' && question.attention
  if (known.plainOptions && known.plainRows && !drawn) {
    known.plain = askedOf(known, known.plainOptions, known.plainRows)
  }
  return known
}

/** The question with what one route offers and shows of it. */
export function askedOf(
  known: Known,
  options: readonly Offered[],
  rows: readonly AskedRow[],
  attention: DrawnAttention | null = null,
): Asked {
  const { question } = known
  const asked: Asked = {
    code: question.code,
    type: question.type,
    optional: question.optional === true,
    known,
    options,
    rows,
    attention,
  }
  if (question.type === 'rank') asked.max = question.max
  return asked
}

/** A row of the questionnaire as a route shows it, under what was typed for it where something was. */
export function askedRow(row: Row, at: number, typed: Text | null): AskedRow {
  return { field: String(row.code), code: String(row.code), label: typed ?? row.label, typed: typed !== null, at }
}

function optionsOf(questionnaire: Questionnaire, question: Question): readonly Option[] {
  const given = 'options' in question ? question.options : 'scale' in question ? question.scale : []
  if (Array.isArray(given)) return given
  const set = questionnaire.sets[given.set]
  if (!set) throw new RangeError(`Question ${question.code} names the set "${given.set}", which is not there.`)
  return set
}
