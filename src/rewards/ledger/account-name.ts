/** What an account at a provider is called: `WeChat Pay CNY` for `wechat:CNY`. */
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { providers } from '../../../schema/tables.ts'

/** The name of an account by its id, or the id itself where it names no provider that is known here. */
export function accountName(accountId: string, language: Language): string {
  const [, id, currency] = /^([a-z]+):([A-Z]{3})$/.exec(accountId) ?? []
  const provider = providers.find((one) => one === id)
  return provider === undefined ? accountId : `${payoutsMessages(language).providers[provider]} ${currency}`
}
