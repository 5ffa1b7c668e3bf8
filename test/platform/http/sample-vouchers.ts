/** A voucher in every stage that its holder may see. */

import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Html } from '../../../src/platform/http/html.ts'
import type { VoucherProgress, VoucherStage } from '../../../src/rewards/claims/progress.ts'
import { ProgressView, StageView } from '../../../src/rewards/claims/progress-view.tsx'
import { voucherPage } from '../../../src/rewards/vouchers/page.tsx'
import { shellIn } from './sample-shell.ts'

const stages = Object.keys(voucherMessages('en').stages) as VoucherStage[]

/** One progress of each stage, with everything that could be said of it. */
export const progresses: VoucherProgress[] = stages.map((stage) => ({
  stage,
  reason: 'other',
  who: 'you',
  untilAtLeast: true,
  until: '2026-11-24T08:00:00.000Z',
  from: '2026-11-25',
  askAt: '2026-11-23T09:00:00.000Z',
  expected: { by: '2026-11-30' },
  review:
    stage === 'held'
      ? { is: 'held', workingDays: 7, by: '2026-12-02' }
      : { is: 'mayObject', until: '2026-12-07T08:00:00.000Z' },
  notices: [
    { is: 'closure', from: '2026-02-15', to: '2026-02-23' },
    { is: 'slow', from: '2026-01-19', to: '2026-02-24' },
  ],
  steps: [
    { name: 'issued', is: 'done', day: '2026-11-23' },
    { name: 'account', is: 'now', day: null },
    { name: 'paid', is: 'coming', day: null },
  ],
  may: { claim: stage === 'issued', change: stage === 'waiting', receive: stage === 'receive' },
  channel: 'alipay',
  endsSoon: '2026-11-24',
}))

export const voucherIn = (language: Language, progress: VoucherProgress, isInWechat = false): Html => {
  const ways = {
    ...{ claim: '/s/s/voucher/claim', receive: isInWechat ? '/s/s/voucher/receive' : null, here: '/s/s/voucher' },
    reminder: '/s/s/voucher/reminder.ics',
    status: '/s/s/status',
    wechat: { link: 'https://example.org/v/7k2m9qfz4t8w', qrSvg: '<svg viewBox="0 0 1 1"></svg>' },
  }
  return voucherPage({
    shell: shellIn(language),
    study: 'Study',
    amountMinor: 2000,
    beforeTaxMinor: null,
    currency: 'CNY',
    reference: 'R-1',
    code: '7k2m9qfz4t8w',
    link: 'https://example.org/v/7k2m9qfz4t8w',
    qrSvg: isInWechat ? null : '<svg viewBox="0 0 1 1"></svg>',
    isInWechat,
    isNew: true,
    isHeld: progress.stage === 'held',
    isLive: true,
    forgetPath: '/s/s/devices/here',
    devicesPath: '/s/s/devices',
    statusPath: '/s/s/status',
    stage: StageView({ progress, language, account: ['+86 138****5678', '王*'], ways }),
    progress: ProgressView({ progress, language }),
  })
}
