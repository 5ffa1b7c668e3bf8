/** Accounts at providers of sign-ins that became somebody's of late: every owner sees them, and by whose word. */
import type { Context } from 'hono'
import { peopleMessages } from '../../../messages/generated/studies/people.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../frame/data-table.tsx'
import { mostBound } from './store.ts'

export interface BoundAccount {
  /** Whose it is. */
  id: string
  name: string
  issuer: string
  at: string
  /** The names of who entered the address that bound it, and of who else has confirmed it; null for nobody. */
  vouchedBy: string | null
  confirmedBy: string | null
}

const waits = ({ vouchedBy, confirmedBy }: BoundAccount) => vouchedBy !== null && confirmedBy === null

export function BoundAccounts({ c, accounts }: { c: Context<AppEnv>; accounts: readonly BoundAccount[] }) {
  if (accounts.length === 0) return null
  const language = languageOf(c)
  const words = peopleMessages(language).people.bindings
  return (
    <>
      <h2>{words.title}</h2>
      <p class="small">{words.lead}</p>
      <DataTable
        language={language}
        label={words.title}
        rows={accounts}
        empty=""
        columns={[
          { head: words.whose, is: 'name', cell: ({ id, name }) => <a href={`/admin/people/${id}`}>{name}</a> },
          { head: words.provider, cell: ({ issuer }) => hostOf(issuer) },
          { head: words.when, is: 'when', cell: ({ at }) => formatDateTime(at, language) },
          {
            head: words.how,
            cell: ({ vouchedBy }) => (vouchedBy === null ? words.byLink : words.byAddress({ name: vouchedBy })),
          },
          {
            head: words.state,
            cell: (account) =>
              waits(account) ? (
                <span class="badge wait">{words.waits}</span>
              ) : account.confirmedBy === null ? (
                ''
              ) : (
                words.confirmedBy({ name: account.confirmedBy })
              ),
          },
        ]}
      />
      {accounts.length >= mostBound && (
        <p class="small">
          {words.more({ n: mostBound })} <a href="/admin/audit?action=staff.bound">{words.trail}</a>
        </p>
      )}
    </>
  )
}

/** Says on an owner's first page that accounts wait for a second person; nothing where none does. */
export function AccountsWait({ c, accounts }: { c: Context<AppEnv>; accounts: readonly BoundAccount[] }) {
  const names = [...new Set(accounts.filter(waits).map(({ name }) => name))]
  if (names.length === 0) return null
  const words = peopleMessages(languageOf(c)).people.bindings
  return (
    <p class="notice wait">
      {words.told({ n: names.length })} <a href="/admin/people">{peopleMessages(languageOf(c)).people.title}</a>
    </p>
  )
}

/** How people know a provider; an issuer is an address (OpenID Connect Core, 2). */
export function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host : issuer
}
