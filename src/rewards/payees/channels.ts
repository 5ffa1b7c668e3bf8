/** What each way of paying needs to know, and why: nothing else is asked for. */
import { type Channel, channels } from '../../../schema/tables.ts'
import type { Payer, Ports } from '../../ports.ts'
import type { Offer } from '../offers/offer.ts'

export type FieldName = 'openid' | 'phone' | 'name' | 'bank' | 'account' | 'email'

/**
 * What may be typed: a mobile number of mainland China or a number of Hong Kong, a person's name, the name of a bank or
 * its three-digit clearing code, a card number of mainland China, an account number, or an email address. `login` is
 * never typed: it comes from signing in.
 */
export type FieldKind =
  | 'login'
  | 'phone_cn'
  | 'phone_hk'
  | 'name'
  | 'bank_name'
  | 'bank_code'
  | 'card'
  | 'account_hk'
  | 'account'
  | 'email'

/** Why a field is asked for, as a key of the words. */
export type FieldWhy =
  | 'who_signed_in'
  | 'finds_account'
  | 'name_is_checked'
  | 'name_is_on_account'
  | 'which_bank'
  | 'gift_is_sent_there'

export interface PayeeField {
  name: FieldName
  kind: FieldKind
  why: FieldWhy
  /** The type of the input, or null where nothing is typed. */
  input: 'tel' | 'text' | 'email' | null
  inputMode: 'tel' | 'numeric' | 'email' | 'text'
  /** The hint for browsers that fill in forms. */
  autocomplete: string
}

const phone = (kind: 'phone_cn' | 'phone_hk'): PayeeField => ({
  name: 'phone',
  kind,
  why: 'finds_account',
  input: 'tel',
  inputMode: 'tel',
  autocomplete: 'tel',
})
const digits = (name: 'account' | 'bank', kind: FieldKind, why: FieldWhy): PayeeField => ({
  name,
  kind,
  why,
  input: 'text',
  inputMode: 'numeric',
  autocomplete: 'off',
})
const name = (why: FieldWhy): PayeeField => ({
  name: 'name',
  kind: 'name',
  why,
  input: 'text',
  inputMode: 'text',
  autocomplete: 'name',
})
const bankName: PayeeField = {
  name: 'bank',
  kind: 'bank_name',
  why: 'which_bank',
  input: 'text',
  inputMode: 'text',
  autocomplete: 'off',
}
const openid: PayeeField = {
  name: 'openid',
  kind: 'login',
  why: 'who_signed_in',
  input: null,
  inputMode: 'text',
  autocomplete: 'off',
}
const email: PayeeField = {
  name: 'email',
  kind: 'email',
  why: 'gift_is_sent_there',
  input: 'email',
  inputMode: 'email',
  autocomplete: 'email',
}

/** By channel, the currencies it pays and what it needs for each; `any` is every currency. */
const declared: Record<Channel, Readonly<Record<string, readonly PayeeField[]>>> = {
  wechat: { CNY: [openid] },
  // Alipay finds the account by its logon id and compares the real name with the one it has verified.
  alipay: { CNY: [phone('phone_cn'), name('name_is_checked')] },
  fps: { HKD: [phone('phone_hk'), name('name_is_checked')] },
  bank: {
    CNY: [bankName, digits('account', 'card', 'finds_account'), name('name_is_on_account')],
    HKD: [
      digits('bank', 'bank_code', 'which_bank'),
      digits('account', 'account_hk', 'finds_account'),
      name('name_is_on_account'),
    ],
    MOP: [bankName, digits('account', 'account', 'finds_account'), name('name_is_on_account')],
  },
  gift: { any: [email] },
}

/** What a channel asks for in this currency, in the order to ask; null when it does not pay that currency. */
export function fieldsOf(channel: Channel, currency: string): readonly PayeeField[] | null {
  return declared[channel][currency] ?? declared[channel].any ?? null
}

/** From this amount on, in fen, WeChat pays nobody whose name it is not told; signing in with it tells none. */
const wechatBelowMinor = 200_000

/**
 * The channels that a holder of this offer's voucher can choose now: those of the offer that a configured provider pays
 * in its currency, WeChat only where one can sign in with it and below the amount from which it wants a name, and a
 * gift wherever Tremendous is configured.
 */
export function channelsFor(
  offer: Pick<Offer, 'currency' | 'channels' | 'amountMinor'>,
  { payers, wechatLogin }: Pick<Ports, 'payers' | 'wechatLogin'>,
): Channel[] {
  return channels.filter((channel) => {
    if (fieldsOf(channel, offer.currency) === null) return false
    const paid = payers.filter((payer) => pays(payer, channel, offer.currency))
    if (channel === 'gift') return paid.some(({ provider }) => provider === 'tremendous')
    if (channel === 'wechat' && (wechatLogin === null || offer.amountMinor >= wechatBelowMinor)) return false
    return offer.channels.includes(channel) && paid.length > 0
  })
}

function pays({ channels, currencies }: Payer, channel: Channel, currency: string): boolean {
  return channels.includes(channel) && (currencies === null || currencies.includes(currency))
}
