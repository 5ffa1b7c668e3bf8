/** What our books of an account gain when an exception is closed, so that they hold what the provider does. */

import type { Write } from '../../platform/db/together.ts'
import { booksZone, dayBefore, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { About } from '../matching/about.ts'
import { entryWrites } from '../matching/entries.ts'
import { unbooked } from './closing-store.ts'
import type { Action, ClosingRefusal } from './exception.ts'

/** Entries are of today: what was signed for earlier days stays as it is. */
export function resolvePostings(
  ports: Ports,
  { exception, accountId, attempt, lines }: About,
  action: Action,
  actor: string,
): { rows: Write[] } | ClosingRefusal {
  const { id, class: name, amountMinor, day } = exception
  const today = dayOf(booksZone, ports.clock.now())
  if (name === 'balance_break') {
    if (action !== 'book') return { refused: action === 'keep' ? 'differs' : 'not_this' }
    // It was there before the first line that the statement has.
    const entry = { kind: 'other' as const, amountMinor, cause: `opening:${id}`, actor }
    return { rows: entryWrites(ports, { accountId, day: dayBefore(day ?? today), ...entry }) }
  }
  const rows: Write[] = []
  for (const line of lines) {
    const missing = unbooked(line)
    if (missing === 0) continue
    if (action === 'keep') return { refused: 'differs' }
    const isBack = line.direction === 'credit' && line.matchedAs === 'return'
    const kind = isBack ? ('returned' as const) : ('other' as const)
    const cause = `exception:${id}/${line.key}`
    rows.push(...entryWrites(ports, { accountId, day: today, kind, amountMinor: missing, cause, actor }))
  }
  if (lines.length > 0) return { rows }
  // The books say that it was paid, and no line does.
  if (action === 'reopen') {
    const back = { kind: 'returned' as const, amountMinor: attempt?.amountMinor ?? amountMinor }
    return { rows: entryWrites(ports, { accountId, day: today, ...back, cause: `exception:${id}`, actor }) }
  }
  if (name !== 'missing_at_provider') return action === 'keep' ? { rows: [] } : { refused: 'not_this' }
  if (action !== 'book') return { refused: 'differs' }
  const entry = { kind: 'other' as const, amountMinor, cause: `exception:${id}`, actor }
  return { rows: entryWrites(ports, { accountId, day: today, ...entry }) }
}
