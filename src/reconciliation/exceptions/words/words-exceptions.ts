/** What the exceptions queue says. */
import type { Language, Text } from '../../../../schema/questionnaire.ts'
import type { ExceptionClass, LineKind } from '../../../../schema/tables.ts'
import type { Action } from '../exception.ts'
import { exceptionWords as en } from './words-exceptions-en.ts'
import { exceptionWords as hans } from './words-exceptions-zh-hans.ts'
import { exceptionWords as hant } from './words-exceptions-zh-hant.ts'

export type ExceptionRefusal =
  | 'moved_on'
  | 'note'
  | 'two_people'
  | 'waiting'
  | 'not_this'
  | 'differs'
  | 'still_owed'
  | 'frozen'
  | 'amount'

export interface ExceptionWords {
  title: string
  about: string
  nothing: { title: string; text: string }
  overview: string
  count: string
  class: string
  classes: Record<ExceptionClass, string>
  /** What it means, and what is usually done. */
  hints: Record<ExceptionClass, string>
  money: string
  day: string
  account: string
  age: string
  workingDays: (days: number) => string
  ageUnknown: string
  owner: string
  nobody: string
  usually: string
  look: string
  more: string
  first: string
  facts: string
  provider: string
  books: string
  reference: string
  providerId: string
  type: string
  payout: string
  statement: string
  difference: string
  history: string
  steps: Record<
    | 'opened'
    | 'taken_on'
    | 'note'
    | 'recounted'
    | 'explained'
    | 'found'
    | 'came_back'
    | 'matched'
    | 'stop_lifted'
    | Action,
    string
  >
  byMatching: string
  takeOn: string
  takeOver: string
  note: string
  noteHint: string
  addNote: string
  close: string
  closeAlone: string
  closeTwo: string
  action: string
  actions: Record<Action, string>
  propose: string
  closeNow: string
  kind: string
  kindHint: string
  kindUnsaid: string
  kinds: Record<LineKind, string>
  match: string
  matchHint: string
  candidates: string
  noCandidates: string
  onlyOne: string
  matchThis: string
  stop: string
  stopHint: string
  lift: string
  isLifted: string
  closedOn: (at: string) => string
  proposed: Record<Action | 'match' | 'lift', string>
  said: Record<'taken_on' | 'note' | 'closed' | 'proposed', string>
  refusals: Record<ExceptionRefusal, string>
  back: string
}

const words: Record<Language, ExceptionWords> = { en, 'zh-Hans': hans, 'zh-Hant': hant }

export function exceptionWords(language: Language): ExceptionWords {
  return words[language]
}

/** The refusals of effects, as proposals show them. */
export const refusalTexts: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.keys(en.refusals).map((code) => {
    const of = code as ExceptionRefusal
    return [code, { en: en.refusals[of], 'zh-Hans': hans.refusals[of], 'zh-Hant': hant.refusals[of] }]
  }),
)
