/** What a page asks on one route, before words and order: the part that decides what may be answered. */
import type { Answer, Answers, Circumstances } from '../../../schema/answers.ts'
import type { Consent, Page } from '../../../schema/questionnaire.ts'
import { type Asked, type AskedRow, askedOf, askedRow, type Index, type Known, type Offered } from './indexed.ts'
import { typedFor } from './page/fill.ts'
import { drawnAttention } from './route/attention.ts'
import { decide, holds } from './route/conditions.ts'

export type { Asked } from './indexed.ts'

export interface AskedPage {
  page: Page
  /** Those that may have to be ticked: a consent stands below the questions and may depend on them, see `dueConsents`. */
  consents: readonly Consent[]
  questions: readonly Asked[]
}

/**
 * What page number `at` asks after these (pruned) answers. A page that is not on the route asks nothing, and so
 * does a question with no option or row left to answer.
 */
export function askPage(index: Index, at: number, answers: Answers, circumstances: Circumstances): AskedPage {
  const indexed = index.pages[at]
  if (!indexed) throw new RangeError(`The questionnaire has no page number ${at}.`)
  const { page } = indexed
  if (!holds(page.when, answers, circumstances)) return { page, consents: [], questions: [] }
  const questions: Asked[] = []
  for (const known of indexed.questions) {
    const asked = ask(index, known, answers, circumstances)
    if (asked) questions.push(asked)
  }
  if (!page.consents) return { page, consents: [], questions }
  const isOpen = (code: string) => questions.some((asked) => asked.code === code)
  const consents = page.consents.filter(
    ({ when }) => when === undefined || decide(when, answers, circumstances, isOpen) !== false,
  )
  return { page, consents, questions }
}

/** The consents of the page that must be ticked after these answers, which include those of the page itself. */
export function dueConsents({ consents }: AskedPage, answers: Answers, circumstances: Circumstances): Consent[] {
  return consents.filter(({ when }) => holds(when, answers, circumstances))
}

/** Whether the page has anything on this route. */
export function asksAnything(asked: AskedPage): boolean {
  return asked.questions.length > 0 || asked.consents.length > 0
}

/** The fewest and most picks of a multi, as far as what is offered allows. */
export function limitsOf(asked: Asked): { min: number; max: number | null } {
  const { question } = asked.known
  if (question.type !== 'multi') return { min: 1, max: null }
  const together = asked.options.reduce((count, { option }) => count + (option.exclusive ? 0 : 1), 0)
  return { min: Math.max(1, Math.min(question.min ?? 1, together)), max: question.max ?? null }
}

function ask(index: Index, known: Known, answers: Answers, circumstances: Circumstances): Asked | null {
  const { question } = known
  if (question.when && !holds(question.when, answers, circumstances)) return null
  if (known.plain) return known.plain
  const options = known.plainOptions ?? offered(index, known, answers, circumstances)
  if (options.length === 0 && known.options.length > 0) return null
  const rows = known.plainRows ?? shownRows(index, known, answers, circumstances)
  if (rows.length === 0 && known.rows.length > 0) return null
  const attention = drawnAttention(question, circumstances.seed)
  if (!attention || question.type !== 'matrix' || !question.attention) return askedOf(known, options, rows)
  const { code, label } = question.attention
  const check: AskedRow = { field: attention.field, code, label, typed: false, at: -1 }
  return askedOf(known, options, [...rows, check], attention)
}

function offered(index: Index, known: Known, answers: Answers, circumstances: Circumstances): Offered[] {
  const { question } = known
  const carry = question.type !== 'matrix' && 'carry' in question ? question.carry : undefined
  const from = carry && answers[carry.from] !== undefined ? index.questions.get(carry.from) : undefined
  const picks = carry && from ? picksOf(answers[carry.from]) : null
  const without = 'without' in question ? question.without : undefined
  const gone = without ? answers[without.q] : undefined
  const showAll = question.type === 'multi' && question.showAll === true
  const result: Offered[] = []
  known.options.forEach((option, at) => {
    if (carry && (option.decoy || from?.optionsByCode.get(option.code)?.decoy)) return
    const carried = picks?.has(option.code) === true
    if (picks && !carried && !option.always) return
    if (without && option.code === gone && without.codes.includes(option.code)) return
    const hidden = !holds(option.when, answers, circumstances)
    if (hidden && !showAll) return
    const typed = carry && carried && option.detail ? typedFor(index, carry.from, option.code, answers) : null
    result.push({ option, at, hidden, typed })
  })
  return result
}

function shownRows(index: Index, known: Known, answers: Answers, circumstances: Circumstances): AskedRow[] {
  const { question } = known
  const carry = question.type === 'matrix' ? question.carry : undefined
  const from = carry ? index.questions.get(carry.from) : undefined
  const picks = carry ? picksOf(answers[carry.from]) : null
  const result: AskedRow[] = []
  known.rows.forEach((row, at) => {
    const option = from?.optionsByCode.get(row.code)
    if (picks && (!picks.has(row.code) || option?.exclusive || option?.decoy)) return
    if (!holds(row.when, answers, circumstances)) return
    result.push(askedRow(row, at, carry && option?.detail ? typedFor(index, carry.from, row.code, answers) : null))
  })
  return result
}

function picksOf(answer: Answer | undefined): ReadonlySet<number> {
  if (typeof answer === 'number') return new Set([answer])
  return new Set(Array.isArray(answer) ? answer : [])
}
