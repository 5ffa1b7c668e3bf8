/** What a payment by hand is for, in the words of whoever it reaches. */
import { paymentFilesMessages } from '../../../messages/generated/payment-files.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Channel } from '../../../schema/tables.ts'
import { isWallet } from '../payees/channels.ts'

/** What the payee reads, in the language of their channel; of a bank account, in that of its currency (ISO 4217). */
export function remittanceTitle(channel: Channel, currency: string): string {
  return paymentFilesMessages(languageOf(channel, currency)).remittance
}

function languageOf(channel: Channel, currency: string): Language {
  if (channel === 'wechat' || channel === 'alipay') return 'zh-Hans'
  if (channel === 'fps' || isWallet(channel)) return 'zh-Hant'
  if (channel === 'bank' && currency === 'CNY') return 'zh-Hans'
  return channel === 'bank' && (currency === 'HKD' || currency === 'MOP') ? 'zh-Hant' : 'en'
}
