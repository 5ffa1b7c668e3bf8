/** The fields of each section of a set-up, in the order in which they stand on its page: forms are drawn and read by them. */
import { languages } from '../../../schema/questionnaire.ts'
import { channels } from '../../../schema/tables.ts'
import { calendarIds } from '../../rewards/calendar/calendar.ts'
import type { SectionName } from './setup.ts'

/** Where the choices of a field come from: a list of words, or what is there when the page is drawn. */
export type Choices = readonly string[] | 'templates' | 'studies' | 'places' | 'questions'

export type Field =
  | { name: string; kind: 'line' | 'short' | 'code' | 'texts' | 'longTexts' | 'moment' | 'day' | 'lines' | 'hidden' }
  | { name: string; kind: 'choice' | 'checks'; choices: Choices }
  | { name: string; kind: 'rows'; fields: readonly Field[] }

const yesNo = ['no', 'yes'] as const
const policies = ['check', 'issue', 'hold'] as const

const offerFields: readonly Field[] = [
  { name: 'currency', kind: 'short' },
  { name: 'amount', kind: 'short' },
  { name: 'budget', kind: 'short' },
  { name: 'channels', kind: 'checks', choices: channels },
  { name: 'places', kind: 'checks', choices: 'places' },
]

export const sectionFields: Readonly<Record<SectionName, readonly Field[]>> = {
  study: [
    { name: 'slug', kind: 'code' },
    { name: 'languages', kind: 'checks', choices: languages },
    { name: 'organiser', kind: 'texts' },
    { name: 'contact', kind: 'line' },
    { name: 'forWhom', kind: 'longTexts' },
    { name: 'why', kind: 'longTexts' },
    { name: 'costCentre', kind: 'short' },
    { name: 'projectCode', kind: 'short' },
  ],
  questionnaire: [
    { name: 'from', kind: 'choice', choices: ['template', 'study', 'version'] },
    { name: 'template', kind: 'choice', choices: 'templates' },
    { name: 'study', kind: 'choice', choices: 'studies' },
    { name: 'version', kind: 'hidden' },
    { name: 'minutes', kind: 'short' },
  ],
  window: [
    { name: 'zone', kind: 'code' },
    { name: 'opens', kind: 'moment' },
    { name: 'closes', kind: 'moment' },
    { name: 'finishDays', kind: 'short' },
    { name: 'winterFrom', kind: 'day' },
    { name: 'winterTo', kind: 'day' },
    { name: 'closedFrom', kind: 'day' },
    { name: 'closedTo', kind: 'day' },
  ],
  people: [
    { name: 'minimumAge', kind: 'short' },
    { name: 'mainland', kind: 'choice', choices: yesNo },
    { name: 'paradata', kind: 'choice', choices: yesNo },
    { name: 'abroad', kind: 'choice', choices: yesNo },
    { name: 'recipientName', kind: 'texts' },
    { name: 'recipientContact', kind: 'line' },
    { name: 'recipientPurpose', kind: 'longTexts' },
  ],
  privacy: [
    { name: 'where', kind: 'longTexts' },
    { name: 'authority', kind: 'longTexts' },
    { name: 'backupDays', kind: 'short' },
    { name: 'keepDrafts', kind: 'short' },
    { name: 'keepParadata', kind: 'short' },
    { name: 'keepAnswers', kind: 'short' },
    { name: 'keepPayees', kind: 'short' },
    { name: 'keepMarks', kind: 'short' },
    { name: 'keepRequests', kind: 'short' },
  ],
  rewards: [
    { name: 'offers', kind: 'rows', fields: offerFields },
    { name: 'thanks', kind: 'rows', fields: offerFields },
    { name: 'taxMode', kind: 'choice', choices: ['none', 'net', 'gross_up'] },
    { name: 'taxRate', kind: 'short' },
    { name: 'paidWhen', kind: 'longTexts' },
    { name: 'voucherDays', kind: 'short' },
    { name: 'graceDays', kind: 'short' },
    { name: 'calendar', kind: 'choice', choices: calendarIds },
    { name: 'perPayout', kind: 'short' },
    { name: 'perBatch', kind: 'short' },
  ],
  checks: [
    { name: 'openLinkPolicy', kind: 'choice', choices: policies },
    { name: 'invitationPolicy', kind: 'choice', choices: policies },
    {
      name: 'quotas',
      kind: 'rows',
      fields: [
        { name: 'cell', kind: 'code' },
        { name: 'label', kind: 'texts' },
        { name: 'question', kind: 'choice', choices: 'questions' },
        { name: 'codes', kind: 'short' },
        { name: 'limit', kind: 'short' },
        { name: 'when', kind: 'lines' },
      ],
    },
  ],
}
