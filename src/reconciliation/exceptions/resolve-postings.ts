/** What our books of an account gain when an exception is closed, so that they hold what the provider does. */

import type { Write } from '../../platform/db/together.ts'
import { booksZone, dayBefore, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { About } from '../matching/about.ts'
import { entryWrites, type NewEntry } from '../matching/entries.ts'
import { unbooked } from './closing-store.ts'
import type { Action, ClosingRefusal } from './exception.ts'

/**
 * Entries are of today: what was signed for earlier days stays as it is.
 * @returns the entries, and the writes that make them
 */
export function resolvePostings(
  ports: Ports,
  about: About,
  action: Action,
  actor: string,
): { rows: Write[]; entries: NewEntry[] } | ClosingRefusal {
  const entries = entriesOf(ports, about, action, actor)
  if ('refused' in entries) return entries
  return { entries, rows: entries.flatMap((entry) => entryWrites(ports, entry)) }
}

function entriesOf(
  ports: Pick<Ports, 'clock'>,
  { exception, accountId, attempt, lines }: About,
  action: Action,
  actor: string,
): NewEntry[] | ClosingRefusal {
  const { id, class: name, amountMinor, day } = exception
  const today = dayOf(booksZone, ports.clock.now())
  if (name === 'balance_break') {
    if (action !== 'book') return { refused: action === 'keep' ? 'differs' : 'not_this' }
    // It was there before the first line that the statement has.
    return [{ accountId, day: dayBefore(day ?? today), kind: 'other', amountMinor, cause: `opening:${id}`, actor }]
  }
  const entries: NewEntry[] = []
  for (const line of lines) {
    const missing = unbooked(line)
    if (missing === 0) continue
    if (action === 'keep') return { refused: 'differs' }
    const isBack = line.direction === 'credit' && line.matchedAs === 'return'
    const cause = `exception:${id}/${line.key}`
    entries.push({ accountId, day: today, kind: isBack ? 'returned' : 'other', amountMinor: missing, cause, actor })
  }
  if (lines.length > 0) return entries
  const entry = { accountId, day: today, cause: `exception:${id}`, actor }
  // The books say that it was paid, and no line does.
  if (action === 'reopen') {
    return [{ ...entry, kind: 'returned', amountMinor: attempt?.amountMinor ?? amountMinor }]
  }
  if (name !== 'missing_at_provider') return action === 'keep' ? [] : { refused: 'not_this' }
  return action === 'book' ? [{ ...entry, kind: 'other', amountMinor }] : { refused: 'differs' }
}
