/** What the pages about batches, payouts and attempts say. */
import type { Language } from '../../../../schema/questionnaire.ts'
import type { AttemptState, BatchState, Channel, ClaimState, PayoutState, Provider } from '../../../../schema/tables.ts'
import { payoutWords as en } from './words-payouts-en.ts'
import { payoutWords as hans } from './words-payouts-zh-hans.ts'
import { payoutWords as hant } from './words-payouts-zh-hant.ts'

export interface PayoutWords {
  title: string
  about: string
  waiting: string
  nothingWaits: string
  study: string
  provider: string
  channel: string
  claims: string
  sum: string
  prepare: string
  prepareHint: string
  heldClaims: string
  heldHint: string
  batches: string
  noBatches: string
  batch: string
  madeOn: string
  payouts: string
  state: string
  older: string
  newest: string
  nextStep: string
  steps: Record<'approve' | 'approve_second' | 'send' | 'holders' | 'sweep' | 'report' | 'none', string>
  batchTitle: (id: string) => string
  preparedBy: string
  approvedBy: string
  notYet: string
  needs: (count: number) => string
  hash: string
  hashHint: string
  differs: string
  approve: string
  refuse: string
  cancel: string
  cancelHint: string
  ownBatch: string
  instruct: string
  instructHint: string
  files: string
  filesHint: string
  file: Record<'csv' | 'xlsx' | 'pain001', string>
  upload: string
  uploadHint: string
  uploadButton: string
  report: string
  reportHint: string
  reportButton: string
  reported: (paid: number, known: number, conflicts: number, unknown: number) => string
  fileRefused: string
  line: (n: number) => string
  lines: string
  reference: string
  voucher: string
  amount: string
  attempt: string
  since: string
  next: string
  code: string
  reason: string
  details: string
  fail: string
  failHint: string
  failReason: string
  failCode: string
  failEvidence: string
  failButton: string
  failProposed: string
  payoutTitle: (reference: string) => string
  life: string
  when: string
  who: string
  what: string
  calls: string
  callNames: Record<'send' | 'query' | 'cancel', string>
  ask: string
  askHint: string
  asked: string
  payee: string
  showPayee: string
  showPayeeHint: string
  clearing: string
  clearingAbout: string
  nothingInClearing: string
  nextIn: (minutes: number) => string
  nextNow: string
  byStaff: string
  inClearing: string
  batchStates: Record<BatchState, string>
  payoutStates: Record<PayoutState, string>
  attemptStates: Record<AttemptState, string>
  claimStates: Record<ClaimState, string>
  providers: Record<Provider, string>
  channels: Record<Channel, string>
  actors: Record<'holder' | 'sweep' | 'service', string>
  refusals: Record<
    | 'nothing_ready'
    | 'all_held'
    | 'moved_on'
    | 'not_offered'
    | 'not_found'
    | 'same_person'
    | 'approved_before'
    | 'changed'
    | 'nothing_left'
    | 'not_approved'
    | 'closed'
    | 'would_settle_in_closure'
    | 'not_published'
    | 'waiting'
    | 'stopped'
    | 'evidence_missing',
    string
  >
  opensOn: (day: string) => string
  done: Record<
    'prepared' | 'prepared_some_held' | 'approved' | 'first_approval' | 'refused' | 'cancelled' | 'instructed',
    string
  >
  back: string
}

const words: Record<Language, PayoutWords> = { en, 'zh-Hans': hans, 'zh-Hant': hant }

/** What these pages say. */
export function payoutWords(language: Language): PayoutWords {
  return words[language]
}
