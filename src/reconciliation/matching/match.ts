/** Holding the lines of a published statement against the books, so many a step. */
import { taken } from '../../../schema/constraints.ts'
import type { Provider } from '../../../schema/tables.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type DayMoves, moves, stop } from '../../rewards/ledger/provider-books.ts'
import { applyAnswer } from '../../rewards/payouts/evidence.ts'
import { dueNow } from '../../rewards/payouts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { lineSubject } from '../exceptions/exception.ts'
import { closeWrites, exceptionOf, type NewException, openWrites, stepsOf } from '../exceptions/store.ts'
import type { Statement } from '../statements/statement.ts'
import * as store from '../statements/store.ts'
import { insertMany } from '../tables.ts'
import { checkBalance } from './balance.ts'
import { findAttempts } from './find.ts'
import { countDays, linesAfter, type MatchableLine, setOthers, setOutcome } from './lines-store.ts'
import { type Matched, type Verdict, verdictOn } from './verdict.ts'

const actor = 'statement'

type Judged = { line: MatchableLine; found: Matched | null; verdict: Verdict }

/**
 * Matches the next lines of a published statement; when none is left, its balance is looked at. Two at once are
 * harmless: a step's key lets one through.
 */
export async function matchSome(ports: Ports, statement: Statement, rows: number): Promise<void> {
  const isAtEnd = await perform(ports.db, 'Matching', () => decideSome(ports, statement, rows))
  if (isAtEnd) await finish(ports, statement)
}

/** The next step; true when no line is left. */
async function decideSome(ports: Ports, statement: Statement, rows: number): Promise<Plan<boolean> | true> {
  const { db } = ports
  const { id } = statement
  const after = (await first(db, store.lastMatchStep({ id })))?.to ?? 0
  const lines = await db.read(linesAfter({ statementId: id, after, limit: rows }))
  const last = lines.at(-1)
  if (last === undefined) return true
  let finder = await findAttempts(ports, statement, lines)
  // A bank's statement is evidence like a bank's answer: it is taken in first, and then it matches.
  if (await takeEvidence(ports, statement, lines, finder)) finder = await findAttempts(ports, statement, lines)
  const rules = {
    accountId: statement.accountId,
    currency: statement.currency,
    feeAlertMinor: ports.settings.feeAlertMinor,
  }
  const judged = lines.map((line): Judged => {
    const found = finder.find(line)
    const verdict = verdictOn(line, found, rules)
    if (found !== null && verdict.match !== undefined) finder.note(line, found, verdict)
    return { line, found, verdict }
  })
  return plan<boolean>({
    rows: await writesOf(ports, statement, judged, after, last.row),
    done: false,
    refused: (breach) => {
      if (breach.on === taken.statementProgress) return false
      // Somebody has closed, opened or matched in between what was read here.
      return breach.kind === 'unique' ? stale(breach) : unexpected
    },
  })
}

async function finish(ports: Ports, { id, accountId, uploadedBy, linesMatched: rows }: Statement): Promise<void> {
  const { db, clock, ids } = ports
  await checkBalance(ports, accountId, id)
  const at = clock.now()
  await perform(db, 'The end of matching', async () =>
    plan<void>({
      rows: [store.addMatchEnd({ id, rows }), store.noteAllMatched({ id, at })],
      audit: addAudit({ id: ids.next('audit'), actor: uploadedBy, action: 'statement.matched', subject: id, at }),
      done: undefined,
      refused: ({ on }) => (on === taken.statementProgress ? undefined : unexpected),
    }),
  )
}

/** Attempts that staff pay by hand and whose outcome is open: what the bank booked was paid. */
async function takeEvidence(
  ports: Ports,
  { provider, currency }: Statement,
  lines: readonly MatchableLine[],
  finder: Awaited<ReturnType<typeof findAttempts>>,
): Promise<boolean> {
  if (provider !== 'manual') return false
  let some = false
  for (const line of lines) {
    const found = finder.find(line)
    if (found === null || found.isTorn || line.kind !== 'payment' || line.direction !== 'debit') continue
    const { attempt } = found
    const isOpen = !['succeeded', 'failed', 'cancelled'].includes(attempt.state)
    if (!isOpen || attempt.amountMinor !== line.amount_minor || attempt.currency !== currency) continue
    const answer = {
      state: 'succeeded' as const,
      code: null,
      amountMinor: line.amount_minor,
      ...(line.provider_id === null ? {} : { providerId: line.provider_id }),
    }
    await applyAnswer(ports, attempt.payoutId, attempt.id, answer, actor)
    some = true
  }
  return some
}

async function writesOf(
  ports: Ports,
  statement: Statement,
  judged: readonly Judged[],
  after: number,
  to: number,
): Promise<Write[]> {
  const { clock, ids } = ports
  const { id, accountId, currency } = statement
  const provider = statement.provider as Provider
  const at = clock.now()
  const opened: NewException[] = []
  const own: Write[] = []
  const days = new Map<string, Required<Pick<DayMoves, 'funded' | 'fees' | 'other'>>>()
  let stops = 0
  for (const { line, found, verdict } of judged) {
    const { line_key: key, day } = line
    if (verdict.outcome !== 'matched') own.push(setOutcome({ accountId, key, outcome: verdict.outcome }))
    if (verdict.exception !== undefined) {
      const { detail, ...exception } = verdict.exception
      const studyId = found?.attempt.studyId ?? null
      opened.push({ ...exception, detail: { ...detail, statement: id }, studyId, provider, currency, accountId, day })
    }
    if (verdict.stops) stops += 1
    if (verdict.asks && provider !== 'manual' && found !== null) own.push(dueNow({ attemptId: found.attempt.id, at }))
    if (verdict.entry !== undefined) {
      const of = days.get(day) ?? { funded: 0, fees: 0, other: 0 }
      of[verdict.entry.kind as 'funded' | 'fees' | 'other'] += verdict.entry.amountMinor
      days.set(day, of)
    }
  }
  return [
    store.addMatchStep({ id, from: after, to }),
    ...insertMany('matches', matchesOf(statement, judged, at)),
    ...openWrites(ports, unanswered(opened, accountId, judged), actor),
    ...own,
    ...(await closings(ports, statement, judged)),
    setOthers({ statementId: id, after, to, outcome: 'matched' }),
    store.noteMatched({ id, count: judged.length }),
    ...countDays(
      accountId,
      judged.map(({ line }) => line),
    ),
    ...(stops > 0 ? [stop(accountId, stops)] : []),
    ...[...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, by]) => moves(accountId, day, by)),
    ...insertMany(
      'provider_entries',
      judged.flatMap(({ line, verdict: { entry } }) =>
        entry === undefined
          ? []
          : [
              {
                id: ids.next('entry'),
                account_id: accountId,
                day: line.day,
                kind: entry.kind,
                amount_minor: entry.amountMinor,
                cause: `line:${line.line_key}`,
                actor,
                at,
              },
            ],
      ),
    ),
  ]
}

function matchesOf({ accountId }: Statement, judged: readonly Judged[], at: string) {
  return judged.flatMap(({ line, found, verdict: { match } }) =>
    found === null || match === undefined
      ? []
      : [
          {
            account_id: accountId,
            line_key: line.line_key,
            attempt_id: found.attempt.id,
            kind: match.kind,
            rule: match.rule,
            proposal_id: null,
            at,
          },
        ],
  )
}

/** What a line of the same step answers need not be opened. */
function unanswered(opened: readonly NewException[], accountId: string, judged: readonly Judged[]): NewException[] {
  const answered = new Set(
    judged.flatMap(({ verdict: { closesLine: one } }) =>
      one === undefined ? [] : [`${one.class} ${lineSubject(accountId, one.key)}`],
    ),
  )
  return opened.filter((one) => !answered.has(`${one.class} ${one.subject}`))
}

/** Exceptions that lines answer by themselves. The line that an exception was about is then matched as well. */
async function closings(ports: Ports, { accountId }: Statement, judged: readonly Judged[]): Promise<Write[]> {
  const { db } = ports
  const writes: Write[] = []
  const close = async (id: string, what: string) => {
    const steps = await db.read(stepsOf({ id }))
    writes.push(...closeWrites(ports, id, steps.at(-1)?.n ?? 0, { what, actor, note: '' }))
  }
  for (const { verdict } of judged) {
    for (const { id, what } of verdict.closes ?? []) await close(id, what)
    const { closesLine } = verdict
    if (closesLine === undefined) continue
    const subject = lineSubject(accountId, closesLine.key)
    const exception = await first(db, exceptionOf({ class: closesLine.class, subject }))
    writes.push(setOutcome({ accountId, key: closesLine.key, outcome: 'matched' }))
    if (exception?.closedAt === null) await close(exception.id, closesLine.what)
  }
  return writes
}
