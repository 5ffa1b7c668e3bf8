/**
 * A queue for browsers without scripts, which cannot do the work that the door asks for. It lets one in every second
 * and a half, in the order in which they asked. A turn is kept: nobody falls behind somebody who came later.
 */
import { limit, taken } from '../../../schema/constraints.ts'
import { derive } from '../../platform/crypto/codes.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { connectionOf, networkOf } from '../../platform/network/network-of.ts'
import type { Ring } from '../../platform/network/starts.ts'
import type { Ports } from '../../ports.ts'
import type { StartOf } from './challenge.ts'
import * as store from './store.ts'

/** Between two turns of a network. */
export const turnEveryMs = 1_500

export interface QueuePosition {
  /** Milliseconds since 1970. */
  turnMs: number
  /** How many turns it is, its own included; 0 when it has come. */
  nth: number
}

/** The place that a start has in the queue, or undefined. */
async function placeIn(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  respondentId: string,
): Promise<QueuePosition | undefined> {
  const now = Date.parse(clock.now())
  const row = await first(db, store.turnOfStart({ respondentId }))
  if (row === undefined) return undefined
  const nth = (await first(db, store.turnsUntil({ network: row.network, now, turnMs: row.turn_ms })))?.turns ?? 0
  return { turnMs: row.turn_ms, nth }
}

/** Whether a start has waited until its turn. */
export async function isItsTurn(ports: Pick<Ports, 'db' | 'clock'>, respondentId: string): Promise<boolean> {
  const row = await first(ports.db, store.turnOfStart({ respondentId }))
  return row !== undefined && row.turn_ms <= Date.parse(ports.clock.now())
}

/**
 * Takes a place at the end of the first queue that has one; the one that was taken before stays. Null: each is an hour long.
 * @param rings whose queues, in order
 */
export async function takePlace(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  start: StartOf,
  rings: readonly Ring[],
): Promise<QueuePosition | null> {
  for (const ring of rings) {
    const place = await takePlaceIn(ports, start, ring)
    if (place !== null) return place
  }
  return null
}

async function takePlaceIn(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  { slug, respondentId, address }: StartOf,
  ring: Ring,
): Promise<QueuePosition | null> {
  const at = ports.clock.now()
  const now = Date.parse(at)
  const of = { connection: connectionOf, block: networkOf, study: () => `study ${slug}` }[ring](address)
  const network = await derive(ports.keys.codes.newest, `queue ${at.slice(0, 10)}`, of, 26)
  return perform<QueuePosition | null>(ports.db, 'Waiting to start', async () => {
    const place = await placeIn(ports, respondentId)
    if (place !== undefined) return place
    return plan<QueuePosition | null>({
      rows: [
        store.addTurn({ network, turnMs: now + turnEveryMs, askedMs: now }),
        store.takeLastTurn({ respondentId, network }),
      ],
      // Read again: the database knows which turn it was.
      done: stale({ kind: 'unique', on: taken.startPlace }),
      refused: (breach) => {
        if (breach.on === limit.queue) return null
        return breach.on === taken.startPlace ? stale(breach) : unexpected
      },
    })
  })
}
