/** Finding the attempts that lines name, by exact rules only: the provider's own id, then our reference. */
import { chunked } from '../../platform/db/chunked.ts'
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { batchIdsIn, cutReferencesIn } from '../../rewards/payment-files/message-id.ts'
import type { ExceptionDetail } from '../exceptions/exception.ts'
import type { Statement } from '../statements/statement.ts'
import type { MatchableLine } from './lines-store.ts'
import {
  attemptsBy,
  attemptsOfBatches,
  type MatchableAttempt,
  netOfReferences,
  openAboutAttempts,
  referencesAtOnce,
  referencesBegun,
  type SeenLine,
  seenLines,
  settledShares,
} from './match-store.ts'
import type { FoundBatch, LineVerdict, MatchedAttempt } from './verdicts/found.ts'

/**
 * A payout that so many lines name already is named by no more: a reference that stands in all lines of a file says nothing
 * of any, and each line would be held against all before it.
 */
const mostLines = 100

type Account = Pick<Statement, 'provider' | 'accountId' | 'currency'>
type NamesAttempt = Pick<MatchableLine, 'provider_id' | 'reference'>

/**
 * Looks up everything that some lines name, at once. `find` gives the attempt of a line; `note` tells it what a line was
 * matched as, so that the next one of the same attempt knows.
 * @param without keys of lines that are taken to say nothing
 */
export async function findAttempts(
  { db }: Pick<Ports, 'db'>,
  account: Account,
  lines: readonly MatchableLine[],
  without: ReadonlySet<string> = new Set(),
) {
  const attemptsOf = await readNamed(db, account, lines)
  const batches = await readBatches(db, account, lines)
  const ofLines = lines.flatMap((line) => Object.values(attemptsOf(line)).filter((one) => one !== null))
  const all = [...new Map([...ofLines, ...[...batches.values()].flat()].map((one) => [one.id, one])).values()]
  const { seen, tentative } = await readSeen(db, all, without)
  const isCrowded = ({ id }: MatchableAttempt) => (seen.get(id)?.length ?? 0) >= mostLines
  const over = all.filter((one) => (one.state === 'failed' || one.state === 'cancelled') && !isCrowded(one))
  const nets = await readNets(db, account, over)
  const isOfShare = ({ id }: MatchableAttempt) => seen.get(id)?.some(({ isShare }) => isShare === true)
  const settled = await readSettled(db, over.filter(isOfShare))
  const open = await readOpen(db, account, without)
  const begun = await readBegun(db, account, lines)

  const matchedOf = (attempt: MatchableAttempt, rule: MatchedAttempt['rule']): MatchedAttempt => ({
    attempt,
    rule,
    seen: seen.get(attempt.id) ?? [],
    netMinor: nets.get(attempt.reference) ?? Number.NaN,
    open: open.get(attempt.id) ?? {},
    tentative: (tentative.get(attempt.id) ?? []).map(({ key }) => key),
    isSettled: settled.has(attempt.id),
  })
  const attemptOf = (line: NamesAttempt) => {
    const { named, own } = attemptsOf(line)
    // A bank may give all payments of a file one reference of its own, so that ours says more than that.
    return { named, attempt: account.provider === 'manual' ? (named ?? own) : (own ?? named) }
  }
  /** What stands of batches, as long as nothing else is noted. */
  const known = new Map<string, readonly MatchedAttempt[]>()
  return {
    /** The batch that a line pays or brings back: one that it names, unless it is the very payment that its reference says. */
    batchOf(line: MatchableLine): FoundBatch | null {
      if (batches.size === 0 || line.kind === 'fee' || line.kind === 'tax') return null
      const ids = batchesNamed(line).filter((id) => batches.has(id))
      const { attempt } = attemptOf(line)
      const isOne = line.direction === 'debit' ? attempt?.amountMinor === line.amount_minor : attempt !== null
      if (ids.length === 0 || isOne) return null
      const name = ids.join(' ')
      const attempts =
        known.get(name) ?? ids.flatMap((id) => batches.get(id) ?? []).map((one) => matchedOf(one, 'batch'))
      known.set(name, attempts)
      return { ids, attempts }
    },
    /** Whether money that came has the beginning of a reference of ours: it may be a payout that came back. */
    isBegun(line: Pick<MatchableLine, 'reference'>): boolean {
      return cutReferencesIn(line.reference ?? '').some((cut) => begun.some((one) => one.startsWith(cut)))
    },
    find(line: NamesAttempt): MatchedAttempt | null {
      const { named, attempt } = attemptOf(line)
      if (attempt === null || isCrowded(attempt)) return null
      const isByProvider = attempt.providerId !== null && attempt.providerId === line.provider_id
      const found = matchedOf(attempt, isByProvider ? 'provider_id' : 'reference')
      return { ...found, isTorn: named !== null && named.id !== attempt.id }
    },
    note(
      { line_key, direction, amount_minor, day }: MatchableLine,
      found: MatchedAttempt | null,
      verdict: LineVerdict,
    ): void {
      const { match, outcome, shares = [] } = verdict
      if (match !== undefined || shares.length > 0) known.clear()
      const line = { key: line_key, direction, outcome, day }
      if (found !== null && match !== undefined) {
        add(seen, { ...line, attemptId: found.attempt.id, kind: match.kind, amountMinor: amount_minor })
      }
      for (const { attempt, amountMinor, kind } of shares) {
        const one: SeenLine = { ...line, attemptId: attempt.id, kind, amountMinor, isShare: true }
        add(standsFor(one) ? tentative : seen, one)
      }
    },
  }
}

/** Lines by the attempt that they were matched with. */
type Seen = Map<string, SeenLine[]>

function add(into: Seen, line: SeenLine): void {
  const lines = into.get(line.attemptId)
  if (lines === undefined) into.set(line.attemptId, [line])
  else lines.push(line)
}

/** Whether a share stands for a payment until another line does: it is then no line that was seen. */
function standsFor({ isShare, kind, outcome }: SeenLine): boolean {
  return isShare === true && kind === 'payment' && outcome === 'exception'
}

type Reads = Pick<Ports['db'], 'read'>

/** What a query gives for each of some values, of which a statement takes only so many. */
async function readEach<Row>(
  db: Reads,
  values: readonly string[],
  queryOf: (some: readonly string[]) => Query<Row>,
): Promise<Row[]> {
  const found: Row[] = []
  for (const some of chunked(values, referencesAtOnce)) found.push(...(await db.read(queryOf(some))))
  return found
}

/** Gives the attempt whose reference a line has, and the one whose id at the provider; either may be missing. */
async function readNamed(db: Reads, { provider, currency }: Account, lines: readonly MatchableLine[]) {
  const look = (column: 'reference' | 'provider_id', values: (string | null)[]) =>
    readEach(db, [...new Set(values.filter((value) => value !== null))], (some) => attemptsBy(column, provider, some))
  const ours = await look(
    'reference',
    lines.map(({ reference }) => reference),
  )
  const byReference = new Map(ours.map((attempt) => [attempt.reference, attempt]))
  const unnamed = lines.filter(
    ({ provider_id, reference }) =>
      provider_id !== null && byReference.get(reference ?? '')?.providerId !== provider_id,
  )
  const theirs = await look(
    'provider_id',
    unnamed.map(({ provider_id }) => provider_id),
  )
  // Of what is paid by hand each account is at a bank of its own, and two banks may use the same number.
  const own = theirs.filter((attempt) => attempt.currency === currency)
  const byProviderId = new Map(own.map((attempt) => [attempt.providerId, attempt]))
  return ({ provider_id, reference }: NamesAttempt) => ({
    named: byReference.get(reference ?? '') ?? null,
    own: provider_id === null ? null : (byProviderId.get(provider_id) ?? null),
  })
}

/** The references of which money that the bank calls a top-up has the beginning. */
async function readBegun(db: Reads, account: Account, lines: readonly MatchableLine[]): Promise<string[]> {
  const asked = lines.filter(({ kind, direction }) => kind === 'topup' && direction === 'credit')
  const cuts = new Set(asked.flatMap(({ reference }) => cutReferencesIn(reference ?? '')))
  const found: string[] = []
  for (const some of chunked([...cuts], 40)) {
    found.push(...(await db.read(referencesBegun(account, some))).map(({ reference }) => reference))
  }
  return found
}

async function readSeen(
  db: Reads,
  attempts: readonly MatchableAttempt[],
  without: ReadonlySet<string>,
): Promise<{ seen: Seen; tentative: Seen }> {
  const [seen, tentative]: [Seen, Seen] = [new Map(), new Map()]
  const ids = (isFew: boolean) =>
    attempts.filter((one) => one.seen > 0 && one.seen <= mostLines === isFew).map(({ id }) => id)
  const few = await readEach(db, ids(true), seenLines)
  const many = await Promise.all(ids(false).map((id) => db.read(seenLines([id], mostLines))))
  for (const { rule, ...line } of [...few, ...many.flat()]) {
    if (without.has(line.key)) continue
    const one: SeenLine = rule === 'batch' ? { ...line, isShare: true } : line
    add(standsFor(one) ? tentative : seen, one)
  }
  return { seen, tentative }
}

/** What all lines of a reference come to. */
async function readNets(db: Reads, { accountId }: Account, attempts: readonly MatchableAttempt[]) {
  const references = attempts.map(({ reference }) => reference)
  const rows = await readEach(db, references, (some) => netOfReferences(accountId, some))
  return new Map(rows.map(({ reference, netMinor }) => [reference, netMinor]))
}

/** The attempts that two people have booked as paid all the same. */
async function readSettled(db: Reads, attempts: readonly MatchableAttempt[]): Promise<Set<string>> {
  const ids = attempts.map(({ id }) => id)
  return new Set((await readEach(db, ids, settledShares)).map(({ id }) => id))
}

/** Open exceptions about attempts, by attempt and class. */
async function readOpen(db: Reads, account: Account, without: ReadonlySet<string>) {
  const open = new Map<string, NonNullable<MatchedAttempt['open']>>()
  for (const { id, class: name, subject, detail } of await db.read(openAboutAttempts(account))) {
    const { attempt = subject, line } = JSON.parse(detail) as ExceptionDetail
    if (line !== undefined && without.has(line)) continue
    open.set(attempt, { ...open.get(attempt), [name]: id })
  }
  return open
}

/** Our batches that a line names: as its file was read, and in its references. */
function batchesNamed({ batch_ids, reference, provider_id }: MatchableLine): string[] {
  const own = batch_ids === null ? [] : batch_ids.split(' ')
  return [...new Set([...own, ...batchIdsIn(`${reference ?? ''} ${provider_id ?? ''}`)])]
}

/** The newest attempts of all batches that lines name, by batch; a wallet names none. */
async function readBatches(
  db: Reads,
  account: Account,
  lines: readonly MatchableLine[],
): Promise<Map<string, MatchableAttempt[]>> {
  const found = new Map<string, MatchableAttempt[]>()
  if (account.provider !== 'manual') return found
  const ids = [...new Set(lines.flatMap(batchesNamed))]
  const rows = await readEach(db, ids, (some) => attemptsOfBatches(account, some))
  for (const { batchId, ...attempt } of rows) found.set(batchId, [...(found.get(batchId) ?? []), attempt])
  return found
}
