/** The providers of a configuration, the same on every runtime. */
import type { Config } from '../config.ts'
import type { Fetch } from '../platform/network/request.ts'
import type { Payer } from '../ports.ts'
import { openProvider, type ProviderWorld } from '../rewards/providers/manifest.ts'
import { manifests } from '../rewards/providers/registry.ts'

/**
 * Paying by hand, and whoever else is configured: one without credentials is not offered. Keys are imported here, once.
 * @throws Error with one clear line for each setting that cannot be read, of every provider
 */
export async function payersFrom(config: Config, world: ProviderWorld): Promise<Payer[]> {
  const mistakes: string[] = []
  const payers: Payer[] = []
  for (const manifest of manifests) {
    const payer = await openProvider<typeof manifest.settings>(manifest as never, config as never, world).catch(
      (error: Error) => {
        mistakes.push(error.message)
        return null
      },
    )
    if (payer !== null) payers.push(payer)
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  return payers
}

/** Whether any provider is configured, by the setting that names our account there. */
export function hasProvider(config: Config): boolean {
  const read: Readonly<Record<string, unknown>> = config
  return manifests.some(({ needed: [account] }) => account !== undefined && read[account] !== undefined)
}

/** The network of the runtime. */
export const runtimeFetch: Fetch = (request) => fetch(request)
