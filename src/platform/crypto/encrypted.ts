/**
 * Keeping texts secret at rest: JWE in compact form (RFC 7516), `dir` with A256GCM. What a text is for and which row it
 * belongs to stand in its protected header, which is authenticated: moved to another row, it does not open.
 */
import { type CipherKey, nonceBytes, tagBytes } from '../keys/secret-keys.ts'
import { bytesIn, readInto, toBase64Url } from './base64.ts'
import { jsonPart, objectIn, utf8Text } from './compact.ts'

/** What a text is for, as its header has it: a payee of a voucher, a text beside one, what people typed, a study's key. */
type Purpose = 'payee' | 'text' | 'answers' | 'study-key'

/** Encrypts a text under a key (AES-256-GCM), for one row. `context` is that row's id. */
export async function encrypt(key: CipherKey, purpose: Purpose, text: string, context: string): Promise<string> {
  const header = jsonPart({ alg: 'dir', enc: 'A256GCM', kid: key.kid, typ: purpose, ctx: context })
  const made = await key.encrypt(header, text)
  const end = made.length - tagBytes
  const parts = [made.subarray(0, nonceBytes), made.subarray(nonceBytes, end), made.subarray(end)].map(toBase64Url)
  // With `dir` there is no key to send along: its part is empty.
  return `${header}..${parts.join('.')}`
}

/**
 * Decrypts a text that was encrypted under one of these keys.
 * @throws Error when the key is gone, the text was changed, or it was encrypted for something else
 */
export async function decrypt(
  keys: readonly CipherKey[],
  purpose: Purpose,
  jwe: string,
  context: string,
): Promise<string> {
  const [head = '', sentKey, ...rest] = jwe.split('.', 6)
  const header = objectIn(head)
  if (header?.alg !== 'dir' || header.enc !== 'A256GCM' || 'crit' in header || 'zip' in header) {
    throw new Error('The algorithm of an encrypted text is not allowed.')
  }
  const key = keys.find(({ kid }) => kid === header.kid)
  if (key === undefined) {
    throw new Error(`The key ${header.kid}, under which a text is encrypted, is not in the key set.`)
  }
  const encrypted = sentKey === '' && rest.length === 3 ? joined(rest) : null
  const plain = encrypted && (await key.decrypt(head, encrypted))
  if (plain === null) throw new Error('The decryption operation failed.')
  if (header.typ !== purpose || header.ctx !== context) throw new Error('A text was sealed for something else.')
  return utf8Text(plain)
}

/** The bytes of nonce, text and tag one behind the other; null where one is no base64url or not as long as it is to be. */
function joined([nonce = '', text = '', tag = '']: readonly string[]): Uint8Array | null {
  const [ofNonce, ofText, ofTag] = [bytesIn(nonce), bytesIn(text), bytesIn(tag)]
  if (ofNonce !== nonceBytes || ofText === null || ofTag !== tagBytes) return null
  const all = new Uint8Array(ofNonce + ofText + ofTag)
  const isRead = readInto(all, 0, nonce) && readInto(all, ofNonce, text) && readInto(all, ofNonce + ofText, tag)
  return isRead ? all : null
}

const headerOf = (jwe: string) => objectIn(jwe.split('.', 1)[0] ?? '')

/** The id of the key under which a text is encrypted; null for what is no such text. */
export function keyIdOf(jwe: string): string | null {
  const header = headerOf(jwe)
  return header === null ? null : String(header.kid)
}

/** What a text says that it was encrypted for: true once it has opened. Null for what is no such text. */
export function contextOf(jwe: string): string | null {
  const header = headerOf(jwe)
  return header === null ? null : String(header.ctx)
}
