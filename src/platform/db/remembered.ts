/** A small cache with a time limit, for what is read often and hardly ever changes. */
import type { Database } from './together.ts'

/** How long it is kept, unless told. What must hold is decided by the database, not by what is remembered. */
const rememberedMs = 5_000

export interface RememberedThings<Thing> {
  /** The thing with this key as it stood at most so long before `now` (ISO 8601 in UTC); what is not there is asked for again. */
  find(db: Database, key: string, now: string): Promise<Thing | undefined>
  /** Takes note of what was just made, so that the next reader in this process need not ask for it. */
  keep(db: Database, key: string, now: string, thing: Thing): void
  /** Called when something was changed, so that the next reader in this process sees it at once; others do in five seconds. */
  forget(db: Database): void
}

interface Kept<Thing> {
  thing: Promise<Thing | undefined>
  until: number
}

/** Remembers for each database what `read` gives, five seconds or `keptMs` long. */
export function remembering<Thing>(
  read: (db: Database, key: string) => Promise<Thing | undefined>,
  keptMs = rememberedMs,
): RememberedThings<Thing> {
  const remembered = new WeakMap<Database, Map<string, Kept<Thing>>>()
  const keptOf = (db: Database) => {
    const things = remembered.get(db) ?? new Map<string, Kept<Thing>>()
    remembered.set(db, things)
    return things
  }
  return {
    async find(db, key, now) {
      const at = Date.parse(now)
      const things = keptOf(db)
      const known = things.get(key)
      if (known !== undefined && at < known.until && at > known.until - 2 * keptMs) return known.thing
      const reading = { thing: read(db, key), until: at + keptMs }
      // Whoever asks meanwhile waits for the same reading; but on Workers no request may wait for what another one reads.
      if (db.mostStatements === undefined) things.set(key, reading)
      const forgetIt = () => things.get(key) === reading && things.delete(key)
      try {
        const thing = await reading.thing
        if (thing === undefined) forgetIt()
        else things.set(key, { thing: Promise.resolve(thing), until: reading.until })
        return thing
      } catch (error) {
        forgetIt()
        throw error
      }
    },
    keep(db, key, now, thing) {
      keptOf(db).set(key, { thing: Promise.resolve(thing), until: Date.parse(now) + keptMs })
    },
    forget: (db) => void remembered.delete(db),
  }
}
