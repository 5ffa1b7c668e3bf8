/** Who we are to Tremendous, read once from the configuration. */
import type { TremendousSettings } from './settings.ts'

export interface TremendousAccount {
  api: string
  apiKey: string
  campaignId: string
  /** `balance`, or the id of a funding source that orders by API may use. */
  fundingSource: string
  /** HMAC-SHA-256: the private key that the webhook was made with. */
  webhook: CryptoKey
}

/**
 * The account of a configuration, or null when it has none.
 * @throws Error with one line that names the setting which is missing
 */
export async function readTremendous(config: TremendousSettings): Promise<TremendousAccount | null> {
  const { TREMENDOUS_API_KEY, TREMENDOUS_CAMPAIGN_ID, TREMENDOUS_WEBHOOK_KEY } = config
  if (TREMENDOUS_API_KEY === undefined) return null
  const missing = (name: string) => new Error(`${name}: missing, and TREMENDOUS_API_KEY is set`)
  if (TREMENDOUS_CAMPAIGN_ID === undefined) throw missing('TREMENDOUS_CAMPAIGN_ID')
  if (TREMENDOUS_WEBHOOK_KEY === undefined) throw missing('TREMENDOUS_WEBHOOK_KEY')
  return {
    api: config.TREMENDOUS_API,
    apiKey: TREMENDOUS_API_KEY,
    campaignId: TREMENDOUS_CAMPAIGN_ID,
    fundingSource: config.TREMENDOUS_FUNDING_SOURCE,
    webhook: await webhookKey(TREMENDOUS_WEBHOOK_KEY),
  }
}

/** The key of HMAC-SHA-256 by which Tremendous signs its notices. */
export function webhookKey(text: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', new TextEncoder().encode(text), algorithm, false, ['sign', 'verify'])
}
