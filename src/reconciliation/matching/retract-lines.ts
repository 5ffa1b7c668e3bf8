/** Retracts what lines did that another line now tells better: their matches, their exceptions and their entries. */
import type { Provider, ProviderEntriesTable } from '../../../schema/tables.ts'
import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import { first, type Query, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { lift, stop } from '../../rewards/ledger/provider-books.ts'
import { type ExceptionDetail, lineSubject } from '../exceptions/exception.ts'
import { restartCheck } from '../exceptions/missing-store.ts'
import { closeWrites, exceptionOf, exceptionSteps, type NewException, stepsOfAll } from '../exceptions/store.ts'
import { accountIn } from '../statements/account.ts'
import { openAnew } from './again/open-again.ts'
import { entryWrites } from './entries.ts'
import { type BookingLine, countDays, setCarried, setOutcome } from './lines-store.ts'
import { deleteMatchesOf } from './match-store.ts'
import type { LinePlaces } from './place-lines.ts'
import { exceptionAbout, verdictOn } from './verdicts/verdict.ts'

const actor = 'statement'
const atOnce = maxBoundValues - 2

interface Raised {
  id: string
  subject: string
  detail: string
  closedAt: string | null
}

type Entry = Pick<ProviderEntriesTable, 'day' | 'kind' | 'cause'> & { amountMinor: number }

/**
 * Where lines stand from now on that were matched before. An entry is taken back on its own day, so that the days come
 * to the same whichever line was there first.
 */
export async function retractWrites(
  ports: Ports,
  accountId: string,
  { silenced, rivals, orphaned, moved, recarried, named }: LinePlaces,
): Promise<{ rows: Write[]; books: Write[] }> {
  const { db } = ports
  const keys = silenced.map(({ line_key }) => line_key)
  const matched = await inPieces(keys, (some) => db.read(matchesOfLines(accountId, some)))
  const shared = [...new Set(matched.filter(({ rule }) => rule === 'batch').map(({ key }) => key))]
  const raised = [
    ...(await inPieces(
      keys.map((key) => lineSubject(accountId, key)),
      (some) => db.read(raisedBy(accountId, some)),
    )),
    ...(
      await inPieces(shared, (some) => Promise.all(some.map((key) => db.read(raisedByShares(accountId, key)))))
    ).flat(),
  ]
  const causes = [
    ...keys.map((key) => `line:${key}`),
    ...raised.map(({ id, detail }) => `exception:${id}/${(JSON.parse(detail) as ExceptionDetail).line ?? ''}`),
  ]
  const entries = await inPieces(takenBack(causes, 0), (some) => db.read(entriesOf(accountId, some)))
  const rows: Write[] = []
  const books: Write[] = []
  const open = raised.filter(({ closedAt }) => closedAt === null)
  const made = await inPieces(
    open.map(({ id }) => id),
    (some) => db.read(stepsOfAll(some)),
  )
  const stepsOfEach = Map.groupBy(made, ({ id }) => id)
  for (const { id, detail } of open) {
    const steps = stepsOfEach.get(id) ?? []
    rows.push(...closeWrites(ports, id, steps.at(-1)?.n ?? 0, { what: 'explained', actor, note: '' }))
    const isStopping =
      (JSON.parse(detail) as ExceptionDetail).stops === true && !steps.some(({ what }) => what === 'stop_lifted')
    if (isStopping) books.push(lift(accountId))
  }
  for (const key of new Set(matched.map((one) => one.key))) rows.unshift(deleteMatchesOf({ accountId, key }))
  rows.push(...keys.map((key) => setOutcome({ accountId, key, outcome: 'booked' })))
  rows.push(
    ...[...moved, ...recarried].map(({ line, carriedBy }) => setCarried({ accountId, key: line.line_key, carriedBy })),
  )
  rows.push(
    ...countDays(
      accountId,
      moved.map(({ line }) => line),
      -1,
    ),
  )
  if (rivals.length > 0) rows.push(...(await lookedAtAgain(ports, accountId, rivals)))
  const asked = await askedAgain(ports, accountId, orphaned)
  rows.push(...asked.rows)
  books.push(...asked.books)
  // Whose proof is gone without another is looked for again.
  const isLost = matched.some(({ kind, attemptId }) => kind === 'payment' && !named.has(attemptId))
  if (isLost) books.unshift(restartCheck({ accountId }))
  books.push(...reversed(ports, accountId, entries))
  return { rows, books }
}

/** The same causes, and as they are called once an entry was taken back, and that again: each time with `told:` before it. */
function takenBack(causes: readonly string[], from: 0 | 1): string[] {
  const times = [from, from + 2]
  return causes.flatMap((cause) => times.map((n) => `${'told:'.repeat(n)}${cause}`))
}

function reversed(ports: Ports, accountId: string, entries: readonly Entry[]): Write[] {
  return entries
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .flatMap(({ day, kind, amountMinor, cause }) =>
      entryWrites(ports, { accountId, day, kind, amountMinor: -amountMinor, cause: `told:${cause}`, actor }),
    )
}

/** What these sums are is asked of people, as of any line that nobody knows. */
async function askedAgain(
  ports: Ports,
  accountId: string,
  orphaned: readonly BookingLine[],
): Promise<{ rows: Write[]; books: Write[] }> {
  const account = accountIn(accountId)
  const rows: Write[] = []
  const books: Write[] = []
  if (account === null) return { rows, books }
  const rules = { ...account, accountId, feeAlertMinor: ports.settings.feeAlertMinor }
  for (const line of orphaned) {
    const { line_key: key, day, statement_id: statement } = line
    // It was booked for what it says itself, whatever else was counted with it.
    const own = await ports.db.read(entriesOf(accountId, takenBack([`line:${key}`], 0)))
    if (own.length > 0) continue
    const { outcome, entry, exception, stops = false } = verdictOn(line, null, rules)
    rows.push(setOutcome({ accountId, key, outcome }))
    const back = await ports.db.read(entriesOf(accountId, takenBack([`line:${key}`], 1)))
    if (back.length > 0) books.push(...reversed(ports, accountId, back))
    else if (entry !== undefined) {
      books.push(...entryWrites(ports, { accountId, day, ...entry, cause: `line:${key}`, actor }))
    }
    if (exception === undefined) continue
    const { class: name, subject } = exception
    const before = await first(ports.db, exceptionOf({ class: name, subject }))
    const steps = before === undefined ? [] : await ports.db.read(exceptionSteps({ id: before.id }))
    // Two people have said before that payments may go on.
    const isStop = stops && !steps.some(({ what }) => what === 'stop_lifted')
    if (isStop) books.unshift(stop(accountId))
    const detail = { ...exception.detail, stops: isStop, statement }
    const opened = { studyId: null, day, ...exception, detail, ...account, provider: account.provider, accountId }
    rows.push(...(await openAnew(ports, [opened], actor)))
  }
  return { rows, books }
}

/** What these debits of a batch were is in question again, until they are looked at beside what is known by now. */
async function lookedAtAgain(ports: Ports, accountId: string, rivals: LinePlaces['rivals']): Promise<Write[]> {
  const account = accountIn(accountId)
  if (account === null) return []
  const rules = { ...account, accountId, feeAlertMinor: ports.settings.feeAlertMinor }
  const opened = rivals.map(({ line, batch, studyId }): NewException => {
    const made = exceptionAbout('batch_mismatch', line, null, rules, line.amount_minor)
    const detail = { ...made.detail, batch, statement: line.statement_id }
    return { ...made, ...account, detail, provider: account.provider as Provider, studyId, accountId, day: line.day }
  })
  return [
    ...rivals.flatMap(({ line: { line_key: key } }) => [
      deleteMatchesOf({ accountId, key }),
      setOutcome({ accountId, key, outcome: 'exception' }),
    ]),
    ...(await openAnew(ports, opened, actor)),
  ]
}

async function inPieces<Value, Found>(
  values: readonly Value[],
  read: (some: Value[]) => Promise<Found[]>,
): Promise<Found[]> {
  const found: Found[] = []
  for (const some of chunked(values, atOnce)) found.push(...(await read(some)))
  return found
}

const marks = (some: readonly string[]) => some.map(() => '?').join(', ')

const matchesOfLines = (
  accountId: string,
  keys: readonly string[],
): Query<{ key: string; attemptId: string; kind: string; rule: string }> => ({
  sql: `select line_key as "key", attempt_id as "attemptId", kind as "kind", rule as "rule" from matches
where account_id = ? and line_key in (${marks(keys)})`,
  values: [accountId, ...keys],
})

const raisedBy = (accountId: string, subjects: readonly string[]): Query<Raised> => ({
  sql: `select id as "id", subject as "subject", detail as "detail", closed_at as "closedAt" from exceptions
where account_id = ? and subject in (${marks(subjects)})`,
  values: [accountId, ...subjects],
})

/** Those about the shares of a line that is a whole batch. */
const raisedByShares = (accountId: string, key: string): Query<Raised> => ({
  sql: `select exceptions.id as "id", exceptions.subject as "subject", exceptions.detail as "detail", exceptions.closed_at as "closedAt"
from matches join attempts on attempts.id = matches.attempt_id
join exceptions on exceptions.class = 'state_conflict' and exceptions.subject = matches.account_id || '/' || matches.line_key || '#' || attempts.reference
where matches.account_id = ? and matches.line_key = ?`,
  values: [accountId, key],
})

const entriesOf = (accountId: string, causes: readonly string[]): Query<Entry> => ({
  sql: `select day as "day", kind as "kind", amount_minor as "amountMinor", cause as "cause" from provider_entries
where account_id = ? and cause in (${marks(causes)})
  and not exists (select 1 from provider_entries back
    where back.account_id = provider_entries.account_id and back.cause = 'told:' || provider_entries.cause)`,
  values: [accountId, ...causes],
})
