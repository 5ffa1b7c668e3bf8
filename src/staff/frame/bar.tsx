/** The bar on top of every page of the staff: the service, the study, who is signed in. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { type FrameMessages, frameMessages } from '../../../messages/generated/studies/frame.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Staff } from '../accounts/store.ts'
import { homeOf } from '../permissions/parts.ts'

interface BarProps {
  language: Language
  staff: Staff
}

interface StudiesProps {
  /** Addresses of the studies that the reader may look at, the oldest first. */
  studies: readonly string[]
  /** The one that the page is of. */
  slug: string | undefined
  /** Where all of them are listed. */
  list: string | undefined
}

/** So many are in the menu, the newest first; the list has all. */
const mostInTheMenu = 20

export function StaffBar({ language, staff, ...studies }: BarProps & StudiesProps) {
  const words = frameMessages(language)
  return (
    <header class="bar">
      <a class="brand" href={homeOf(staff)}>
        {words.brand}
      </a>
      <Studies {...studies} words={words} />
      <Person language={language} staff={staff} label={words.person} />
    </header>
  )
}

function Studies({ studies, slug, list, words }: StudiesProps & { words: FrameMessages }) {
  if (studies.length === 0) return null
  return (
    <details class="drop studies no-print" name="bar">
      <summary>
        <span class="sr">{words.switch} </span>
        {slug ?? words.switch}
      </summary>
      <div class="panel">
        <ul>
          {studies
            .slice(-mostInTheMenu)
            .reverse()
            .map((one) => (
              <li>
                <a href={`/admin/studies/${one}`} aria-current={one === slug ? 'true' : undefined}>
                  {one}
                </a>
              </li>
            ))}
          {list !== undefined && (
            <li class="all">
              <a href={list}>{words.studies}</a>
            </li>
          )}
        </ul>
      </div>
    </details>
  )
}

function Person({ language, staff, label }: BarProps & { label: string }) {
  const words = accountsMessages(language)
  const roles = [...new Set(staff.grants.map(({ role }) => role))]
  return (
    <details class="drop person no-print" name="bar">
      <summary>
        <span class="sr">{label} </span>
        {staff.name}
      </summary>
      <div class="panel">
        <p>
          {words.signedInAs} <strong>{staff.name}</strong>
          <br />
          <span class="small">{roles.map((role) => words.roles[role]).join(', ')}</span>
        </p>
        <form method="post" action="/sign-out">
          <button class="button quiet small" type="submit">
            {words.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
