/** The ports on Workers: a D1 binding and variables, whoever brings them. Nothing that is bound to a request is kept. */
import { readConfig } from '../config.ts'
import { type D1Binding, d1Database } from '../db/d1.ts'
import { jsonLog } from '../outside/json-log.ts'
import { readKeys } from '../outside/key-set.ts'
import { nanoIds } from '../outside/nano-ids.ts'
import { systemClock } from '../outside/system-clock.ts'
import type { Keys, Ports } from '../ports.ts'

/** The binding `DB` of wrangler.toml, the secret KEYS, and the variables of `src/config.ts`. */
export interface Bindings extends Record<string, unknown> {
  DB: D1Binding
}

/** Keys are read once per secret: importing them is the dearest part of a request that has only just woken up. */
let known: { json: string; keys: Promise<Keys> } | undefined

function keysOf(json: string): Promise<Keys> {
  if (known?.json !== json) known = { json, keys: readKeys(json) }
  return known.keys
}

/**
 * The ports for one request or one run of the sweep.
 * @throws Error with one clear line per mistake in the variables
 */
export async function workerPorts(bindings: Bindings, assets: Ports['assets']): Promise<Ports> {
  const config = readConfig({ MODE: 'production', ...bindings })
  if (config.KEYS === undefined) {
    throw new Error('KEYS is not set: `npm run keys` prints a key set for `wrangler secret put KEYS`.')
  }
  return {
    db: d1Database(bindings.DB),
    clock: systemClock,
    ids: nanoIds(systemClock),
    keys: await keysOf(config.KEYS),
    payers: [],
    notifier: null,
    settings: {
      origin: config.ORIGIN,
      leaseMinutes: config.LEASE_MINUTES,
      leasesPerNetwork: config.LEASES_PER_NETWORK,
    },
    assets,
    addressOf: (request) => request.headers.get('cf-connecting-ip') ?? '',
    log: jsonLog(config.LOG, (line) => console.log(line.trimEnd())),
  }
}
