/** Secret keys by WebCrypto, which every runtime has. What is kept of a key is the key and no promise, which on Workers belongs to one request. */
import { utf8Bytes } from '../crypto/compact.ts'
import { sha256 } from '../crypto/sha256.ts'
import { nonceBytes, type SecretKeys, type TextOrBytes, tagBytes } from '../keys/secret-keys.ts'

const bytes = (given: TextOrBytes) => (typeof given === 'string' ? utf8Bytes(given) : given) as Uint8Array<ArrayBuffer>

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

const how = (nonce: Uint8Array, header: TextOrBytes) => ({
  name: 'AES-GCM',
  iv: bytes(nonce),
  additionalData: bytes(header),
  tagLength: tagBytes * 8,
})

export const webSecretKeys: SecretKeys = {
  newSecret: () => random(32),
  sha256,

  async macKey(kid, secret) {
    const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    return { kid, mac: async (data) => new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(data))) }
  },

  async cipherKey(kid, secret) {
    const key = await crypto.subtle.importKey('raw', bytes(secret), 'AES-GCM', false, ['encrypt', 'decrypt'])
    return {
      kid,
      async encrypt(header, text) {
        const nonce = random(nonceBytes)
        const made = new Uint8Array(await crypto.subtle.encrypt(how(nonce, header), key, bytes(text)))
        const all = new Uint8Array(nonceBytes + made.length)
        all.set(nonce)
        all.set(made, nonceBytes)
        return all
      },
      async decrypt(header, encrypted) {
        const [nonce, made] = [encrypted.subarray(0, nonceBytes), encrypted.subarray(nonceBytes)]
        if (made.length < tagBytes) return null
        try {
          return new Uint8Array(await crypto.subtle.decrypt(how(nonce, header), key, bytes(made)))
        } catch {
          return null
        }
      },
    }
  },
}
