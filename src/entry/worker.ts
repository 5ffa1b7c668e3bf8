/** The Workers entry: ports from the environment, `fetch` and `scheduled`. */

import { createApp, sweep } from '../app.ts'
import { readConfig } from '../config.ts'
import { type D1Binding, d1Database } from '../db/d1.ts'
import { jsonLog } from '../outside/json-log.ts'
import { readKeys } from '../outside/key-set.ts'
import { nanoIds } from '../outside/nano-ids.ts'
import { systemClock } from '../outside/system-clock.ts'
import type { Keys, Ports } from '../ports.ts'
import script from '../web/assets/enhance.js'
import style from '../web/assets/style.css'

interface Env extends Record<string, unknown> {
  DB: D1Binding
  KEYS: string
}

const assets = { style, script } as unknown as Ports['assets']

/** Keys are read once per secret: importing them is the dearest part of a request that has only just woken up. */
let known: { json: string; keys: Promise<Keys> } | undefined

function keysOf(json: string): Promise<Keys> {
  if (known?.json !== json) known = { json, keys: readKeys(json) }
  return known.keys
}

/** Nothing that is bound to a request is kept. */
async function portsFor(env: unknown): Promise<Ports> {
  const bindings = env as Env
  const config = readConfig({ MODE: 'production', ...bindings })
  if (config.KEYS === undefined)
    throw new Error('KEYS is not set: `npm run keys` prints a key set for `wrangler secret put KEYS`.')
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

const app = createApp(portsFor)

export default {
  fetch: (request: Request, env: Env, context: unknown) => app.fetch(request, env, context as never),
  async scheduled(_event: unknown, env: Env): Promise<void> {
    await sweep(await portsFor(env))
  },
}
