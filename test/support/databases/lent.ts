/** Databases that tests give back clean are used again: making one costs several times what cleaning it does. */
import type { Database } from '../../../src/platform/db/together.ts'
import type { Opened } from './test-database.ts'

export interface Pooled {
  db: Database
  address: string
  again(): Promise<Database>
  /** Takes out whatever a test has put in; false when that is not enough, or not possible. */
  clean(): Promise<boolean>
  /** Closes it and throws it away. */
  close(): Promise<void>
}

/** Lends what a worker keeps, and makes another when all are lent. */
export function lending(make: () => Promise<Pooled>): () => Promise<Opened> {
  const free: Pooled[] = []
  return async () => lend(free.pop() ?? (await make()), (returned) => free.push(returned))
}

/**
 * Takes it back when the test closes it, unless somebody closed it or ran a script on it: what a script sets for a
 * connection or a database is not a row that could be taken out.
 */
function lend(pooled: Pooled, giveBack: (pooled: Pooled) => void): Opened {
  const { db, address, again } = pooled
  const running = new Set<Promise<unknown>>()
  let state: 'lent' | 'spoiled' | 'over' = 'lent'
  function tracked<T>(work: () => Promise<T>): Promise<T> {
    if (state === 'over') return Promise.reject(new Error('The database is closed'))
    const promise = work().finally(() => running.delete(promise))
    running.add(promise)
    return promise
  }
  const lent: Database = {
    ...db,
    read: (query) => tracked(() => db.read(query)),
    together: (...writes) => tracked(() => db.together(...writes)),
    apply: (script) =>
      tracked(() => {
        state = 'spoiled'
        return db.apply(script)
      }),
    close() {
      state = 'spoiled'
      return db.close()
    },
  }
  return {
    db: lent,
    address,
    again,
    async close() {
      while (running.size > 0) await Promise.allSettled(running)
      // It may be somebody else's by now.
      if (state === 'over') return
      const isOurs = state === 'lent'
      state = 'over'
      const isClean = isOurs && (await pooled.clean())
      if (isClean) giveBack(pooled)
      else await pooled.close()
    },
  }
}
