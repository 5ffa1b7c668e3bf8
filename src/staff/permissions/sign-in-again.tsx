/** What is answered to whoever is not signed in (any more): the way back, with what they had typed. */
import type { Context } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { readPosted } from '../../platform/http/form.ts'
import { layout } from '../../platform/http/layout.tsx'
import { wantsJson } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { rememberPage } from '../accounts/cookie.ts'
import { refuseStaff } from './refuse.tsx'

const form = 'application/x-www-form-urlencoded'

/** Says how to sign in. A page that was asked for opens afterwards; a form that was sent can be sent again. */
export async function askToSignIn(c: Context<AppEnv>): Promise<Response> {
  if (wantsJson(c)) return refuseStaff(c, 'signed_out')
  if (c.req.method === 'GET') rememberPage(c)
  const isForm = c.req.method === 'POST' && c.req.header('content-type')?.startsWith(form)
  const fields = isForm ? Object.entries(await readPosted(c)) : []
  if (fields.length === 0) return refuseStaff(c, 'signed_out')
  const words = accountsMessages(languageOf(c))
  const { title, text, button } = words.sendAgain
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
