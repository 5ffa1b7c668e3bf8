/** Which account a payee is, as a keyed hash: the same account is known again without being kept. */

import { keyedHash } from '../../platform/crypto/codes.ts'
import { utf8Bytes } from '../../platform/crypto/compact.ts'
import type { Keys, Payee } from '../../ports.ts'

/**
 * The keyed hash of a payee's account, under a key of the study. That key is derived from one that is kept outside the
 * database and never rotated, so hashes of two studies cannot be compared, and of one study always can.
 */
export function accountHash(keys: Pick<Keys, 'accounts' | 'secrets'>, studyId: string, payee: Payee): Promise<string> {
  return derivedHash(keys, `accounts of a study\n${studyId}`, payee)
}

/** The keyed hash of a payee's account under a key of its own for this purpose. */
export async function derivedHash(
  keys: Pick<Keys, 'accounts' | 'secrets'>,
  purpose: string,
  payee: Payee,
): Promise<string> {
  const { kid, mac } = keys.accounts
  const own = await keys.secrets.macKey(kid, await mac(utf8Bytes(purpose)))
  return keyedHash(own, 'payee account', accountOf(payee))
}

/**
 * What the account is, whoever it is said to belong to: neither the name nor a bank's name counts, since both can be
 * written in many ways. Where that makes two accounts look like one, a person looks.
 */
function accountOf({ channel, fields }: Payee): string {
  const { openid = '', phone = '', bank = '', account = '', email = '' } = fields
  switch (channel) {
    case 'wechat':
      return `wechat ${openid}`
    case 'alipay':
    case 'fps':
    case 'alipayhk':
    case 'mpay':
      return `${channel} ${phone}`
    case 'bank':
      return `bank ${/^\d{3}$/.test(bank) ? withCode(bank, account) : account}`
    case 'gift':
      return `gift ${mailboxOf(email)}`
  }
}

/** In Hong Kong people write an account number with the bank's code in front, or without. */
function withCode(code: string, account: string): string {
  return `hk ${account.startsWith(code) ? account : code + account}`
}

/** The mailbox that an address leads to: what follows a plus is a label, and Gmail does not see dots. */
function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const box = local.replace(/\+.*$/, '') || local
  const isGmail = domain === 'gmail.com' || domain === 'googlemail.com'
  return isGmail ? `${box.replaceAll('.', '')}@gmail.com` : `${box}@${domain}`
}
