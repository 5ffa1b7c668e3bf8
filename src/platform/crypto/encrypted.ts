/**
 * Keeping texts secret at rest: JWE in compact form (RFC 7516), `dir` with A256GCM. What a text is for and which row it
 * belongs to stand in its protected header, which is authenticated: moved to another row, it does not open.
 */
import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import type { NamedKey } from '../../ports.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** What a text is for, as its header has it: a payee of a voucher, a text beside one, what people typed, a study's key. */
type Purpose = 'payee' | 'text' | 'answers' | 'study-key'

/** Encrypts a text under a key (AES-256-GCM), for one row. `context` is that row's id. */
export function encrypt({ kid, key }: NamedKey, purpose: Purpose, text: string, context: string): Promise<string> {
  return new CompactEncrypt(encoder.encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid, typ: purpose, ctx: context })
    .encrypt(key)
}

/**
 * Decrypts a text that was encrypted under one of these keys.
 * @throws Error when the key is gone, the text was changed, or it was encrypted for something else
 */
export async function decrypt(
  keys: readonly NamedKey[],
  purpose: Purpose,
  jwe: string,
  context: string,
): Promise<string> {
  const keyOf = ({ kid }: { kid?: string }) => {
    const named = keys.find((candidate) => candidate.kid === kid)
    if (named === undefined) throw new Error(`The key ${kid}, under which a text is encrypted, is not in the key set.`)
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

/** The id of the key under which a text is encrypted; null for what is no such text. */
export function keyIdOf(jwe: string): string | null {
  try {
    const [header = ''] = jwe.split('.')
    return String(JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/'))).kid)
  } catch {
    return null
  }
}
