import type { Context } from 'hono'
import type { Language } from '../../../schema/questionnaire.ts'
import type { AppEnv } from '../../ports.ts'
import type { VoucherLife } from './voucher-read.ts'
import type { VoucherWords } from './words/voucher-words.ts'

/** What each part of a voucher's page is drawn from. */
export interface VoucherPart {
  c: Context<AppEnv>
  life: VoucherLife
  words: VoucherWords
  language: Language
}
