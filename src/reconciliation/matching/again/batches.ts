/**
 * Lines that name a batch and do not fit it, looked at again: by themselves, and all debits of one batch together, as a
 * bank may book it in several.
 */

import { taken } from '../../../../schema/constraints.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { first, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Detail } from '../../exceptions/exception.ts'
import {
  addExceptionStep,
  closeWrites,
  type Exception,
  exceptionById,
  openOfClass,
  recount,
  stepsOf,
} from '../../exceptions/store.ts'
import type { Statement } from '../../statements/statement.ts'
import { effectsOf } from '../effects.ts'
import { endAsPaid } from '../evidence.ts'
import { findAttempts } from '../find.ts'
import { lineByKey, type MatchableLine, setOutcome } from '../lines-store.ts'
import { deleteMatchesOf } from '../match-store.ts'
import { verdictOnBatch, verdictOnPayment } from '../verdicts/batch-verdict.ts'
import type { LineVerdict, Matched } from '../verdicts/found.ts'
import { proveTogether } from '../verdicts/several-debits.ts'
import { verdictOn } from '../verdicts/verdict.ts'

type Account = Pick<Statement, 'accountId' | 'provider' | 'currency'>

const actor = 'statement'

/** Looks at every such exception of an account that is open. */
export async function rematchBatches(ports: Ports, account: Account): Promise<void> {
  const { accountId } = account
  const open = await ports.db.read(openOfClass({ class: 'batch_mismatch', accountId }))
  const groups = Map.groupBy(open, ({ id, detail }) => {
    const { batch, direction } = JSON.parse(detail) as Detail
    return direction === 'debit' && batch !== undefined ? batch : id
  })
  for (const group of groups.values()) {
    const ids = group.map(({ id }) => id)
    // Some of them may be proved, and then some of the others; each time one at least is closed.
    for (const _ of ids) {
      if (!(await perform(ports.db, 'A line of a batch', () => decideAgain(ports, account, ids)))) break
    }
  }
}

interface Differing {
  exception: Exception
  before: Detail
  line: MatchableLine
}

/**
 * What is proved of them is closed, the fewest at once; when nothing is, they are counted again.
 * @returns whether any of them was closed
 */
async function decideAgain(ports: Ports, account: Account, ids: readonly string[]): Promise<Plan<boolean> | boolean> {
  const found = await differing(ports, account.accountId, ids)
  let finder = await findAttempts(
    ports,
    account,
    found.map(({ line }) => line),
  )
  const rules = { ...account, feeAlertMinor: ports.settings.feeAlertMinor }
  // The bank's own number may be known by now for that of one payout.
  const single = found.flatMap((one): Decided[] => {
    const named = finder.batchOf(one.line) === null ? finder.find(one.line) : null
    return named === null ? [] : [{ ...one, named, verdict: verdictOn(one.line, named, rules) }]
  })
  if (single.length > 0) return written(ports, account, single)
  const ofBatch = found.filter(({ line }) => finder.batchOf(line) !== null)
  const lines = ofBatch.map(({ line }) => line)
  const batchNow = () => (lines[0] === undefined ? null : finder.batchOf(lines[0]))
  let batch = batchNow()
  if (batch === null) return false
  const debits = lines.filter(({ direction }) => direction === 'debit')
  let proved = proveTogether(debits, batch)
  if (proved !== null && (await endAsPaid(ports, [...proved.values()].flat()))) {
    finder = await findAttempts(ports, account, lines)
    batch = batchNow() ?? batch
    proved = proveTogether(debits, batch)
  }
  const whole = debits.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  const several = debits.length > 1 ? { debits: debits.length, debitsMinor: whole } : noneSeveral
  const again: Decided[] = []
  for (const one of ofBatch) {
    const covered = proved?.get(one.line.line_key)
    if (covered !== undefined) again.push({ ...one, verdict: verdictOnPayment(one.line, covered, batch, rules) })
    if (proved !== null) continue
    const { exception, ...verdict } = verdictOnBatch(one.line, batch, rules)
    if (exception?.class !== 'batch_mismatch') {
      again.push({ ...one, verdict: exception === undefined ? verdict : { ...verdict, exception } })
      continue
    }
    const differs: Detail = { ...one.before, ...exception.detail, ...several }
    if (!isSame(one.before, differs)) again.push({ ...one, verdict, differs })
  }
  return again.length > 0 && written(ports, account, again)
}

const noneSeveral = { debits: undefined, debitsMinor: undefined }

interface Decided extends Differing {
  /** The one payout that it names after all. */
  named?: Matched
  verdict: LineVerdict
  /** How it differs now, if it still does. */
  differs?: Detail
}

async function written(ports: Ports, account: Account, again: readonly Decided[]): Promise<Plan<boolean>> {
  const { accountId } = account
  const writes: Write[] = []
  const books: Write[] = []
  for (const { exception, before, line, named = null, verdict, differs } of again) {
    const { id, studyId } = exception
    const steps = (await ports.db.read(stepsOf({ id }))).at(-1)?.n ?? 0
    const effects = await effectsOf(ports, { id: before.statement ?? '', ...account }, [
      { line, found: named, studyId, verdict },
    ])
    writes.push(deleteMatchesOf({ accountId, key: line.line_key }), ...effects.rows)
    books.push(...effects.books)
    if (differs === undefined) {
      writes.push(
        setOutcome({ accountId, key: line.line_key, outcome: verdict.outcome }),
        ...closeWrites(ports, id, steps, { what: 'explained', actor, note: '' }),
      )
    } else writes.push(...recounted(ports, exception, steps, differs))
  }
  return plan<boolean>({
    rows: [...writes, ...books],
    done: again.some(({ differs }) => differs === undefined),
    refused: (breach) => (breach.kind === 'unique' || breach.on === taken.exceptionStep ? stale(breach) : unexpected),
  })
}

function recounted({ clock }: Ports, { id }: Exception, steps: number, differs: Detail): Write[] {
  const { debitsMinor, lineMinor = 0, bookedMinor = 0 } = differs
  const differsMinor = (debitsMinor ?? lineMinor) - bookedMinor
  return [
    recount({ id, amountMinor: Math.abs(differsMinor), detail: JSON.stringify(differs) }),
    addExceptionStep({ id, n: steps + 1, what: 'recounted', actor, note: String(differsMinor), at: clock.now() }),
  ]
}

/** Whether a line differs as it did, from the same payouts. */
function isSame(before: Detail, now: Detail): boolean {
  const figuresOf = ({ bookedMinor, payouts, failed, failedMinor, debits, debitsMinor }: Detail) =>
    JSON.stringify([bookedMinor, payouts, failed, failedMinor, debits, debitsMinor])
  return figuresOf(before) === figuresOf(now)
}

async function differing({ db }: Ports, accountId: string, ids: readonly string[]): Promise<Differing[]> {
  const found: Differing[] = []
  for (const id of ids) {
    const exception = await first(db, exceptionById({ id }))
    if (exception === undefined || exception.closedAt !== null) continue
    const before = JSON.parse(exception.detail) as Detail
    const line = await first(db, lineByKey({ accountId, key: before.line ?? '' }))
    if (line !== undefined) found.push({ exception, before, line })
  }
  return found
}
