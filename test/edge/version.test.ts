import type { Miniflare } from 'miniflare'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKeySet, readKeys } from '../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../src/platform/adapters/node-secret-keys.ts'
import { d1Database } from '../../src/platform/db/d1.ts'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'
import { migrate, migrationScript } from '../../src/platform/db/migrations.ts'
import type { Database } from '../../src/platform/db/together.ts'
import { rememberKeys } from '../../src/platform/keys/known-keys.ts'
import { databaseOf } from '../support/setup/worker.ts'
import { bareWorker } from './edge.ts'

const now = '2026-03-01T08:00:00.000Z'
const all = migrationFiles()
const newer = { name: '9999_tomorrow.sql', script: 'create table tomorrow (id text not null);' }

const KEYS = JSON.stringify(await newKeySet())

let worker: Miniflare
let lines: string[]
let db: Database

beforeEach(async () => {
  const bare = bareWorker({ KEYS, ORIGIN: 'https://study.example.org' })
  worker = bare.worker
  lines = bare.lines
  db = d1Database(await databaseOf(worker))
})
afterEach(() => worker.dispose())

async function asked(): Promise<{ status: number; text: string }> {
  const reply = await worker.dispatchFetch('https://study.example.org/healthz')
  return { status: reply.status, text: await reply.text() }
}

describe('the Worker refuses a database', () => {
  it('that is newer, with a line in the log and a page that says no more than it must', async () => {
    await db.apply(migrationScript([...all, newer], now))
    const { status, text } = await asked()
    expect(status).toBe(503)
    expect(text).toMatch(/not set up/)
    expect(text).not.toContain('9999_tomorrow')
    expect(lines.join('\n')).toContain(
      'The database is newer than this program: it has the migration 9999_tomorrow.sql',
    )
  })

  it('that lacks a migration, and serves it as soon as it is there', async () => {
    expect((await asked()).status).toBe(503)
    expect(lines.join('\n')).toContain('The database has no tables yet.')
    await db.apply(migrationScript(all.slice(0, -1), now))
    expect((await asked()).status).toBe(503)
    expect(lines.join('\n')).toContain(`The database lacks the migration ${all.at(-1)?.name}.`)
    await migrate(db, all, now)
    await rememberKeys({ db, clock: { now: () => now }, keys: await readKeys(KEYS, nodeSecretKeys) })
    expect(await asked()).toEqual({ status: 200, text: '{"status":"ok"}' })
  })
})
