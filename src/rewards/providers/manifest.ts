/** What a provider says of itself: all that the service has to know of it stands in its manifest. */
import type { Channel, Provider } from '../../../schema/tables.ts'
import { type Carries, checkCarries } from '../../platform/money/carries.ts'
import type { Fetch } from '../../platform/network/request.ts'
import type { SettingsByName, SettingValues } from '../../platform/settings/setting.ts'
import type { Clock, Ids, Payer } from '../../ports.ts'

/** What of the outside a provider is reached with. */
export interface ProviderWorld {
  fetch: Fetch
  clock: Clock
  ids: Ids
}

/** How a provider is called, as its own folder implements it. */
export type ProviderClient = Pick<Payer, 'send' | 'query' | 'cancel' | 'receive' | 'login'>

export interface Manifest<Own extends SettingsByName = SettingsByName> {
  /** As it stands in the table `providers`, in accounts (`ID:CNY`) and in the address of its notices. */
  id: Provider
  /** What it is called in mistakes of the configuration. */
  name: string
  /** The channels that it pays. */
  channels: readonly Channel[]
  /** How much it pays at once of each currency (ISO 4217); one that is missing cannot go through it. */
  carries: Carries
  mode: Payer['mode']
  settlesWithinHours: number
  /** Its channels can be had with every offer, whether or not the offer names them. */
  everyOffer?: true
  /** The environment variables that configure it, each checked and described. */
  settings: Own
  /** All of these or none, the one that names our account first. None at all: the provider is always there. */
  needed: readonly (keyof Own & string)[]
  /**
   * Reads keys and makes the client; null when it is not configured.
   * @param settings its own, with ORIGIN, where the service is reached
   * @throws Error with one line that names the setting which cannot be read, and quotes no key
   */
  open(settings: SettingValues<Own> & { ORIGIN: string }, world: ProviderWorld): Promise<ProviderClient | null>
}

/** Keeps a manifest's types together: what `open` reads are its own settings. */
export function defineProvider<const Id extends Provider, Own extends SettingsByName>(
  manifest: Manifest<Own> & { id: Id },
): Manifest<Own> & { id: Id } {
  return manifest
}

/** The payer of a configuration, or null when this provider is not in it. @throws as `open` does */
export async function openProvider<Own extends SettingsByName>(
  manifest: Manifest<Own>,
  settings: SettingValues<Own> & { ORIGIN: string },
  world: ProviderWorld,
): Promise<Payer | null> {
  const client = await manifest.open(settings, world)
  return client === null ? null : toPayer(manifest, client)
}

/**
 * What the service works with: the manifest's facts and the client.
 * @throws RangeError when the table of what it carries cannot be right
 */
export function toPayer(manifest: Omit<Manifest, 'settings' | 'needed' | 'open'>, client: ProviderClient): Payer {
  const { id, channels, carries, mode, settlesWithinHours, everyOffer } = manifest
  checkCarries(id, carries)
  return {
    provider: id,
    channels,
    carries,
    mode,
    settlesWithinHours,
    ...(everyOffer === undefined ? {} : { everyOffer }),
    ...client,
  }
}
