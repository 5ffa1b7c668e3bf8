/** What each way of paying needs to know, and why: nothing else is asked for. */
import { type Channel, channels } from '../../../schema/tables.ts'
import { whyNotCarried } from '../../platform/money/carries.ts'
import type { PayeeLogin, Payer, Ports } from '../../ports.ts'
import type { Offer } from '../offers/offer.ts'

export type FieldName = 'openid' | 'phone' | 'name' | 'bank' | 'account' | 'email'

/**
 * What may be typed: a mobile number of mainland China, Hong Kong or Macao, a person's name, the name of a bank or its
 * three-digit clearing code, a card number of mainland China, an account number, or an email address; names also in letters
 * that a bank of Latin characters takes, or as a wallet shows them, with stars for a part. `login` is never typed: it comes from signing in.
 */
export type FieldKind =
  | 'login'
  | 'phone_cn'
  | 'phone_hk'
  | 'phone_hk_mobile'
  | 'phone_mo_mobile'
  | 'name'
  | 'name_latin'
  | 'name_in_wallet'
  | 'bank_name'
  | 'bank_name_latin'
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
  | 'name_is_compared'
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

/** Whether a field finds an account: a device keeps nothing of it. */
export function isSecret(name: FieldName): boolean {
  return name !== 'name' && name !== 'bank'
}

const phone = (kind: 'phone_cn' | 'phone_hk' | 'phone_hk_mobile' | 'phone_mo_mobile'): PayeeField => ({
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
const nameInWallet: PayeeField = { ...name('name_is_compared'), kind: 'name_in_wallet' }
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
  // Both find the account by its mobile number, and show whoever pays a name, or a part of one: the only sign that a digit is
  // wrong, for what is sent to a stranger does not come back.
  alipayhk: { HKD: [phone('phone_hk_mobile'), nameInWallet] },
  mpay: { MOP: [phone('phone_mo_mobile'), nameInWallet] },
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
export function payeeFields(channel: Channel, currency: string): readonly PayeeField[] | null {
  return declared[channel][currency] ?? declared[channel].any ?? null
}

/**
 * The same, where the bank that pays takes Latin characters only: then names are asked for in these, for nobody but their
 * owner can say how they are written.
 */
export function fieldsAsked(
  { settings }: { settings: Pick<Ports['settings'], 'debtor'> },
  channel: Channel,
  currency: string,
): readonly PayeeField[] {
  const fields = payeeFields(channel, currency) ?? []
  const isLatin = settings.debtor?.characters === 'latin' && (channel === 'bank' || channel === 'fps')
  if (!isLatin) return fields
  return fields.map((field) =>
    field.kind === 'name' || field.kind === 'bank_name' ? { ...field, kind: `${field.kind}_latin` as const } : field,
  )
}

/** Channels whose holders confirm each payment in the provider's own app. */
const confirmed: readonly Channel[] = ['wechat']

/** Whether the holder of a claim on this channel has to confirm it, for whoever does not know the payer. */
export function isConfirmedOn(channel: Channel): boolean {
  return confirmed.includes(channel)
}

/** Channels that are paid in an app of their own, to a phone number, and by no bank. */
const wallets: readonly Channel[] = ['alipayhk', 'mpay']

/** Whether this channel is paid in an app of its own, which takes no bank's file. */
export function isWallet(channel: Channel): boolean {
  return wallets.includes(channel)
}

/** Whether payees of this channel sign in instead of typing an account. */
export function isSignedInto(channel: Channel): boolean {
  return Object.values(declared[channel]).some((fields) => fields.some(({ kind }) => kind === 'login'))
}

/** How payees of this channel sign in; undefined where no configured provider lets them. */
export function loginOf({ payers }: Pick<Ports, 'payers'>, channel: Channel): PayeeLogin | undefined {
  return payers.find((payer) => payer.channels.includes(channel) && payer.login !== undefined)?.login
}

/**
 * The channels that a holder of this offer's voucher can choose now: the offer's own or those of every offer, as far as a
 * configured provider pays this currency and amount by them, and lets payees sign in where that is needed.
 */
export function channelsFor(
  { currency, amountMinor, channels: named }: Pick<Offer, 'currency' | 'channels' | 'amountMinor'>,
  ports: Pick<Ports, 'payers'>,
): Channel[] {
  return channels.filter((channel) => {
    if (payeeFields(channel, currency) === null) return false
    if (isSignedInto(channel) && loginOf(ports, channel) === undefined) return false
    return ports.payers.some(
      (payer) => (payer.everyOffer === true || named.includes(channel)) && pays(payer, channel, currency, amountMinor),
    )
  })
}

function pays({ channels, carries }: Payer, channel: Channel, currency: string, amountMinor: number) {
  return channels.includes(channel) && whyNotCarried(carries, currency, amountMinor) === null
}
