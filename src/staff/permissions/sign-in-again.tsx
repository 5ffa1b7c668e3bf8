/** What is answered to whoever is not signed in (any more): the way back, with what they had typed. */
import type { Context } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { peopleMessages } from '../../../messages/generated/studies/people.ts'
import { layout } from '../../platform/http/layout.tsx'
import { type PageLink, wantsJson } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { rememberPage } from '../accounts/cookie.ts'
import { fieldsSent, notesIn, refuseStaff } from './refuse.tsx'

/**
 * Says how to sign in. A page that was asked for opens afterwards; a form that was sent can be sent again.
 * @param why `again` where they are signed in, but not since a moment ago
 */
export async function askToSignIn(c: Context<AppEnv>, why: 'signed_out' | 'again' = 'signed_out'): Promise<Response> {
  if (wantsJson(c)) return refuseStaff(c, 'signed_out')
  if (c.req.method === 'GET') rememberPage(c)
  const fields = await fieldsSent(c)
  if (fields.length === 0 && why === 'signed_out') return refuseStaff(c, 'signed_out', undefined, signInWays(c))
  const words = accountsMessages(languageOf(c))
  const people = peopleMessages(languageOf(c))
  const { oidc } = c.var.ports.settings
  const { title, text } = why === 'again' ? people.fresh : words.problems.signed_out
  const again = why === 'again' ? { text: people.fresh.steps } : words.sendAgain
  const notes = notesIn(fields)
  const page = layout({
    shell: shellOf(c),
    title,
    languages: 'none',
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {oidc === null ? (
          why === 'again' && <p>{people.fresh.link}</p>
        ) : (
          <form method="post" action="/sign-in/oidc" target="_blank" rel="noopener">
            <p class="actions">
              <button class="button quiet" type="submit">
                {people.fresh.signIn({ name: oidc.name })}
              </button>
            </p>
          </form>
        )}
        <form method="post">
          {'title' in again && <h2>{again.title}</h2>}
          <p>{again.text}</p>
          {notes.length > 0 && <h2>{words.typed}</h2>}
          {notes.map((note) => (
            <p lang="">{note}</p>
          ))}
          {fields.flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
          <p class="actions">
            <button class="button" type="submit">
              {words.sendAgain.button}
            </button>
          </p>
        </form>
      </>
    ),
  })
  return c.html(page, 401)
}

/** Where there is a page to sign in at, the way to it. */
function signInWays(c: Context<AppEnv>): PageLink[] {
  const words = peopleMessages(languageOf(c)).oidc
  return c.var.ports.settings.oidc === null ? [] : [{ href: '/sign-in', label: words.title }]
}
