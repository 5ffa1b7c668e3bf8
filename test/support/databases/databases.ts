/**
 * The three databases, for tests: each test opens one of its own, migrated and empty. `STORE=sqlite` (or d1, or
 * postgres) narrows a run to one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindOf } from '../setup/kinds.ts'
import { d1 } from './d1-database.ts'
import { askedElsewhere } from './elsewhere.ts'
import { postgres } from './postgres-database.ts'
import { sqlite } from './sqlite-database.ts'
import type { TestDatabase } from './test-database.ts'

const every: readonly TestDatabase[] = [sqlite, d1, postgres]
const asked = process.env.STORE

export const databases: readonly TestDatabase[] = every.filter(({ name }) => asked === undefined || name === asked)

if (databases.length === 0) throw new Error(`STORE is ${asked}, and must be one of sqlite, d1 and postgres`)

/** As `it`, with nothing behind it: the fact is shown on another database. */
const elsewhere = Object.assign(() => undefined, { each: () => () => undefined }) as unknown as typeof it

/** The first, whose statements are asked of the others too: what is told `once` depends on no more than that. */
const [one = sqlite, ...others] = databases
const heard = askedElsewhere(others)
const firstOne: TestDatabase = {
  ...one,
  // Other files are about something else, and no Postgres may run beside them.
  open: async () => (kindOf(expect.getState().testPath ?? '') === 'databases' ? heard(await one.open()) : one.open()),
}

let current = firstOne

/** Where a world is opened that names no database: the one of the facts that are being told, or the first. */
export function currentDatabase(): TestDatabase {
  return current
}

/**
 * Describes the same facts for each database, which is where their worlds are opened: `facts` is called once with each.
 * Those that depend on a database only as far as it takes their statements are told with `once`: they run on the first, and
 * every statement that they ask of it is asked of the others (`elsewhere.ts`). Money, dedupe, races and one path of each
 * action are not among them.
 */
export function forEachDatabase(
  facts: (name: TestDatabase['name'], open: TestDatabase['open'], once: typeof it) => void,
): void {
  describe.each([firstOne, ...others])('$name', (database) => {
    beforeAll(() => {
      current = database
    })
    afterAll(() => {
      current = firstOne
    })
    facts(database.name, database.open, database === firstOne ? it : elsewhere)
  })
}
