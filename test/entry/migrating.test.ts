/** The embedded database is brought to this version by a process of its own, before a server serves it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { migrateBeside } from '../../src/entry/stores/migrate-beside.ts'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'
import { migrate, whyNotCurrent } from '../../src/platform/db/migrations.ts'
import { openSqlite } from '../../src/platform/db/sqlite.ts'
import { holdLock } from '../../src/platform/db/sqlite-lock.ts'
import { ownDirectory } from '../support/run/memory.ts'
import { startServer } from '../support/run/server.ts'

const now = '2026-11-30T10:00:00.000Z'
const known = migrationFiles()
let root: string
let data: string
let n = 0
beforeAll(async () => {
  root = mkdtempSync(join(ownDirectory(), 'migrating-'))
  mkdirSync(join(root, 'before'))
  const db = openSqlite(join(root, 'before/honorarium.db'))
  await migrate(db, known.slice(0, -1), now)
  await db.close()
})
beforeEach(() => {
  n += 1
  data = join(root, String(n))
  cpSync(join(root, 'before'), data, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const [path, lockPath] = [() => join(data, 'honorarium.db'), () => join(data, 'server.lock')]
async function standing() {
  const db = openSqlite(path())
  const rows = await db.read({ sql: 'select name, applied_at from migrations order by id', values: [] })
  const why = await whyNotCurrent(db, known)
  await db.close()
  return { last: rows.at(-1), why }
}

it('makes what is missing, at the instant that it is told, and leaves nothing beside the database', async () => {
  await migrateBeside(path(), lockPath(), now)
  expect(await standing()).toEqual({ last: { name: known.at(-1)?.name, applied_at: now }, why: undefined })
  expect(readdirSync(data).filter((name) => !/^(honorarium\.db(-(mark|shm|wal))?|server\.lock)$/.test(name))).toEqual(
    [],
  )
  const lock = holdLock(lockPath())
  expect(lock, 'the lock is free again').not.toBeNull()
  lock?.release()
})

it('leaves a database as it is while somebody serves it', async () => {
  const lock = holdLock(lockPath())
  await migrateBeside(path(), lockPath(), now)
  lock?.release()
  expect((await standing()).why).toMatch(/lacks the migration/)
})

it('leaves one that cannot be migrated to whoever asked, who says why', async () => {
  const db = openSqlite(path())
  await db.together({ sql: `insert into migrations (name) values ('9999_tomorrow.sql')`, values: [] })
  await db.close()
  await migrateBeside(path(), lockPath(), now)
  expect((await standing()).why).toMatch(/newer than this program: it has the migration 9999_tomorrow\.sql/)
})

it('a server comes up on a database of the version before, and holds its lock', async () => {
  const server = await startServer(data)
  expect(holdLock(lockPath())).toBeNull()
  server.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect((await standing()).why).toBeUndefined()
})
