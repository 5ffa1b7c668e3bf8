/**
 * How many responses were begun in the last hour: from one connection (an IPv4 address, an IPv6 /64), from the block
 * around it (IPv4 /24, IPv6 /48), and in one study. Each is counted by ten minutes, under a keyed name of its own that
 * nobody can turn back, and forgotten within a day.
 */

import type { Ports } from '../../ports.ts'
import { derive } from '../crypto/codes.ts'
import type { Write } from '../db/together.ts'
import { addressParser } from './network.ts'
import { countStart, startsCounted } from './store.ts'

/** Rings around a start, from the smallest: each is counted and each may make the next one cost work. */
export const rings = ['connection', 'block', 'study'] as const
export type Ring = (typeof rings)[number]
export type StartCounts = Readonly<Record<Ring, number>>

const slotMs = 10 * 60_000
const slotsOfAnHour = 6

/** Where a start comes from, and what it begins. */
export interface Origin {
  /** The caller's address, as `Ports.addressOf` gives it. */
  address: string
  studyId: string
}

type Some = Pick<Ports, 'keys' | 'db' | 'clock'>

/** What a start may be refused by: no more than so many of a ring in the hour, as `countsOf` counts it. */
export type Most = Readonly<Record<Ring, number>>

/**
 * What is counted of the last hour, between 50 and 60 minutes of it.
 * @returns the counts, and how to count one more start, which the check refuses past `most` of a ring; null: never
 */
export async function countsOf(
  ports: Some,
  origin: Origin,
): Promise<{ counts: StartCounts; countOne: (most: Most | null) => Write[] }> {
  const at = ports.clock.now()
  const names = await namesOf(ports, origin, Date.parse(at))
  const found = new Map(
    (await ports.db.read(startsCounted(Object.values(names).flat()))).map((row) => [row.network, row.starts]),
  )
  const sum = (of: readonly string[]) => of.reduce((n, name) => n + (found.get(name) ?? 0), 0)
  return {
    counts: { connection: sum(names.connection), block: sum(names.block), study: sum(names.study) },
    countOne: (most) =>
      rings.map((ring) => {
        const [now = '', ...before] = names[ring]
        const cap = most === null ? noCap : Math.max(0, most[ring] - sum(before))
        return countStart({ network: now, startsCap: cap, at })
      }),
  }
}

const noCap = 1_000_000_000

/** The rows of each ring, this moment's first. */
async function namesOf({ keys }: Pick<Ports, 'keys'>, origin: Origin, now: number): Promise<Record<Ring, string[]>> {
  const { connectionOf, networkOf } = await addressParser()
  const slot = Math.floor(now / slotMs)
  const slots = Array.from({ length: slotsOfAnHour }, (_, before) => slot - before)
  const named = (of: string) => Promise.all(slots.map((one) => derive(keys.codes.newest, `starts ${one}`, of, 26)))
  const [connection, block, study] = await Promise.all([
    named(connectionOf(origin.address)),
    // Named by its size as well: an IPv6 /64 that is unknown is no block of itself.
    named(`block ${networkOf(origin.address)}`),
    named(`study ${origin.studyId}`),
  ])
  return { connection, block, study }
}
