/** Payouts that a line without a known reference could be about. What is found is shown to people, and never matched. */

import { first, prepareQuery, type Query } from '../../platform/db/together.ts'
import { dayLater } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { Detail } from '../exceptions/exception.ts'
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
}

/** So far apart may a payment and its booking be, in days. */
const windowDays = 7
const most = 10

/** The candidates of an open exception about a line that took money; null where it is about no such line. */
export async function candidatesOf(
  { db }: Pick<Ports, 'db'>,
  exception: Exception,
  detail: Detail,
): Promise<Candidates | null> {
  const { provider, currency, day, accountId } = exception
  const isOfLine = exception.class === 'missing_in_ledger' || exception.class === 'unknown_type'
  if (!isOfLine || detail.direction !== 'debit' || detail.attempt !== undefined) return null
  if (exception.closedAt !== null || provider === null || day === null || accountId === null) return null
  const amountMinor = detail.lineMinor ?? exception.amountMinor
  const asked = { provider, currency, amountMinor, limit: most + 1 }
  const [before, behind] = await Promise.all([
    db.read(earlier({ ...asked, from: dayLater(day, -windowDays), to: day })),
    db.read(later({ ...asked, from: dayLater(day, 1), to: dayLater(day, windowDays) })),
  ])
  const far = ({ day: its }: Candidate) => Math.abs(Date.parse(its) - Date.parse(day))
  const attempts = [...before, ...behind].sort((one, other) => far(one) - far(other)).slice(0, most)
  const [only, another] = attempts
  if (only === undefined || another !== undefined) return { attempts, isOnly: false }
  const rival = await first(db, rivalLine(exception.id, accountId, amountMinor, only.day))
  return { attempts, isOnly: rival === undefined }
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
