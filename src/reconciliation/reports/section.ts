/** What a section of a report is: lines of a table, in columns that every section shares. */
import type { ReportsMessages } from '../../../messages/generated/reports.ts'
import type { Language } from '../../../schema/questionnaire.ts'

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
}
