import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import type { Opened, TestDatabase } from './test-database.ts'

let directory: string | undefined
let template: Promise<string> | undefined
let count = 0

afterAll(() => {
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true })
  directory = undefined
  template = undefined
})

function newPath(): string {
  directory ??= mkdtempSync(join(tmpdir(), 'honorarium-sqlite-'))
  count += 1
  return join(directory, `${count}.sqlite`)
}

async function makeTemplate(): Promise<string> {
  const path = newPath()
  const db = openSqlite(path)
  await migrate(db, migrationFiles(), '2026-01-01T00:00:00.000Z')
  await db.close()
  return path
}

function openAt(path: string): Opened {
  const db = openSqlite(path)
  return { db, address: path, again: async () => openSqlite(path), close: () => db.close() }
}

/** Files with a write-ahead log, as in production: an in-memory database has none. */
export const sqlite: TestDatabase = {
  name: 'sqlite',
  async open() {
    template ??= makeTemplate()
    const path = newPath()
    copyFileSync(await template, path)
    return openAt(path)
  },
  openEmpty: async () => openAt(newPath()),
}
