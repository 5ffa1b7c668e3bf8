import type { Context } from 'hono'
import { landingMessages } from '../../messages/generated/landing.ts'
import { type PageLink, refuse } from '../platform/http/refuse.tsx'
import { languageOf } from '../platform/i18n/language.ts'
import type { AppEnv } from '../ports.ts'
import { paths } from './paths.ts'

/** Ways on for someone who has begun, but not in this browser. */
export function waysBackIn(c: Context<AppEnv>, slug: string): PageLink[] {
  const words = landingMessages(languageOf(c))
  return [
    { href: paths.landing(slug), label: words.home.open },
    { href: paths.resume(slug), label: words.otherDevice },
  ]
}

/** The browser's token is missing or no good. The code leads back to the answers; the study's own link begins anew. */
export function signedOut(c: Context<AppEnv>, slug: string) {
  const words = landingMessages(languageOf(c))
  return refuse(c, 'signed_out', [
    { href: paths.resume(slug), label: words.enterCode },
    { href: paths.landing(slug), label: words.home.open },
  ])
}
