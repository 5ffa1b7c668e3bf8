/** What a section of a report is: lines of a table, in columns that every section shares. */
import type { ReportsMessages } from '../../../messages/generated/reports.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDates, formatDateTime } from '../../platform/i18n/format.ts'
import { isoBetween } from './period.ts'

export type ReportSectionName =
  | 'header'
  | 'roll'
  | 'timing'
  | 'statements'
  | 'lines'
  | 'exceptions'
  | 'paidWithoutLine'
  | 'linesWithoutAttempt'
  | 'byHand'
  | 'offers'
  | 'flows'
  | 'budget'
  | 'beside'
  | 'neverClaimed'
  | 'erased'

export type ColumnName =
  | 'item'
  | 'reference'
  | 'providerId'
  | 'day'
  | 'count'
  | 'opening'
  | 'money'
  | 'beside'
  | 'detail'

export interface Money {
  minor: number
  currency: string
}

export interface ReportLine {
  item?: string | undefined
  reference?: string | null
  providerId?: string | null
  day?: string
  count?: number
  opening?: Money
  money?: Money
  /** What the provider says; null where it says nothing. */
  beside?: Money | null
  detail?: string
}

export interface ReportSection {
  name: ReportSectionName
  /** What it is about, where a report has several of this name. */
  of?: string
  lines: ReportLine[]
  /** How many more there are than lines. */
  more: number
  hint?: string
}

/** In the order of every table. */
export const columnsInOrder: readonly ColumnName[] = [
  'item',
  'reference',
  'providerId',
  'day',
  'count',
  'opening',
  'money',
  'beside',
  'detail',
]

export interface ReportWording {
  language: Language
  words: ReportsMessages
  /** Names of staff by id. */
  nameOf: (id: string) => string
  classes: Readonly<Record<string, string>>
  accountOf: (id: string) => string
  /** A set of matching rules in words. */
  rulesOf: (set: string) => string
  /** What offers are called, by their ids, in the order in which they are listed. */
  offerNames: ReadonlyMap<string, string>
  /** What a format of statements is called, by its id. */
  formats: Readonly<Record<string, string>>
  days: DayText
}

/** How days are written: as people read them, or as ISO 8601 where a program may read them. */
export interface DayText {
  /** A day, or days as an ISO 8601 interval (`2026-02-09/2026-02-15`). */
  of: (days: string) => string
  /** The first and the last of some days, which may be one. */
  between: (from: string, to: string) => string
  at: (instant: string) => string
}

/** Days in files. */
export const isoDays: DayText = { of: (days) => days, between: isoBetween, at: (instant) => instant }

/** Days on pages. */
export function daysIn(language: Language): DayText {
  const between = (from: string, to: string) => formatDates(from, to, language)
  return {
    between,
    of: (days) => {
      const [from = days, to = from] = days.split('/')
      return between(from, to)
    },
    at: (instant) => formatDateTime(instant, language),
  }
}
