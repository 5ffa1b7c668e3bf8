/** Secret keys by node:crypto, in the thread that asks: giving a short text to another thread and waiting takes several times as long. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  randomBytes,
  randomFillSync,
} from 'node:crypto'
import { nonceBytes, type SecretKeys, type TextOrBytes, tagBytes } from '../keys/secret-keys.ts'

const cipher = 'aes-256-gcm'
const options = { authTagLength: tagBytes }

/** Nonces are drawn by the hundred: asking for random bytes takes as long for 4 kB as for one. None is given out twice. */
const nonces = Buffer.allocUnsafeSlow(nonceBytes * 300)
let nextNonce = nonces.length

function newNonce(): Uint8Array {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces)
    nextNonce = 0
  }
  nextNonce += nonceBytes
  return nonces.subarray(nextNonce - nonceBytes, nextNonce)
}

/** Short ones lie in memory that many share. */
const bytesOf = (given: TextOrBytes): Uint8Array => (typeof given === 'string' ? Buffer.from(given) : given)

export const nodeSecretKeys: SecretKeys = {
  newSecret: () => randomBytes(32),
  sha256: (text) => hash('sha256', text),

  macKey(kid, secret) {
    const key = createSecretKey(secret)
    return { kid, mac: (data) => createHmac('sha256', key).update(data).digest() }
  },

  cipherKey(kid, secret) {
    const key = createSecretKey(secret)
    return {
      kid,
      encrypt(header, text) {
        const nonce = newNonce()
        const made = createCipheriv(cipher, key, nonce, options).setAAD(bytesOf(header))
        return Buffer.concat([nonce, made.update(bytesOf(text)), made.final(), made.getAuthTag()])
      },
      decrypt(header, encrypted) {
        const end = encrypted.length - tagBytes
        if (end < nonceBytes) return null
        const made = createDecipheriv(cipher, key, encrypted.subarray(0, nonceBytes), options)
          .setAAD(bytesOf(header))
          .setAuthTag(encrypted.subarray(end))
        try {
          return Buffer.concat([made.update(encrypted.subarray(nonceBytes, end)), made.final()])
        } catch {
          return null
        }
      },
    }
  },
}
