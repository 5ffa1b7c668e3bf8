/** Finding the attempts that lines name, by exact rules only: the provider's own id, then our reference. */
import { chunked } from '../../platform/db/chunked.ts'
import type { Ports } from '../../ports.ts'
import { batchIdsIn } from '../../rewards/payment-files/message-id.ts'
import type { Detail } from '../exceptions/exception.ts'
import type { Statement } from '../statements/statement.ts'
import type { MatchableLine } from './lines-store.ts'
import {
  atOnce,
  attemptsBy,
  attemptsOfBatches,
  type MatchableAttempt,
  netOfReferences,
  openAboutAttempts,
  type SeenLine,
  seenLines,
  settledShares,
} from './match-store.ts'
import type { FoundBatch, Matched, Verdict } from './verdicts/found.ts'

/**
 * Looks up everything that some lines name, at once. `find` gives the attempt of a line; `note` tells it what a line was
 * matched as, so that the next one of the same attempt knows.
 * @param without keys of lines that are taken to say nothing
 */
export async function findAttempts(
  ports: Pick<Ports, 'db'>,
  statement: Pick<Statement, 'provider' | 'accountId' | 'currency'>,
  lines: readonly MatchableLine[],
  without: ReadonlySet<string> = new Set(),
) {
  const { db } = ports
  const { provider, accountId, currency } = statement
  const look = async (column: 'reference' | 'provider_id', values: (string | null)[]) => {
    const asked = [...new Set(values.filter((value) => value !== null))]
    const found: MatchableAttempt[] = []
    for (const some of chunked(asked, atOnce)) found.push(...(await db.read(attemptsBy(column, provider, some))))
    return found
  }
  const byReference = new Map(
    (
      await look(
        'reference',
        lines.map(({ reference }) => reference),
      )
    ).map((attempt) => [attempt.reference, attempt]),
  )
  const unnamed = lines.filter(({ provider_id, reference }) => {
    const named = byReference.get(reference ?? '')
    return provider_id !== null && named?.providerId !== provider_id
  })
  const byProviderId = new Map<string, MatchableAttempt>()
  const given = unnamed.map(({ provider_id }) => provider_id)
  for (const attempt of await look('provider_id', given)) {
    // Of what is paid by hand each account is at a bank of its own, and two banks may use the same number.
    if (attempt.providerId !== null && attempt.currency === currency) byProviderId.set(attempt.providerId, attempt)
  }
  const batches = await attemptsOfNamed(ports, statement, lines)
  const all = new Map(
    [...byReference.values(), ...byProviderId.values(), ...[...batches.values()].flat()].map((one) => [one.id, one]),
  )
  const seen = new Map<string, SeenLine[]>()
  const tentative = new Map<string, SeenLine[]>()
  for (const some of chunked(
    [...all.values()].filter((one) => one.seen > 0).map(({ id }) => id),
    atOnce,
  )) {
    for (const { rule, ...line } of await db.read(seenLines(some))) {
      if (without.has(line.key)) continue
      const isShare = rule === 'batch'
      // What stands for a payment until another line does is no line that was seen.
      const into = isShare && line.kind === 'payment' && line.outcome === 'exception' ? tentative : seen
      into.set(line.attemptId, [...(into.get(line.attemptId) ?? []), isShare ? { ...line, isShare } : line])
    }
  }
  const over = [...all.values()].filter(({ state }) => state === 'failed' || state === 'cancelled')
  const nets = new Map<string, number>()
  for (const some of chunked(
    over.map(({ reference }) => reference),
    atOnce,
  )) {
    for (const { reference, netMinor } of await db.read(netOfReferences(accountId, some))) nets.set(reference, netMinor)
  }
  const ofShares = over.filter(({ id }) => seen.get(id)?.some(({ isShare }) => isShare === true))
  const settled = new Set<string>()
  for (const some of chunked(
    ofShares.map(({ id }) => id),
    atOnce,
  )) {
    for (const { id } of await db.read(settledShares(some))) settled.add(id)
  }
  const open = new Map<string, NonNullable<Matched['open']>>()
  for (const { id, class: name, subject, detail } of await db.read(openAboutAttempts(statement))) {
    const { attempt = subject, line } = JSON.parse(detail) as Detail
    if (line !== undefined && without.has(line)) continue
    open.set(attempt, { ...open.get(attempt), [name]: id })
  }
  const matchedOf = (attempt: MatchableAttempt, rule: Matched['rule']): Matched => ({
    attempt,
    rule,
    seen: seen.get(attempt.id) ?? [],
    netMinor: nets.get(attempt.reference) ?? Number.NaN,
    open: open.get(attempt.id) ?? {},
    tentative: (tentative.get(attempt.id) ?? []).map(({ key }) => key),
    isSettled: settled.has(attempt.id),
  })
  const attemptOf = (line: Pick<MatchableLine, 'provider_id' | 'reference'>) => {
    const named = byReference.get(line.reference ?? '') ?? null
    const own = line.provider_id === null ? null : byProviderId.get(line.provider_id)
    // A bank may give all payments of a file one reference of its own, so that ours says more than that.
    return { named, attempt: provider === 'manual' ? (named ?? own ?? null) : (own ?? named) }
  }
  return {
    /** The batch that a line pays or brings back: one that it names, unless it is the very payment that its reference says. */
    batchOf(line: MatchableLine): FoundBatch | null {
      if (line.kind === 'fee' || line.kind === 'tax') return null
      const ids = batchesNamed(line).filter((id) => batches.has(id))
      const { attempt } = attemptOf(line)
      const isOne = line.direction === 'debit' ? attempt?.amountMinor === line.amount_minor : attempt !== null
      if (ids.length === 0 || isOne) return null
      const attempts = ids.flatMap((id) => batches.get(id) ?? []).map((one) => matchedOf(one, 'batch'))
      return { ids, attempts }
    },
    find(line: Pick<MatchableLine, 'provider_id' | 'reference'>): Matched | null {
      const { named, attempt } = attemptOf(line)
      if (attempt === null) return null
      const isByProvider = attempt.providerId !== null && attempt.providerId === line.provider_id
      const found = matchedOf(attempt, isByProvider ? 'provider_id' : 'reference')
      return { ...found, isTorn: named !== null && named.id !== attempt.id }
    },
    note({ line_key, direction, amount_minor, day }: MatchableLine, found: Matched | null, verdict: Verdict): void {
      const { match, outcome, shares = [] } = verdict
      const line = { key: line_key, direction, outcome, day }
      if (found !== null && match !== undefined) {
        const { id } = found.attempt
        const one: SeenLine = { ...line, attemptId: id, kind: match.kind, amountMinor: amount_minor }
        seen.set(id, [...(seen.get(id) ?? []), one])
      }
      for (const { attempt, amountMinor, kind } of shares) {
        const into = kind === 'payment' && outcome === 'exception' ? tentative : seen
        const one: SeenLine = { ...line, attemptId: attempt.id, kind, amountMinor, isShare: true }
        into.set(attempt.id, [...(into.get(attempt.id) ?? []), one])
      }
    },
  }
}

/** Our batches that a line names: as its file was read, and in its references. */
function batchesNamed({ batch_ids, reference, provider_id }: MatchableLine): string[] {
  const own = batch_ids === null ? [] : batch_ids.split(' ')
  return [...new Set([...own, ...batchIdsIn(`${reference ?? ''} ${provider_id ?? ''}`)])]
}

/** The newest attempts of all batches that lines name, by batch; a wallet names none. */
async function attemptsOfNamed(
  { db }: Pick<Ports, 'db'>,
  statement: Pick<Statement, 'provider' | 'currency'>,
  lines: readonly MatchableLine[],
): Promise<Map<string, MatchableAttempt[]>> {
  const found = new Map<string, MatchableAttempt[]>()
  if (statement.provider !== 'manual') return found
  const ids = [...new Set(lines.flatMap(batchesNamed))]
  for (const some of chunked(ids, atOnce - 1)) {
    for (const { batchId, ...attempt } of await db.read(attemptsOfBatches(statement, some))) {
      found.set(batchId, [...(found.get(batchId) ?? []), attempt])
    }
  }
  return found
}
