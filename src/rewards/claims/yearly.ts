/** What a batch would add to its payees' year, over all studies, and whose year would pass the yearly threshold. */

import { transition } from '../../platform/db/state-machine.ts'
import type { Write } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { claimMachine } from '../machines.ts'
import { grossOf, type Worth } from '../offers/tax.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { type PayeeYear, passesLimit, payeeHash } from '../payees/year.ts'
import { countPayees, payeeYears, raiseLimit } from '../payees/year-store.ts'
import type { Claim } from './store.ts'

type Needs = Pick<Ports, 'db' | 'clock' | 'keys' | 'settings'>

/** A claim with what it is worth. */
type Worthy = Pick<Claim, 'id' | 'n' | 'state' | 'payee' | 'voucherId'> & Worth

/** In which year of which payee a claim's payout is counted. */
export interface InYear {
  payeeHash: string
  payeeYear: number
  /** What was allowed beyond the threshold so far. */
  raisedMinor: number
}

/** The year of an instant, by the days of our books. */
function yearOf(at: string): number {
  return Number(dayOf(booksZone, at).slice(0, 4))
}

function limitOf({ settings }: Pick<Ports, 'settings'>, currency: string): number | null {
  return settings.payeeYearLimits[currency] ?? null
}

/** Parts claims into those that fit into their payee's year, and those that a person has to look at first. */
export async function partByYear<One extends Worthy>(
  ports: Needs,
  claims: readonly One[],
  currency: string,
  at: string,
): Promise<{ fitting: (One & InYear)[]; over: One[] }> {
  const payeeYear = yearOf(at)
  const named = await Promise.all(
    claims.map(async (claim): Promise<One & Omit<InYear, 'raisedMinor'>> => {
      const payee = await decryptPayee(ports, claim)
      return { ...claim, payeeYear, payeeHash: await payeeHash(ports.keys, payeeYear, payee) }
    }),
  )
  const hashes = [...new Set(named.map((claim) => claim.payeeHash))]
  const known = (await Promise.all(payeeYears(hashes, payeeYear, currency).map((query) => ports.db.read(query)))).flat()
  const years = new Map(known.map((row) => [row.payeeHash, { ...row }]))
  const limitMinor = limitOf(ports, currency)
  const fitting: (One & InYear)[] = []
  const over: One[] = []
  for (const claim of named) {
    const year = years.get(claim.payeeHash) ?? { totalMinor: 0, raisedMinor: 0 }
    if (passesLimit(year, limitMinor, grossOf(claim))) {
      over.push(claim)
      continue
    }
    fitting.push({ ...claim, raisedMinor: year.raisedMinor })
    const totalMinor = year.totalMinor + grossOf(claim)
    years.set(claim.payeeHash, { ...year, totalMinor, limitMinor, payeeHash: claim.payeeHash })
  }
  return { fitting, over }
}

/** Counts what fits; refused by `limit.payeeYear` when another batch of the same moment has counted first. */
export function countYear(
  ports: Pick<Ports, 'settings'>,
  fitting: readonly (InYear & Worth)[],
  currency: string,
): Write[] {
  const sums = new Map<string, Parameters<typeof countPayees>[0][number]>()
  for (const { payeeHash, payeeYear: year, raisedMinor, ...worth } of fitting) {
    const amountMinor = (sums.get(payeeHash)?.amountMinor ?? 0) + grossOf(worth)
    sums.set(payeeHash, { payeeHash, year, currency, amountMinor, raisedMinor })
  }
  // In one order, so that no two batches wait for each other's rows.
  const inOrder = [...sums.values()].sort((one, other) => (one.payeeHash < other.payeeHash ? -1 : 1))
  return countPayees(inOrder, limitOf(ports, currency))
}

/** Claims that would pass the threshold wait for two people. */
export function holdOver(ports: Pick<Ports, 'ids'>, over: readonly Worthy[], actor: string, at: string): Write[] {
  return over.flatMap((claim) => [
    ...transition(claimMachine, claim, { state: 'held', actor, reason: 'over_yearly_total', at }),
    addAudit({ id: ports.ids.next('audit'), actor, action: 'claim.over_yearly_total', subject: claim.id, at }),
  ])
}

/** Makes room beyond the threshold for one claim that two people have released; nothing where there is no threshold. */
export async function allowBeyond(
  ports: Needs,
  claim: { payee: string; voucherId: string },
  voucher: Worth & { currency: string },
  at: string,
): Promise<Write[]> {
  const { currency } = voucher
  const limitMinor = limitOf(ports, currency)
  if (limitMinor === null) return []
  const year = yearOf(at)
  const hash = await payeeHash(ports.keys, year, await decryptPayee(ports, claim))
  return [raiseLimit({ payeeHash: hash, year, currency, amountMinor: grossOf(voucher) }, limitMinor)]
}

/** What a claim's payee has got in the running year, with the yearly threshold as it is now. */
export async function yearSoFar(
  ports: Needs,
  claim: { payee: string; voucherId: string },
  currency: string,
  at: string,
): Promise<PayeeYear> {
  const year = yearOf(at)
  const hash = await payeeHash(ports.keys, year, await decryptPayee(ports, claim))
  const [row] = (await Promise.all(payeeYears([hash], year, currency).map((query) => ports.db.read(query)))).flat()
  const { totalMinor = 0, raisedMinor = 0 } = row ?? {}
  return { totalMinor, raisedMinor, limitMinor: limitOf(ports, currency) }
}
