/** Booking what an account did beside its payouts, once for each cause. */
import type { ProviderEntriesTable } from '../../../schema/tables.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addToDay } from '../../rewards/ledger/provider-books.ts'
import { insertMany } from '../tables.ts'

export interface NewEntry {
  accountId: string
  /** `2026-02-14`. */
  day: string
  kind: ProviderEntriesTable['kind']
  /** Minor units; `other` may be below 0. */
  amountMinor: number
  /** What made it: the same cause again is refused. */
  cause: string
  actor: string
}

/** An entry and what it does to its day. The account's own row, if it is written at all, comes before. */
export function entryWrites({ ids, clock }: Pick<Ports, 'ids' | 'clock'>, entry: NewEntry): Write[] {
  const { accountId, day, kind, amountMinor, cause, actor } = entry
  return [
    addToDay(accountId, day, { [kind]: amountMinor }),
    ...insertMany('provider_entries', [
      {
        id: ids.next('entry'),
        account_id: accountId,
        day,
        kind,
        amount_minor: amountMinor,
        cause,
        actor,
        at: clock.now(),
      },
    ]),
  ]
}
