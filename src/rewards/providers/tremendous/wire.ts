/** Tremendous's texts: an order with an exact amount, replies whose numbers stay text, and signatures of webhooks. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { formatPayableMinorUnits } from '../../../platform/money/money.ts'
import type { TremendousAccount } from './account.ts'

/**
 * The body of `POST /api/v2/orders`. Written by hand because the amount is a JSON number in major units, which must not
 * become a float on its way. The same order is the same text, to the letter.
 */
export function orderBody(
  { campaignId, fundingSource }: Pick<TremendousAccount, 'campaignId' | 'fundingSource'>,
  order: { reference: string; amountMinor: number; currency: string; email: string },
): string {
  const { reference, amountMinor, currency, email } = order
  const text = JSON.stringify
  return (
    `{"external_id":${text(reference)},"payment":{"funding_source_id":${text(fundingSource)}},` +
    `"reward":{"campaign_id":${text(campaignId)},` +
    `"value":{"denomination":${formatPayableMinorUnits(amountMinor, currency)},"currency_code":${text(currency)}},` +
    `"recipient":{"email":${text(email)}},"delivery":{"method":"EMAIL"}}}`
  )
}

/** JSON whose numbers stay the text they are written as: 0.1 is no float, and none is money. Null for what is no JSON. */
export function parsedExactly(body: string): unknown {
  const revive = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value
  try {
    return JSON.parse(body, revive)
  } catch {
    return null
  }
}

/** `sha256=` and the HMAC-SHA-256 of the raw body in hex: the header `Tremendous-Webhook-Signature`. */
export async function webhookSignature(key: CryptoKey, body: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(body)))
  return `sha256=${bytesToHex(bytes)}`
}

/** Compared by the runtime, in a time that does not tell how much of it was right. */
export async function isWebhookSigned(key: CryptoKey, signature: string, body: string): Promise<boolean> {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(signature)?.[1]
  if (hex === undefined) return false
  const bytes = new Uint8Array(hexToBytes(hex))
  return crypto.subtle.verify('HMAC', key, bytes, new TextEncoder().encode(body))
}
