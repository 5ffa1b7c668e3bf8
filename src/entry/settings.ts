import type { Config } from '../config.ts'
import type { Settings } from '../ports.ts'

/** The part of the configuration that the app itself goes by. */
export function settingsOf(config: Config): Settings {
  return {
    origin: config.ORIGIN,
    leaseMinutes: config.LEASE_MINUTES,
    leasesPerNetwork: config.LEASES_PER_NETWORK,
    startsPerNetwork: config.STARTS_PER_NETWORK,
  }
}
