/** SHA256withRSA (PKCS #1 v1.5) over text, with the signature in base64. */
import { fromBase64, toBase64 } from './base64.ts'

const utf8 = new TextEncoder()

/** The RSASSA-PKCS1-v1_5 signature of a text in UTF-8 (RFC 8017), in base64. */
export async function signText(key: CryptoKey, text: string): Promise<string> {
  return toBase64(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, utf8.encode(text)))
}

/** Whether a signature in base64 is the key's of this text. */
export async function isTextSigned(key: CryptoKey, signature: string, text: string): Promise<boolean> {
  const bytes = fromBase64(signature)
  return bytes !== null && crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, bytes, utf8.encode(text))
}
