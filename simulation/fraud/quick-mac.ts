/**
 * HMACs in this thread. WebCrypto gives each to a thread of a pool and waits for it, which for one person is right and for a
 * crowd one after the other is a third of its time. The bytes are the same.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

const secrets = new WeakMap<CryptoKey, KeyObject>()

/** Tells what a key for HMAC with SHA-256 is made of, so that it can be used here. */
export function knowSecret(key: CryptoKey, secret: Uint8Array): void {
  secrets.set(key, createSecretKey(secret))
}

/** From now on, in this process and with keys that are known; only a command may do so. */
export function macInThisThread(): void {
  const { subtle } = crypto
  const { sign } = subtle
  subtle.sign = async (algorithm, key, data) => {
    const secret = secrets.get(key)
    if (secret === undefined) return sign.call(subtle, algorithm, key, data)
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data)
    return new Uint8Array(createHmac('sha256', secret).update(bytes).digest()).buffer
  }
}
