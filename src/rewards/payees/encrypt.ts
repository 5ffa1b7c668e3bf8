/** Keeping payees secret at rest, under a key of the service. */
import * as z from 'zod'
import { channels } from '../../../schema/tables.ts'
import { decrypt, encrypt } from '../../platform/crypto/encrypted.ts'
import type { Keys, Payee } from '../../ports.ts'

/** Seals a text under the newest key, for one row. `context` is that row's id. */
export function encryptText(keys: Pick<Keys, 'payees'>, text: string, context: string): Promise<string> {
  return encrypt(keys.payees.newest, 'text', text, context)
}

/**
 * Opens a text under whichever key of the ring sealed it.
 * @throws Error when the key is gone, the text was changed, or it was sealed for something else
 */
export function decryptText(keys: Pick<Keys, 'payees'>, jwe: string, context: string): Promise<string> {
  return decrypt(keys.payees.all, 'text', jwe, context)
}

const payeeSchema = z.strictObject({ channel: z.enum(channels), fields: z.record(z.string(), z.string()) })

/** Seals a payee for one voucher. `context` is the voucher's id. */
export function encryptPayee(keys: Pick<Keys, 'payees'>, payee: Payee, context: string): Promise<string> {
  return encrypt(keys.payees.newest, 'payee', JSON.stringify({ channel: payee.channel, fields: payee.fields }), context)
}

/**
 * Opens the payee of a voucher. Whoever shows it to staff records that in the audit trail first.
 * @throws Error when the key is gone, it was changed, or it was sealed for another voucher
 */
export async function decryptPayee(keys: Pick<Keys, 'payees'>, jwe: string, context: string): Promise<Payee> {
  return payeeSchema.parse(JSON.parse(await decrypt(keys.payees.all, 'payee', jwe, context)))
}
