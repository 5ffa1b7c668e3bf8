/** A database that was lent before is as a new one, or is not lent again. */
import { expect, it } from 'vitest'
import { closeAfterwards } from '../run/closing.ts'
import { d1 } from './d1-database.ts'
import { postgres } from './postgres-database.ts'
import { insertAll } from './sample-rows.ts'
import { sqlite } from './sqlite-database.ts'
import type { Opened } from './test-database.ts'

const kinds = [
  ['sqlite', sqlite, "select name from sqlite_master where type = 'table' and name not like 'sqlite_stat%'"],
  [
    'd1',
    d1,
    "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '_cf%'",
  ],
  ['postgres', postgres, "select tablename as name from pg_tables where schemaname = 'public'"],
] as const

/** Every row of every table, as a text; in which order they are kept, no database promises. */
async function contentOf({ db }: Opened, tables: string): Promise<Record<string, string[]>> {
  const names = await db.read<{ name: string }>({ sql: `${tables} order by 1`, values: [] })
  const rows = await Promise.all(names.map(({ name }) => db.read({ sql: `select * from "${name}"`, values: [] })))
  return Object.fromEntries(
    names.map(({ name }, i) => [name, (rows[i] ?? []).map((row) => JSON.stringify(row)).sort()]),
  )
}

it.each(kinds)(
  '%s: what a test put in or took out is undone, while another connection is open',
  async (_, { open }, tables) => {
    const lent = await open()
    const before = await contentOf(lent, tables)
    const reader = closeAfterwards(await lent.again())
    await reader.read({ sql: 'select id from studies', values: [] })
    const filled = Object.entries(before).filter(([, rows]) => rows.length > 0)
    expect(filled.length).toBeGreaterThan(0)
    await lent.db.together({ sql: 'delete from migrations', values: [] })
    expect(await lent.db.together(...insertAll())).toMatchObject({ done: true })
    await lent.close()
    const again = closeAfterwards(await open())
    expect(again.address).toBe(lent.address)
    expect(await contentOf(again, tables)).toEqual(before)
  },
)

it.each(kinds)('%s: one that was closed, or on which a script was run, is not lent again', async (_, { open }) => {
  const spoil = [(lent: Opened) => lent.db.close(), (lent: Opened) => lent.db.apply('delete from studies;')]
  for (const by of spoil) {
    const lent = await open()
    await by(lent)
    await lent.close()
    const again = await open()
    expect(again.address).not.toBe(lent.address)
    await again.close()
  }
})
