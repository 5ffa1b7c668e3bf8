/** Counting what a run asks of its database, where that bounds it. */
import type { Database } from '../../platform/db/together.ts'

/**
 * The same database, and how many statements were sent through it: each of a batch is one, since nobody promises that a
 * batch is counted as less.
 */
export function counted(db: Database): { db: Database; asked(): number } {
  let asked = 0
  return {
    db: {
      ...db,
      read: (query) => {
        asked += 1
        return db.read(query)
      },
      together: (...writes) => {
        asked += writes.length
        return db.together(...writes)
      },
    },
    asked: () => asked,
  }
}
