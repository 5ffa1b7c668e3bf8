import type { Context } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { peopleMessages } from '../../../messages/generated/studies/people.ts'
import { formatDate, formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { isUnconfirmed, type Vouched } from '../accounts/vouched.ts'
import { TextField } from '../frame/field.tsx'
import { StaffPage } from '../frame/frame.tsx'
import { hostOf } from './bound-accounts.tsx'
import { everyStudy, PeopleNotice, type ResultName, RoleDescriptions, RoleFields } from './people-page.tsx'
import type { Person } from './read.ts'

interface PersonPageProps {
  c: Context<AppEnv>
  person: Person
  said: ResultName | null
  studies: readonly string[]
  mayEvery: boolean
  /** Whoever looks answers for all that this person may do. */
  isTheirs: boolean
  /** The accounts at providers of sign-ins that are bound to them. */
  bound: readonly (Vouched & { issuer: string; at: string })[]
  /** Who looks, by id. */
  owner: string
}

/** One person: their roles, and whether they may come in. */
export function PersonPage({ c, person, said, studies, mayEvery, isTheirs, bound, owner }: PersonPageProps) {
  const language = languageOf(c)
  const people = peopleMessages(language).people
  const words = people.person
  const here = `/admin/people/${person.id}`
  const removed = person.state === 'removed'
  const newest = bound.at(-1)
  return (
    <StaffPage c={c} title={person.name}>
      <PeopleNotice c={c} said={said} />
      <p>
        {people.states[person.state]}
        {!removed && (
          <>. {words.bound({ n: bound.length, day: newest === undefined ? '' : formatDate(newest.at, language) })}</>
        )}
      </p>
      <h2>{words.roles}</h2>
      <Roles c={c} person={person} mayEvery={mayEvery} />
      {person.elsewhere > 0 && <p>{people.elsewhere({ n: person.elsewhere })}</p>}
      {person.state === 'here' && (
        <>
          <h2>{words.give}</h2>
          <form method="post" action={`${here}/roles`}>
            <RoleFields c={c} studies={studies} mayEvery={mayEvery} study="" chosen="viewer" />
            <p class="actions">
              <button class="button" type="submit">
                {words.giveButton}
              </button>
            </p>
          </form>
          <RoleDescriptions c={c} />
        </>
      )}
      {!(isTheirs || removed) && <p class="note">{words.notYours}</p>}
      {isTheirs && person.state === 'here' && (
        <>
          <form method="post" action={`${here}/email`}>
            <TextField
              name="email"
              label={people.invite.email}
              hint={people.invite.emailHint}
              value={person.email ?? ''}
            />
            <p class="actions">
              <button class="button quiet" type="submit">
                {words.email}
              </button>
            </p>
          </form>
          <Act to={`${here}/link`} title={words.newLink} text={words.newLinkText} button={words.newLinkButton} />
          <Act to={`${here}/suspend`} title={words.suspend} text={words.suspendText} button={words.suspend} />
        </>
      )}
      {isTheirs && !removed && bound.length > 0 && <BoundAccounts c={c} person={person} bound={bound} owner={owner} />}
      {isTheirs && person.state === 'suspended' && (
        <Act to={`${here}/resume`} title={words.resume} text={words.resumeText} button={words.resume} />
      )}
      {isTheirs && !removed && (
        <Act to={`${here}/remove`} title={words.remove} text={words.removeText} button={words.remove} />
      )}
    </StaffPage>
  )
}

/** The roles of a person, each with the way to take it. */
function Roles({ c, person, mayEvery }: Pick<PersonPageProps, 'c' | 'person' | 'mayEvery'>) {
  const language = languageOf(c)
  const { person: words, invite } = peopleMessages(language).people
  const names = accountsMessages(language).roles
  if (person.roles.length === 0) return <p>{words.none}</p>
  return (
    <ul class="points">
      {person.roles.map(({ role, study }) => (
        <li>
          <form method="post" action={`/admin/people/${person.id}/roles/take`}>
            <strong>{names[role]}</strong> {study?.slug ?? invite.every}{' '}
            <input type="hidden" name="role" value={role} />
            <input type="hidden" name="study" value={study?.slug ?? everyStudy} />
            {(study !== null || mayEvery) && (
              <button
                class="button quiet small"
                type="submit"
                aria-label={words.takeOf({ role: names[role], study: study?.slug ?? invite.every })}
              >
                {words.take}
              </button>
            )}
          </form>
        </li>
      ))}
    </ul>
  )
}

/** The accounts at providers of sign-ins that are bound to a person, each with the way to unbind or confirm it. */
function BoundAccounts({ c, person, bound, owner }: Pick<PersonPageProps, 'c' | 'person' | 'bound' | 'owner'>) {
  const language = languageOf(c)
  const { person: words } = peopleMessages(language).people
  const here = `/admin/people/${person.id}`
  return (
    <>
      <h2>{words.accounts}</h2>
      <p>{words.accountsText}</p>
      <ul class="points">
        {bound.map(({ issuer, at, ...account }) => (
          <li>
            {isUnconfirmed(account) && (
              <form method="post" action={`${here}/confirm`}>
                <span class="badge wait">{words.waits}</span> {words.waitsText}{' '}
                <input type="hidden" name="bound" value={at} />
                {account.vouchedBy !== owner && owner !== person.id && (
                  <button class="button small" type="submit">
                    {words.confirm}
                  </button>
                )}
              </form>
            )}
            <form method="post" action={`${here}/unbind`}>
              <strong>{hostOf(issuer)}</strong> {formatDateTime(at, language)}{' '}
              <input type="hidden" name="bound" value={at} />
              <button
                class="button quiet small"
                type="submit"
                aria-label={words.unbindOf({ provider: hostOf(issuer), when: formatDateTime(at, language) })}
              >
                {words.unbind}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What one button does, said before it is pressed. */
function Act({ to, title, text, button }: { to: string; title: string; text: string; button: string }) {
  return (
    <form method="post" action={to}>
      <h2>{title}</h2>
      <p>{text}</p>
      <p class="actions">
        <button class="button quiet" type="submit">
          {button}
        </button>
      </p>
    </form>
  )
}
