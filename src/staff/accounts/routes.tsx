/** `/sign-in/:code`, `/sign-out`: how staff come and go. */

import { Hono } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { keepCookie } from '../../platform/http/cookies.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import { tryCode } from '../../platform/network/wrong-codes.ts'
import type { AppEnv } from '../../ports.ts'
import { signIn, signOut } from './actions.ts'
import { sessionHere } from './cookie.ts'
import { enter } from './enter.ts'
import { oidcRoutes } from './oidc/routes.tsx'
import { NoticePage, SignInPage } from './pages.tsx'
import { refuseSignIn } from './refuse-sign-in.tsx'
import { sessionRoutes } from './sessions-routes.tsx'

export const signInRoutes = new Hono<AppEnv>()
  .route('/', oidcRoutes)
  .route('/', sessionRoutes)
  // The database is not even asked: previews and prefetching learn nothing and use nothing up, and the page is the
  // same for every code. What a link is worth is said when the button is pressed.
  .get('/sign-in/:code', (c) => c.html(<SignInPage c={c} code={c.req.param('code')} />))
  .post('/sign-in/:code', async (c) => {
    const { ports } = c.var
    const tried = await tryCode(ports, ports.addressOf(c.req.raw, c.env), c.req.param('code'), async () => {
      const outcome = await signIn(ports, c.req.param('code'))
      return 'refused' in outcome && outcome.refused === 'link_invalid' ? undefined : outcome
    })
    if ('waitSeconds' in tried) return refuse(c, 'too_many_codes', [], tried.waitSeconds)
    const signed = 'wrong' in tried ? ({ refused: 'link_invalid' } as const) : tried.found
    return 'refused' in signed ? refuseSignIn(c, 'link', signed.refused) : enter(c, signed.sessionId)
  })
  .post('/sign-out', async (c) => {
    const session = await sessionHere(c)
    if (session !== null) await signOut(c.var.ports, session.id)
    keepCookie(c, 'staff', '', 0)
    return c.redirect('/signed-out', 303)
  })
  .get('/signed-out', (c) => {
    const { title, text } = accountsMessages(languageOf(c)).signedOut
    return c.html(<NoticePage c={c} title={title} text={text} ways={[]} />)
  })
