/**
 * Whether an account's closing balance follows from all that the provider ever told us, from an opening balance that we
 * hold as well. Every line is booked or stands in an exception; what is left over has no line at all.
 */
import { taken } from '../../../schema/constraints.ts'
import type { Provider } from '../../../schema/tables.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, type Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import {
  addExceptionStep,
  closeWrites,
  countBreaksOf,
  exceptionSteps,
  openBreakOf,
  openWrites,
  recount,
} from '../exceptions/store.ts'
import { accountIn } from '../statements/account.ts'
import * as store from '../statements/store.ts'

const actor = 'statement'

/** All lines of an account up to a day, and the balances that were booked without one. */
const expectedOf = (accountId: string, to: string): Query<{ expectedMinor: number }> => ({
  sql: `select cast(
  (select coalesce(sum(credit_minor - debit_minor), 0) from statement_days where account_id = ? and day <= ?)
  + (select coalesce(sum(amount_minor), 0) from provider_entries where account_id = ? and cause >= 'opening:' and cause < 'opening;')
  as bigint) as "expectedMinor"`,
  values: [accountId, to, accountId],
})

/** Looks at the newest end of an account, once all of its published lines have been through matching. */
export function checkBalance(ports: Ports, accountId: string, statementId: string): Promise<void> {
  return perform(ports.db, 'A balance', () => decideBalance(ports, accountId, statementId))
}

async function decideBalance(ports: Ports, accountId: string, statementId: string): Promise<Plan<void> | undefined> {
  const { db } = ports
  const others = await db.read(store.unmatchedOf({ accountId }))
  if (others.some(({ id }) => id !== statementId)) return
  const end = await newestEnd(ports, accountId)
  const account = accountIn(accountId)
  if (end === null || account === null) return
  // A notification or an intraday report may tell of later days, whose statement is yet to come.
  const expectedMinor = (await first(db, expectedOf(accountId, end.to)))?.expectedMinor ?? 0
  const difference = end.closingMinor - expectedMinor
  const known = await first(db, openBreakOf({ accountId }))
  if (difference === (known?.amountMinor ?? 0)) return
  const detail = { statement: end.id, closingMinor: end.closingMinor, expectedMinor }
  const writes = []
  if (known === undefined) {
    const count = (await first(db, countBreaksOf({ accountId })))?.count ?? 0
    writes.push(
      ...openWrites(
        ports,
        [
          {
            class: 'balance_break',
            subject: `${accountId}/balance/${count + 1}`,
            studyId: null,
            provider: account.provider as Provider,
            currency: account.currency,
            amountMinor: difference,
            detail,
            accountId,
            day: end.to,
          },
        ],
        actor,
      ),
    )
  } else {
    const steps = (await db.read(exceptionSteps({ id: known.id }))).at(-1)?.n ?? 0
    writes.push(recount({ id: known.id, amountMinor: difference, detail: JSON.stringify(detail) }))
    if (difference === 0) writes.push(...closeWrites(ports, known.id, steps, { what: 'explained', actor, note: '' }))
    else {
      const note = String(difference)
      writes.push(
        addExceptionStep({ id: known.id, n: steps + 1, what: 'recounted', actor, note, at: ports.clock.now() }),
      )
    }
  }
  return plan<void>({
    rows: writes,
    done: undefined,
    refused: (breach) =>
      breach.on === taken.exception || breach.on === taken.exceptionStep ? stale(breach) : unexpected,
  })
}

/** The closing balance that nothing published follows; null where balances do not tell. */
async function newestEnd({ db }: Ports, accountId: string) {
  const to = (await first(db, store.coveredDays({ accountId })))?.to ?? null
  if (to === null) return null
  const statements = await db.read(store.statementsUpTo({ accountId, to }))
  const openings = new Set(
    statements
      .filter(({ openingMinor, closingMinor }) => openingMinor !== closingMinor)
      .map(({ openingMinor }) => openingMinor),
  )
  const ends = statements.filter(({ closingMinor }) => closingMinor !== null && !openings.has(closingMinor))
  const closings = new Set(ends.map(({ closingMinor }) => closingMinor))
  const [end] = ends
  if (end === undefined || end.closingMinor === null || closings.size !== 1) return null
  return { id: end.id, closingMinor: end.closingMinor, to }
}
