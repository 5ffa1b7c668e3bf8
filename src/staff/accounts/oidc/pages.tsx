import type { Context } from 'hono'
import { peopleMessages } from '../../../../messages/generated/studies/people.ts'
import { layout } from '../../../platform/http/layout.tsx'
import { messagePage } from '../../../platform/http/message-page.tsx'
import { shellOf } from '../../../platform/http/shell.ts'
import type { AppEnv } from '../../../ports.ts'

/** A button that leads to the provider; with the code of a one-time link, where somebody opened one. */
export function OidcButton({ c, code, quiet }: { c: Context<AppEnv>; code?: string | undefined; quiet?: boolean }) {
  const { oidc } = c.var.ports.settings
  if (oidc === null) return null
  const words = peopleMessages(shellOf(c).language).oidc
  return (
    <form method="post" action="/sign-in/oidc">
      {code !== undefined && <input type="hidden" name="code" value={code} />}
      <p class="actions">
        <button class={quiet ? 'button quiet' : 'button'} type="submit">
          {words.button({ name: oidc.name })}
        </button>
      </p>
    </form>
  )
}

/** Where staff come in. */
export function SignInHome({ c }: { c: Context<AppEnv> }) {
  const shell = shellOf(c)
  const words = peopleMessages(shell.language).oidc
  const isLinkOnly = c.var.ports.settings.oidc === null
  return layout({
    shell,
    title: words.title,
    languages: 'links',
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{isLinkOnly ? words.linkOnly : words.lead}</p>
        <OidcButton c={c} />
      </>
    ),
  })
}

/**
 * On the way to the provider. A link and not the answer of a form, since a browser holds every address that a form leads
 * on to against our content policy, and nobody knows where a provider sends people in turn.
 */
export function AwayPage({ c, name, href }: { c: Context<AppEnv>; name: string; href: string }) {
  const shell = shellOf(c)
  const { away } = peopleMessages(shell.language).oidc
  const ways = [{ href, label: away.button({ name }) }]
  return messagePage({ shell, title: away.title({ name }), text: away.text({ name }), ways, languages: 'none' })
}

/** Back from the provider. Reading the page changes nothing: what came back is sent by the button. */
export function BackPage({ c, query }: { c: Context<AppEnv>; query: string }) {
  const shell = shellOf(c)
  const { back } = peopleMessages(shell.language).oidc
  return layout({
    shell,
    title: back.title,
    languages: 'none',
    children: (
      <form method="post" action="/sign-in/callback">
        <h1>{back.title}</h1>
        <p class="lead">{back.text}</p>
        <input type="hidden" name="query" value={query} />
        <p class="actions">
          <button class="button" type="submit" autofocus>
            {back.button}
          </button>
        </p>
      </form>
    ),
  })
}
