/**
 * HMACs in this thread. WebCrypto gives each to a thread of a pool and waits for it, which for one person is right and for a
 * crowd one after the other is a third of its time. The bytes are the same.
 */
import { createHmac, KeyObject } from 'node:crypto'

const keys = new WeakMap<CryptoKey, KeyObject>()

function macOf(key: CryptoKey, data: BufferSource): Uint8Array<ArrayBuffer> {
  const known = keys.get(key) ?? KeyObject.from(key)
  keys.set(key, known)
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
  return new Uint8Array(createHmac('sha256', known).update(bytes).digest())
}

/** From now on, in this process; only a command may do so. */
export function macInThisThread(): void {
  const { subtle } = crypto
  const { sign } = subtle
  const isHmac = (key: CryptoKey) =>
    key.algorithm.name === 'HMAC' && (key.algorithm as HmacKeyAlgorithm).hash.name === 'SHA-256'
  subtle.sign = async (algorithm, key, data) =>
    isHmac(key) ? macOf(key, data).buffer : sign.call(subtle, algorithm, key, data)
}
