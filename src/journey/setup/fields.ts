/** The fields of each section of a set-up, in the order of its page. Forms are drawn and read by this table. */
import { languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import { channels } from '../../../schema/tables.ts'
import { calendarIds } from '../../rewards/calendar/calendar.ts'
import type { Setup, SetupSection } from './setup.ts'

/** Where the choices of a field come from: a list of words, or what is there when the page is drawn. */
export type FieldChoices = readonly string[] | 'templates' | 'studies' | 'places' | 'questions'

interface Placed {
  name: string
  /** Few studies change it: it stands folded behind the others of its step. */
  more?: true
  /** Shown only where this choice of another field asks for it (`data-with` in the style sheet), or this fact of the questionnaire. */
  with?: 'template' | 'study' | 'abroad' | 'tax' | 'winter'
}

export type SetupField = Placed &
  (
    | { kind: 'line' | 'short' | 'code' | 'texts' | 'longTexts' | 'moment' | 'day' | 'lines' | 'hidden' }
    | { kind: 'choice' | 'checks'; choices: FieldChoices }
    | { kind: 'rows'; fields: readonly SetupField[] }
  )

const yesNo = ['no', 'yes'] as const
const policies = ['check', 'issue', 'hold'] as const

const offerFields: readonly SetupField[] = [
  { name: 'currency', kind: 'short' },
  { name: 'amount', kind: 'short' },
  { name: 'budget', kind: 'short' },
  { name: 'channels', kind: 'checks', choices: channels },
  { name: 'places', kind: 'checks', choices: 'places' },
]

export const sectionFields: Readonly<Record<SetupSection, readonly SetupField[]>> = {
  study: [
    { name: 'slug', kind: 'code' },
    { name: 'languages', kind: 'checks', choices: languages },
    { name: 'organiser', kind: 'texts' },
    { name: 'contact', kind: 'line' },
    { name: 'forWhom', kind: 'longTexts', more: true },
    { name: 'why', kind: 'longTexts', more: true },
    { name: 'costCentre', kind: 'short', more: true },
    { name: 'projectCode', kind: 'short', more: true },
  ],
  questionnaire: [
    { name: 'from', kind: 'choice', choices: ['template', 'study', 'version'] },
    { name: 'template', kind: 'choice', choices: 'templates', with: 'template' },
    { name: 'study', kind: 'choice', choices: 'studies', with: 'study' },
    { name: 'version', kind: 'hidden' },
    { name: 'minutes', kind: 'short' },
  ],
  window: [
    { name: 'zone', kind: 'code' },
    { name: 'opens', kind: 'moment' },
    { name: 'closes', kind: 'moment' },
    { name: 'finishDays', kind: 'short', more: true },
    { name: 'winterFrom', kind: 'day', with: 'winter' },
    { name: 'winterTo', kind: 'day', with: 'winter' },
    { name: 'closedFrom', kind: 'day', with: 'winter' },
    { name: 'closedTo', kind: 'day', with: 'winter' },
  ],
  people: [
    { name: 'minimumAge', kind: 'short' },
    { name: 'mainland', kind: 'choice', choices: yesNo },
    { name: 'paradata', kind: 'choice', choices: yesNo, more: true },
    { name: 'abroad', kind: 'choice', choices: yesNo },
    { name: 'recipientName', kind: 'texts', with: 'abroad' },
    { name: 'recipientContact', kind: 'line', with: 'abroad' },
    { name: 'recipientPurpose', kind: 'longTexts', with: 'abroad' },
  ],
  privacy: [
    { name: 'where', kind: 'longTexts', more: true },
    { name: 'authority', kind: 'longTexts', more: true },
    { name: 'backupDays', kind: 'short', more: true },
    { name: 'keepDrafts', kind: 'short', more: true },
    { name: 'keepParadata', kind: 'short', more: true },
    { name: 'keepAnswers', kind: 'short', more: true },
    { name: 'keepPayees', kind: 'short', more: true },
    { name: 'keepMarks', kind: 'short', more: true },
    { name: 'keepRequests', kind: 'short', more: true },
  ],
  rewards: [
    { name: 'offers', kind: 'rows', fields: offerFields },
    { name: 'thanks', kind: 'rows', fields: offerFields, more: true },
    { name: 'taxMode', kind: 'choice', choices: ['none', 'net', 'gross_up'], more: true },
    { name: 'taxRate', kind: 'short', more: true, with: 'tax' },
    { name: 'paidWhen', kind: 'longTexts' },
    { name: 'voucherDays', kind: 'short', more: true },
    { name: 'graceDays', kind: 'short', more: true },
    { name: 'calendar', kind: 'choice', choices: calendarIds, more: true },
    { name: 'perPayout', kind: 'short', more: true },
    { name: 'perBatch', kind: 'short', more: true },
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

/**
 * The fields of a section that this set-up has a use for: days of a vacation are for a questionnaire that asks about one, or
 * where some have been typed.
 */
export function fieldsFor(section: SetupSection, setup: Setup, questionnaire: Pick<Questionnaire, 'facts'> | null) {
  const asksOfWinter = questionnaire?.facts.includes('winter') ?? false
  const { winterFrom, winterTo, closedFrom, closedTo } = setup.window
  const isTyped = [winterFrom, winterTo, closedFrom, closedTo].some((day) => day !== '')
  return sectionFields[section].filter((field) => field.with !== 'winter' || asksOfWinter || isTyped)
}

/** Whether a field says something of the study: one that another choice leaves without a use, or that nobody sees, does not. */
export function isUsed(field: SetupField, { questionnaire, people, rewards }: Setup): boolean {
  switch (field.with) {
    case 'template':
    case 'study':
      return questionnaire.from === field.with
    case 'abroad':
      return people.abroad !== 'no'
    case 'tax':
      return rewards.taxMode !== 'none'
    default:
      return field.kind !== 'hidden'
  }
}
