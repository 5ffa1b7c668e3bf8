/** That a payout by hand failed, as it is shown to the person who confirms it. */
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { type FailurePayload, payoutFailedEffect } from './report.ts'
import { studyByPayout } from './study-of-payout.ts'

export const payoutFailed: Effect = {
  effectOf: payoutFailedEffect,
  studyOf: studyByPayout,
  what({ payload }, language) {
    const { payoutId, reason, code, evidence } = JSON.parse(payload) as FailurePayload
    const said = code === null ? '' : ` (${code})`
    const words = payoutsMessages(language)
    return {
      text: words.failedByStaff({ why: words.reasons[reason], code: said, evidence }),
      href: `/finance/payouts/${payoutId}`,
    }
  },
}
