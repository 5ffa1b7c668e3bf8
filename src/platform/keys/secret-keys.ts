/** Secret keys and what they do, whichever way a runtime does it. */

/** What a runtime can say at once, and another only later: `await` takes both. */
export type MaybeLater<T> = T | Promise<T>

/** A key for HMAC-SHA-256. */
export interface MacKey {
  kid: string
  /** 32 bytes, of bytes or of a text in UTF-8. */
  mac(data: string | Uint8Array): MaybeLater<Uint8Array>
}

/** A key for AES-256-GCM. What is encrypted begins with its nonce, which is new each time, and ends with its tag. */
export interface CipherKey {
  kid: string
  /** `header` stays readable, and decrypting needs the same. */
  encrypt(header: Uint8Array, text: Uint8Array): MaybeLater<Uint8Array>
  /** Null when anything of either was changed. */
  decrypt(header: Uint8Array, encrypted: Uint8Array): MaybeLater<Uint8Array | null>
}

/** How many bytes AES-GCM puts before and behind a text (NIST SP 800-38D). */
export const nonceBytes = 12
export const tagBytes = 16

/** Makes keys of 32 secret bytes, which it can choose as well: on Node they work in the thread that asks, on Workers through WebCrypto. */
export interface SecretKeys {
  newSecret(): Uint8Array
  macKey(kid: string, secret: Uint8Array): MaybeLater<MacKey>
  cipherKey(kid: string, secret: Uint8Array): MaybeLater<CipherKey>
}

/** The private half of a pair for ES256. */
export interface SigningKey {
  kid: string
  key: CryptoKey
}

/** Keys of one purpose: the newest signs, every one verifies, so that rotation is adding a key. */
export interface KeyRing<Key = MacKey> {
  newest: Key
  all: readonly Key[]
}
