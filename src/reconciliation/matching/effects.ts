/** What verdicts on lines write: matches, outcomes, exceptions and what answers them, and our books of the account. */
import type { MatchesTable, Provider } from '../../../schema/tables.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addToDay, type DayMoves, stop } from '../../rewards/ledger/provider-books.ts'
import { dueNow } from '../../rewards/payouts/store.ts'
import { lineSubject } from '../exceptions/exception.ts'
import { closeWrites, exceptionOf, exceptionSteps, type NewException } from '../exceptions/store.ts'
import type { Statement } from '../statements/statement.ts'
import { insertMany } from '../tables.ts'
import { openAnew } from './again/open-again.ts'
import { type MatchableLine, setOutcome } from './lines-store.ts'
import { deleteMatch } from './match-store.ts'
import type { LineClosed, LineVerdict, MatchedAttempt, NewVerdictException } from './verdicts/found.ts'

const actor = 'statement'

export interface JudgedLine {
  line: MatchableLine
  found: MatchedAttempt | null
  /** Of what it was found to be. */
  studyId: string | null
  verdict: LineVerdict
}

/** @returns `rows`; and `books`, which everybody meets and which therefore belong at the end */
export async function effectsOf(
  ports: Ports,
  { id, accountId, currency, provider }: Pick<Statement, 'id' | 'accountId' | 'currency' | 'provider'>,
  judged: readonly JudgedLine[],
): Promise<{ rows: Write[]; books: Write[] }> {
  const { clock, ids } = ports
  const at = clock.now()
  const opened: NewException[] = []
  const own: Write[] = []
  const days = new Map<string, Required<Pick<DayMoves, 'funded' | 'fees' | 'other'>>>()
  let stops = 0
  for (const { line, found, studyId, verdict } of judged) {
    const { line_key: key, day } = line
    if (verdict.outcome !== 'matched') own.push(setOutcome({ accountId, key, outcome: verdict.outcome }))
    const open = ({ detail, ...exception }: NewVerdictException) =>
      opened.push({
        studyId,
        day,
        ...exception,
        detail: { ...detail, statement: id },
        provider: provider as Provider,
        currency,
        accountId,
      })
    if (verdict.exception !== undefined) open(verdict.exception)
    for (const one of verdict.also ?? []) {
      open(one)
      const { line: other = key } = one.detail
      if (other !== key) own.push(setOutcome({ accountId, key: other, outcome: 'exception' }))
    }
    if (verdict.stops) stops += 1
    if (verdict.asks && provider !== 'manual' && found !== null) own.push(dueNow({ attemptId: found.attempt.id, at }))
    if (verdict.entry !== undefined) {
      const of = days.get(day) ?? { funded: 0, fees: 0, other: 0 }
      of[verdict.entry.kind as 'funded' | 'fees' | 'other'] += verdict.entry.amountMinor
      days.set(day, of)
    }
  }
  const rows = [
    ...replaced(accountId, judged),
    ...insertMany('matches', matchesOf(accountId, judged, at)),
    ...(await openAnew(ports, unanswered(opened, accountId, judged), actor)),
    ...own,
    ...(await closings(ports, accountId, judged)),
  ]
  const books = [
    ...(stops > 0 ? [stop(accountId, stops)] : []),
    ...[...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, by]) => addToDay(accountId, day, by)),
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
  return { rows, books }
}

/** A line that pays a payout takes the place of one of its batch that did not fit. */
function replaced(accountId: string, judged: readonly JudgedLine[]): Write[] {
  return judged.flatMap(({ line, found, verdict }) => {
    const own = found !== null && verdict.match?.kind === 'payment' ? [found] : []
    return [...own, ...(verdict.pays ?? [])].flatMap(({ attempt, tentative = [] }) =>
      tentative
        .filter((key) => key !== line.line_key)
        .map((key) => deleteMatch({ accountId, key, attemptId: attempt.id })),
    )
  })
}

function matchesOf(accountId: string, judged: readonly JudgedLine[], at: string): MatchesTable[] {
  const paid = new Set(
    judged.flatMap(({ found, verdict: { match, pays = [] } }) => [
      ...(found !== null && match?.kind === 'payment' ? [found.attempt.id] : []),
      ...pays.map(({ attempt }) => attempt.id),
    ]),
  )
  return judged.flatMap(({ line, found, verdict: { match, shares = [], outcome } }) => {
    const one = { account_id: accountId, line_key: line.line_key, proposal_id: null, at }
    const own =
      found === null || match === undefined
        ? []
        : [{ ...one, attempt_id: found.attempt.id, kind: match.kind, rule: match.rule, share_minor: null }]
    const some = shares.filter(
      ({ attempt, kind }) => kind === 'return' || outcome !== 'exception' || !paid.has(attempt.id),
    )
    return [
      ...own,
      ...some.map(({ attempt, amountMinor, kind }) => ({
        ...one,
        attempt_id: attempt.id,
        kind,
        rule: 'batch' as const,
        share_minor: amountMinor,
      })),
    ]
  })
}

const linesClosed = ({ closesLine, alsoCloses = [] }: LineVerdict): readonly LineClosed[] =>
  closesLine === undefined ? alsoCloses : [closesLine, ...alsoCloses]

/** What a line of the same step answers need not be opened. */
function unanswered(opened: readonly NewException[], accountId: string, judged: readonly JudgedLine[]): NewException[] {
  const answered = new Set(
    judged.flatMap(({ verdict }) =>
      linesClosed(verdict).map((one) => `${one.class} ${lineSubject(accountId, one.key)}`),
    ),
  )
  return opened.filter((one) => !answered.has(`${one.class} ${one.subject}`))
}

/** Exceptions that lines answer by themselves. The line that an exception was about is then matched as well. */
async function closings(ports: Ports, accountId: string, judged: readonly JudgedLine[]): Promise<Write[]> {
  const { db } = ports
  const writes: Write[] = []
  const close = async (id: string, what: string) => {
    const steps = await db.read(exceptionSteps({ id }))
    writes.push(...closeWrites(ports, id, steps.at(-1)?.n ?? 0, { what, actor, note: '' }))
  }
  for (const { verdict } of judged) {
    for (const { id, what } of verdict.closes ?? []) await close(id, what)
    for (const { class: name, key, what, isShare } of linesClosed(verdict)) {
      const subject = lineSubject(accountId, key)
      const exception = await first(db, exceptionOf({ class: name, subject }))
      if (isShare !== true) writes.push(setOutcome({ accountId, key, outcome: 'matched' }))
      if (exception?.closedAt === null) await close(exception.id, what)
    }
  }
  return writes
}
