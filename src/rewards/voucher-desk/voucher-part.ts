import type { Context } from 'hono'
import type { VouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { AppEnv } from '../../ports.ts'
import type { VoucherHistory } from './voucher-read.ts'

/** What a form of proposals held that was refused. */
export interface TypedProposal {
  way: string | undefined
  reason: string | undefined
  why: string
}

/** What each part of a voucher's page is drawn from. */
export interface VoucherPart {
  c: Context<AppEnv>
  history: VoucherHistory
  words: VouchersMessages
  language: Language
  /** What was typed into the form that was refused, if one was. */
  typed: TypedProposal | null
}
