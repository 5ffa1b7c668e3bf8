import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { openBesideThread } from '../../../src/entry/stores/beside-thread.ts'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import { ownDirectory } from '../run/memory.ts'
import { lending, type Pooled } from './lent.ts'
import type { Opened, TestDatabase } from './test-database.ts'

let template: Promise<string> | undefined
let count = 0

function newPath(): string {
  count += 1
  return join(ownDirectory(), `${count}.sqlite`)
}

async function makeTemplate(): Promise<string> {
  const path = newPath()
  const db = openSqlite(path)
  await migrate(db, migrationFiles(), '2026-01-01T00:00:00.000Z')
  await db.close()
  return path
}

function openAt(path: string, open = openSqlite): Opened {
  const db = open(path)
  const close = async () => {
    await db.close()
    for (const end of ['', '-wal', '-shm', '-mark']) rmSync(path + end, { force: true })
  }
  return { db, address: path, again: async () => openSqlite(path), close }
}

/** A copy of the database in this file, which nobody writes to meanwhile. */
function openCopy(of: string): Opened {
  const path = newPath()
  copyFileSync(of, path)
  return openAt(path)
}

function migrated(): Promise<string> {
  template ??= makeTemplate()
  return template
}

/** A copy of the database in this file that is cleaned over a connection of its own, which no reference holds up. */
function makePooled(of: string): Pooled {
  const { db, address = '', again, close } = openCopy(of)
  const file = new SqliteFile(address)
  for (const setting of ['foreign_keys = off', 'synchronous = off']) file.pragma(setting)
  file.prepare('attach ? as clean').run(of)
  const names = file.prepare(`select name from clean.sqlite_master where type = 'table'`).pluck().all() as string[]
  const emptied = names.map((name) => file.prepare(`delete from main.${name}`))
  const hold = (where: string) =>
    file.prepare(`select ${names.map((name) => `exists (select 1 from ${where}.${name})`).join()}`).raw()
  const [held, first] = [hold('main'), hold('clean').get() as number[]]
  const filled = names.filter((_, i) => first[i] === 1)
  const filledAgain = filled.map((name) => file.prepare(`insert into main.${name} select * from clean.${name}`))
  const restore = file.transaction(() => {
    for (const [i, holds] of (held.get() as number[]).entries()) if (holds === 1) emptied[i]?.run()
    for (const insert of filledAgain) insert.run()
  })
  const schema = () => file.pragma('main.schema_version', { simple: true })
  const before = schema()
  return {
    db,
    address,
    again,
    async clean() {
      if (schema() !== before) return false
      try {
        restore.immediate()
        return true
      } catch {
        return false
      }
    },
    async close() {
      file.close()
      await close()
    },
  }
}

/** Keeps the database as it stands now: what it gives lends copies of it. */
export function keepSqlite({ address = '' }: Opened): () => Promise<Opened> {
  const path = newPath()
  const file = new SqliteFile(address)
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
  copyFileSync(address, path)
  return lending(async () => makePooled(path))
}

/** Files with a write-ahead log, as in production: an in-memory database has none. */
export const sqlite: TestDatabase = {
  name: 'sqlite',
  open: lending(async () => makePooled(await migrated())),
  openBound: async () => openCopy(await migrated()),
  openEmpty: async () => openAt(newPath()),
}

/** The same with its writes in a thread of their own. */
export const sqliteBesideThread = {
  name: 'sqlite beside a thread that writes',
  async openBound() {
    const path = newPath()
    copyFileSync(await migrated(), path)
    return openAt(path, openBesideThread)
  },
}
