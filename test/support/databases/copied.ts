/** Worlds that begin where another one has come to: what takes long to come to is done once, and its database is copied. */
import { newKeySet } from '../../../src/platform/adapters/key-set.ts'
import { type World, type WorldOptions, world } from '../world.ts'
import { currentDatabase } from './databases.ts'
import { fresh } from './fresh.ts'
import { keepSqlite, sqlite } from './sqlite-database.ts'

/**
 * Gives worlds that stand where `prepare` leaves one, each with a database of its own, and what `prepare` gave. What it
 * changes beside the database and the clock, such as who pays, is not copied.
 */
export function startingAfter<Made>(prepare: (world: World) => Promise<Made>): () => Promise<[World, Made]> {
  let prepared: Promise<[Partial<WorldOptions>, Made]> | undefined
  return async () => {
    if (currentDatabase().name === sqlite.name) {
      prepared ??= keep(prepare)
      const [options, made] = await prepared
      return [await fresh(options), made]
    }
    const world = await fresh()
    return [world, await prepare(world)]
  }
}

async function keep<Made>(prepare: (world: World) => Promise<Made>): Promise<[Partial<WorldOptions>, Made]> {
  const keySet = await newKeySet()
  const opened = await sqlite.open()
  const first = await world({ open: async () => opened, keySet })
  const made = await prepare(first)
  const open = keepSqlite(opened)
  await first.close()
  return [{ open, keySet, isOpened: true, now: first.ports.clock.now() }, made]
}
