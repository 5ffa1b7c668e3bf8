/**
 * The other direction: what our books say was paid and no statement shows. It is looked for once a statement covers the
 * day and the provider has had its time; the end of each attempt is looked at once, in the order of time.
 */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { booksZone, dayAfter, dayOf, startOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import * as store from '../statements/store.ts'
import type { ExceptionDetail } from './exception.ts'
import { type EndedAttempt, endedAttempts, excepted, exceptLines, noteMissingChecked } from './missing-store.ts'
import { type NewException, openWrites } from './store.ts'

const hourMs = 3_600_000
/** A provider's file of a day is ready at ten the next morning; a line may be a day late. */
const readyHours = 10
const graceHours = 24

/**
 * The first day that is not looked at yet: what ended before it must be in a statement by now.
 * @param coveredTo the last day that statements cover
 */
function dueBefore(now: string, coveredTo: string): string {
  const settled = dayOf(booksZone, new Date(Date.parse(now) - (readyHours + graceHours) * hourMs).toISOString())
  const after = dayAfter(coveredTo)
  const isWaiting = settled < after
  return isWaiting ? settled : after
}

/** Looks at the next ends of an account's attempts. @returns whether there may be more to look at */
export async function findMissing(ports: Ports, accountId: string, limit: number): Promise<boolean> {
  const { db, clock } = ports
  const account = await first(db, store.accountById({ id: accountId }))
  const covered = await first(db, store.coveredDays({ accountId }))
  const { from = null, to = null } = covered ?? {}
  if (account === undefined || from === null || to === null) return false
  // As long as lines wait to be matched, nothing can be said to be missing.
  if ((await db.read(store.unmatchedOf({ accountId }))).length > 0) return false
  const before = startOf(booksZone, dueBefore(clock.now(), to))
  const after = { at: account.checked_at ?? startOf(booksZone, from), id: account.checked_id ?? '' }
  if (after.at >= before) return false
  const { provider, currency } = account
  const ended = await db.read(endedAttempts({ accountId, after, before, limit }))
  const opened: NewException[] = []
  for (const attempt of ended) {
    const wrong = await wrongWith(ports, attempt)
    if (wrong === null) continue
    opened.push({
      class: wrong,
      subject: attempt.id,
      studyId: attempt.studyId,
      provider,
      currency,
      amountMinor: wrong === 'state_conflict' ? Math.abs(attempt.netMinor) : attempt.amountMinor,
      detail: detailOf(attempt),
      accountId,
      day: dayOf(booksZone, attempt.at),
    })
  }
  const last = ended.at(-1)
  const upTo = ended.length < limit || last === undefined ? { at: before, id: '' } : { at: last.at, id: last.id }
  const hasMore = ended.length === limit
  return perform(db, 'What is missing', async () =>
    plan({
      rows: [
        ...openWrites(ports, opened, 'statement'),
        ...opened
          .filter((one) => one.class === 'state_conflict')
          .map(({ subject }) => exceptLines({ accountId, attemptId: subject })),
        noteMissingChecked({ accountId, at: upTo.at, id: upTo.id }),
      ],
      done: hasMore,
      refused: ({ on }) => (on === taken.exception ? hasMore : unexpected),
    }),
  )
}

async function wrongWith(
  { db }: Ports,
  attempt: EndedAttempt,
): Promise<'missing_at_provider' | 'state_conflict' | null> {
  if (attempt.state === 'succeeded') return attempt.isKnown === 0 ? 'missing_at_provider' : null
  if (attempt.netMinor === 0 || attempt.conflicts > 0) return null
  // A line that came after the failure has an exception of its own.
  return (await first(db, excepted({ attemptId: attempt.id }))) === undefined ? 'state_conflict' : null
}

function detailOf({ id, payoutId, reference, state, amountMinor, at }: EndedAttempt): ExceptionDetail {
  return { attempt: id, payout: payoutId, reference, state, bookedMinor: amountMinor, bookedDay: dayOf(booksZone, at) }
}
