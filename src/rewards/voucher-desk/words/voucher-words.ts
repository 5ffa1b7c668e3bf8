/** What the pages that find a voucher and show its life say. */
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Account } from '../../../../schema/tables.ts'
import type { LifeStep, ProposalOfVoucher } from '../voucher-store.ts'
import { voucherWords as en } from './voucher-words-en.ts'
import { voucherWords as hans } from './voucher-words-zh-hans.ts'
import { voucherWords as hant } from './voucher-words-zh-hant.ts'

export interface VoucherWords {
  title: string
  about: string
  find: string
  findHint: string
  amount: string
  tax: string
  /** What the account has got this year over all studies, and what it may get. */
  year: string
  yearOf: (total: string, allowed: string) => string
  currency: string
  day: string
  state: string
  anyState: string
  heldClaims: string
  search: string
  clear: string
  found: string
  newest: string
  nothing: string
  badAmount: string
  badDay: string
  notFound: (asked: string) => string
  notAll: string
  next: string
  study: string
  reference: string
  voucherTitle: (reference: string) => string
  expires: string
  never: string
  channel: string
  payee: string
  inPlaceOf: string
  replacedBy: string
  life: string
  lifeHint: string
  when: string
  what: string
  who: string
  why: string
  lives: Record<LifeStep['life'], string>
  transfers: string
  noTransfers: string
  from: string
  to: string
  accounts: Record<Account, string>
  payouts: string
  attempts: string
  preparedBy: string
  approvedBy: string
  openPayout: string
  proposals: string
  proposalKinds: Record<ProposalOfVoucher['kind'], string>
  waits: string
  decisions: Record<'confirmed' | 'declined' | 'withdrawn', string>
  actions: string
  actionsHint: string
  ways: Record<'void' | 'reissue' | 'release', { title: string; hint: string; button: string }>
  reason: string
  inWords: string
  inWordsHint: string
  done: Record<'proposed', string>
  refused: Record<'waiting' | 'frozen' | 'moved_on' | 'not_found' | 'reason' | 'shown' | 'no_link', string>
  link: string
  linkHint: string
  linkButton: string
  linkShown: (name: string, at: string) => string
  linkTitle: string
  linkNow: string
  back: string
  backToVoucher: string
}

const words: Record<Language, VoucherWords> = { en, 'zh-Hans': hans, 'zh-Hant': hant }

export function voucherWords(language: Language): VoucherWords {
  return words[language]
}
