/** That payouts by hand failed, as it is shown to the person who confirms it. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { studyByBatch } from '../batches/study-of-batch.ts'
import { isDuplicate } from '../payment-files/bank-reasons.ts'
import { type FailurePayload, payoutFailedEffect } from './report.ts'
import { studyByPayout } from './study-of-payout.ts'
import { type BatchFailurePayload, batchFailedEffect } from './whole-batch.ts'

export const payoutFailed: Effect = {
  effectOf: payoutFailedEffect,
  studyOf: studyByPayout,
  what({ payload }, language) {
    const { payoutId, reason, code, evidence } = JSON.parse(payload) as FailurePayload
    const said = code === null ? '' : commonMessages(language).bracketed({ text: code })
    const words = payoutsMessages(language)
    return {
      text: words.failedByStaff({ why: words.reasons[reason], code: said, evidence }),
      href: `/finance/payouts/${payoutId}`,
    }
  },
}

/** That none of a batch's payouts was made, as the bank rejected its message: one decision for all of them. */
export const batchFailed: Effect = {
  effectOf: batchFailedEffect,
  studyOf: studyByBatch,
  what({ payload }, language) {
    const { batchId, payoutIds, amountMinor, currency, reason, code, evidence } = JSON.parse(
      payload,
    ) as BatchFailurePayload
    const words = payoutsMessages(language)
    const text = words.batchFailedByBank({
      count: payoutIds.length,
      sum: formatMoney(amountMinor, currency, language),
      why: words.reasons[reason],
      code: code === null ? '' : commonMessages(language).bracketed({ text: code }),
      evidence,
    })
    return { text: isDuplicate(code) ? `${text} ${words.maybePaid}` : text, href: `/finance/batches/${batchId}` }
  },
}
