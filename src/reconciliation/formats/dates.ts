/** Days and times as files write them. */
import { isDay } from '../../platform/time/day.ts'
import { dayAfter, dayLater, dayOf, instantAt } from '../../platform/time/zone.ts'
import { bareCell } from './cells.ts'
import { BrokenFile } from './statement.ts'

/** A moment of a file: the local day, and the instant in UTC where there is one. */
export interface Moment {
  day: string
  bookedAt: string | null
}

/**
 * A day and a time of day (`HH:mm` or `HH:mm:ss`) of a zone as a moment.
 * @returns null for what the clock never shows
 */
function localMoment(day: string, time: string, zone: string): Moment | null {
  const bookedAt = instantAt(zone, day, time)
  return bookedAt === null ? null : { day, bookedAt }
}

/**
 * The moment of a cell that has a day, and a time of day behind a space.
 * @throws BrokenFile `day`
 */
export function momentOf(cell: string | null, zone: string, line: number): Moment {
  const [day = '', time = ''] = (cell ?? '').split(/\s+/)
  const moment = localMoment(day, time, zone)
  if (moment === null) throw new BrokenFile('day', line)
  return moment
}

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/

/**
 * An ISO 8601 day (`2026-02-14`, also with a zone behind it) or date and time. With an offset, `keepLocal` takes the day
 * that is written there (a bank's own); otherwise the day is that of the zone. Without one, the zone is meant.
 */
export function isoMoment(text: string, zone: string, keepLocal: boolean): Moment | null {
  const onlyDay = /^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (onlyDay?.[1] !== undefined) return isDay(onlyDay[1]) ? { day: onlyDay[1], bookedAt: null } : null
  const found = instant.exec(text)
  if (found === null) return null
  const [, day = '', time = '', offset] = found
  if (!isDay(day)) return null
  if (/^24:00(:00)?$/.test(time)) return endOfDay(day, zone, offset, keepLocal)
  if (offset === undefined) return localMoment(day, time, zone)
  const at = Date.parse(text)
  if (Number.isNaN(at)) return null
  const bookedAt = new Date(at).toISOString()
  return { day: keepLocal ? day : dayOf(zone, bookedAt), bookedAt }
}

/** The end of a day as ISO 8601 allows to write it: the day is the one that ends. */
function endOfDay(day: string, zone: string, offset: string | undefined, keepLocal: boolean): Moment | null {
  const next = isoMoment(`${dayAfter(day)}T00:00:00${offset ?? ''}`, zone, keepLocal)
  return next === null || !(keepLocal || offset === undefined) ? next : { ...next, day }
}

const written = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})/,
  'YYYY/MM/DD': /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)/,
  DDMMYYYY: /^(?<d>\d\d)(?<m>\d\d)(?<y>\d{4})(?!\d)/,
  YYYY年MM月DD日: /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日/,
  'DD/MM/YYYY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})/,
  'MM/DD/YYYY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})/,
  'DD.MM.YYYY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})/,
  'DD-MM-YYYY': /^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d{4})/,
  'YYYY.MM.DD': /^(?<y>\d{4})\.(?<m>\d{1,2})\.(?<d>\d{1,2})/,
  'DD MMM YYYY':
    /^(?<d>\d{1,2})[ ./-]{0,2}(?<m>[a-zç]{3,9}|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)[ .,/-]{0,2}(?<y>\d{4}|\d\d)(?!\d)/i,
  'MMM DD, YYYY': /^(?<m>[a-zç]{3,9})[ ./-]{0,2}(?<d>\d{1,2})(?:[ .,/-]{1,2})(?<y>\d{4}|\d\d)(?!\d)/i,
  'DD/MM/YY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d\d)(?!\d)/,
  'MM/DD/YY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d\d)(?!\d)/,
  'DD.MM.YY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d\d)(?!\d)/,
  'DD-MM-YY': /^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d\d)(?!\d)/,
  'YY/MM/DD': /^(?<y>\d\d)\/(?<m>\d{1,2})\/(?<d>\d{1,2})(?!\d)/,
  YYMMDD: /^(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?!\d)/,
  DDMMYY: /^(?<d>\d\d)(?<m>\d\d)(?<y>\d\d)(?!\d)/,
  'DD MMM': /^(?<d>\d{1,2})[ ./-]{0,2}(?<m>[a-zç]{3,9}|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)\.?(?=\s|$)/i,
  'MMM DD': /^(?<m>[a-zç]{3,9})[ ./-]{0,2}(?<d>\d{1,2})(?=\s|$)/i,
  'DD/MM': /^(?<d>\d{1,2})\/(?<m>\d{1,2})(?=\s|$)/,
  'MM/DD': /^(?<m>\d{1,2})\/(?<d>\d{1,2})(?=\s|$)/,
  MM月DD日: /^(?<m>\d{1,2})月(?<d>\d{1,2})日/,
  'MM-DD': /^(?<m>\d{1,2})-(?<d>\d{1,2})(?=\s|$)/,
  'DD-MM': /^(?<d>\d{1,2})-(?<m>\d{1,2})(?=\s|$)/,
  'DD.MM.': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.?(?=\s|$)/,
  'MM.DD': /^(?<m>\d{1,2})\.(?<d>\d{1,2})(?=\s|$)/,
  /** A spreadsheet's count of days, 1 for the first of 1900; the time of day may stand behind it as a part of one. */
  serial: /^(?<n>\d{5})(?:\.\d{1,20})?$/,
} as const

export type DateFormat = keyof typeof written
export const dateFormats = Object.keys(written) as DateFormat[]

/** Figures without a year, and five or six digits, may as well be an amount or a number: such a day is chosen by a person, and never guessed. */
export const guessedFormats = dateFormats.filter(
  (format) => !['YYMMDD', 'DDMMYY', 'serial', 'MM-DD', 'DD-MM', 'DD.MM.', 'MM.DD'].includes(format),
)

/** Whether days of this format say no year: those that the file covers tell. */
export function hasNoYear(format: DateFormat): boolean {
  return !/[Yy]|serial/.test(format)
}

/** Characters of a day and a time of day. */
const longestMoment = 100

/** A leap year, for asking whether a day without one is any. */
const anyYear = '2000'

/**
 * A day in one of the written formats, alone or with a time of day behind it.
 * @param period the days that the file covers, for a format without a year: the day is the first of its name among them
 */
export function writtenMoment(
  cell: string,
  format: DateFormat,
  zone: string,
  period: { from: string; to: string } | null = null,
): Moment | null {
  if (cell.length > longestMoment) return null
  const text = bareCell(cell)
    .normalize('NFKC')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]?\s+(?=\S)/i, '')
  const found = written[format].exec(text)
  if (found?.groups === undefined) return null
  if (format === 'serial') return serialDay(Number(found.groups.n))
  const { y = '', m = '', d = '' } = found.groups
  const month = monthOf(m)
  if (month === null) return null
  // No statement is older than this century.
  const years = y === '' ? yearsOf(period) : [y.length === 2 ? `20${y}` : y]
  const isAmong = (day: string) => y !== '' || period === null || (period.from <= day && day <= period.to)
  const day = years.map((year) => `${year}-${month}-${d.padStart(2, '0')}`).find((one) => isDay(one) && isAmong(one))
  if (day === undefined) return null
  const rest = text
    .slice(found[0].length)
    .replace(/^[T ]\s*/, '')
    .replace(/^(\d{1,2})[时時点點](\d{1,2})分(?:(\d{1,2})秒)?$/, ofChineseClock)
    .replace(/(:\d\d)\.\d+(?=$|\s?Z|\s?[+-])/, '$1')
    .replace(/(:\d\d)\s(?=Z$|[+-]\d\d)/, '$1')
    .replace(/^(\d\d)\.?(\d\d)\.?(\d\d)(?:\.\d+)?$/, '$1:$2:$3')
    .replace(/^(?:(上午|下午)\s*)?(\d{1,2})(:\d\d(?::\d\d)?)(?:\s*([ap])\.?m\.?)?$/i, ofTwelveHours)
  if (rest === '') return { day, bookedAt: null }
  if (/^\d\d:\d\d:\d\d(Z|[+-]\d\d:?\d\d)$/.test(rest)) return isoMoment(`${day}T${rest}`, zone, true)
  const isTogether = format === 'YYYYMMDD' && /^\d{14}$/.test(text)
  const isApart = isTogether || format === 'YYYY年MM月DD日'
  if (!isApart && text.length === found[0].length + rest.length) return null
  return localMoment(day, rest.padStart(rest.indexOf(':') === 1 ? rest.length + 1 : rest.length, '0'), zone)
}

/** No file covers more than a few. */
function yearsOf(period: { from: string; to: string } | null): string[] {
  if (period === null) return [anyYear]
  const first = Number(period.from.slice(0, 4))
  return [first, first + 1, Number(period.to.slice(0, 4))].map(String)
}

/** Of this century: smaller numbers are amounts. It is counted with a 29th of February 1900, which never was. */
function serialDay(days: number): Moment | null {
  const day = dayLater('1899-12-30', days)
  return day < '2000-01-01' || day > '2099-12-31' ? null : { day, bookedAt: null }
}

/** `10时1分` as `10:01`. */
function ofChineseClock(_: string, hours: string, minutes: string, seconds = '0'): string {
  return [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':')
}

/** A time of day by the clock of twelve hours as one of twenty-four; any other stays as it is. */
function ofTwelveHours(text: string, chinese: string | undefined, hours: string, rest: string, half?: string): string {
  const isAfter = chinese === '下午' || half?.toLowerCase() === 'p'
  const isBefore = chinese === '上午' || half?.toLowerCase() === 'a'
  if (!isAfter && !isBefore) return text
  const hour = Number(hours) % 12
  return `${isAfter ? hour + 12 : hour}${rest}`
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** In Portuguese, as banks of Macao write them. */
const meses = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro',
]

/** In Chinese, as spreadsheets there write them. */
const yue = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** A month as two digits, of one in digits or by its name in English or Portuguese or its first letters. */
function monthOf(text: string): string | null {
  if (/^\d+月?$/.test(text)) return text.replace('月', '').padStart(2, '0')
  if (text.endsWith('月'))
    return yue.includes(text.slice(0, -1)) ? String(yue.indexOf(text.slice(0, -1)) + 1).padStart(2, '0') : null
  const begins = (name: string) => name.startsWith(text.toLowerCase())
  const at = [months.findIndex(begins), meses.findIndex(begins)].find((one) => one >= 0)
  return at === undefined ? null : String(at + 1).padStart(2, '0')
}
