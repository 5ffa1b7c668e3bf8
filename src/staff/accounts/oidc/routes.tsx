/** `/sign-in`, `/sign-in/oidc`, `/sign-in/callback`: signing in where people have an account already. */
import { type Context, Hono } from 'hono'
import { readToken, signToken } from '../../../platform/crypto/tokens.ts'
import { keepCookie, readCookie } from '../../../platform/http/cookies.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { tryCode } from '../../../platform/network/wrong-codes.ts'
import type { AppEnv } from '../../../ports.ts'
import { findSignIn, type LinkHeld } from '../actions.ts'
import { enter } from '../enter.ts'
import { refuseSignIn } from '../refuse-sign-in.tsx'
import { AwayPage, BackPage, SignInHome } from './pages.tsx'
import type { Attempt } from './provider.ts'
import { signInAs } from './sign-in.ts'

/** How long somebody may take at the provider. */
const attemptSeconds = 600
const cookie = 'oidc'

export const oidcRoutes = new Hono<AppEnv>()
  .get('/sign-in', (c) => c.html(<SignInHome c={c} />))
  // Who loads the page on the way again comes by GET; it is not a link's code.
  .get('/sign-in/oidc', (c) => c.redirect('/sign-in', 303))
  .post('/sign-in/oidc', async (c) => {
    const { ports } = c.var
    const { oidc } = ports.settings
    if (oidc === null) return refuse(c, 'not_found')
    const code = field(await readPosted(c), 'code')
    let link: LinkHeld | null = null
    if (code !== undefined) {
      const tried = await tryCode(ports, ports.addressOf(c.req.raw, c.env), code, async () => {
        const found = await findSignIn(ports, code)
        return 'refused' in found && found.refused === 'link_invalid' ? undefined : found
      })
      if ('waitSeconds' in tried) return refuse(c, 'too_many_codes', [], tried.waitSeconds)
      const found = 'wrong' in tried ? ({ refused: 'link_invalid' } as const) : tried.found
      if ('refused' in found) return refuseSignIn(c, 'link', found.refused)
      link = found
    }
    // Loaded when it is asked for: a service with links alone never needs it.
    const { addressToSignIn } = await import('./provider.ts')
    const attempt = { state: ports.ids.random(26), nonce: ports.ids.random(26), verifier: ports.ids.random(52) }
    const address = await addressToSignIn(ports, oidc, attempt)
    if (address === null) return refuseSignIn(c, 'oidc', 'provider_down')
    await keepAttempt(c, attempt, link)
    c.header('Refresh', `0; url=${address}`)
    return c.html(<AwayPage c={c} name={oidc.name} href={String(address)} />)
  })
  .get('/sign-in/callback', (c) => c.html(<BackPage c={c} query={new URL(c.req.url).search.slice(1)} />))
  .post('/sign-in/callback', async (c) => {
    const { ports } = c.var
    const { oidc } = ports.settings
    if (oidc === null) return refuse(c, 'not_found')
    const stored = await takeAttempt(c)
    const query = new URLSearchParams(field(await readPosted(c), 'query') ?? '')
    // Begun elsewhere, or too long ago: the provider is not even asked.
    if (stored === null || query.get('state') !== stored.attempt.state) return refuseSignIn(c, 'oidc', 'try_again')
    const { whoCameBack } = await import('./provider.ts')
    const who = await whoCameBack(ports, oidc, query, stored.attempt)
    if ('refused' in who) return refuseSignIn(c, 'oidc', who.refused)
    const signed = await signInAs(ports, who, stored.link)
    return 'refused' in signed ? refuseSignIn(c, 'oidc', signed.refused) : enter(c, signed.sessionId)
  })

async function keepAttempt(c: Context<AppEnv>, attempt: Attempt, link: LinkHeld | null): Promise<void> {
  const { keys, clock } = c.var.ports
  const { state, ...rest } = attempt
  const claims = {
    ...rest,
    ...(link === null ? {} : { link: link.id, for: link.staffId, by: link.madeBy, as: link.madeAs }),
  }
  keepCookie(
    c,
    cookie,
    await signToken(keys.tokens, {
      purpose: 'oidc',
      audience: 'staff',
      subject: state,
      at: clock.now(),
      ttlSeconds: attemptSeconds,
      claims,
    }),
    attemptSeconds,
  )
}

/** What this browser began, once. */
async function takeAttempt(c: Context<AppEnv>): Promise<{ attempt: Attempt; link: LinkHeld | null } | null> {
  const stored = readCookie(c, cookie)
  if (stored === undefined) return null
  keepCookie(c, cookie, '', 0)
  const { keys, clock } = c.var.ports
  const read = await readToken(keys.tokens, 'oidc', 'staff', stored, clock.now())
  if (!read.ok) return null
  const { nonce, verifier, link, for: staffId, by, as } = read.token.claims
  const textOr = (claim: unknown) => (typeof claim === 'string' ? claim : null)
  const isLink = typeof link === 'string' && typeof staffId === 'string'
  return {
    attempt: { state: read.token.subject, nonce: String(nonce), verifier: String(verifier) },
    link: isLink ? { id: link, staffId, madeBy: textOr(by), madeAs: textOr(as) } : null,
  }
}
