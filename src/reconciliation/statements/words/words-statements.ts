/** What the pages about statements say. */
import type { Language } from '../../../../schema/questionnaire.ts'
import type { StatementState } from '../../../../schema/tables.ts'
import type { Format, Proof } from '../../formats/statement.ts'
import type { Problem } from '../statement.ts'
import { statementWords as en } from './words-statements-en.ts'
import { statementWords as hans } from './words-statements-zh-hans.ts'
import { statementWords as hant } from './words-statements-zh-hant.ts'

export type UploadRefusal =
  | 'empty'
  | 'unknown_format'
  | 'which_account'
  | 'too_large'
  | 'piece'
  | 'incomplete'
  | 'not_receiving'
  | 'which_columns'
  | 'columns'
  | 'amount'
  | 'rows'
  | 'period'
  | 'sha1'

export interface StatementWords {
  title: string
  about: string
  upload: string
  file: string
  fileHint: string
  account: string
  accountHint: string
  asFileSays: string
  from: string
  to: string
  periodHint: string
  more: string
  rows: string
  rowsHint: string
  opening: string
  closing: string
  balanceHint: string
  sha1: string
  sha1Hint: string
  send: string
  sending: string
  list: string
  none: string
  covered: string
  period: string
  lines: string
  state: string
  uploadedBy: string
  madeAt: string
  older: string
  newest: string
  one: string
  format: string
  formats: Record<Format, string>
  states: Record<StatementState | 'waiting' | 'matching', string>
  next: Record<'receiving' | 'waiting' | 'staging' | 'refusing' | 'matching', string>
  progress: string
  refused: string
  line: (n: number) => string
  whole: string
  problems: Record<Problem['why'], string>
  gates: string
  proofs: Record<Proof, string>
  proofsNone: string
  unknownTypes: string
  leftOut: (lines: number) => string
  newLines: string
  allLines: string
  debits: string
  credits: string
  balances: string
  hash: string
  exceptions: string
  discard: string
  discardHint: string
  goOn: string
  columns: string
  columnsAbout: string
  sample: string
  columnNone: string
  column: Record<
    'day' | 'amount' | 'debit' | 'credit' | 'direction' | 'key' | 'providerId' | 'reference' | 'type' | 'balance',
    string
  >
  dayFormat: string
  decimal: string
  decimals: { '.': string; ',': string }
  by: string
  byWays: Record<'sign' | 'columns' | 'word', string>
  below: string
  belows: Record<'debit' | 'credit', string>
  debitWords: string
  creditWords: string
  wordsHint: string
  chains: string
  yes: string
  no: string
  saveColumns: string
  said: Record<'received' | 'same_file' | 'discarded', string>
  refusals: Record<UploadRefusal, string>
  back: string
}

const words: Record<Language, StatementWords> = { en, 'zh-Hans': hans, 'zh-Hant': hant }

export function statementWords(language: Language): StatementWords {
  return words[language]
}
