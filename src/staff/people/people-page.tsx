/** `/admin/people`: who works here, the form that invites somebody, and sign-ins that were refused. */
import type { Context } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { type PeopleMessages, peopleMessages } from '../../../messages/generated/studies/people.ts'
import { type Role, roles } from '../../../schema/tables.ts'
import { CopyCode } from '../../platform/http/copy-code.tsx'
import { formatDate, formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../frame/data-table.tsx'
import { ChoiceField, TextField } from '../frame/field.tsx'
import { StaffPage } from '../frame/frame.tsx'
import { type BoundAccount, BoundAccounts } from './bound-accounts.tsx'
import type { Person } from './read.ts'

export type ResultName = keyof PeopleMessages['people']['said']

/** Choosing it gives a role in every study, also those to come; no slug has a star. */
export const everyStudy = '*'

/** What was typed into the form for somebody new, and why it was refused. */
export interface TypedInvitation {
  name: string
  email: string
  study: string
  role: string
  refused: ResultName
}

/** Refused sign-ins of a day. */
export interface RefusedLine {
  day: string
  way: 'link' | 'oidc'
  reason: string
  count: number
}

interface PeoplePageProps {
  c: Context<AppEnv>
  people: readonly Person[]
  /** Slugs of the studies in which they may give roles; all, where they may for those to come as well. */
  studies: readonly string[]
  mayEvery: boolean
  typed: TypedInvitation | null
  refused: readonly RefusedLine[]
  accounts: readonly BoundAccount[]
}

const badges = { here: 'badge good', suspended: 'badge wait', removed: 'badge' } as const
/** What was done, of all that a page may be told. */
export const goodWords: readonly ResultName[] = [
  'given',
  'taken',
  'suspend',
  'resume',
  'remove',
  'email',
  'unbound',
  'confirmed',
]

/** What became of what was just done. */
export function PeopleNotice({ c, said }: { c: Context<AppEnv>; said: ResultName | null }) {
  if (said === null) return null
  const isGood = goodWords.includes(said)
  return (
    <p class={isGood ? 'notice good' : 'notice bad'} role={isGood ? 'status' : 'alert'}>
      {peopleMessages(languageOf(c)).people.said[said]}
    </p>
  )
}

export function PeoplePage({ c, people, studies, mayEvery, typed, refused, accounts }: PeoplePageProps) {
  const language = languageOf(c)
  const words = peopleMessages(language).people
  const names = accountsMessages(language).roles
  return (
    <StaffPage c={c} title={words.title}>
      <PeopleNotice c={c} said={typed?.refused ?? null} />
      <p>{words.lead}</p>
      <DataTable
        language={language}
        label={words.title}
        rows={people}
        sortedIn={c}
        empty={words.nowhere}
        columns={[
          {
            head: words.name,
            is: 'name',
            key: { name: 'name', of: ({ name }) => name },
            cell: ({ id, name }) => <a href={`/admin/people/${id}`}>{name}</a>,
          },
          { head: words.roles, cell: (person) => <RolesOf person={person} words={words} names={names} /> },
          {
            head: words.email,
            key: { name: 'email', of: ({ email }) => email ?? '' },
            cell: ({ email }) => email ?? '–',
          },
          {
            head: words.state,
            key: { name: 'state', of: ({ state }) => words.states[state] },
            cell: ({ state }) => <span class={badges[state]}>{words.states[state]}</span>,
          },
        ]}
      />
      <BoundAccounts c={c} accounts={accounts} />
      <InviteForm c={c} studies={studies} mayEvery={mayEvery} typed={typed} />
      <RoleDescriptions c={c} />
      <RefusedSignIns c={c} refused={refused} />
    </StaffPage>
  )
}

function InviteForm({ c, studies, mayEvery, typed }: Pick<PeoplePageProps, 'c' | 'studies' | 'mayEvery' | 'typed'>) {
  const words = peopleMessages(languageOf(c)).people
  return (
    <>
      <h2>{words.invite.title}</h2>
      <p>{words.invite.lead}</p>
      <form method="post" action="/admin/people">
        <TextField
          name="name"
          label={words.invite.name}
          hint={words.invite.nameHint}
          value={typed?.name ?? ''}
          error={typed?.refused === 'bad_name' || typed?.refused === 'known' ? words.said[typed.refused] : undefined}
        />
        <TextField
          name="email"
          label={words.invite.email}
          hint={words.invite.emailHint}
          value={typed?.email ?? ''}
          error={
            typed?.refused === 'bad_email' || typed?.refused === 'email_taken' ? words.said[typed.refused] : undefined
          }
        />
        <RoleFields c={c} studies={studies} mayEvery={mayEvery} study={typed?.study ?? ''} chosen={typed?.role ?? ''} />
        <p class="actions">
          <button class="button" type="submit">
            {words.invite.button}
          </button>
        </p>
      </form>
    </>
  )
}

function RefusedSignIns({ c, refused }: Pick<PeoplePageProps, 'c' | 'refused'>) {
  const language = languageOf(c)
  const { people: words, sessions } = peopleMessages(language)
  const reasons: Readonly<Record<string, string>> = words.refusals.reasons
  return (
    <>
      <h2>{words.refusals.title}</h2>
      <p class="small">{words.refusals.lead}</p>
      <DataTable
        language={language}
        label={words.refusals.title}
        rows={refused}
        empty={words.refusals.none}
        columns={[
          { head: words.refusals.day, is: 'name', cell: ({ day }) => formatDate(day, language) },
          {
            head: words.refusals.way,
            cell: ({ way }) =>
              way === 'link' ? sessions.ways.link : (c.var.ports.settings.oidc?.name ?? 'OpenID Connect'),
          },
          { head: words.refusals.reason, cell: ({ reason }) => reasons[reason] ?? reason },
          { head: words.refusals.count, is: 'number', cell: ({ count }) => String(count) },
        ]}
      />
    </>
  )
}

interface RolesOfProps {
  person: Person
  words: PeopleMessages['people']
  names: Record<Role, string>
}

function RolesOf({ person, words, names }: RolesOfProps) {
  if (person.roles.length === 0 && person.elsewhere === 0) return <>{words.nowhere}</>
  return (
    <>
      {person.roles.map(({ role, study }) => (
        <div>
          {names[role]} <span class="small">{study?.slug ?? words.toCome}</span>
        </div>
      ))}
      {person.elsewhere > 0 && <div class="small">{words.elsewhere({ n: person.elsewhere })}</div>}
    </>
  )
}

interface RoleFieldsProps {
  c: Context<AppEnv>
  studies: readonly string[]
  mayEvery: boolean
  study: string
  chosen: string
}

/** Which role, and where. */
export function RoleFields({ c, studies, mayEvery, study, chosen }: RoleFieldsProps) {
  const language = languageOf(c)
  const { invite } = peopleMessages(language).people
  const names = accountsMessages(language).roles
  const places: [string, string][] = studies.map((slug) => [slug, slug])
  return (
    <>
      <ChoiceField
        name="study"
        label={invite.study}
        value={study}
        options={mayEvery ? [...places, [everyStudy, invite.every]] : places}
        wide
      />
      <ChoiceField name="role" label={invite.role} value={chosen} options={roles.map((one) => [one, names[one]])} />
    </>
  )
}

/** What each role may do, beside where it is given. */
export function RoleDescriptions({ c }: { c: Context<AppEnv> }) {
  const language = languageOf(c)
  const words = peopleMessages(language).people.may
  const names = accountsMessages(language).roles
  return (
    <details>
      <summary>{words.title}</summary>
      <dl>
        {roles.map((role) => (
          <>
            <dt>{names[role]}</dt>
            <dd>{words[role]}</dd>
          </>
        ))}
      </dl>
      <p>{words.desks}</p>
    </details>
  )
}

/** A sign-in link, the one time that it is shown. */
export function SignInLinkPage({
  c,
  name,
  link,
  until,
}: {
  c: Context<AppEnv>
  name: string
  link: string
  until: string
}) {
  const language = languageOf(c)
  const words = peopleMessages(language).people.link
  return (
    <StaffPage c={c} title={words.title({ name })}>
      <p class="lead">{words.lead({ until: formatDateTime(until, language) })}</p>
      <CopyCode language={language} text={link} label={words.label} plain />
      <p class="actions">
        <a class="button quiet" href="/admin/people">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}
