/** Worlds that are closed when the test is over. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import type { Tables } from '../../../schema/tables.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import type { Database } from '../../../src/platform/db/together.ts'
import { closeAfterwards } from '../run/closing.ts'
import { type World, type WorldOptions, world } from '../world.ts'

/** A world of its own for one test. */
export async function fresh(options: Partial<WorldOptions> = {}): Promise<World> {
  return closeAfterwards(await world(options))
}

/** A world that every test of the describe block around shares. */
export function shared(options: Partial<WorldOptions> = {}): () => World {
  let made: World | undefined
  beforeAll(async () => {
    made = await world(options)
  })
  afterAll(async () => {
    await made?.close()
    made = undefined
  })
  return () => {
    if (made === undefined) throw new Error('the world is not open')
    return made
  }
}

/** Minor units that the offer in CNY of a fresh study pays. */
export const reward = 2_000

/** What a study is opened with when its budgets are for so many rewards: CNY, HKD, MOP. */
export function rewards(cny: number, hkd = cny, mop = cny): WorldOptions['study'] {
  return (study) => ({
    ...study,
    offers: study.offers.map((offer, i) => ({
      ...offer,
      budgetMinor: offer.amountMinor * ([cny, hkd, mop][i] ?? 0),
    })),
  })
}

/** Another study in the same world. */
export function another(slug: string): ReturnType<typeof studyAbroadStudy> {
  return { ...studyAbroadStudy('2026-01-01T00:00:00.000Z'), slug }
}

/** Puts something between the app and its database from now on. */
export function interpose(made: World, wrap: (db: Database) => Database): void {
  made.ports.db = wrap(made.ports.db)
}

/** Rows of one respondent in a table, as they are. */
export async function rowsOfOne(
  made: World,
  table: 'vouchers' | 'lease_steps' | 'saved_pages' | 'response_pages',
  respondentId: string,
) {
  const rows = await rowsOf<{ respondent_id: string; page: string; answers: string; revision: number }>(made, table)
  return rows.filter((row) => row.respondent_id === respondentId)
}

/** Puts every saved page where pages were saved before there was a table of them. */
export async function savedBefore(made: World): Promise<void> {
  const columns = 'respondent_id, page, revision, answers, saved_at, visit, texts, texts_key'
  const outcome = await made.ports.db.together(
    { sql: `insert into response_pages (${columns}) select ${columns} from saved_pages`, values: [] },
    { sql: 'delete from saved_pages', values: [] },
  )
  if (!outcome.done) throw new Error('The pages were not moved')
}

/** Counts how often the app writes from now on. */
export function countWrites(made: World): { writes: number } {
  const counted = { writes: 0 }
  interpose(made, (db) => ({
    ...db,
    together(...writes) {
      counted.writes += 1
      return db.together(...writes)
    },
  }))
  return counted
}

/** Every row of every table, as one text. */
export async function everything(made: World): Promise<string> {
  const { db } = made.ports
  const tables = tableNames.map(async (table) => {
    const rows = await db.read({ sql: `select * from ${table}`, values: [] })
    return [table, ...rows.map((row) => JSON.stringify(row)).sort()].join('\n')
  })
  return (await Promise.all(tables)).join('\n')
}

const schemaPage = readFileSync(new URL('../../../schema/schema.sql', import.meta.url), 'utf8')
const tableNames = [...schemaPage.matchAll(/^create table "?(\w+)/gim)].map(([, name = '']) => name as keyof Tables)

function allOf(table: keyof Tables) {
  return { sql: `select * from ${table} order by 1, 2`, values: [] }
}

/** Rows of a table, as they are. */
export function rowsOf<Row = Record<string, string | number | null>>(made: World, table: keyof Tables): Promise<Row[]> {
  return made.ports.db.read<Row>(allOf(table))
}
