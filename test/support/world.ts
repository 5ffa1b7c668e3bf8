/** The real app on a fresh database, with a clock that stands still. Every option has a default, so one that is set matters. */

import { createApp } from '../../src/app/app.ts'
import { readConfig } from '../../src/config.ts'
import { readAssets } from '../../src/entry/node-ports.ts'
import { type NewStudy, openStudy } from '../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../src/journey/setup/study-abroad.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../../src/journey/study.ts'
import { type KeySet, newKeySet, readKeys } from '../../src/platform/adapters/key-set.ts'
import { nanoIds } from '../../src/platform/adapters/nano-ids.ts'
import { nodeSecretKeys } from '../../src/platform/adapters/node-secret-keys.ts'
import type { Write } from '../../src/platform/db/together.ts'
import { inPlace } from '../../src/platform/offload/job.ts'
import type { Ports } from '../../src/ports.ts'
import { currentDatabase } from './databases/databases.ts'
import type { Opened } from './databases/test-database.ts'

export interface World {
  app: ReturnType<typeof createApp>
  ports: Ports
  study: StudyWithOffers
  /** Lines that were logged. */
  logged: Record<string, string | number | null>[]
  /** Moves the clock on. */
  wait(minutes: number): void
  close(): Promise<void>
}

export interface WorldOptions {
  open: () => Promise<Opened>
  now: string
  origin: string
  leaseMinutes: number
  startsWithoutWork: number
  requestsAMinute: number
  smallestGroup: number
  payeeYearLimits: Record<string, number>
  keySet: KeySet | null
  /** Whether the database has the study already. */
  isOpened: boolean
  /** Changes what the study is opened with. */
  study: (study: NewStudy) => NewStudy
}

const defaults: Omit<WorldOptions, 'open'> = {
  now: '2026-11-23T08:00:00.000Z',
  origin: 'https://study.example.org',
  leaseMinutes: 30,
  startsWithoutWork: 1_000_000,
  requestsAMinute: 1_000_000,
  smallestGroup: 1,
  payeeYearLimits: {},
  keySet: null,
  isOpened: false,
  study: (study) => study,
}

const assets = readAssets()

/** Under which name the app of a world finds its ports in what it is asked with. */
const own = Symbol('ports of a world')

let app: World['app'] | undefined

/** The app in this world. It keeps nothing itself, so all worlds have one: its routes are put in order once. */
function appIn(ports: Ports): World['app'] {
  app ??= createApp((env) => (env as { [own]: Ports })[own])
  const { fetch, request } = app
  return Object.assign(Object.create(app) as World['app'], {
    fetch: ((asked, env, context) => fetch(asked, { ...(env as object), [own]: ports }, context)) as typeof fetch,
    request: ((asked, init, env, context) =>
      request(asked, init, { ...(env as object), [own]: ports }, context)) as typeof request,
  })
}

/** What opening a study writes into a fresh database, by what is opened and when. */
const openings = new Map<string, readonly Write[]>()

/**
 * Opens a study where there is none yet. Checking a questionnaire is most of a small test's work: a study that this
 * process has opened before is written again as it was then, ids included.
 */
async function openOnFresh(ports: Ports, study: NewStudy): Promise<void> {
  const key = JSON.stringify([ports.clock.now(), study])
  const known = openings.get(key)
  const together = async (...writes: Write[]) => {
    openings.set(key, writes)
    return ports.db.together(...writes)
  }
  const outcome = known
    ? await ports.db.together(...known)
    : await openStudy({ ...ports, db: { ...ports.db, together } }, study)
  if (!outcome.done) throw new Error(`the study was refused by ${outcome.breach.on}`)
}

/** Opens a world; on the database whose facts are told (`forEachDatabase`), or the first of the run, unless one is given. */
export async function world(options: Partial<WorldOptions> = {}): Promise<World> {
  const {
    now,
    origin,
    leaseMinutes,
    startsWithoutWork,
    requestsAMinute,
    smallestGroup,
    payeeYearLimits,
    keySet,
    isOpened,
    study,
    open,
  } = {
    ...defaults,
    ...options,
  }
  const opened = await (open ?? currentDatabase().open)()
  let at = Date.parse(now)
  const clock = { now: () => new Date(at).toISOString() }
  const logged: World['logged'] = []
  const ports: Ports = {
    db: opened.db,
    clock,
    ids: nanoIds(clock),
    keys: await readKeys(JSON.stringify(keySet ?? (await newKeySet())), nodeSecretKeys),
    payers: [],
    notifier: null,
    offload: inPlace,
    settings: {
      origin,
      leaseMinutes,
      startsWithoutWork,
      requestsAMinute,
      smallestGroup,
      feeAlertMinor: 0,
      payeeYearLimits,
      debtor: null,
      oidc: null,
    },
    assets,
    addressOf: (request) => request.headers.get('x-test-address') ?? '203.0.113.7',
    log: (entry) => logged.push(entry),
  }
  const asked = study(studyAbroadStudy('2026-01-01T00:00:00.000Z'))
  if (!isOpened) await openOnFresh(ports, asked)
  const found = await findStudyWithOffers(ports.db, asked.slug, clock.now())
  if (found === undefined) throw new Error('the study is not there')
  return {
    app: appIn(ports),
    ports,
    study: found,
    logged,
    wait: (minutes) => {
      at += minutes * 60_000
    },
    close: () => opened.close(),
  }
}

export { readConfig }
