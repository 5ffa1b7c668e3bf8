/** What ends answering from outside: a study that is over, an invitation that was withdrawn. */
import type { Context } from 'hono'
import { commonMessages } from '../../messages/generated/common.ts'
import { landingMessages } from '../../messages/generated/landing.ts'
import { refuse } from '../platform/http/refuse.tsx'
import { languageOf } from '../platform/i18n/language.ts'
import type { AppEnv } from '../ports.ts'
import { mayFinish } from '../survey/studies/study.ts'
import type { ResponseProgress } from './answering/response-progress.ts'
import { paths } from './paths.ts'
import type { StudyWithOffers } from './study.ts'

/**
 * Tells somebody who has begun that they cannot go on, at the page where they are and not after the last one; null where
 * they can. What they have answered stays theirs to see and to erase.
 */
export function stopped(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  { isRevoked }: Pick<ResponseProgress, 'isRevoked'>,
): Response | Promise<Response> | null {
  const isOver = !mayFinish(study, c.var.ports.clock.now())
  if (!isOver && !isRevoked) return null
  const language = languageOf(c)
  return refuse(c, isOver ? 'closed_unfinished' : 'link_revoked', [
    { href: paths.status(study.slug), label: commonMessages(language).rights },
    { href: paths.landing(study.slug), label: landingMessages(language).home.open },
  ])
}
