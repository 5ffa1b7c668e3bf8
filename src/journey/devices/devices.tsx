/** What `routes.ts` answers with; it is loaded when it is asked for, so that no student's start waits for it. */
import type { Context } from 'hono'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { endSessions } from '../../survey/respondents/end-sessions.ts'
import { forgetInvitation, forgetRespondent, forgetStart, keepRespondent } from '../../survey/respondents/session.ts'
import { paths } from '../paths.ts'
import { resumeOf } from '../resume.ts'
import { signedOut } from '../signed-out.ts'
import { studyOf, visitorOf } from '../visitor.ts'
import { forgetVoucher } from '../voucher/holder.ts'
import { forgetWechat } from '../voucher/wechat-sign-in.ts'
import { devicesPage, forgetPage } from './page.tsx'

const ways = ['others', 'all'] as const

/** Shows which devices may be signed out, and the resume code that counts now. */
export async function showDevices(c: Context<AppEnv>): Promise<Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress, scope } = visitor
  if (progress === null) return signedOut(c, study.slug)
  if (scope !== 'full') return c.redirect(paths.resume(study.slug), 303)
  return c.html(
    devicesPage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[languageOf(c)],
      action: paths.devices(study.slug),
      resume: await resumeOf(c, study.slug, progress),
      isDone: c.req.query('done') !== undefined,
      home: paths.onward(study.slug),
      status: paths.status(study.slug),
    }),
  )
}

/** Signs out the devices that the address says: all others, or this one as well. */
export async function signOutDevices(c: Context<AppEnv>): Promise<Response> {
  const visitor = await visitorOf(c)
  const which = ways.find((way) => way === c.req.param('which'))
  if (visitor === undefined || which === undefined) return refuse(c, 'not_found')
  const { study, progress, scope } = visitor
  const { slug } = study
  if (progress === null) return signedOut(c, slug)
  if (scope !== 'full') return c.redirect(paths.resume(slug), 303)
  const { respondentId } = progress
  // Whoever leaves this device too has seen the code to come back with; another one they would not have.
  const by = { actor: respondentId, subject: respondentId }
  const ended = await endSessions(c.var.ports, progress, by, which === 'others' ? 'replaced' : 'kept')
  if ('refused' in ended) return signedOut(c, slug)
  if (which === 'others') {
    await keepRespondent(c, slug, { respondentId, generation: ended.generation }, 'full')
    return c.redirect(`${paths.devices(slug)}?done=1`, 303)
  }
  forgetRespondent(c, slug)
  forgetVoucher(c, slug)
  return c.redirect(`${paths.resume(slug)}?out=1`, 303)
}

/** Says what is lost when this device forgets its owner; opening it changes nothing. */
export async function askToForget(c: Context<AppEnv>): Promise<Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress, scope } = visitor
  const own = scope === 'full' ? progress : null
  return c.html(
    forgetPage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[languageOf(c)],
      action: `${paths.devices(study.slug)}/here`,
      resume: own === null ? null : await resumeOf(c, study.slug, own),
      home: paths.onward(study.slug),
    }),
  )
}

/** Takes away every cookie of the study but the language; the page that follows takes away what scripts have kept. */
export async function forgetHere(c: Context<AppEnv>): Promise<Response> {
  const study = await studyOf(c)
  if (study === undefined) return refuse(c, 'not_found')
  for (const forget of [forgetRespondent, forgetVoucher, forgetInvitation, forgetStart, forgetWechat]) {
    forget(c, study.slug)
  }
  return c.redirect(`${paths.resume(study.slug)}?out=1`, 303)
}
