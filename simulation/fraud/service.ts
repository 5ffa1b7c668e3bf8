/** The service itself, whole and in this process: its app, its sweep, a database in memory, and a clock that the simulation moves. */

import { createHash } from 'node:crypto'
import { createApp, sweep } from '../../src/app/app.ts'
import { openStudy } from '../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../src/journey/setup/study-abroad.ts'
import { type KeySet, newKeySet, readKeys } from '../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../src/platform/adapters/node-secret-keys.ts'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'
import { migrate } from '../../src/platform/db/migrations.ts'
import { openSqlite } from '../../src/platform/db/sqlite.ts'
import { inPlace } from '../../src/platform/offload/job.ts'
import type { Ports } from '../../src/ports.ts'
import { chanceOf, seededIds } from '../chance.ts'
import { noAssets } from '../no-assets.ts'

export const origin = 'https://survey.example.org'
export const slug = 'study-abroad'

export interface Service {
  ports: Ports
  /** Moves the clock. @param at milliseconds since 1970 */
  moveTo(at: number): void
  /** The app's answer to a request from this address. */
  fetch(request: Request, address: string): Promise<Response>
  sweep(): Promise<unknown>
  close(): Promise<void>
}

/** Where a request comes from: a request is made anew on its way through the app, and its headers stay. */
const addressHeader = 'x-simulated-address'

/** Keys by which hashes come out alike for a seed; the one for receipts is a new one each time, and nothing depends on it. */
async function keysOf(seed: string): Promise<KeySet> {
  const set = await newKeySet()
  const secret = (purpose: string) => createHash('sha256').update(`${seed} ${purpose}`).digest('base64url')
  return {
    keys: set.keys.map((key) =>
      key.purpose === 'receipts' ? key : { ...key, k: secret(key.purpose), kid: `k-${key.purpose}` },
    ),
  }
}

const unlimited = 1_000_000_000

/**
 * Opens the study with rewards for everybody, as `npm start` does.
 * @param from milliseconds since 1970
 */
export async function openService(seed: string, from: number): Promise<Service> {
  let now = from
  const clock = { now: () => new Date(now).toISOString() }
  const db = openSqlite(':memory:')
  await migrate(db, migrationFiles(), clock.now())
  const set = await keysOf(seed)
  const keys = await readKeys(JSON.stringify(set), nodeSecretKeys)
  const ports: Ports = {
    db,
    clock,
    ids: seededIds(clock, chanceOf(`${seed} ids`)),
    keys,
    payers: [],
    notifier: null,
    offload: inPlace,
    settings: {
      origin,
      leaseMinutes: 30,
      startsWithoutWork: unlimited,
      requestsAMinute: unlimited,
      smallestGroup: 1,
      feeAlertMinor: 0,
      payeeYearLimits: {},
      debtor: null,
      oidc: null,
    },
    assets: noAssets,
    addressOf: (request) => request.headers.get(addressHeader) ?? 'unknown',
    log: () => undefined,
  }
  const asked = studyAbroadStudy(new Date(from).toISOString())
  const outcome = await openStudy(ports, {
    ...asked,
    openLinkPolicy: 'check',
    offers: asked.offers.map((offer) => ({ ...offer, budgetMinor: offer.amountMinor * 100_000 })),
  })
  if (!outcome.done) throw new Error('The study could not be opened.')
  const app = createApp(() => ports)
  return {
    ports,
    moveTo(at) {
      now = Math.max(now, at)
    },
    fetch(request, address) {
      request.headers.set(addressHeader, address)
      return Promise.resolve(app.fetch(request))
    },
    sweep: () => sweep(ports),
    close: () => db.close(),
  }
}
