/** The bar on top of every page of the staff: the service, the study, who is signed in. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { frameMessages } from '../../../messages/generated/studies/frame.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Staff } from '../accounts/store.ts'
import { homeOf } from '../permissions/parts.ts'

interface BarProps {
  language: Language
  staff: Staff
}

export function Bar({ language, staff }: BarProps) {
  const words = frameMessages(language)
  return (
    <header class="bar">
      <a class="brand" href={homeOf(staff)}>
        {words.brand}
      </a>
      <Person language={language} staff={staff} label={words.person} />
    </header>
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
