/** What a page asks on one route, before words and order: the part that decides what may be answered. */
import type { Answer, Answers, Circumstances } from '../../../schema/answers.ts'
import type { Consent, Page } from '../../../schema/questionnaire.ts'
import { type Asked, type AskedRow, askedOf, askedRow, type Index, type KnownQuestion, type Offered } from './asked.ts'
import { typedFor } from './page/fill.ts'
import { attentionRow, carriedFrom, carriesRows, withoutOf } from './parts.ts'
import { drawnAttention } from './route/attention.ts'
import { decideCondition, holds } from './route/conditions.ts'

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
    ({ when }) => when === undefined || decideCondition(when, answers, circumstances, isOpen) !== false,
  )
  return { page, consents, questions }
}

/** The consents of the page that must be ticked after these answers, which include those of the page itself. */
export function dueConsents({ consents }: AskedPage, answers: Answers, circumstances: Circumstances): Consent[] {
  return consents.filter(({ when }) => holds(when, answers, circumstances))
}

/** Whether the page asks anything on this route; what is only read does not make it one of the route's pages. */
export function asksAnything(asked: AskedPage): boolean {
  return asked.questions.some(({ known }) => known.isAnswered) || asked.consents.length > 0
}

function ask(index: Index, known: KnownQuestion, answers: Answers, circumstances: Circumstances): Asked | null {
  const { question } = known
  if (question.when && !holds(question.when, answers, circumstances)) return null
  if (known.plain) return known.plain
  const options = known.plainOptions ?? offered(index, known, answers, circumstances)
  if (options.length === 0 && known.options.length > 0) return null
  const rows = known.plainRows ?? shownRows(index, known, answers, circumstances)
  if (rows.length === 0 && known.rows.length > 0) return null
  const check = attentionRow(question)
  const attention = drawnAttention(question, circumstances.seed)
  if (!attention || !check) return askedOf(known, options, rows)
  const { code, label } = check
  const checkRow: AskedRow = { field: attention.field, code, label, typed: false, at: -1 }
  return askedOf(known, options, [...rows, checkRow], attention)
}

/**
 * Which options of a question were on the page when it was shown, by code; one that only a link would have shown counts
 * when it was picked.
 * @param answers the whole response: what decides stands on earlier pages
 */
export function isOffered(
  index: Index,
  question: string,
  answers: Answers,
  circumstances: Circumstances,
): (option: number) => boolean {
  const known = index.questions.get(question)
  if (known === undefined || known.plainOptions !== null) return () => true
  const shown = offered(index, known, answers, circumstances).filter(({ hidden }) => !hidden)
  return (code) => shown.some(({ option }) => option.code === code)
}

/** Whether an option is on the page whenever its question is shown, whatever was answered before. */
export function isAlwaysOffered(index: Index, question: string, option: number): boolean {
  const known = index.questions.get(question)
  if (known === undefined || known.plainOptions !== null) return known !== undefined
  const varies = withoutOf(known.question) || (carriedFrom(known.question) && !carriesRows(known.question))
  const own = known.optionsByCode.get(option)
  return !varies && own !== undefined && own.when === undefined
}

function offered(index: Index, known: KnownQuestion, answers: Answers, circumstances: Circumstances): Offered[] {
  const { question } = known
  const carry = carriesRows(question) ? undefined : carriedFrom(question)
  const from = carry !== undefined && answers[carry] !== undefined ? index.questions.get(carry) : undefined
  const picks = carry !== undefined && from ? picksOf(answers[carry]) : null
  const without = withoutOf(question)
  const gone = without ? answers[without.q] : undefined
  const showAll = 'showAll' in question && question.showAll === true
  const result: Offered[] = []
  known.options.forEach((option, at) => {
    if (carry !== undefined && (option.decoy || from?.optionsByCode.get(option.code)?.decoy)) return
    const carried = picks?.has(option.code) === true
    if (picks && !carried && !option.always) return
    if (without && option.code === gone && without.codes.includes(option.code)) return
    const hidden = !holds(option.when, answers, circumstances)
    if (hidden && !showAll) return
    const typed = carry !== undefined && carried && option.detail ? typedFor(index, carry, option.code, answers) : null
    result.push({ option, at, hidden, typed })
  })
  return result
}

function shownRows(index: Index, known: KnownQuestion, answers: Answers, circumstances: Circumstances): AskedRow[] {
  const { question } = known
  const carry = carriesRows(question) ? carriedFrom(question) : undefined
  const from = carry === undefined ? undefined : index.questions.get(carry)
  const picks = carry === undefined ? null : picksOf(answers[carry])
  const result: AskedRow[] = []
  known.rows.forEach((row, at) => {
    const option = from?.optionsByCode.get(row.code)
    if (picks && (!picks.has(row.code) || option?.exclusive || option?.decoy)) return
    if (!holds(row.when, answers, circumstances)) return
    result.push(
      askedRow(row, at, carry !== undefined && option?.detail ? typedFor(index, carry, row.code, answers) : null),
    )
  })
  return result
}

function picksOf(answer: Answer | undefined): ReadonlySet<number> {
  if (typeof answer === 'number') return new Set([answer])
  return new Set(Array.isArray(answer) ? answer : [])
}
