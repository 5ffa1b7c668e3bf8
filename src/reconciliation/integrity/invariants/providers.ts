/** What accounts at providers did by our own books, against what was paid. */
import { booksZone, dayOf } from '../../../platform/time/zone.ts'
import { atMost, type Invariant, seenBySql } from '../invariant.ts'

/** Hours of UTC are hours of every zone that calendars here have. */
const paidByHour = `select 'paid' as "source", attempts.provider || ':' || attempts.currency as "accountId",
  substr(attempt_steps.at, 1, 13) as "when",
  cast(sum(case attempt_steps.state when 'succeeded' then attempts.amount_minor else -attempts.amount_minor end) as bigint) as "amountMinor"
from attempt_steps join attempts on attempts.id = attempt_steps.attempt_id
where attempt_steps.state = 'succeeded' or attempt_steps.move = 'succeeded>unknown' group by 2, 3
union all
select 'books', account_id, day, paid from provider_days where paid <> 0`

interface Row {
  source: 'paid' | 'books'
  accountId: string
  when: string
  amountMinor: number
}

export const paidDaysAreAttempts: Invariant = {
  name: 'paid_days_are_attempts',
  promise:
    'What an account at a provider paid on a day is the attempts that succeeded on it, less those that were undone on it.',
  async check({ db }) {
    const figures: Record<string, number> = {}
    const differences = new Map<string, number>()
    for (const { source, accountId, when, amountMinor } of await db.read<Row>({ sql: paidByHour, values: [] })) {
      const day = source === 'paid' ? dayOf(booksZone, `${when}:00:00.000Z`) : when
      const key = `${accountId} on ${day}`
      differences.set(key, (differences.get(key) ?? 0) + (source === 'paid' ? amountMinor : -amountMinor))
      if (source === 'books') figures[accountId] = (figures[accountId] ?? 0) + amountMinor
    }
    const wrong = [...differences].filter(([, difference]) => difference !== 0)
    return {
      figures,
      breaches: atMost(wrong.map(([key, difference]) => `${key} differs from its attempts by ${-difference}`)),
    }
  },
}

/** Kinds of entries are columns of the day's row. */
const kinds = ['funded', 'fees', 'returned', 'other'] as const

export const dayMovesAreEntries: Invariant = seenBySql(
  'day_moves_are_entries',
  'What else an account at a provider did on a day is its entries, each with a cause of its own.',
  `select kind as "figure", cast(sum(amount_minor) as bigint) as "value" from provider_entries group by kind order by kind`,
  ...kinds.map(
    (kind) => `select account_id || ' on ' || day as "subject", 'has other entries than it says: ${kind}' as "what"
from provider_days where ${kind} <> (select coalesce(sum(amount_minor), 0) from provider_entries
  where provider_entries.account_id = provider_days.account_id and provider_entries.day = provider_days.day
    and provider_entries.kind = '${kind}')`,
  ),
  `select id as "subject", 'counts another number of instructed payouts than there are attempts' as "what"
from provider_accounts where instructed <> (select count(*) from attempts
  where attempts.provider = provider_accounts.provider and attempts.currency = provider_accounts.currency)`,
)
