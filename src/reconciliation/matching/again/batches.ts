/**
 * Lines that name a batch and do not fit it, looked at again: by themselves, and all debits of one batch together, as a
 * bank may book it in several.
 */

import { taken } from '../../../../schema/constraints.ts'
import { sha256 } from '../../../platform/crypto/sha256.ts'
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { first, prepareQuery, type Query, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { ExceptionDetail } from '../../exceptions/exception.ts'
import { addExceptionStep, closeWrites, type Exception, openOfClass, recount } from '../../exceptions/store.ts'
import type { Statement } from '../../statements/statement.ts'
import { sql } from '../../tables.ts'
import { effectsOf } from '../effects.ts'
import { endAsPaid } from '../evidence.ts'
import { findAttempts } from '../find.ts'
import { linesByKeys, type MatchableLine, setOutcome } from '../lines-store.ts'
import { deleteMatchesOf } from '../match-store.ts'
import { verdictOnBatch, verdictOnPayment } from '../verdicts/batch-verdict.ts'
import type { LineVerdict, MatchedAttempt } from '../verdicts/found.ts'
import { mostDebits, proveTogether } from '../verdicts/several-debits.ts'
import { verdictOn } from '../verdicts/verdict.ts'

type Account = Pick<Statement, 'accountId' | 'provider' | 'currency'>

const actor = 'statement'

/** So many lines are looked at in one go, unless they may be one batch together. */
const atOnce = 1_000
/** So many are written anew in one go; the others differ from what is written until the next one. */
const mostRecounted = 100
/** So many lines are looked at in one run, and the others in others: it stays below what a Worker may ask its database for. */
const ofARun = 2_000
/** So often are they looked at anew in one run, as some of them are closed. */
const mostRounds = mostDebits

interface Group {
  ids: readonly string[]
  /** Whether they are debits of one batch, which may be its payouts together. */
  isOne: boolean
}

/**
 * Looks at such exceptions of an account that are open: at all, or where there are more than so many at some that the time
 * draws.
 * @param most how many, in whole groups
 */
export async function rematchBatches(ports: Ports, account: Account, most = ofARun): Promise<void> {
  const { accountId } = account
  const { together, alone } = await openGroups(ports.db, accountId)
  const groups: Group[] = [
    ...together.map((ids) => ({ ids, isOne: true })),
    ...chunked(alone, Math.min(atOnce, most)).map((ids) => ({ ids, isOne: false })),
  ]
  const drawn = Number.parseInt(sha256(`${accountId} ${ports.clock.now()}`).slice(0, 8), 16)
  for (const group of someOf(groups, most, drawn)) await decideAll(ports, account, group)
}

/** As many groups as have so many lines together, from the drawn one on in a circle, one at least; all in their order where they have no more. */
function someOf(groups: readonly Group[], most: number, drawn: number): Group[] {
  const all = groups.reduce((sum, { ids }) => sum + ids.length, 0)
  if (all <= most) return [...groups]
  const first = drawn % groups.length
  let left = most
  return [...groups.slice(first), ...groups.slice(0, first)].filter(({ ids }, n) => {
    left -= ids.length
    return n === 0 || left >= 0
  })
}

async function decideAll(ports: Ports, account: Account, { ids, isOne }: Group): Promise<void> {
  // Some of them may be proved, and then some of the others; each time one at least is closed.
  for (const _ of ids.slice(0, mostRounds)) {
    if (!(await perform(ports.db, 'A line of a batch', () => decideAgain(ports, account, ids, isOne)))) break
  }
}

/**
 * Ids of the exceptions that are open: debits of one batch, which may be its payouts together, and what can only be one by
 * itself. Each debit pays one payout at least, so that more of them than it has payouts are not looked at together.
 */
async function openGroups(db: Ports['db'], accountId: string): Promise<{ together: string[][]; alone: string[] }> {
  const debits = new Map<string, string[]>()
  const alone: string[] = []
  for (let behind: string | undefined = ''; behind !== undefined; ) {
    const page: { id: string; detail: string }[] = await db.read(
      openOfClass({ class: 'batch_mismatch', accountId, behind, limit: atOnce }),
    )
    for (const { id, detail } of page) {
      const { batch, direction } = JSON.parse(detail) as ExceptionDetail
      if (direction !== 'debit' || batch === undefined) alone.push(id)
      else debits.set(batch, [...(debits.get(batch) ?? []), id])
    }
    behind = page.length < atOnce ? undefined : page.at(-1)?.id
  }
  const together: string[][] = []
  for (const [batch, ids] of debits) {
    const most = ids.length > mostDebits ? ((await first(db, countPayouts({ batch })))?.count ?? 0) : mostDebits
    if (ids.length <= most) together.push(ids)
    else alone.push(...ids)
  }
  return { together, alone }
}

interface Differing {
  exception: Pick<Exception, 'id' | 'studyId' | 'detail' | 'closedAt'>
  before: ExceptionDetail
  line: MatchableLine
  /** How many steps its history has. */
  steps: number
}

/**
 * What is proved of them is closed, the fewest at once; when nothing is, they are counted again.
 * @param isOne whether they are debits of one batch
 * @returns whether any of them was closed
 */
async function decideAgain(
  ports: Ports,
  account: Account,
  ids: readonly string[],
  isOne: boolean,
): Promise<Plan<boolean> | boolean> {
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
  if (single.length > 0) return written(ports, account, firstOfEach(single))
  const ofBatch = found.filter(({ line }) => finder.batchOf(line) !== null)
  const debits = isOne ? ofBatch.map(({ line }) => line) : []
  const batchNow = () => (debits[0] === undefined ? null : finder.batchOf(debits[0]))
  let batch = batchNow()
  let proved = batch === null ? null : proveTogether(debits, batch)
  if (proved !== null && (await endAsPaid(ports, [...proved.values()].flat()))) {
    finder = await findAttempts(ports, account, debits)
    batch = batchNow()
    proved = batch === null ? null : proveTogether(debits, batch)
  }
  const whole = debits.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  const several = debits.length > 1 ? { debits: debits.length, debitsMinor: whole } : noneSeveral
  const again: Decided[] = []
  const closed = new Set<string>()
  let recounts = 0
  for (const one of ofBatch) {
    const own = finder.batchOf(one.line)
    const covered = proved?.get(one.line.line_key)
    if (own !== null && covered !== undefined) {
      again.push({ ...one, verdict: verdictOnPayment(one.line, covered, own, rules) })
    }
    // Of a batch that one line is known to be nothing is known before that is written.
    if (own === null || proved !== null || closed.has(own.ids.join(' '))) continue
    const { exception, ...verdict } = verdictOnBatch(one.line, own, rules)
    if (exception?.class !== 'batch_mismatch') {
      closed.add(own.ids.join(' '))
      again.push({ ...one, verdict: exception === undefined ? verdict : { ...verdict, exception } })
      continue
    }
    const differs: ExceptionDetail = { ...one.before, ...exception.detail, ...several }
    if (isSame(one.before, differs) || recounts === mostRecounted) continue
    recounts += 1
    again.push({ ...one, verdict, differs })
  }
  return again.length > 0 && written(ports, account, again)
}

/** One line of each payout: what the others are is known once that is written. */
function firstOfEach(single: readonly Decided[]): Decided[] {
  const byPayout = new Map(single.toReversed().map((one) => [one.named?.attempt.id, one]))
  return single.filter((one) => byPayout.get(one.named?.attempt.id) === one)
}

const noneSeveral = { debits: undefined, debitsMinor: undefined }

interface Decided extends Differing {
  /** The one payout that it names after all. */
  named?: MatchedAttempt
  verdict: LineVerdict
  /** How it differs now, if it still does. */
  differs?: ExceptionDetail
}

async function written(ports: Ports, account: Account, again: readonly Decided[]): Promise<Plan<boolean>> {
  const { accountId } = account
  const writes: Write[] = again.map(({ line }) => deleteMatchesOf({ accountId, key: line.line_key }))
  const books: Write[] = []
  for (const [id = '', some] of Map.groupBy(again, ({ before }) => before.statement)) {
    const judged = some.map(({ line, exception, named = null, verdict }) => ({
      line,
      found: named,
      studyId: exception.studyId,
      verdict,
    }))
    const effects = await effectsOf(ports, { id, ...account }, judged)
    writes.push(...effects.rows)
    books.push(...effects.books)
  }
  for (const { exception, line, steps, verdict, differs } of again) {
    if (differs === undefined) {
      writes.push(
        setOutcome({ accountId, key: line.line_key, outcome: verdict.outcome }),
        ...closeWrites(ports, exception.id, steps, { what: 'explained', actor, note: '' }),
      )
    } else writes.push(...recounted(ports, exception, steps, differs))
  }
  return plan<boolean>({
    rows: [...writes, ...books],
    done: again.some(({ differs }) => differs === undefined),
    refused: (breach) => (breach.kind === 'unique' || breach.on === taken.exceptionStep ? stale(breach) : unexpected),
  })
}

function recounted({ clock }: Ports, { id }: Pick<Exception, 'id'>, steps: number, differs: ExceptionDetail): Write[] {
  const { debitsMinor, lineMinor = 0, bookedMinor = 0 } = differs
  const differsMinor = (debitsMinor ?? lineMinor) - bookedMinor
  return [
    recount({ id, amountMinor: Math.abs(differsMinor), detail: JSON.stringify(differs) }),
    addExceptionStep({ id, n: steps + 1, what: 'recounted', actor, note: String(differsMinor), at: clock.now() }),
  ]
}

/** Whether a line differs as it did, from the same payouts. */
function isSame(before: ExceptionDetail, now: ExceptionDetail): boolean {
  const figuresOf = ({ bookedMinor, payouts, failed, failedMinor, debits, debitsMinor }: ExceptionDetail) =>
    JSON.stringify([bookedMinor, payouts, failed, failedMinor, debits, debitsMinor])
  return figuresOf(before) === figuresOf(now)
}

async function differing({ db }: Ports, accountId: string, ids: readonly string[]): Promise<Differing[]> {
  const found: Differing[] = []
  for (const some of chunked(ids, maxBoundValues - 2)) {
    const open = (await db.read(exceptionsOf(some))).filter(({ closedAt }) => closedAt === null)
    const details = new Map(open.map(({ id, detail }) => [id, JSON.parse(detail) as ExceptionDetail]))
    const keys = [...details.values()].flatMap(({ line }) => line ?? [])
    const lines = keys.length === 0 ? [] : await db.read(linesByKeys(accountId, keys))
    const byKey = new Map(lines.map((line) => [line.line_key, line]))
    for (const { steps, ...exception } of open) {
      const before = details.get(exception.id) ?? {}
      const line = byKey.get(before.line ?? '')
      if (line !== undefined) found.push({ exception, before, line, steps })
    }
  }
  return found
}

/** Exceptions by their ids, in that order, and how many steps each has. */
const exceptionsOf = (ids: readonly string[]): Query<Differing['exception'] & { steps: number }> => ({
  sql: `select id as "id", study_id as "studyId", detail as "detail", closed_at as "closedAt",
  coalesce((select max(n) from exception_steps where exception_id = exceptions.id), 0) as "steps"
from exceptions where id in (${ids.map(() => '?').join(', ')}) order by id`,
  values: [...ids],
})

const countPayouts = prepareQuery((p: { batch: string }) =>
  sql
    .selectFrom('payouts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('batch_id', '=', p.batch),
)
