/** Voiding and replacing vouchers, and releasing held claims, as proposals are shown and confirmed. */
import type { Text } from '../../../schema/questionnaire.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { sql } from '../tables.ts'
import { endingEffects } from './effects.ts'
import { type EndingKind, readEnding } from './propose.ts'
import { type EndingWords, endingWords } from './words.ts'

const refusal = (code: keyof EndingWords['refusals']): Text => ({
  en: endingWords('en').refusals[code],
  'zh-Hans': endingWords('zh-Hans').refusals[code],
  'zh-Hant': endingWords('zh-Hant').refusals[code],
})

const refusals = {
  frozen: refusal('frozen'),
  budget: refusal('budget'),
  account_in_use: refusal('account_in_use'),
  not_found: refusal('not_found'),
}

const studyByVoucher = prepareQuery((p: { id: string }) =>
  sql.selectFrom('vouchers').select('study_id as studyId').where('id', '=', p.id),
)
const studyByClaim = prepareQuery((p: { id: string }) =>
  sql.selectFrom('claims').select('study_id as studyId').where('id', '=', p.id),
)

function shown(kind: EndingKind): Effect {
  return {
    effectOf: endingEffects[kind],
    studyOf: kind === 'claim_released' ? studyByClaim : studyByVoucher,
    what({ payload }, language) {
      const { reason, reference } = readEnding(payload)
      const { reasons, proposed } = endingWords(language)
      return { text: proposed[kind](reference, reasons[reason]), href: `/finance/vouchers/${reference}` }
    },
    refusals,
  }
}

export const voucherVoided = shown('voucher_voided')
export const voucherReissued = shown('voucher_reissued')
export const claimReleased = shown('claim_released')
