/** What is read again and again and hardly ever changes, kept for a few seconds unless told. */
import type { Database } from './together.ts'

/** How long it is kept, unless told. What must hold is decided by the database, not by what is remembered. */
const rememberedMs = 5_000

export interface Remembered<Thing> {
  /** The thing with this key as it stood at most so long before `now` (ISO 8601 in UTC); what is not there is asked for again. */
  find(db: Database, key: string, now: string): Promise<Thing | undefined>
  /** Called when something was changed, so that the next reader in this process sees it at once; others do in five seconds. */
  forget(db: Database): void
}

/** Remembers for each database what `read` gives, five seconds or `keptMs` long. */
export function remembering<Thing>(
  read: (db: Database, key: string) => Promise<Thing | undefined>,
  keptMs = rememberedMs,
): Remembered<Thing> {
  const remembered = new WeakMap<Database, Map<string, { thing: Thing; until: number }>>()
  return {
    async find(db, key, now) {
      const at = Date.parse(now)
      const things = remembered.get(db) ?? new Map<string, { thing: Thing; until: number }>()
      remembered.set(db, things)
      const known = things.get(key)
      if (known !== undefined && at < known.until && at > known.until - 2 * keptMs) return known.thing
      const thing = await read(db, key)
      if (thing !== undefined) things.set(key, { thing, until: at + keptMs })
      return thing
    },
    forget: (db) => void remembered.delete(db),
  }
}
