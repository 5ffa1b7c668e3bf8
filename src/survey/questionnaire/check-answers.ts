/** Checks a posted page against exactly what this route shows of it. */
import type { Answers, Circumstances } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../platform/http/form.ts'
import { type AskedPage, askPage, dueConsents } from './ask.ts'
import { asksDetail, type Index } from './asked.ts'
import { indexOf, placeOfPage } from './indexed.ts'
import { isFieldOf, valuesOf } from './page/posted-values.ts'
import { readForm } from './page/read-form.ts'
import type { Checked, ValidationError, ValidationErrorCode } from './page/view.ts'
import { endOfPage, type RouteEnd } from './route/end.ts'
import { withPage } from './route/page-answers.ts'
import { typeOf } from './types/index.ts'
import { validateAnswer } from './validate-answer.ts'

/**
 * The answers of this page, or why they are refused. `answersBefore` must be pruned; put the result into them with
 * `withPage`. A page whose answers end the response is accepted with other things missing, such as a consent.
 * When it is refused, `answers` holds what can be shown in the form again, which may be too long, too many or out
 * of range: draw it, do not store it. Throws a RangeError for a page that the questionnaire does not have.
 */
export function checkPage(
  questionnaire: Questionnaire,
  pageCode: string,
  answersBefore: Answers,
  posted: Posted,
  circumstances: Circumstances,
): Checked {
  const index = indexOf(questionnaire)
  const before = withPage(questionnaire, pageCode, answersBefore, {})
  const asked = askPage(index, placeOfPage(index, pageCode), before, circumstances)
  const { kept, typed, errors } = validatePage(index, asked, before, posted, circumstances)
  if (errors.every(({ code }) => waivedAtEnd.has(code))) {
    const end: RouteEnd | null = errors.length > 0 ? endOfPage(asked, { ...before, ...kept }, circumstances) : null
    if (errors.length === 0 || end) return { ok: true, answers: kept }
  }
  return { ok: false, errors, answers: typed }
}

/** What of a page that is still being filled in may be saved. */
export function draftOf(...page: Parameters<typeof checkDraft>): Answers {
  return checkDraft(...page).answers
}

/**
 * What of a page that is still being filled in may be saved: only what is allowed, with no complaint about what is
 * not, and no -1, for nobody has yet said that a question stays blank. `isWhole`: nothing that was given is left out.
 */
export function checkDraft(
  questionnaire: Questionnaire,
  pageCode: string,
  answersBefore: Answers,
  posted: Posted,
  circumstances: Circumstances,
): { answers: Answers; isWhole: boolean } {
  const index = indexOf(questionnaire)
  const before = withPage(questionnaire, pageCode, answersBefore, {})
  const asked = askPage(index, placeOfPage(index, pageCode), before, circumstances)
  const { kept, errors } = validatePage(index, asked, before, posted, circumstances)
  for (const { code, optional } of asked.questions) {
    const answer = kept[code]
    if (!optional || answer === undefined) continue
    if (answer === -1) delete kept[code]
    else if (typeof answer === 'object' && !Array.isArray(answer)) {
      kept[code] = Object.fromEntries(Object.entries(answer).filter(([, pick]) => pick !== -1))
    }
  }
  return { answers: kept, isWhole: errors.every(({ code }) => waivedAtEnd.has(code)) }
}

const waivedAtEnd: ReadonlySet<ValidationErrorCode> = new Set(['required', 'consent', 'too_few', 'detail_missing'])

function validatePage(index: Index, asked: AskedPage, before: Answers, posted: Posted, circumstances: Circumstances) {
  const read = readForm(asked, posted)
  const accepted: Answers = {}
  const typed: Answers = {}
  const errors: ValidationError[] = []
  for (const question of asked.questions) {
    const { code } = question
    const { textKey } = question.known
    const given = read.answers[code]
    const text = read.answers[textKey]
    const result = validateAnswer(index, question, given, typeof text === 'string' ? text : undefined)
    if (result.answer !== undefined) accepted[code] = result.answer
    if (result.text !== undefined) accepted[textKey] = result.text
    const unread = read.errors.filter(({ field }) => isFieldOf(field, code))
    errors.push(...unread, ...result.errors.filter(({ field }) => !unread.some((error) => error.field === field)))
    const again = result.errors.some(({ code }) => worthShowing.has(code)) ? given : result.answer
    if (again !== undefined) typed[code] = again
    if (text !== undefined) typed[textKey] = text
  }
  for (const { code } of dueConsents(asked, { ...before, ...accepted }, circumstances)) {
    if (read.answers[code] === 1) accepted[code] = typed[code] = 1
    else errors.push({ field: code, code: 'consent' })
  }
  errors.push(...notShown(index, asked, posted))
  return { kept: accepted, typed, errors }
}

/** Faults after which the reader has to see what was given in order to mend it. */
const worthShowing: ReadonlySet<ValidationErrorCode> = new Set([
  'too_long',
  'too_many',
  'exclusive',
  'twice',
  'out_of_range',
  'not_a_date',
  'too_early',
  'too_late',
])

/** One is enough to refuse a page; nobody reads hundreds. */
const mostNotShown = 10

/** Fields of this questionnaire that were filled in although this route does not show them on this page. */
function notShown(index: Index, asked: AskedPage, posted: Posted): ValidationError[] {
  const errors: ValidationError[] = []
  for (const field of Object.keys(posted)) {
    if (errors.length === mostNotShown) break
    const dot = field.indexOf('.')
    const code = dot < 0 ? field : field.slice(0, dot)
    if (!index.names.has(code) || isShown(asked, field, code) || valuesOf(posted, field).length === 0) continue
    errors.push({ field, code: 'not_shown' })
  }
  return errors
}

function isShown(page: AskedPage, field: string, code: string): boolean {
  const asked = page.questions.find((it) => it.code === code)
  if (!asked) return field === code && page.consents.some((it) => it.code === code)
  const part = field.slice(code.length + 1)
  if (field !== code && part === 'text') return asked.options.some(asksDetail)
  const { question } = asked.known
  return typeOf(question.type).hasField(part, asked, question)
}
