/** A database for background work: the embedded one answers at once, so this one lets others in between. */

import type { Database } from '../db/together.ts'
import { othersFirst } from './job.ts'

/** So long, in milliseconds, such work keeps others waiting between two of its queries. */
const longest = 3

/** To be awaited between pieces of long work: lets others have their turn each few milliseconds. */
export function turns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longest) return
    await othersFirst()
    since = performance.now()
  }
}

/** The same database; whoever asks it much in a row lets others have their turn each few milliseconds. */
export function byTurns(db: Database): Database {
  const inTurn = turns()
  return {
    ...db,
    async read(query) {
      await inTurn()
      return db.read(query)
    },
    async together(...writes) {
      await inTurn()
      return db.together(...writes)
    },
  }
}
