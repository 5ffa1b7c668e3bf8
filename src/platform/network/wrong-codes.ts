/**
 * How fast wrong codes may be tried: ten a minute from one network (IPv6 by /64), and a hundred a day, after which there
 * is one a minute. For one code, wherever it is tried, it is the same: once there have been as many wrong ones, each
 * network has one a minute for it. Only wrong ones count, and a right one is looked at wherever a wrong one would be: its
 * owner waits for nobody elsewhere, and nobody is locked out for ever.
 */

import type { Ports } from '../../ports.ts'
import { derive, tidyCode } from '../crypto/codes.ts'
import { prepareQuery } from '../db/together.ts'
import { networkKey } from './network.ts'
import { sql } from './tables.ts'

const aMinute = 10
const aDay = 100
const afterThat = 1
/** Far longer than any code: what stands behind it makes no other one. */
const longestCode = 200

/** Of the network, and of the code, which stands in the same column under a name of its own. */
const wrongCodesOf = prepareQuery((p: { network: string; code: string }) =>
  sql
    .selectFrom('wrong_codes')
    .select(['network as of', 'today', 'last_minute as lastMinute', 'in_minute as inMinute'])
    .where((eb) => eb.or([eb('network', '=', p.network), eb('network', '=', p.code)])),
)
/** What is counted of a code refuses nobody by itself. */
const noCap = 1_000_000_000

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
/** More networks and codes than are tried in one minute; those behind them are not counted. */
const mostCounted = 20_000

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
 * Looks a code up unless too many wrong ones came from this network, or one for a code that too many tried.
 * @param address the caller's, as `Ports.addressOf` gives it
 * @param code what is tried: the code as it was typed, or what in it names the thing that it would open
 * @param look finds what the code opens; undefined for a wrong one
 * @param how a `read` writes nothing, so that its wrong codes count in this process only
 */
export async function tryCode<Found>(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  address: string,
  code: string,
  look: () => Promise<Found | undefined>,
  how: 'post' | 'read' = 'post',
): Promise<Tried<Found>> {
  const now = ports.clock.now()
  const minute = now.slice(0, 'YYYY-MM-DDTHH:MM'.length)
  const [network, tried] = await Promise.all([
    networkKey(ports, address, now),
    derive(ports.keys.codes.newest, `code ${now.slice(0, 10)}`, tidyCode(code.slice(0, longestCode)), 26),
  ])
  const failures = await ports.db.read(wrongCodesOf({ network, code: tried }))
  const seen = readsOf(ports, minute)
  const counted = (of: string) => {
    const row = failures.find((one) => one.of === of)
    const inMinute = (row?.lastMinute === minute ? row.inMinute : 0) + (seen.get(of) ?? 0)
    return { inMinute, isMany: (row?.today ?? 0) >= aDay }
  }
  const [here, everywhere] = [counted(network), counted(tried)]
  const isSlow = here.isMany || everywhere.isMany || everywhere.inMinute >= aMinute
  const cap = isSlow ? afterThat : aMinute
  const waitSeconds = 60 - Number(now.slice(17, 19))
  if (here.inMinute >= cap) return { waitSeconds }

  const found = await look()
  if (found !== undefined) return { found }
  if (how === 'read') {
    for (const of of [network, tried]) {
      if (seen.has(of) || seen.size < mostCounted) seen.set(of, (seen.get(of) ?? 0) + 1)
    }
    return { wrong: true }
  }
  const written = await ports.db.together(
    countWrongCode({ network, minute, cap }),
    countWrongCode({ network: tried, minute, cap: noCap }),
  )
  return written.done ? { wrong: true } : { waitSeconds }
}

const aDayMs = 24 * 3_600_000

/** The periodic work: what was counted under the name of a day that is over is forgotten. */
export async function forgetWrongCodes({ db, clock }: Pick<Ports, 'db' | 'clock'>): Promise<void> {
  await db.together(forgetBefore({ minute: new Date(Date.parse(clock.now()) - aDayMs).toISOString().slice(0, 16) }))
}
