/** Reads a posted form into answers; it says nothing yet about whether they are allowed. */
import type { Answer, Answers, RowAnswers } from '../../../../schema/answers.ts'
import { sanitizeText } from '../../../platform/i18n/normalize-text.ts'
import type { Fault, Posted, QuestionView } from './view.ts'

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
export function readForm(form: Form, posted: Posted): { answers: Answers; faults: Fault[] } {
  const answers: Answers = {}
  const faults: Fault[] = []
  for (const question of form.questions) {
    const answer = readers[question.type](question, posted, faults)
    if (answer !== undefined) answers[question.code] = answer
    else if (question.optional && !faults.some(({ field }) => isFieldOf(field, question.code))) {
      answers[question.code] = -1
    }
    const text = `${question.code}.text`
    const typed = question.type === 'text' ? '' : sanitizeText(one(posted, text, faults) ?? '')
    if (typed) answers[text] = typed
  }
  for (const { code } of form.consents) {
    if (valuesOf(posted, code).includes('1')) answers[code] = 1
  }
  return { answers, faults }
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

type Reader = (question: FormQuestion, posted: Posted, faults: Fault[]) => Answer | undefined

const oneNumber: Reader = ({ code }, posted, faults) => numberIn(posted, code, code, faults)

const readers: Record<FormQuestion['type'], Reader> = {
  single: oneNumber,
  scale: oneNumber,
  nps: oneNumber,
  year: oneNumber,
  number: oneNumber,
  text: ({ code }, posted, faults) => sanitizeText(one(posted, code, faults) ?? '') || undefined,
  multi: ({ code }, posted, faults) => {
    const picks: number[] = []
    for (const value of valuesOf(posted, code)) {
      const number = wholeNumber(value)
      if (number !== null) picks.push(number)
      else if (!faults.some(({ field }) => field === code)) faults.push({ field: code, fault: 'wrong_type' })
    }
    return picks.length > 0 ? picks : undefined
  },
  rank: ({ code, max }, posted, faults) => {
    const picks: number[] = []
    for (let rank = 1; rank <= (max ?? 0); rank += 1) {
      const pick = numberIn(posted, `${code}.${rank}`, code, faults)
      if (pick !== undefined) picks.push(pick)
    }
    return picks.length > 0 ? picks : undefined
  },
  matrix: ({ code, rows = [], optional }, posted, faults) => {
    const answer: RowAnswers = {}
    let blank = true
    for (const row of rows) {
      const field = `${code}.${row.field}`
      const pick = numberIn(posted, field, field, faults)
      if (pick !== undefined) blank = false
      if (pick !== undefined) answer[row.code] = pick
      else if (optional && !faults.some((fault) => fault.field === field)) answer[row.code] = -1
    }
    return blank ? undefined : answer
  },
}

function numberIn(posted: Posted, field: string, faultAt: string, faults: Fault[]): number | undefined {
  const value = one(posted, field, faults, faultAt)
  if (value === undefined) return undefined
  const number = wholeNumber(value)
  if (number === null) faults.push({ field: faultAt, fault: 'wrong_type' })
  return number ?? undefined
}

function one(posted: Posted, field: string, faults: Fault[], faultAt = field): string | undefined {
  const values = valuesOf(posted, field)
  if (values.length > 1) {
    faults.push({ field: faultAt, fault: 'too_many', limits: { max: 1 } })
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
