/** The words a payee reads with the money. */
import { expect, test } from 'vitest'
import { remittanceTitle } from '../../../src/rewards/payment-files/remittance.ts'

test.each([
  ['fps', 'HKD', '問卷調查獎賞'],
  ['fps', 'CNY', '問卷調查獎賞'],
  ['alipayhk', 'HKD', '問卷調查獎賞'],
  ['mpay', 'MOP', '問卷調查獎賞'],
  ['bank', 'HKD', '問卷調查獎賞'],
  ['bank', 'MOP', '問卷調查獎賞'],
  ['bank', 'CNY', '调研参与奖励'],
  ['bank', 'EUR', 'Survey reward'],
  ['alipay', 'CNY', '调研参与奖励'],
  ['wechat', 'CNY', '调研参与奖励'],
  ['gift', 'HKD', 'Survey reward'],
] as const)('%s in %s: %s', (channel, currency, title) => {
  expect(remittanceTitle(channel, currency)).toBe(title)
})
