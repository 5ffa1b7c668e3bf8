/**
 * The three databases, for tests: each test opens one of its own, migrated and empty. `STORE=sqlite` (or d1, or
 * postgres) narrows a run to one.
 */
import { describe, it } from 'vitest'
import { d1 } from './d1-database.ts'
import { postgres } from './postgres-database.ts'
import { sqlite } from './sqlite-database.ts'
import type { TestDatabase } from './test-database.ts'

const every: readonly TestDatabase[] = [sqlite, d1, postgres]
const asked = process.env.STORE

export const databases: readonly TestDatabase[] = every.filter(({ name }) => asked === undefined || name === asked)

if (databases.length === 0) throw new Error(`STORE is ${asked}, and must be one of sqlite, d1 and postgres`)

/** As `it`, with nothing behind it: the fact is shown on another database. */
const elsewhere = Object.assign(() => undefined, { each: () => () => undefined }) as unknown as typeof it

/**
 * Describes the same facts for each database: `facts` is called once with each, and opens what it needs. Those that hang
 * on no database (what was decided in a pure function, which words a page chose) are told with `once`, on the first only.
 */
export function forEachDatabase(
  facts: (name: TestDatabase['name'], open: TestDatabase['open'], once: typeof it) => void,
): void {
  describe.each(databases)('$name', ({ name, open }) => facts(name, open, name === databases[0]?.name ? it : elsewhere))
}
