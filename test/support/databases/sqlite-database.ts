import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { openBesideThread } from '../../../src/entry/stores/beside-thread.ts'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import { ownDirectory } from '../run/memory.ts'
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
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
  return { db, address: path, again: async () => openSqlite(path), close }
}

/** A copy of the database in this file, which nobody writes to meanwhile. */
function openCopy(of: string): Opened {
  const path = newPath()
  copyFileSync(of, path)
  return openAt(path)
}

async function open(): Promise<Opened> {
  template ??= makeTemplate()
  return openCopy(await template)
}

/** Keeps the database as it stands now: what it gives opens a copy of it. */
export function keepSqlite({ address = '' }: Opened): () => Promise<Opened> {
  const path = newPath()
  const file = new SqliteFile(address)
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
  copyFileSync(address, path)
  return async () => openCopy(path)
}

/** Files with a write-ahead log, as in production: an in-memory database has none. */
export const sqlite: TestDatabase = {
  name: 'sqlite',
  open,
  openBound: open,
  openEmpty: async () => openAt(newPath()),
}

/** The same with its writes in a thread of their own. */
export const sqliteBesideThread = {
  name: 'sqlite beside a thread that writes',
  async openBound() {
    template ??= makeTemplate()
    const path = newPath()
    copyFileSync(await template, path)
    return openAt(path, openBesideThread)
  },
}
