/** Both sides' secrets for a sandbox Tremendous: settings for the service, and what the sandbox one keeps. */
import type { Ids } from '../../../src/ports.ts'
import { webhookKey } from '../../../src/rewards/providers/tremendous/account.ts'

/** What Tremendous knows of its one organisation. */
export interface TremendousSide {
  apiKey: string
  campaignId: string
  fundingSource: string
  /** Signs webhooks. */
  webhook: CryptoKey
  /** Signs what is forged. */
  stranger: CryptoKey
}

/**
 * Makes a matching set of keys and names.
 * @param base where the sandbox Tremendous is reached
 */
export async function tremendousSandboxConfig({
  ids,
  base = 'https://tremendous.example.org',
}: {
  ids: Ids
  base?: string
}): Promise<{ settings: Record<string, string>; side: TremendousSide }> {
  const apiKey = `TEST_${ids.random(40)}`
  const campaignId = ids.random(12).toUpperCase()
  const secret = ids.random(32)
  return {
    settings: {
      TREMENDOUS_API_KEY: apiKey,
      TREMENDOUS_CAMPAIGN_ID: campaignId,
      TREMENDOUS_WEBHOOK_KEY: secret,
      TREMENDOUS_API: base,
    },
    side: {
      apiKey,
      campaignId,
      fundingSource: 'balance',
      webhook: await webhookKey(secret),
      stranger: await webhookKey(ids.random(32)),
    },
  }
}
