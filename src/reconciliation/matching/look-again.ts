/**
 * Exceptions that what came since may have answered: lines that are a whole batch and did not fit, and payouts of which
 * the bank says that they failed after all. What they come to is decided anew, so that it hangs on what came, and not on
 * the order in which it did.
 */
import { taken } from '../../../schema/constraints.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
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
import { verdictOnBatch } from './batch-verdict.ts'
import { effectsOf } from './effects.ts'
import { takeEvidence } from './evidence.ts'
import { findAttempts } from './find.ts'
import { lineByKey, setOutcome } from './lines-store.ts'
import { conflictsAnswered, deleteMatchesOf } from './match-store.ts'

const actor = 'statement'

/** Looks at every such exception of an account that is open. @returns that it is done */
export async function lookAgain(ports: Ports, accountId: string): Promise<false> {
  for (const { id } of await ports.db.read(openOfClass({ class: 'batch_mismatch', accountId }))) {
    await perform(ports.db, 'A line of a batch', () => decideAgain(ports, id))
  }
  const account = accountIn(accountId)
  const answered = account === null ? [] : await ports.db.read(conflictsAnswered(account))
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
  const isOpen = verdict.outcome === 'exception' && differs !== undefined
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
        setOutcome({ accountId, key: line.line_key, outcome: 'matched' }),
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
