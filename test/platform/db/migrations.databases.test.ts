import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { limit, taken } from '../../../schema/constraints.ts'
import { migrationNames } from '../../../schema/migration-names.ts'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate, pending, whyNotCurrent } from '../../../src/platform/db/migrations.ts'
import { neededRowsPage } from '../../../src/platform/db/needed-rows-page.ts'
import { schemaPage } from '../../../src/platform/db/schema-page.ts'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import type { Database } from '../../../src/platform/db/together.ts'
import { d1 } from '../../support/databases/d1-database.ts'
import { databases } from '../../support/databases/databases.ts'
import { insertRow, type SampleRow, sampleRows } from '../../support/databases/sample-rows.ts'
import type { Opened } from '../../support/databases/test-database.ts'

const now = '2026-03-01T08:00:00.000Z'
const all = migrationFiles()
const names = all.map(({ name }) => name)
const newer = { name: '9999_tomorrow.sql', script: 'create table tomorrow (id text not null);' }

/** How many rows of the sample's table hold everything that the sample does. */
async function countOf(db: Database, { table, values, becomes }: SampleRow): Promise<number> {
  const rows = await db.read<Record<string, unknown>>({ sql: `select * from "${table}"`, values: [] })
  return rows.filter((row) => Object.entries({ ...values, ...becomes }).every(([name, value]) => row[name] === value))
    .length
}

/** The sample rows of the tables that this migration makes. */
const rowsOf = (name: string) => sampleRows[name.slice(0, 4)] ?? []

describe.each(databases)('$name', ({ openEmpty }) => {
  /** One that was empty and is at the latest version, and what was made of it on the way; each test leaves it so. */
  let latest: Promise<Opened & { made: string[] }> | undefined
  const atLatest = () => {
    latest ??= openEmpty().then(async (opened) => ({ ...opened, made: await migrate(opened.db, all, now) }))
    return latest
  }
  afterAll(async () => (await latest)?.close())

  test('an empty database comes to the latest version', async () => {
    const { db, made } = await atLatest()
    expect(made).toEqual(names)
    expect(await whyNotCurrent(db, all)).toBeUndefined()
    expect(await db.read({ sql: 'select id, name, applied_at from migrations order by id', values: [] })).toEqual(
      names.map((name, i) => ({ id: i + 1, name, applied_at: now })),
    )
  })

  test('migrating again changes nothing', async () => {
    const { db } = await atLatest()
    expect(await migrate(db, all, now)).toEqual([])
  })

  test('two processes that migrate at once make each migration once', async () => {
    const { db, again, close } = await openEmpty()
    const other = await again()
    const made = await Promise.all([migrate(db, all, now), migrate(other, all, now)])
    expect(made.flat().sort()).toEqual(names)
    expect(await whyNotCurrent(db, all)).toBeUndefined()
    await other.close()
    await close()
  })

  test('a database of a newer version is refused and left alone', async () => {
    const { db } = await atLatest()
    expect(await migrate(db, [...all, newer], now)).toEqual([newer.name])
    await expect(migrate(db, all, now)).rejects.toThrow(
      'The database is newer than this program: it has the migration 9999_tomorrow.sql, which is not known here. Update the program.',
    )
    expect(await db.read({ sql: 'select count(*) as n from migrations', values: [] })).toEqual([{ n: all.length + 1 }])
    await db.apply(`drop table tomorrow;\ndelete from migrations where name = '${newer.name}';`)
  })

  test('a migration that fails leaves nothing behind, and says which it was', async () => {
    const { db, close } = await openEmpty()
    const broken = {
      name: '0002_broken.sql',
      script: 'create table half (id text not null);\ninsert into nowhere (id) values (1);',
    }
    const first = { name: '0001_first.sql', script: 'create table first (id text not null);' }
    await expect(migrate(db, [first, broken], now)).rejects.toThrow(
      'The migration 0002_broken.sql failed and changed nothing',
    )
    await expect(db.read({ sql: 'select * from half', values: [] })).rejects.toThrow()
    expect(await whyNotCurrent(db, [first, broken])).toBe('The database lacks the migration 0002_broken.sql.')
    expect(await migrate(db, [first, { ...broken, script: 'create table half (id text not null);' }], now)).toEqual([
      '0002_broken.sql',
    ])
    await close()
  })

  /** Goes through all versions once, leaves in each the rows that it brings room for, and counts all of them at the end. */
  async function walked(): Promise<Map<string, number[]>> {
    const { db, close } = await openEmpty()
    for (const [i, { name }] of all.entries()) {
      expect(await migrate(db, all.slice(0, i + 1), now)).toEqual([name])
      const rows = rowsOf(name)
      expect(await db.together(...rows.map((row) => insertRow(row))), name).toMatchObject({ done: true })
    }
    const countsByTable = new Map<string, number[]>()
    for (const name of names) countsByTable.set(name, await Promise.all(rowsOf(name).map((row) => countOf(db, row))))
    await close()
    return countsByTable
  }

  let walk: ReturnType<typeof walked> | undefined

  test.each(all.map((_, i) => i + 1))(
    'a database of version %i keeps its rows when it is migrated',
    async (version) => {
      walk ??= walked()
      const counts = await walk
      for (const name of names.slice(0, version)) expect(counts.get(name), name).toEqual(rowsOf(name).map(() => 1))
    },
  )
})

test('every table that a migration makes has a sample row, unless it is a word list', () => {
  for (const { name, script } of all) {
    const made = [...script.matchAll(/create table (\w+)/g)].map(([, table]) => table ?? '')
    const listed = [...script.matchAll(/insert into (\w+)/g)].map(([, table]) => table ?? '')
    const sampled = (sampleRows[name.slice(0, 4)] ?? []).map(({ table }) => table)
    expect(
      made.filter((table) => !listed.includes(table) && !sampled.includes(table)),
      name,
    ).toEqual([])
  }
})

test('what wrangler has applied is not applied again', async () => {
  const { db, close } = await d1.openEmpty()
  // The statements that wrangler 4 sends.
  await db.apply(`CREATE TABLE IF NOT EXISTS "migrations"(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`)
  await db.apply(`${all[0]?.script}\nINSERT INTO "migrations" (name)\nvalues ('${names[0]}');`)
  expect(await migrate(db, all, now)).toEqual(names.slice(1))
  // And wrangler goes on after us.
  await db.apply(`${newer.script}\nINSERT INTO "migrations" (name)\nvalues ('${newer.name}');`)
  expect(await db.read({ sql: 'select name from "migrations" order by id', values: [] })).toHaveLength(all.length + 1)
  await close()
})

test('the Worker, which has no files, knows the same migrations by name', () => {
  expect(migrationNames, 'list them in schema/migration-names.ts').toEqual(names)
})

test('what is pending follows what was applied', () => {
  expect(pending(all, [])).toEqual({ possible: true, migrations: all })
  expect(pending(all, names.slice(0, 2))).toEqual({ possible: true, migrations: all.slice(2) })
  expect(pending(all, names)).toEqual({ possible: true, migrations: [] })
})

test('a history with a gap is refused by name', () => {
  expect(pending(all, [names[0] ?? '', names[2] ?? ''])).toEqual({
    possible: false,
    why: `The database's history has a gap: the migration ${names[1]} is missing before ${names[2]}. Restore a backup.`,
  })
})

test('the page that shows the whole schema is fresh (npm run snapshot)', async () => {
  const page = readFileSync(new URL('../../../schema/schema.sql', import.meta.url), 'utf8')
  expect(page).toBe(await schemaPage(all))
})

test('how many rows every database has from its first day is fresh (npm run snapshot)', async () => {
  const page = readFileSync(new URL('../../../schema/needed-rows.ts', import.meta.url), 'utf8')
  expect(page).toBe(await neededRowsPage(all))
})

test('the breaches that actions answer to exist in the schema', async () => {
  const db = openSqlite(':memory:')
  await migrate(db, all, now)
  const keys = await db.read<{ on: string }>({
    sql: `select group_concat(t.name || '.' || c.name, ', ' order by c.seqno) as "on"
      from sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
      where t.type = 'table' and i."unique" = 1 group by t.name, i.name`,
    values: [],
  })
  const checks = all.flatMap(({ script }) => [...script.matchAll(/constraint (\w+)\s+check/g)].map(([, name]) => name))
  for (const on of Object.values(taken)) expect(keys).toContainEqual({ on })
  for (const on of Object.values(limit)) expect(checks).toContain(on)
  await db.close()
})
