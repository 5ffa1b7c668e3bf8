/** Secret keys and what they do, whichever way a runtime does it. */

/** What a runtime can say at once, and another only later: `await` takes both. */
export type MaybeLater<T> = T | Promise<T>

/** Bytes, or a text that stands for its bytes in UTF-8: Node makes less of a text than of an array for each. */
export type TextOrBytes = string | Uint8Array

/** A key for HMAC-SHA-256. */
export interface MacKey {
  kid: string
  /** 32 bytes. */
  mac(data: TextOrBytes): MaybeLater<Uint8Array>
}

/** A key for AES-256-GCM. What is encrypted begins with its nonce, which is new each time, and ends with its tag. */
export interface CipherKey {
  kid: string
  /** `header` stays readable, and decrypting needs the same. */
  encrypt(header: TextOrBytes, text: TextOrBytes): MaybeLater<Uint8Array>
  /** Null when anything of either was changed. */
  decrypt(header: TextOrBytes, encrypted: Uint8Array): MaybeLater<Uint8Array | null>
}

/** How many bytes AES-GCM puts before and behind a text (NIST SP 800-38D). */
export const nonceBytes = 12
export const tagBytes = 16

/** Makes keys of 32 secret bytes, which it can choose as well: on Node they work in the thread that asks, on Workers through WebCrypto. */
export interface SecretKeys {
  newSecret(): Uint8Array
  /** The SHA-256 of a text in UTF-8, in 64 lower-case hex digits. */
  sha256(text: string): MaybeLater<string>
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
