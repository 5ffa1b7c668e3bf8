/**
 * Reads what was typed into one field. Each gives the value, or, with the fault noted, something of its kind that nobody
 * uses: a set-up with a fault becomes no study.
 */
import { type Language, languages, type Text } from '../../../../schema/questionnaire.ts'
import { isDay } from '../../../platform/time/day.ts'
import { instantOf, isClockDay } from '../../../platform/time/wall-clock.ts'
import type { FaultCollector } from '../faults.ts'
import type { TypedTexts } from '../setup.ts'

/** A line that has to be there, without the white space around it. */
export function line(to: FaultCollector, field: string, typed: string, most = 200): string {
  const text = typed.trim()
  if (text === '') to.fault(field, 'required', {})
  return within(to, field, text, most)
}

/** Gives the text back unchanged. One of more than `most` characters is noted as a fault. */
export function within(to: FaultCollector, field: string, text: string, most: number): string {
  if ([...text].length > most) to.fault(field, 'too_long', { most })
  return text
}

/** The languages a text is needed in, whether it is needed at all, and how many characters it may have. */
interface TextRules {
  of: readonly Language[]
  isNeeded: boolean
  most?: number
}

/** A text in each of the study's languages; null where it may be empty and is, in all of them. */
export function texts(
  to: FaultCollector,
  field: string,
  typed: TypedTexts,
  { of, isNeeded, most = 2_000 }: TextRules,
): Partial<Text> | null {
  const entries = languages.flatMap((language) => {
    const text = typed[language].trim()
    return text === '' ? [] : [[language, within(to, `${field}.${language}`, text, most)] as const]
  })
  if (entries.length === 0 && !isNeeded) return null
  for (const language of of) {
    if (typed[language].trim() === '') to.fault(`${field}.${language}`, 'language_missing', {})
  }
  return Object.fromEntries(entries)
}

/** A whole number within limits. */
export function readInteger(to: FaultCollector, field: string, typed: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : -1
  if (value < least || value > most) to.fault(field, 'whole_number', { least, most })
  return value
}

/** The same, or null for nothing typed. */
export function integerOrNull(
  to: FaultCollector,
  field: string,
  typed: string,
  least: number,
  most: number,
): number | null {
  if (typed.trim() === '') return null
  const value = /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : -1
  if (value < least || value > most) to.fault(field, 'whole_number_or_empty', { least, most })
  return value
}

/** One of a few words. */
export function readChoice<Word extends string>(
  to: FaultCollector,
  field: string,
  typed: string,
  of: readonly [Word, ...Word[]],
) {
  const found = of.find((one) => one === typed)
  if (found !== undefined) return found
  if (typed === '') to.fault(field, 'required', {})
  else to.fault(field, 'one_of', { choices: of.join(', ') })
  return of[0]
}

/** A time of the zone as an instant (ISO 8601, UTC); null for nothing typed. */
export function moment(to: FaultCollector, field: string, typed: string, zone: string | null): string | null {
  const text = typed.trim()
  if (text === '' || zone === null) return null
  const instant = instantOf(zone, text)
  if (instant !== null) return instant
  if (/^\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d$/.test(text) && isClockDay(text.slice(0, 10)))
    to.fault(field, 'skipped', { zone })
  else to.fault(field, 'moment', {})
  return null
}

/** A day; null for nothing typed. */
export function day(to: FaultCollector, field: string, typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  if (!isDay(text)) to.fault(field, 'day', {})
  return text
}
