/** The resume code of a form, swapped for the respondent's cookie. */
import type { Context } from 'hono'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { tryCode } from '../../platform/network/wrong-codes.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { findByResumeCode, type SessionsHeld } from '../../survey/respondents/actions.ts'
import { keepRespondent } from '../../survey/respondents/session.ts'
import { waysBackIn } from '../signed-out.ts'
import type { StudyWithOffers } from '../study.ts'

/**
 * Lets whoever posted the right code in as its respondent. `wrong` is what was typed when it is nobody's; after too many of
 * those, an answer that says how long to wait.
 * @param find whose code it is
 */
export async function enterCode(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  find: (ports: Ports, studyId: string, typed: string) => Promise<SessionsHeld | undefined> = findByResumeCode,
): Promise<{ entered: true } | { wrong: string } | Response> {
  const typed = field(await readPosted(c), 'code') ?? ''
  const { ports } = c.var
  const tried = await tryCode(ports, ports.addressOf(c.req.raw, c.env), typed, () => find(ports, study.id, typed))
  if ('waitSeconds' in tried) return refuse(c, 'too_many_codes', waysBackIn(c, study.slug), tried.waitSeconds)
  if ('wrong' in tried) return { wrong: typed }
  await keepRespondent(c, study.slug, tried.found, 'full')
  return { entered: true }
}
