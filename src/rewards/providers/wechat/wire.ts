/**
 * The texts that WeChat Pay's v3 interface signs, and the headers that carry the signatures.
 * Source: pay.weixin.qq.com, "signature generation" and "signature verification" of APIv3.
 */
import { isTextSigned } from '../../../platform/crypto/rsa.ts'

export const scheme = 'WECHATPAY2-SHA256-RSA2048'
/** WeChat sends signatures that begin so to see whether they are checked: they are never good. */
const probe = 'WECHATPAY/SIGNTEST/'
/** How far the other side's clock may be from ours, in seconds. */
export const toleranceSeconds = 300

/** Each line ends with a newline, also the last. */
const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('')

/** What a request's signature covers. `path` has the query; `body` is empty where there is none. */
export function requestText(request: {
  method: string
  path: string
  timestamp: string
  nonce: string
  body: string
}): string {
  return lines(request.method, request.path, request.timestamp, request.nonce, request.body)
}

/** What the signature of a reply or a notice covers. */
export function replyText(reply: { timestamp: string; nonce: string; body: string }): string {
  return lines(reply.timestamp, reply.nonce, reply.body)
}

/** The `Authorization` of a request. */
export function authorization(parts: {
  mchId: string
  nonce: string
  signature: string
  timestamp: string
  serial: string
}): string {
  return `${scheme} mchid="${parts.mchId}",nonce_str="${parts.nonce}",signature="${parts.signature}",timestamp="${parts.timestamp}",serial_no="${parts.serial}"`
}

/** Whole seconds since 1970, as text. */
export function unixSeconds(now: string): string {
  return String(Math.floor(Date.parse(now) / 1000))
}

/**
 * Why what WeChat is said to have sent is not taken as WeChat's, or null when it is.
 * @param keys WeChat's public keys by their ids: more than one while one is replaced
 */
export async function whyForged(
  headers: Headers,
  body: string,
  keys: ReadonlyMap<string, CryptoKey>,
  now: string,
): Promise<'unsigned' | 'probe' | 'old' | 'unknown_key' | 'bad_signature' | null> {
  const timestamp = headers.get('wechatpay-timestamp') ?? ''
  const nonce = headers.get('wechatpay-nonce') ?? ''
  const signature = headers.get('wechatpay-signature') ?? ''
  if (signature === '' || nonce === '' || !/^\d{1,12}$/.test(timestamp)) return 'unsigned'
  if (signature.startsWith(probe)) return 'probe'
  if (Math.abs(Number(timestamp) - Date.parse(now) / 1000) > toleranceSeconds) return 'old'
  const key = keys.get(headers.get('wechatpay-serial') ?? '')
  if (key === undefined) return 'unknown_key'
  return (await isTextSigned(key, signature, replyText({ timestamp, nonce, body }))) ? null : 'bad_signature'
}
