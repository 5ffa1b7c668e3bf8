/** Takes values out of a posted form, whatever asked for them. */

import type { Posted } from '../../../platform/http/form.ts'
import type { ValidationError } from './view.ts'

/** The values of a field that are not blank, trimmed. */
export function valuesOf(posted: Posted, field: string): string[] {
  const values = Object.hasOwn(posted, field) ? posted[field] : undefined
  return values ? values.map((value) => value.trim()).filter((value) => value !== '') : []
}

/** Whether a form field belongs to the question or consent of this code. */
export function isFieldOf(field: string, code: string): boolean {
  return field === code || field.startsWith(`${code}.`)
}

/** The one value of a field; nothing, and a `too_many` at `errorAt`, where there are several. */
export function oneValue(
  posted: Posted,
  field: string,
  errors: ValidationError[],
  errorAt = field,
): string | undefined {
  const values = valuesOf(posted, field)
  if (values.length > 1) {
    errors.push({ field: errorAt, code: 'too_many', limits: { max: 1 } })
    return undefined
  }
  return values[0]
}

/** The one whole number of a field; nothing, and a `wrong_type` at `errorAt`, where something else stands there. */
export function numberAt(
  posted: Posted,
  field: string,
  errorAt: string,
  errors: ValidationError[],
): number | undefined {
  const value = oneValue(posted, field, errors, errorAt)
  if (value === undefined) return undefined
  const number = wholeNumber(value)
  if (number === null) errors.push({ field: errorAt, code: 'wrong_type' })
  return number ?? undefined
}

/** The largest number, and the largest code, that a form is answered with; below zero as well. */
export const largestTyped = 1_000_000_000

/** Digits of any width, as Chinese keyboards type them, with at most a minus before them. */
export function wholeNumber(value: string): number | null {
  if (value.length > 12) return null
  const plain = value.normalize('NFKC')
  return /^-?\d{1,10}$/.test(plain) && Math.abs(Number(plain)) <= largestTyped ? Number(plain) : null
}
