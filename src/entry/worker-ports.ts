/** The ports on Workers: a D1 binding and variables, whoever brings them. Nothing that is bound to a request is kept. */

import { migrationNames } from '../../schema/migration-names.ts'
import { type Config, readConfig } from '../config.ts'
import { jsonLog } from '../platform/adapters/json-log.ts'
import { readKeys } from '../platform/adapters/key-set.ts'
import { nanoIds } from '../platform/adapters/nano-ids.ts'
import { steadyClock } from '../platform/adapters/steady-clock.ts'
import { systemClock } from '../platform/adapters/system-clock.ts'
import { webSecretKeys } from '../platform/adapters/web-secret-keys.ts'
import { type D1Binding, d1Database } from '../platform/db/d1.ts'
import { whyNotCurrent } from '../platform/db/migrations.ts'
import type { Database } from '../platform/db/together.ts'
import { inPlace } from '../platform/offload/job.ts'
import type { Keys, Ports } from '../ports.ts'
import { payersFrom, runtimeFetch } from './payers.ts'
import { settingsOf } from './settings.ts'
import type { OpenChoices } from './stores/open-stores.ts'

/** The binding `DB` of wrangler.toml, the secret KEYS, and the variables of `src/config.ts`. */
export interface Bindings extends Record<string, unknown> {
  DB: D1Binding
}

/**
 * Keys are read once per secret: importing them is the dearest part of a request that has only just woken up. A promise
 * belongs to the request that made it, so what is kept is what it came to.
 */
let known: { json: string; keys: Keys } | undefined

async function keysOf(json: string): Promise<Keys> {
  if (known?.json === json) return known.keys
  const keys = await readKeys(json, webSecretKeys)
  known = { json, keys }
  return keys
}

/** What the variables of a start say: the runtime gives every request of it the same object. */
const configs = new WeakMap<Bindings, Config>()

function configOf(bindings: Bindings): Config {
  const config = configs.get(bindings) ?? readConfig({ MODE: 'production', ...bindings })
  configs.set(bindings, config)
  return config
}

const clock = steadyClock({
  wall: Date.now,
  passed: () => performance.now(),
  say: (doubt) => console.log(JSON.stringify({ at: new Date().toISOString(), warning: 'clock', ...doubt })),
})
const ids = nanoIds(clock)
/** The same for what providers' keys came to: kept for as long as no setting changes. */
let knownPayers: { config: Config; settings: string; payers: Ports['payers'] } | undefined

async function payersOf(config: Config): Promise<Ports['payers']> {
  if (knownPayers?.config === config) return knownPayers.payers
  const settings = JSON.stringify(config)
  const payers =
    knownPayers?.settings === settings
      ? knownPayers.payers
      : await payersFrom(config, { fetch: runtimeFetch, clock: systemClock, ids })
  knownPayers = { config, settings, payers }
  return payers
}

/** One for each binding, which no request owns: what the app remembers of a database is kept with this object. */
const databases = new WeakMap<D1Binding, Database>()

function databaseOf(binding: D1Binding | undefined): Database {
  if (binding === undefined) throw new Error('DB is not bound: wrangler.toml says to which D1 database.')
  const db = databases.get(binding) ?? d1Database(binding)
  databases.set(binding, db)
  return db
}

/** Databases that stood at this program's version; one that does not may yet be migrated, so that is asked again. */
const current = new WeakSet<Database>()
/** Databases that know the keys they were last asked about. */
const matching = new WeakMap<Database, Keys>()

/** @throws Error with one clear line when the database is newer or older than this program */
async function refuseUnlessCurrent(db: Database): Promise<void> {
  if (current.has(db)) return
  const why = await whyNotCurrent(
    db,
    migrationNames.map((name) => ({ name })),
  ).catch((error: Error) => {
    if (!error.message.includes('no such table')) throw error
    return 'The database has no tables yet.'
  })
  if (why !== undefined) throw new Error(`${why} \`npm run deploy\` brings the database and the Worker to one version.`)
  current.add(db)
}

/** @throws Error with one clear line for each key that the database knows and the set lacks, or when it is empty */
async function refuseOtherKeys(db: Database, keys: Keys, choices: OpenChoices): Promise<void> {
  if (matching.get(db) === keys || choices.to === 'look') return
  // Loaded once for each start of a Worker, and not evaluated with everything that each request needs.
  const { checkKeys } = await import('./worker-check.ts')
  const floor = await checkKeys({ db, clock, keys }, choices.besideKeys ?? false)
  if (floor !== null) clock.raise(floor)
  matching.set(db, keys)
}

/**
 * The ports for one request or one run of the sweep.
 * @param choices what a command wants of it; a request wants nothing
 * @throws Error with one clear line per mistake in the variables, or about a database of another version
 */
export async function workerPorts(
  bindings: Bindings,
  assets: Ports['assets'],
  choices: OpenChoices = {},
): Promise<Ports> {
  const config = configOf(bindings)
  if (config.KEYS === undefined) {
    throw new Error('KEYS is not set: `npm run keys` prints a key set for `wrangler secret put KEYS`.')
  }
  const db = databaseOf(bindings.DB)
  const [keys, payers] = await Promise.all([keysOf(config.KEYS), payersOf(config), refuseUnlessCurrent(db)])
  await refuseOtherKeys(db, keys, choices)
  return {
    db,
    clock,
    ids,
    keys,
    payers,
    notifier: null,
    offload: inPlace,
    settings: settingsOf(config),
    ...(config.METRICS_TOKEN === undefined ? {} : { metrics: { token: config.METRICS_TOKEN } }),
    assets,
    addressOf: (request) => request.headers.get('cf-connecting-ip') ?? '',
    log: jsonLog(config.LOG, (line) => console.log(line.trimEnd())),
  }
}
