import type { Context } from 'hono'
import { refuse, type Way } from '../platform/http/refuse.tsx'
import { languageOf } from '../platform/i18n/language.ts'
import { wordsFor } from '../platform/i18n/words/index.ts'
import type { AppEnv } from '../ports.ts'
import { paths } from './paths.ts'

/** Ways on for someone who has begun, but not in this browser. */
export function waysOf(c: Context<AppEnv>, slug: string): Way[] {
  const words = wordsFor(languageOf(c))
  return [
    { href: paths.landing(slug), label: words.home.open },
    { href: paths.resume(slug), label: words.landing.otherDevice },
  ]
}

/** The browser's token is missing or no good. */
export function signedOut(c: Context<AppEnv>, slug: string) {
  return refuse(c, 'signed_out', waysOf(c, slug))
}
