/**
 * Who sees an account at a provider. Studies share it, so that no line of it is of one study alone: it is open to whoever
 * has the permission in a study with an offer in its currency, since any of the provider's accounts in that currency may
 * pay it; and where no offer has the currency, to whoever has the permission in any study.
 */
import { type RawBuilder, sql as raw, type SqlBool } from 'kysely'
import type { Database, SqlValue } from '../platform/db/together.ts'
import { prepareQuery } from '../platform/db/together.ts'
import { inScope, type Scope, scopedQuery } from '../staff/permissions/scope.ts'
import { accountIn } from './statements/account.ts'
import { sql } from './tables.ts'

const studiesOfCurrency = prepareQuery((p: { currency: string }) =>
  sql.selectFrom('offers').select('study_id as studyId').distinct().where('currency', '=', p.currency),
)

/** The studies that an account may pay for, by id; null when there is none, or no such account. */
export async function studiesOfAccount(db: Pick<Database, 'read'>, accountId: string): Promise<string[] | null> {
  const currency = accountIn(accountId)?.currency
  if (currency === undefined) return null
  const studies = await db.read(studiesOfCurrency({ currency }))
  return studies.length === 0 ? null : studies.map(({ studyId }) => studyId)
}

/** The same in a query that is prepared. */
export function isAccountSeen(column: string, isSeen: (column: string) => RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  const currency = raw.ref(column)
  return raw<SqlBool>`(exists (select 1 from offers where offers.currency = ${currency} and ${isSeen('offers.study_id')})
or not exists (select 1 from offers where offers.currency = ${currency}))`
}

/** The condition on a column with an account's currency. */
export function inScopeOfAccount(scope: Scope, column: string): { sql: string; values: SqlValue[] } {
  if (scope === null) return { sql: '1 = 1', values: [] }
  const { sql: own, values } = inScope(scope, 'offers.study_id')
  const some = (more: string) => `exists (select 1 from offers where offers.currency = ${column}${more})`
  return { sql: `(${some(` and ${own}`)} or not ${some('')})`, values }
}

/** The accounts that studies of a scope use, or that none does. */
export const listAccounts = scopedQuery((_: Record<never, never>, isSeen) =>
  sql
    .selectFrom('provider_accounts')
    .selectAll()
    .where(isAccountSeen('provider_accounts.currency', isSeen))
    .orderBy('id'),
)
