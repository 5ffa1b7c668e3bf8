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

let last = { text: '', ms: Number.NaN }

/** Milliseconds since 1970; many ask in the same one. */
function timeOf(now: string): number {
  if (now !== last.text) last = { text: now, ms: Date.parse(now) }
  return last.ms
}

/** Remembers for each database what `read` gives, five seconds or `keptMs` long. */
export function remembering<Thing>(
  read: (db: Database, key: string) => Promise<Thing | undefined>,
  keptMs = rememberedMs,
): RememberedThings<Thing> {
  const remembered = new WeakMap<Database, Map<string, Kept<Thing>>>()
  const keptOf = (db: Database) => {
    const known = remembered.get(db)
    if (known !== undefined) return known
    const things = new Map<string, Kept<Thing>>()
    remembered.set(db, things)
    return things
  }
  async function readAnew(db: Database, key: string, at: number): Promise<Thing | undefined> {
    const things = keptOf(db)
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
  }
  return {
    // Asked ten times a request: what is known is given as it is, without another promise around it.
    find(db, key, now) {
      const at = timeOf(now)
      const known = keptOf(db).get(key)
      const isFresh = known !== undefined && at < known.until && at > known.until - 2 * keptMs
      return isFresh ? known.thing : readAnew(db, key, at)
    },
    keep(db, key, now, thing) {
      keptOf(db).set(key, { thing: Promise.resolve(thing), until: timeOf(now) + keptMs })
    },
    forget: (db) => void remembered.delete(db),
  }
}
