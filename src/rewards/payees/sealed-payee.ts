/** A payee as a JWE, for one voucher. */
import { channels } from '../../../schema/tables.ts'
import { contextOf, decrypt, encrypt } from '../../platform/crypto/encrypted.ts'
import type { CipherKey } from '../../platform/keys/secret-keys.ts'
import type { Payee } from '../../ports.ts'

/**
 * Seals a payee for a voucher.
 * @param was the digest of what was kept before, where it is sealed anew: it goes into the authenticated header
 */
export function sealPayee(
  key: CipherKey,
  { channel, fields }: Payee,
  voucherId: string,
  was: string | null = null,
): Promise<string> {
  const context = was === null ? voucherId : `${voucherId} ${was}`
  return encrypt(key, 'payee', JSON.stringify({ channel, fields }), context)
}

/**
 * Opens the payee of a voucher under one of these keys.
 * @throws Error when the key is gone, it was changed, or it was sealed for another voucher
 */
export async function openPayee(keys: readonly CipherKey[], jwe: string, voucherId: string): Promise<Payee> {
  const [voucher, was, ...rest] = (contextOf(jwe) ?? '').split(' ')
  // Whatever else stands there is refused by comparing it with the voucher.
  const context = voucher === voucherId && was !== undefined && rest.length === 0 ? `${voucherId} ${was}` : voucherId
  const payee: unknown = JSON.parse(await decrypt(keys, 'payee', jwe, context))
  if (!isPayee(payee)) throw new Error('What was sealed for the voucher is no payee.')
  return payee
}

function isPayee(one: unknown): one is Payee {
  if (typeof one !== 'object' || one === null) return false
  const { channel, fields, ...rest } = one as { channel?: unknown; fields?: unknown }
  return (
    channels.some((known) => known === channel) &&
    typeof fields === 'object' &&
    fields !== null &&
    Object.values(fields).every((value) => typeof value === 'string') &&
    Object.keys(rest).length === 0
  )
}
