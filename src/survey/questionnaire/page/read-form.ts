/** Reads a posted form into answers; it says nothing yet about whether they are allowed. */
import type { Answer, Answers, RowAnswers } from '../../../../schema/answers.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { sanitizeText } from '../../../platform/i18n/normalize-text.ts'
import type { QuestionView, ValidationError } from './view.ts'

/** What must be known about a page to read its form; a `PageView` is one. */
export interface Form {
  consents: readonly { code: string }[]
  questions: readonly FormQuestion[]
}

export interface FormQuestion {
  code: string
  type: QuestionView['type']
  optional: boolean
  rows?: readonly { field: string; code: string }[]
  max?: number | null
}

/**
 * The answers of the form's own fields, as far as they have the right type, and a `wrong_type` (or, for two values
 * where one belongs, `too_many`) for each that has not. A blank field gives no answer; where the question is
 * optional it gives -1.
 */
export function readForm(form: Form, posted: Posted): { answers: Answers; errors: ValidationError[] } {
  const answers: Answers = {}
  const errors: ValidationError[] = []
  for (const question of form.questions) {
    const answer = readers[question.type](question, posted, errors)
    if (answer !== undefined) answers[question.code] = answer
    else if (question.optional && !errors.some(({ field }) => isFieldOf(field, question.code))) {
      answers[question.code] = -1
    }
    const text = `${question.code}.text`
    const typed = question.type === 'text' ? '' : sanitizeText(one(posted, text, errors) ?? '')
    if (typed) answers[text] = typed
  }
  for (const { code } of form.consents) {
    if (valuesOf(posted, code).includes('1')) answers[code] = 1
  }
  return { answers, errors }
}

/** The values of a field that are not blank, trimmed. */
export function valuesOf(posted: Posted, field: string): string[] {
  const values = Object.hasOwn(posted, field) ? posted[field] : undefined
  return values ? values.map((value) => value.trim()).filter((value) => value !== '') : []
}

/** Whether a form field belongs to the question or consent of this code. */
export function isFieldOf(field: string, code: string): boolean {
  return field === code || field.startsWith(`${code}.`)
}

type Reader = (question: FormQuestion, posted: Posted, errors: ValidationError[]) => Answer | undefined

const oneNumber: Reader = ({ code }, posted, errors) => numberIn(posted, code, code, errors)

const readers: Record<FormQuestion['type'], Reader> = {
  single: oneNumber,
  scale: oneNumber,
  nps: oneNumber,
  year: oneNumber,
  number: oneNumber,
  text: ({ code }, posted, errors) => sanitizeText(one(posted, code, errors) ?? '') || undefined,
  multi: ({ code }, posted, errors) => {
    const picks: number[] = []
    for (const value of valuesOf(posted, code)) {
      const number = wholeNumber(value)
      if (number !== null) picks.push(number)
      else if (!errors.some(({ field }) => field === code)) errors.push({ field: code, code: 'wrong_type' })
    }
    return picks.length > 0 ? picks : undefined
  },
  rank: ({ code, max }, posted, errors) => {
    const picks: number[] = []
    for (let rank = 1; rank <= (max ?? 0); rank += 1) {
      const pick = numberIn(posted, `${code}.${rank}`, code, errors)
      if (pick !== undefined) picks.push(pick)
    }
    return picks.length > 0 ? picks : undefined
  },
  matrix: ({ code, rows = [], optional }, posted, errors) => {
    const answer: RowAnswers = {}
    let blank = true
    for (const row of rows) {
      const field = `${code}.${row.field}`
      const pick = numberIn(posted, field, field, errors)
      if (pick !== undefined) blank = false
      if (pick !== undefined) answer[row.code] = pick
      else if (optional && !errors.some((error) => error.field === field)) answer[row.code] = -1
    }
    return blank ? undefined : answer
  },
}

function numberIn(posted: Posted, field: string, errorAt: string, errors: ValidationError[]): number | undefined {
  const value = one(posted, field, errors, errorAt)
  if (value === undefined) return undefined
  const number = wholeNumber(value)
  if (number === null) errors.push({ field: errorAt, code: 'wrong_type' })
  return number ?? undefined
}

function one(posted: Posted, field: string, errors: ValidationError[], errorAt = field): string | undefined {
  const values = valuesOf(posted, field)
  if (values.length > 1) {
    errors.push({ field: errorAt, code: 'too_many', limits: { max: 1 } })
    return undefined
  }
  return values[0]
}

/** Digits of any width, as Chinese keyboards type them, with at most a minus before them. */
function wholeNumber(value: string): number | null {
  if (value.length > 12) return null
  const plain = value.normalize('NFKC')
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null
}
