/**
 * What a fact that is told on one database asks, the others are asked as well: each statement once in a process, with the
 * values that it came with, on a database that is migrated and empty. They read it, plan it and run it; what they answer
 * is shown by the facts that are told on all three.
 */
import type { Database, Query } from '../../../src/platform/db/together.ts'
import type { Opened, TestDatabase } from './test-database.ts'

/** Breaks a key on every database, so that nothing is kept of what is asked before it. */
const refused = { sql: `insert into door_policies (policy) values ('issue')`, values: [] }

/** What is asked about the database itself, which each is asked in its own words. */
const ofSqliteAlone = /^(explain|pragma)|sqlite_/

/** How long a list is makes no other statement of it. */
const shapeOf = (sql: string) => sql.replace(/\?(, \?)+/g, '?').replace(/(\(\?\), )+/g, '')

/** Asks each statement of these others when a database is closed that was opened with what it gives. */
export function askedElsewhere(others: readonly TestDatabase[]): (opened: Opened) => Opened {
  const known = new Set<string>()
  let twins: Promise<Database[]> | undefined

  return (opened) => {
    const asked: { how: 'read' | 'together'; query: Query }[] = []
    // What it refuses itself is not asked elsewhere: that may be how the product finds out where it is.
    const note = (how: 'read' | 'together', queries: readonly Query[]) => {
      for (const query of queries) {
        const shape = shapeOf(query.sql)
        if (known.has(shape) || ofSqliteAlone.test(shape)) continue
        known.add(shape)
        asked.push({ how, query })
      }
    }
    const heard = (db: Database): Database => ({
      ...db,
      async read(query) {
        const rows = await db.read(query)
        note('read', [query])
        return rows
      },
      async together(...writes) {
        const outcome = await db.together(...writes)
        note('together', writes)
        return outcome
      },
    })
    return {
      ...opened,
      db: heard(opened.db),
      again: async () => heard(await opened.again()),
      async close() {
        await opened.close()
        if (asked.length === 0) return
        twins ??= Promise.all(others.map(async (other) => (await other.open()).db))
        for (const db of await twins) for (const { how, query } of asked) await ask(db, how, query)
      },
    }
  }
}

async function ask(db: Database, how: 'read' | 'together', query: Query): Promise<void> {
  try {
    if (how === 'read') await db.read(query)
    else if ((await db.together(query, refused)).done) throw new Error('What was to be refused was kept.')
  } catch (cause) {
    throw new Error(`Another database does not take this statement: ${query.sql}`, { cause })
  }
}
