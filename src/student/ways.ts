import type { Context } from 'hono'
import type { AppEnv } from '../ports.ts'
import { languageOf } from '../web/language.ts'
import { refuse, type Way } from '../web/refuse.tsx'
import { wordsFor } from '../web/words/index.ts'
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
