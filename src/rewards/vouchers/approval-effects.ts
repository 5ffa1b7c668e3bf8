/** Voiding and replacing vouchers, and releasing held claims, as proposals are shown and confirmed. */
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { ApprovalEffect } from '../../staff/approvals/effect.ts'
import { sql } from '../tables.ts'
import { endingEffects } from './effects.ts'
import { type LifecycleKind, readLifecyclePayload } from './propose.ts'
import { lifecycleDetails } from './shown-lifecycle.ts'

const studyByVoucher = prepareQuery((p: { id: string }) =>
  sql.selectFrom('vouchers').select('study_id as studyId').where('id', '=', p.id),
)
const studyByClaim = prepareQuery((p: { id: string }) =>
  sql.selectFrom('claims').select('study_id as studyId').where('id', '=', p.id),
)

function shown(kind: LifecycleKind): ApprovalEffect {
  return {
    effectOf: endingEffects[kind],
    studyOf: kind === 'claim_released' ? studyByClaim : studyByVoucher,
    what({ payload }, language) {
      const { reason, reference } = readLifecyclePayload(payload)
      const { reasons, proposed } = vouchersMessages(language).lifecycle
      return { text: proposed[kind]({ reference, reason: reasons[reason] }), href: `/finance/vouchers/${reference}` }
    },
    show: (ports, { subject, payload }, language) => lifecycleDetails(ports, kind, { subject, payload }, language),
    refusals(language) {
      const { frozen, budget, account_in_use, not_found } = vouchersMessages(language).lifecycle.refusals
      return { frozen, budget, account_in_use, not_found }
    },
  }
}

export const voucherVoided = shown('voucher_voided')
export const voucherReissued = shown('voucher_reissued')
export const claimReleased = shown('claim_released')
