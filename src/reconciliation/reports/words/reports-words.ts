/** What the reports' pages and files say. */
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Account } from '../../../../schema/tables.ts'
import type { Fault } from '../content.ts'
import type { SignRefusal } from '../sign.ts'
import type { ReportKind } from '../store.ts'
import { reportWords as en } from './reports-words-en.ts'
import { reportWords as hans } from './reports-words-zh-hans.ts'
import { reportWords as hant } from './reports-words-zh-hant.ts'

export type SectionName =
  | 'header'
  | 'roll'
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

export interface ReportWords {
  title: string
  about: string
  accounts: string
  noAccounts: string
  studies: string
  days: string
  months: string
  certificate: string
  signedReports: string
  noneSigned: string
  kinds: Record<ReportKind, string>
  version: (n: number) => string
  signatures: (n: number) => string
  now: string
  differs: string
  asSigned: string
  older: string
  clean: string
  faults: Record<Fault, string>
  sign: string
  signHint: string
  signRed: string
  note: string
  signSecond: string
  mayNot: string
  refusals: Record<SignRefusal['refused'], string>
  done: Record<'signed' | 'signed_second', string>
  files: Record<'csv' | 'xlsx' | 'print', string>
  signedFile: string
  verify: string
  hash: string
  signedBy: (nth: number) => string
  toSign: string
  sections: Record<SectionName, string>
  columns: Record<ColumnName, string>
  ledger: string
  empty: string
  more: (count: number) => string
  items: Record<
    | 'account'
    | 'study'
    | 'days'
    | 'zone'
    | 'rules'
    | 'costCentre'
    | 'projectCode'
    | 'notCovered'
    | 'note'
    | 'closes'
    | 'opening'
    | 'funded'
    | 'paid'
    | 'fees'
    | 'returned'
    | 'other'
    | 'closing'
    | 'opened'
    | 'open'
    | 'total'
    | 'available'
    | 'reserved'
    | 'liability'
    | 'clearing'
    | 'paidTotal'
    | 'budget'
    | 'paidOut'
    | 'feesBorne'
    | 'taxBorne'
    | 'returnedTo'
    | 'left'
    | 'makes'
    | 'providerFees'
    | 'erasedPayee'
    | 'erasedAnswers',
    string
  >
  erasedHint: string
  age: (workingDays: number | null) => string
  ageDays: (days: number) => string
  importedBy: (name: string) => string
  madeBy: (maker: string, checker: string, reason: string) => string
  lineKinds: Record<string, string>
  directions: Record<'debit' | 'credit', string>
  classes: Record<string, string>
  accountsOf: Record<Account, string>
  states: Record<'issued' | 'expired', string>
  register: Record<
    'title' | 'batch' | 'period' | 'provider' | 'lines' | 'sum' | 'prepared' | 'approved' | 'booked' | 'link',
    string
  >
  back: string
}

const words: Record<Language, ReportWords> = { en, 'zh-Hans': hans, 'zh-Hant': hant }

export function reportWords(language: Language): ReportWords {
  return words[language]
}
