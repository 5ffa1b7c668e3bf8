/** Everything between the pages and the voucher: going on, the reward that is gone, other devices, polite ends. */

import { type Context, Hono } from 'hono'
import { surveyMessages } from '../../../messages/generated/survey.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse, refuseFields, wantsJson } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { mayComeFree } from '../../rewards/leases/actions.ts'
import { invitationOf, respondentOf } from '../../survey/respondents/session.ts'
import { paths } from '../paths.ts'
import { resumeOf } from '../resume.ts'
import { signedOut } from '../signed-out.ts'
import type { StudyWithOffers } from '../study.ts'
import { studyOf, visitorOf } from '../visitor.ts'
import { forgetVoucher } from '../voucher/holder.ts'
import { enterCode } from './enter-code.ts'
import { currentPage, open, whyGone } from './opened.ts'
import { endPage, giveUpPage, invitationElsewherePage, resumePage, rewardGonePage } from './other-pages.tsx'
import { endingOf } from './reading.ts'
import type { ResponseProgress } from './response-progress.ts'
import { declineReward, dueOffer } from './reward.ts'

const ends = ['under_age', 'screened_out', 'over_quota', 'complete_unrewarded', 'elsewhere'] as const

const headOf = (c: Context<AppEnv>, study: StudyWithOffers) => ({
  slug: study.slug,
  title: study.questionnaire.title[languageOf(c)],
})

/** Whom the cell counts that was full, in words; null when none was. */
function groupOf({ settings }: StudyWithOffers, { fullCell }: ResponseProgress, language: Language): string | null {
  return settings.quotas.find(({ cell }) => cell === fullCell)?.label[language] ?? null
}

/** How a respondent comes back, and where it leads when there is nothing more to answer. */
async function ownOf(c: Context<AppEnv>, slug: string, progress: ResponseProgress) {
  return { resume: await resumeOf(c, slug, progress), status: paths.status(slug) }
}

export const onwardRoutes = new Hono<AppEnv>()
  .get('/s/:study/go', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, progress, scope, fault } = visitor
    const { slug, questionnaire } = study
    if (progress === null && fault !== null && (await invitationOf(c, slug)) === null) return signedOut(c, slug)
    if (progress === null) return c.redirect(paths.page(slug, questionnaire.pages[0]?.code ?? ''), 303)
    const over = endingOf(progress)
    if (progress.state === 'withdrawn' || progress.state === 'lapsed') return c.redirect(paths.status(slug), 303)
    if (over === 'complete' || over === 'over_quota') {
      if (scope === 'forward') return c.redirect(paths.end(slug, 'elsewhere'), 303)
      forgetVoucher(c, slug)
      if (study.testOf !== null && over === 'complete') return c.redirect(paths.end(slug, 'test'), 303)
      const end = over === 'complete' ? 'complete_unrewarded' : over
      // Its lease became a voucher, which stays.
      const isRewarded = progress.lease?.state === 'used'
      return c.redirect(isRewarded ? paths.voucher(slug) : paths.end(slug, end), 303)
    }
    if (over !== null) return c.redirect(paths.end(slug, 'screened_out'), 303)
    return c.redirect(paths.page(slug, currentPage(await open(c, study, progress, scope))), 303)
  })
  .post('/s/:study/go', async (c) => {
    const study = await studyOf(c)
    return study === undefined ? refuse(c, 'not_found') : c.redirect(paths.onward(study.slug), 303)
  })
  .get('/s/:study/reward', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, progress, scope } = visitor
    if (progress === null) return signedOut(c, study.slug)
    const opened = endingOf(progress) === null ? await open(c, study, progress, scope) : null
    const reason = opened && (await whyGone(c, opened, currentPage(opened)))
    if (opened === null || reason === null) return c.redirect(paths.onward(study.slug), 303)
    const shell = shellOf(c, study)
    const offer = dueOffer(progress, opened.study, currentPage(opened), opened.route.answers)
    return c.html(
      rewardGonePage({
        shell,
        study: headOf(c, study),
        reason: reason === 'budget' && offer && !(await mayComeFree(c.var.ports, offer.id)) ? 'budgetNone' : reason,
        action: paths.reward(study.slug),
        retry: paths.onward(study.slug),
        status: paths.status(study.slug),
      }),
    )
  })
  .post('/s/:study/reward', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, progress, scope } = visitor
    if (progress === null) return signedOut(c, study.slug)
    const opened = endingOf(progress) === null ? await open(c, study, progress, scope) : null
    if (field(await readPosted(c), 'unrewarded') === 'ask') {
      const action = paths.reward(study.slug)
      return c.html(giveUpPage({ shell: shellOf(c, study), study: headOf(c, study), action }))
    }
    // A reward that can be had is given up by nobody: not by mistake, and not by whoever has only seen the invitation.
    if (opened !== null && (await whyGone(c, opened, currentPage(opened))) !== null) {
      await declineReward(c.var.ports, progress.respondentId, progress)
    }
    return c.redirect(paths.onward(study.slug), 303)
  })
  .get('/s/:study/resume', async (c) => {
    const study = await studyOf(c)
    if (study === undefined) return refuse(c, 'not_found')
    const shell = shellOf(c, study)
    const action = paths.resume(study.slug)
    if (c.req.query('elsewhere') !== undefined) {
      const onward = paths.onward(study.slug)
      return c.html(
        invitationElsewherePage({ shell, study: headOf(c, study), action: onward, resumeAction: action, wrong: false }),
      )
    }
    // Whoever has signed out here leaves nothing to those who use the device next: no page, and nothing typed.
    const isOut = c.req.query('out') !== undefined && (await respondentOf(c, study.slug)).session === null
    const over = isOut ? `${paths.landing(study.slug)}/` : undefined
    return c.html(resumePage({ shell, study: headOf(c, study), action, wrong: false, isOut, over }))
  })
  .post('/s/:study/resume', async (c) => {
    const study = await studyOf(c)
    if (study === undefined) return refuse(c, 'not_found')
    const entered = await enterCode(c, study)
    if (entered instanceof Response) return entered
    if ('wrong' in entered) {
      const { errors } = surveyMessages(languageOf(c)).page
      const { wrong } = surveyMessages(languageOf(c)).resume
      if (wantsJson(c))
        return refuseFields(c, errors({ n: 1 }), [{ field: 'code', code: 'unknown_code', detail: wrong }])
      const shell = shellOf(c, study)
      return c.html(
        resumePage({
          shell,
          study: headOf(c, study),
          action: paths.resume(study.slug),
          typed: entered.wrong,
          wrong: true,
        }),
        422,
      )
    }
    return c.redirect(paths.onward(study.slug), 303)
  })
  .get('/s/:study/end/:how', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor !== undefined && visitor.study.testOf !== null && c.req.param('how') === 'test')
      return (await import('../preview/test-end.tsx')).showTestEnd(c, visitor)
    const how = ends.find((end) => end === c.req.param('how'))
    if (visitor === undefined || how === undefined) return refuse(c, 'not_found')
    const { study, progress, scope } = visitor
    const shell = shellOf(c, study)
    const resume = how === 'elsewhere' ? { action: paths.resume(study.slug), wrong: false } : null
    const home = paths.landing(study.slug)
    const { minimumAge } = study.settings
    const own = progress === null || scope !== 'full' ? null : await ownOf(c, study.slug, progress)
    // Whoever is still answering may open an end, too: nothing that they have typed is over.
    const over = progress !== null && endingOf(progress) === null ? undefined : paths.page(study.slug, '')
    const group = progress === null ? null : groupOf(study, progress, languageOf(c))
    return c.html(endPage({ shell, study: headOf(c, study), how, minimumAge, home, resume, own, over, group }))
  })
