/** Figures as people read them, the same on pages and in files. */
import type { QuestionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import { dayMs } from '../../../platform/time/zone.ts'
import type { Interval } from '../statistics/shares.ts'

/** `12.3%`; a stroke where there is nobody of whom it could be a share. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}

/** `10.1–14.8%`. */
export function interval(of: Interval | null): string {
  return of === null ? '–' : `${(of.low * 100).toFixed(1)}–${(of.high * 100).toFixed(1)}%`
}

/** A number with so many digits behind the point at the most. */
export function decimal(value: number | null, digits = 2): string {
  return value === null ? '–' : String(Number(value.toFixed(digits)))
}

/** A mean or a score: always with two digits behind the point, so that they stand below each other. */
export function fixed(value: number | null): string {
  return value === null ? '–' : value.toFixed(2)
}

/** In files, to six digits behind the point: enough to be added up again, and nothing of how a computer reckons (0.9999999999999999). */
export function rounded(value: number): number
export function rounded(value: number | null): number | null
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6))
}

/** A number as it stands, or a day counted since 1970. */
export function numberOrDay(value: number | null, isDay: boolean, language: Language): string {
  if (value === null) return '–'
  return isDay ? formatDate(new Date(Math.round(value) * dayMs).toISOString().slice(0, 10), language) : decimal(value)
}

/** The name of the quantile in this place of `told`. */
export function quantileName(at: number, words: QuestionsMessages): string {
  const { least, p10, p25, median, p75, p90, most } = words.numbers
  return [least, p10, p25, median, p75, p90, most][at] ?? ''
}
