/** Finding the attempts that lines name, by exact rules only: the provider's own id, then our reference. */
import { chunked } from '../../platform/db/chunked.ts'
import type { Ports } from '../../ports.ts'
import type { Statement } from '../statements/statement.ts'
import type { MatchableLine } from './lines-store.ts'
import {
  atOnce,
  attemptsBy,
  type MatchableAttempt,
  netOfReferences,
  openAboutAttempts,
  type SeenLine,
  seenLines,
} from './match-store.ts'
import type { Matched, Verdict } from './verdict.ts'

/**
 * Looks up everything that some lines name, at once. `find` gives the attempt of a line; `note` tells it what a line was
 * matched as, so that the next one of the same attempt knows.
 */
export async function findAttempts(ports: Ports, statement: Statement, lines: readonly MatchableLine[]) {
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
  const all = new Map([...byReference.values(), ...byProviderId.values()].map((attempt) => [attempt.id, attempt]))
  const seen = new Map<string, SeenLine[]>()
  for (const some of chunked(
    [...all.values()].filter((one) => one.seen > 0).map(({ id }) => id),
    atOnce,
  )) {
    for (const line of await db.read(seenLines(some))) {
      seen.set(line.attemptId, [...(seen.get(line.attemptId) ?? []), line])
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
  const open = new Map<string, NonNullable<Matched['open']>>()
  for (const { id, class: name, subject } of await db.read(openAboutAttempts(statement))) {
    open.set(subject, { ...open.get(subject), [name]: id })
  }
  return {
    find(line: Pick<MatchableLine, 'provider_id' | 'reference'>): Matched | null {
      const named = byReference.get(line.reference ?? '') ?? null
      const own = line.provider_id === null ? null : byProviderId.get(line.provider_id)
      const attempt = own ?? named
      if (attempt === null) return null
      const isByProvider = attempt.providerId !== null && attempt.providerId === line.provider_id
      return {
        attempt,
        rule: isByProvider ? 'provider_id' : 'reference',
        seen: seen.get(attempt.id) ?? [],
        netMinor: nets.get(attempt.reference) ?? Number.NaN,
        open: open.get(attempt.id) ?? {},
        isTorn: named !== null && named.id !== attempt.id,
      }
    },
    note(
      { line_key, direction, amount_minor }: MatchableLine,
      { attempt }: Matched,
      { match, outcome }: Verdict,
    ): void {
      const line: SeenLine = {
        attemptId: attempt.id,
        key: line_key,
        kind: match?.kind ?? 'other',
        direction,
        amountMinor: amount_minor,
        outcome,
      }
      seen.set(attempt.id, [...(seen.get(attempt.id) ?? []), line])
    },
  }
}
