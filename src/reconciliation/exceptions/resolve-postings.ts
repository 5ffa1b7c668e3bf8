/** What our books of an account gain when an exception is closed, so that they hold what the provider does. */

import type { Write } from '../../platform/db/together.ts'
import { booksZone, dayBefore, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { About } from '../matching/about.ts'
import { entryWrites, type NewEntry } from '../matching/entries.ts'
import { unbooked } from './closing-store.ts'
import type { Closing } from './closings.ts'
import type { ClosingRefusal } from './exception.ts'

/**
 * Entries are of today: what was signed for earlier days stays as it is.
 * @returns the entries, and the writes that make them
 */
export function resolvePostings(
  ports: Ports,
  about: About,
  closing: Closing,
  actor: string,
): { rows: Write[]; entries: NewEntry[] } | ClosingRefusal {
  const entries = entriesOf(ports, about, closing, actor)
  if ('refused' in entries) return entries
  return { entries, rows: entries.flatMap((entry) => entryWrites(ports, entry)) }
}

function entriesOf(
  ports: Pick<Ports, 'clock'>,
  { exception, accountId, attempt, lines }: About,
  closing: Closing,
  actor: string,
): NewEntry[] | ClosingRefusal {
  const { id, amountMinor, day } = exception
  const today = dayOf(booksZone, ports.clock.now())
  if (closing.kind === 'book_opening') {
    // It was there before the first line that the statement has.
    return [{ accountId, day: dayBefore(day ?? today), kind: 'other', amountMinor, cause: `opening:${id}`, actor }]
  }
  const entries: NewEntry[] = []
  for (const line of lines) {
    const missing = unbooked(line)
    if (missing === 0) continue
    if (closing.kind === 'keep') return { refused: 'differs' }
    const isBack = line.direction === 'credit' && line.matchedAs === 'return'
    // A day's report says by the cause what was paid outside.
    const cause = `${closing.kind === 'settle' ? 'settled' : 'exception'}:${id}/${line.key}`
    entries.push({ accountId, day: today, kind: isBack ? 'returned' : 'other', amountMinor: missing, cause, actor })
  }
  if (lines.length > 0) return entries
  const entry = { accountId, day: today, cause: `exception:${id}`, actor }
  // The books say that it was paid, and no line does.
  switch (closing.kind) {
    case 'reopen':
      return [{ ...entry, kind: 'returned', amountMinor: attempt?.amountMinor ?? amountMinor }]
    case 'book_absence':
      return [{ ...entry, kind: 'other', amountMinor }]
    default:
      return []
  }
}
