/**
 * Keeping texts secret at rest: JWE in compact form (RFC 7516), `dir` with A256GCM. What a text is for and which row it
 * belongs to stand in its protected header, which is authenticated: moved to another row, it does not open.
 */
import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import * as z from 'zod'
import { channels } from '../../../schema/tables.ts'
import type { Keys, Payee } from '../../ports.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

type Purpose = 'payee' | 'text'

async function seal({ payees }: Pick<Keys, 'payees'>, purpose: Purpose, text: string, context: string) {
  const { kid, key } = payees.newest
  return new CompactEncrypt(encoder.encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid, typ: purpose, ctx: context })
    .encrypt(key)
}

async function open({ payees }: Pick<Keys, 'payees'>, purpose: Purpose, jwe: string, context: string) {
  const keyOf = ({ kid }: { kid?: string }) => {
    const named = payees.all.find((candidate) => candidate.kid === kid)
    if (named === undefined) throw new Error(`The key ${kid}, under which a payee was sealed, is not in the key set.`)
    return named.key
  }
  const { plaintext, protectedHeader } = await compactDecrypt(jwe, keyOf, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  })
  if (protectedHeader.typ !== purpose || protectedHeader.ctx !== context) {
    throw new errors.JWEDecryptionFailed('sealed for something else')
  }
  return decoder.decode(plaintext)
}

/** Seals a text under the newest key, for one row. `context` is that row's id. */
export function encryptText(keys: Pick<Keys, 'payees'>, text: string, context: string): Promise<string> {
  return seal(keys, 'text', text, context)
}

/**
 * Opens a text under whichever key of the ring sealed it.
 * @throws Error when the key is gone, the text was changed, or it was sealed for something else
 */
export function decryptText(keys: Pick<Keys, 'payees'>, jwe: string, context: string): Promise<string> {
  return open(keys, 'text', jwe, context)
}

const payeeSchema = z.strictObject({ channel: z.enum(channels), fields: z.record(z.string(), z.string()) })

/** Seals a payee for one voucher. `context` is the voucher's id. */
export function encryptPayee(keys: Pick<Keys, 'payees'>, payee: Payee, context: string): Promise<string> {
  return seal(keys, 'payee', JSON.stringify({ channel: payee.channel, fields: payee.fields }), context)
}

/**
 * Opens the payee of a voucher. Whoever shows it to staff records that in the audit trail first.
 * @throws Error when the key is gone, it was changed, or it was sealed for another voucher
 */
export async function decryptPayee(keys: Pick<Keys, 'payees'>, jwe: string, context: string): Promise<Payee> {
  return payeeSchema.parse(JSON.parse(await open(keys, 'payee', jwe, context)))
}
