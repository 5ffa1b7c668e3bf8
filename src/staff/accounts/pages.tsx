import type { Context } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { peopleMessages } from '../../../messages/generated/studies/people.ts'
import { layout } from '../../platform/http/layout.tsx'
import { messagePage, type PageLink } from '../../platform/http/message-page.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import type { AppEnv } from '../../ports.ts'
import { OidcButton } from './oidc/pages.tsx'

/** What a sign-in link opens: a button, whatever the link is worth; and one to bind an account elsewhere to it. */
export function SignInPage({ c, code }: { c: Context<AppEnv>; code: string }) {
  const shell = shellOf(c)
  const words = accountsMessages(shell.language).signIn
  const { oidc } = c.var.ports.settings
  return layout({
    shell,
    title: words.title,
    languages: 'links',
    children: (
      <>
        <form method="post">
          <h1>{words.title}</h1>
          <p class="lead">{words.text}</p>
          <p class="actions">
            <button class="button" type="submit">
              {words.button}
            </button>
          </p>
        </form>
        {oidc !== null && <p>{peopleMessages(shell.language).oidc.bind({ name: oidc.name })}</p>}
        <OidcButton c={c} code={code} quiet />
      </>
    ),
  })
}

interface NoticePageProps {
  c: Context<AppEnv>
  title: string
  text: string
  ways: PageLink[]
  /** Notes that were typed and not kept: they are shown, so that they can be copied. */
  typed?: readonly string[]
}

/** A title, a text and ways on. */
export function NoticePage({ c, title, text, ways, typed = [] }: NoticePageProps) {
  const shell = shellOf(c)
  const lost = { title: accountsMessages(shell.language).typed, texts: typed }
  return messagePage({ shell, title, text, ways, typed: lost })
}
