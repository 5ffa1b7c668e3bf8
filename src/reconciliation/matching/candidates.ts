/** Payouts that a line without a known reference could be about. What is found is shown to people, and never matched. */

import { first, prepareQuery, type Query } from '../../platform/db/together.ts'
import { dayLater } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { cutReferencesIn } from '../../rewards/payment-files/message-id.ts'
import type { ExceptionDetail } from '../exceptions/exception.ts'
import type { Exception } from '../exceptions/store.ts'
import { sql } from '../tables.ts'

export interface Candidate {
  id: string
  payoutId: string
  reference: string
  /** On which it was stored. */
  day: string
}

export interface Candidates {
  /** The nearest in time first. */
  attempts: Candidate[]
  /** Whether it is the only payout for this line, and this the only open line for it. */
  isOnly: boolean
  /** The attempt of which the line has the beginning of the reference, and of no other; it is the first. */
  begun: string | null
  /** The line brought money back, and took none. */
  isBack: boolean
}

/** So far apart may a payment and its booking be, in days. */
const windowDays = 7
const most = 10

/**
 * The candidates of an open exception about a line that took money, or that brought some back and has the beginning of a
 * reference; null where it is about no such line.
 */
export async function findCandidates(
  { db }: Pick<Ports, 'db'>,
  exception: Exception,
  detail: ExceptionDetail,
): Promise<Candidates | null> {
  const { provider, currency, day, accountId } = exception
  const isOfLine = exception.class === 'missing_in_ledger' || exception.class === 'unknown_type'
  if (!isOfLine || detail.attempt !== undefined) return null
  if (exception.closedAt !== null || provider === null || day === null || accountId === null) return null
  const amountMinor = detail.lineMinor ?? exception.amountMinor
  const asked = { provider, currency, amountMinor, limit: most + 1 }
  if (detail.direction !== 'debit') {
    const back = await begunWith({ db }, detail.reference ?? '', asked, isPaid)
    return back === null ? null : { attempts: [back], isOnly: false, begun: back.id, isBack: true }
  }
  const [before, behind] = await Promise.all([
    db.read(earlier({ ...asked, from: dayLater(day, -windowDays), to: day })),
    db.read(later({ ...asked, from: dayLater(day, 1), to: dayLater(day, windowDays) })),
  ])
  const far = ({ day: its }: Candidate) => Math.abs(Date.parse(its) - Date.parse(day))
  const near = [...before, ...behind].sort((one, other) => far(one) - far(other))
  const begun = await begunWith({ db }, detail.reference ?? '', asked, isUnproved)
  const attempts = (begun === null ? near : [begun, ...near.filter(({ id }) => id !== begun.id)]).slice(0, most)
  if (begun !== null) return { attempts, isOnly: false, begun: begun.id, isBack: false }
  const [only, another] = attempts
  if (only === undefined || another !== undefined) return { attempts, isOnly: false, begun: null, isBack: false }
  const rival = await first(db, rivalLine(exception.id, accountId, amountMinor, only.day))
  return { attempts, isOnly: rival === undefined, begun: null, isBack: false }
}

type ProvedState = { state: string; proof: string | null }

/** Whether a line that took money may be a payment's: no other one has proved it. */
const isUnproved = ({ state, proof }: ProvedState) => proof === null && state !== 'failed' && state !== 'cancelled'
/** Whether its money may have come back. */
const isPaid = ({ state }: ProvedState) => state === 'succeeded'

/** The one attempt whose reference begins as a text has it cut, if it is of the same money and stands so that it can be. */
async function begunWith(
  { db }: Pick<Ports, 'db'>,
  text: string,
  { provider, currency, amountMinor }: Pick<Asked, 'provider' | 'currency' | 'amountMinor'>,
  isPossible: (state: ProvedState) => boolean,
): Promise<Candidate | null> {
  const [cut, other] = cutReferencesIn(text)
  if (cut === undefined || other !== undefined) return null
  const [one, another] = await db.read(beginningWith({ provider, from: cut, to: `${cut}~` }))
  if (one === undefined || another !== undefined) return null
  const { id, payoutId, reference, day } = one
  const isSameMoney = one.currency === currency && one.amountMinor === amountMinor
  return isPossible(one) && isSameMoney ? { id, payoutId, reference, day } : null
}

interface Asked {
  provider: string
  currency: string
  amountMinor: number
  from: string
  to: string
  limit: number
}

/** Same money, about the same days, not proved by a line yet. */
const unproved = (p: Asked) =>
  sql
    .selectFrom('attempts')
    .leftJoin('matches', (join) =>
      join.onRef('matches.attempt_id', '=', 'attempts.id').on('matches.kind', '=', 'payment'),
    )
    .select(['attempts.id', 'attempts.payout_id as payoutId', 'attempts.reference', 'attempts.day'])
    .where('attempts.provider', '=', p.provider as never)
    .where('attempts.amount_minor', '=', p.amountMinor)
    .where('attempts.currency', '=', p.currency)
    .where('attempts.day', '>=', p.from)
    .where('attempts.day', '<=', p.to)
    .where('attempts.state', 'not in', ['failed', 'cancelled'])
    .where('matches.attempt_id', 'is', null)
    .limit(p.limit)

const earlier = prepareQuery<Asked, Candidate>((p) => unproved(p).orderBy('attempts.day', 'desc'))
const later = prepareQuery<Asked, Candidate>((p) => unproved(p).orderBy('attempts.day'))

/** The first two attempts of a provider with references between two, whatever money they are of. */
const beginningWith = prepareQuery<
  { provider: string; from: string; to: string },
  Candidate & { amountMinor: number; currency: string; state: string; proof: string | null }
>((p) =>
  sql
    .selectFrom('attempts')
    .leftJoin('matches', (join) =>
      join.onRef('matches.attempt_id', '=', 'attempts.id').on('matches.kind', '=', 'payment'),
    )
    .select(['attempts.id', 'attempts.payout_id as payoutId', 'attempts.reference', 'attempts.day', 'attempts.state'])
    .select(['attempts.amount_minor as amountMinor', 'attempts.currency', 'matches.attempt_id as proof'])
    .where('attempts.provider', '=', p.provider as never)
    .where('attempts.reference', '>=', p.from)
    .where('attempts.reference', '<', p.to)
    .orderBy('attempts.reference')
    .limit(2),
)

/** Attempts by their ids, as candidates; at most as many as are shown. */
export function candidatesByIds(ids: readonly string[]): Query<Candidate> {
  return {
    sql: `select id as "id", payout_id as "payoutId", reference as "reference", day as "day" from attempts
where id in (${ids.map(() => '?').join(', ')}) order by day, id`,
    values: [...ids],
  }
}

/** Another open exception about a line of the same money that the payout of that day could be as well. */
function rivalLine(own: string, accountId: string, amountMinor: number, day: string): Query<{ id: string }> {
  return {
    sql: `select id as "id" from exceptions where closed_at is null and class in ('missing_in_ledger', 'unknown_type')
  and id <> ? and account_id = ? and amount_minor = ? and day >= ? and day <= ? limit 1`,
    values: [own, accountId, amountMinor, dayLater(day, -windowDays), dayLater(day, windowDays)],
  }
}
