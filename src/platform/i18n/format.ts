/** Money, days and durations as people read them, without depending on what a runtime's Intl knows. */

import { commonMessages } from '../../../messages/generated/common.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatGroupedMinorUnits } from '../money/money.ts'
import { booksZone, localTime } from '../time/zone.ts'

/** Signs that a Chinese page writes for a currency; each stands for one currency only, so JPY keeps its code. */
const signs: Record<string, string> = { CNY: '¥', HKD: 'HK$', MOP: 'MOP$' }

/**
 * `amountMinor` (whole minor units) as people read it. English writes the code and the amount, `CNY 1,234.50`, with a
 * no-break space that keeps both on one line. Chinese writes a sign where there is one, `¥1,234.50`, and the code
 * otherwise. A minus (U+2212, which is as wide as a figure) stands before a sign and after a code.
 */
export function formatMoney(amountMinor: number, currency: string, language: Language): string {
  const figures = formatGroupedMinorUnits(Math.abs(amountMinor), currency)
  const minus = amountMinor < 0 ? '\u2212' : ''
  const sign = language.startsWith('zh') ? signs[currency] : undefined
  return sign === undefined ? `${currency}\u00a0${minus}${figures}` : `${minus}${sign}${figures}`
}

/** The calendar day and time of day at UTC+8, as the books have them, of an ISO 8601 day or instant. */
function local(iso: string): { year: number; month: number; day: number; time: string } {
  const at = iso.length === 10 ? iso : localTime(booksZone, iso)
  const [year = 0, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number)
  return { year, month, day, time: at.slice(11, 16) }
}

/** The day of an ISO 8601 day or instant: `23 November 2026`, `2026年11月23日`. Instants are read at UTC+8. */
export function formatDate(iso: string, language: Language): string {
  const { year, month, day } = local(iso)
  return commonMessages(language).date({ day, month: monthName(month, language), year })
}

/** Two days (ISO 8601) and all between them: `1 June 2026 – 3 June 2026`, `2026年6月1日至2026年6月3日`; one day where both are. */
export function formatDates(from: string, to: string, language: Language): string {
  if (from === to) return formatDate(from, language)
  return commonMessages(language).dates({ from: formatDate(from, language), to: formatDate(to, language) })
}

/** A label before what it names, with its colon and the space that the language puts there: `Reason: `, `原因：`. */
export function leadIn(label: string, language: Language): string {
  return commonMessages(language).leadIn({ label })
}

/** Sentences one behind the other, as the language parts them; what is none is left out. */
export function sentences(language: Language, ...parts: (string | false | null)[]): string {
  const { sentences: joined } = commonMessages(language)
  return parts
    .filter((one) => one !== false && one !== null)
    .reduce((first, second) => (first === '' ? second : joined({ first, second })), '')
}

/** What stands between two sentences where markup parts them: a space, and nothing in Chinese. */
export function gap(language: Language): string {
  return commonMessages(language).sentences({ first: '', second: '' })
}

/** The day without its year: `23 November`, `11月23日`. */
export function formatDayOfMonth(iso: string, language: Language): string {
  const { month, day } = local(iso)
  return commonMessages(language).dayOfMonth({ day, month: monthName(month, language) })
}

/** The name of a month, 1 to 12. */
export function monthName(month: number, language: Language): string {
  const months: Record<string, string> = commonMessages(language).months
  return months[month] ?? String(month)
}

/** The day and minute of an ISO 8601 instant at UTC+8, and says so. */
export function formatDateTime(iso: string, language: Language): string {
  return commonMessages(language).dateTime({ date: formatDate(iso, language), time: local(iso).time })
}

/** `about 8 minutes`. */
export function formatMinutes(minutes: number, language: Language): string {
  return commonMessages(language).about({ minutes })
}

/** The names of payment channels in one line; a channel without a name shows as its code. */
export function formatChannels(channels: readonly string[], language: Language): string {
  const words = commonMessages(language)
  const names: Record<string, string> = words.channels
  return channels.map((channel) => names[channel] ?? channel).join(words.listSeparator)
}
