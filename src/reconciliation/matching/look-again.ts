/**
 * Exceptions that what came since may have answered: lines that are a whole batch and did not fit, and payouts of which
 * the bank says that they failed after all. What they come to is decided anew, so that it hangs on what came, and not on
 * the order in which it did.
 */
import { limit, taken } from '../../../schema/constraints.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { stepsMatching } from '../../rewards/ledger/provider-books.ts'
import type { Detail } from '../exceptions/exception.ts'
import {
  addExceptionStep,
  closeWrites,
  type Exception,
  exceptionById,
  openOfClass,
  recount,
  stepsOf,
} from '../exceptions/store.ts'
import { accountIn } from '../statements/account.ts'
import { effectsOf } from './effects.ts'
import { takeEvidence } from './evidence.ts'
import { findAttempts } from './find.ts'
import { lineByKey, setOutcome, strayBookings } from './lines-store.ts'
import { conflictsAnswered, deleteMatchesOf } from './match-store.ts'
import { matchStepsOf, placeLines } from './place-lines.ts'
import { replaceWrites } from './silence.ts'
import { verdictOnBatch } from './verdicts/batch-verdict.ts'

const actor = 'statement'

/** Looks at every such exception of an account that is open. @returns that it is done */
export async function lookAgain(ports: Ports, accountId: string): Promise<false> {
  for (const { id } of await ports.db.read(openOfClass({ class: 'batch_mismatch', accountId }))) {
    await perform(ports.db, 'A line of a batch', () => decideAgain(ports, id))
  }
  const account = accountIn(accountId)
  const answered = account === null ? [] : await ports.db.read(conflictsAnswered(account))
  const stray = account === null ? [] : await ports.db.read(strayBookings(accountId, 50))
  if (account !== null && stray.length > 0) {
    const bookings = stray.map(({ booking }) => booking)
    await perform(ports.db, 'Bookings of another day', () => placeAgain(ports, accountId, bookings))
  }
  for (const { id } of answered) await perform(ports.db, 'An answered conflict', () => explained(ports, id))
  return false
}

/** A payout failed after it was paid, and its money came back: what is left to do is said by the line that brought it. */
async function explained(ports: Ports, id: string): Promise<Plan<void>> {
  const steps = (await ports.db.read(stepsOf({ id }))).at(-1)?.n ?? 0
  return plan<void>({
    rows: closeWrites(ports, id, steps, { what: 'explained', actor, note: '' }),
    done: undefined,
    refused: ({ on }) => (on === taken.exceptionStep ? undefined : unexpected),
  })
}

/** What a notification told of one day was booked on another, as is known since statements cover the first. */
async function placeAgain(
  ports: Ports,
  accountId: string,
  bookings: readonly string[],
): Promise<Plan<void> | undefined> {
  const account = accountIn(accountId)
  if (account === null) return
  const steps = await matchStepsOf(ports, accountId)
  const placed = await placeLines(ports, { accountId, ...account }, [], bookings)
  if (placed.moved.length === 0) return
  const { rows, books } = await replaceWrites(ports, accountId, placed)
  return plan<void>({
    rows: [...rows, stepsMatching(accountId, steps), ...books],
    done: undefined,
    refused: (breach) => (breach.kind === 'unique' || breach.on === limit.matchSteps ? stale(breach) : unexpected),
  })
}

async function decideAgain(ports: Ports, id: string): Promise<Plan<void> | undefined> {
  const { db, clock, settings } = ports
  const exception = await first(db, exceptionById({ id }))
  const accountId = exception?.accountId ?? ''
  const account = accountIn(accountId)
  if (exception === undefined || exception.closedAt !== null || account === null) return
  const before = JSON.parse(exception.detail) as Detail
  const line = await first(db, lineByKey({ accountId, key: before.line ?? '' }))
  if (line === undefined) return
  const statement = { id: before.statement ?? '', accountId, ...account }
  let finder = await findAttempts(ports, statement, [line])
  if (await takeEvidence(ports, statement, [line], finder)) finder = await findAttempts(ports, statement, [line])
  const batch = finder.batchOf(line)
  if (batch === null) return
  const rules = { accountId, currency: account.currency, feeAlertMinor: settings.feeAlertMinor }
  const { exception: differs, ...verdict } = verdictOnBatch(line, batch, rules)
  const isOpen = differs?.class === 'batch_mismatch'
  if (isOpen && isSame(exception, before, differs.detail)) return
  const kept = isOpen || differs === undefined ? verdict : { ...verdict, exception: differs }
  const judged = { line, found: null, studyId: exception.studyId, verdict: kept }
  const { rows, books } = await effectsOf(ports, statement, [judged])
  const steps = (await db.read(stepsOf({ id }))).at(-1)?.n ?? 0
  const told = isOpen
    ? [
        recount({ id, amountMinor: differs.amountMinor, detail: JSON.stringify({ ...before, ...differs.detail }) }),
        addExceptionStep({
          id,
          n: steps + 1,
          what: 'recounted',
          actor,
          note: String((differs.detail.lineMinor ?? 0) - (differs.detail.bookedMinor ?? 0)),
          at: clock.now(),
        }),
      ]
    : [
        setOutcome({ accountId, key: line.line_key, outcome: verdict.outcome }),
        ...closeWrites(ports, id, steps, { what: 'explained', actor, note: '' }),
      ]
  return plan<void>({
    rows: [deleteMatchesOf({ accountId, key: line.line_key }), ...rows, ...told, ...books],
    done: undefined,
    refused: (breach) => (breach.kind === 'unique' || breach.on === taken.exceptionStep ? stale(breach) : unexpected),
  })
}

/** Whether the line differs as it did, from the same payouts. */
function isSame({ amountMinor }: Exception, before: Detail, now: Detail): boolean {
  const told = ({ bookedMinor, payouts, failed, failedMinor }: Detail) =>
    JSON.stringify([bookedMinor, payouts, failed, failedMinor])
  return amountMinor === Math.abs((now.lineMinor ?? 0) - (now.bookedMinor ?? 0)) && told(before) === told(now)
}
