/**
 * How fast wrong codes may be tried: ten a minute from one network, and a hundred a day, after which there is one a
 * minute. Only wrong ones count, so that nobody who has theirs waits for themselves; nobody is locked out for ever, and
 * what one network tries keeps no other from its code.
 */

import type { Ports } from '../../ports.ts'
import { prepareQuery } from '../db/together.ts'
import { networkKey } from './network.ts'
import { sql } from './tables.ts'

const aMinute = 10
const aDay = 100
const afterThat = 1

const wrongCodesOf = prepareQuery((p: { network: string }) =>
  sql
    .selectFrom('wrong_codes')
    .select(['today', 'last_minute as lastMinute', 'in_minute as inMinute'])
    .where('network', '=', p.network),
)

/** One more wrong code; the check refuses what races past the cap. */
const countWrongCode = prepareQuery((p: { network: string; minute: string; cap: number }) =>
  sql
    .insertInto('wrong_codes')
    .values({ network: p.network, today: 1, last_minute: p.minute, in_minute: 1, cap: p.cap })
    .onConflict((oc) =>
      oc.column('network').doUpdateSet((eb) => ({
        today: eb('wrong_codes.today', '+', 1),
        in_minute: eb
          .case()
          .when('wrong_codes.last_minute', '=', eb.ref('excluded.last_minute'))
          .then(eb('wrong_codes.in_minute', '+', 1))
          .else(1)
          .end(),
        last_minute: eb.ref('excluded.last_minute'),
        cap: eb.ref('excluded.cap'),
      })),
    ),
)

const forgetBefore = prepareQuery((p: { minute: string }) =>
  sql.deleteFrom('wrong_codes').where('last_minute', '<', p.minute),
)

/** Wrong codes that came by reading an address, which writes nothing: those of this minute, in this process. */
const reads = new WeakMap<object, { minute: string; counts: Map<string, number> }>()
/** More networks than try codes in one minute; those behind them are not counted. */
const mostNetworks = 10_000

function readsOf(ports: Pick<Ports, 'keys'>, minute: string): Map<string, number> {
  const known = reads.get(ports.keys)
  if (known?.minute === minute) return known.counts
  const counts = new Map<string, number>()
  reads.set(ports.keys, { minute, counts })
  return counts
}

export type Tried<Found> =
  | { found: Found }
  /** It is no code of ours, and that counts. */
  | { wrong: true }
  /** It was not looked at: `waitSeconds` until the next one is. */
  | { waitSeconds: number }

/**
 * Looks a code up unless too many wrong ones came from this network.
 * @param address the caller's, as `Ports.addressOf` gives it
 * @param look finds what the code opens; undefined for a wrong one
 * @param how a `read` writes nothing, so that its wrong codes count in this process only
 */
export async function tryCode<Found>(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  address: string,
  look: () => Promise<Found | undefined>,
  how: 'post' | 'read' = 'post',
): Promise<Tried<Found>> {
  const now = ports.clock.now()
  const minute = now.slice(0, 'YYYY-MM-DDTHH:MM'.length)
  const network = await networkKey(ports, address, now)
  const [kept] = await ports.db.read(wrongCodesOf({ network }))
  const seen = readsOf(ports, minute)
  const cap = (kept?.today ?? 0) < aDay ? aMinute : afterThat
  const inMinute = (kept?.lastMinute === minute ? kept.inMinute : 0) + (seen.get(network) ?? 0)
  const waitSeconds = 60 - Number(now.slice(17, 19))
  if (inMinute >= cap) return { waitSeconds }

  const found = await look()
  if (found !== undefined) return { found }
  if (how === 'read') {
    if (seen.has(network) || seen.size < mostNetworks) seen.set(network, (seen.get(network) ?? 0) + 1)
    return { wrong: true }
  }
  const counted = await ports.db.together(countWrongCode({ network, minute, cap }))
  return counted.done ? { wrong: true } : { waitSeconds }
}

const aDayMs = 24 * 3_600_000

/** The periodic work: what was counted under the name of a day that is over is forgotten. */
export async function forgetWrongCodes({ db, clock }: Pick<Ports, 'db' | 'clock'>): Promise<void> {
  await db.together(forgetBefore({ minute: new Date(Date.parse(clock.now()) - aDayMs).toISOString().slice(0, 16) }))
}
