/** What is answered to whoever is not signed in (any more): the way back, with what they had typed. */
import type { Context } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { layout } from '../../platform/http/layout.tsx'
import { wantsJson } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { rememberPage } from '../accounts/cookie.ts'
import { fieldsSent, notesIn, refuseStaff } from './refuse.tsx'

/** Says how to sign in. A page that was asked for opens afterwards; a form that was sent can be sent again. */
export async function askToSignIn(c: Context<AppEnv>): Promise<Response> {
  if (wantsJson(c)) return refuseStaff(c, 'signed_out')
  if (c.req.method === 'GET') rememberPage(c)
  const fields = await fieldsSent(c)
  if (fields.length === 0) return refuseStaff(c, 'signed_out')
  const words = accountsMessages(languageOf(c))
  const { title, text, button } = words.sendAgain
  const notes = notesIn(fields)
  const page = layout({
    shell: shellOf(c),
    title: words.problems.signed_out.title,
    languages: 'none',
    children: (
      <form method="post">
        <h1>{words.problems.signed_out.title}</h1>
        <p class="lead">{words.problems.signed_out.text}</p>
        <h2>{title}</h2>
        <p>{text}</p>
        {notes.length > 0 && <h2>{words.typed}</h2>}
        {notes.map((note) => (
          <p lang="">{note}</p>
        ))}
        {fields.flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
        <p class="actions">
          <button class="button" type="submit">
            {button}
          </button>
        </p>
      </form>
    ),
  })
  return c.html(page, 401)
}
