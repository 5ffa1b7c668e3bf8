/** That a payout by hand failed, as it is shown to the person who confirms it. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { type FailurePayload, payoutFailedEffect } from './report.ts'
import { studyByPayout } from './study-of-payout.ts'
import { reasonWords } from './words-reasons.ts'

const sentence: Record<Language, (why: string, code: string, evidence: string) => string> = {
  en: (why, code, evidence) =>
    `This payout failed: ${why}${code}. Evidence: ${evidence}. Confirmed, it can be paid again.`,
  'zh-Hans': (why, code, evidence) => `此笔付款失败：${why}${code}。证据：${evidence}。确认后可再次付款。`,
  'zh-Hant': (why, code, evidence) => `此筆付款失敗：${why}${code}。證據：${evidence}。確認後可再次付款。`,
}

export const payoutFailed: Effect = {
  effectOf: payoutFailedEffect,
  studyOf: studyByPayout,
  what({ payload }, language) {
    const { payoutId, reason, code, evidence } = JSON.parse(payload) as FailurePayload
    const said = code === null ? '' : ` (${code})`
    return {
      text: sentence[language](reasonWords(language)[reason], said, evidence),
      href: `/finance/payouts/${payoutId}`,
    }
  },
}
