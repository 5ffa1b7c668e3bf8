/** What `review-routes.ts` answers with; it is loaded when it is asked for, so that no student's start waits for it. */
import type { Context } from 'hono'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { postedFrom } from '../../survey/questionnaire/page/fill-form.ts'
import { pageContent, pageView } from '../../survey/questionnaire/page/page-view.ts'
import { nextOf } from '../../survey/questionnaire/route/route.ts'
import { reviewPage } from '../../survey/responses/review-page.tsx'
import { paths } from '../paths.ts'
import { signedOut } from '../signed-out.ts'
import { stopped } from '../stopped.ts'
import { visitorOf } from '../visitor.ts'
import { offlineWorker } from './offline-routes.ts'
import { currentPage, type OpenResponse, open } from './opened.ts'
import { endingOf } from './reading.ts'
import { closingNotice } from './render.tsx'
import { submitPage } from './submit.ts'

/** Somebody who has answered everything and may see it; for everybody else the answer to be given. */
async function reviewing(c: Context<AppEnv>): Promise<OpenResponse | Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress, scope } = visitor
  if (progress === null) return signedOut(c, study.slug)
  // On another device what was answered before stays unseen.
  if (endingOf(progress) !== null || scope !== 'full') return c.redirect(paths.onward(study.slug), 303)
  const stop = stopped(c, study, progress)
  if (stop !== null) return stop
  const opened = await open(c, study, progress, scope)
  const next = nextOf(opened.study.questionnaire, opened.route)
  return 'end' in next && next.end === 'complete'
    ? opened
    : c.redirect(paths.page(study.slug, currentPage(opened)), 303)
}

/** Answers with every answer once more. @param isChanged whether they are others than those that were sent off */
export function drawReview(c: Context<AppEnv>, opened: OpenResponse, isChanged: boolean) {
  const { study, progress, route } = opened
  const { questionnaire, slug } = study
  const page = reviewPage({
    shell: shellOf(c, study),
    study: { slug, title: questionnaire.title[languageOf(c)] },
    views: route.pages.map((code) => pageContent(questionnaire, code, route.answers, progress)),
    last: pageView(questionnaire, currentPage(opened), route.answers, progress, route.pages),
    answers: route.answers,
    seen: progress.revision,
    closing: closingNotice(c, study, languageOf(c)),
    isChanged,
    action: paths.review(slug),
    pageHref: (code) => `${paths.page(slug, code)}?review=now`,
    worker: offlineWorker(c, slug),
  })
  return c.html(page, isChanged ? 409 : 200)
}

/** Shows every answer once more; opening it writes nothing. */
export async function showReview(c: Context<AppEnv>): Promise<Response> {
  const opened = await reviewing(c)
  return opened instanceof Response ? opened : drawReview(c, opened, false)
}

/** Finish: sends the answers as they were seen, or shows them again where they have changed since. */
export async function finishHere(c: Context<AppEnv>): Promise<Response> {
  const opened = await reviewing(c)
  if (opened instanceof Response) return opened
  const { study, progress, pages, route } = opened
  const { slug, questionnaire } = study
  if (field(await readPosted(c), 'seen') !== String(progress.revision)) return drawReview(c, opened, true)
  const page = currentPage(opened)
  const view = pageContent(questionnaire, page, route.answers, progress)
  const done = await submitPage(
    c.var.ports,
    study,
    progress.respondentId,
    {
      page,
      posted: postedFrom(view, route.answers),
      revision: pages.get(page)?.revision ?? 0,
      language: languageOf(c),
      address: c.var.ports.addressOf(c.req.raw, c.env),
      // Its page was left before; one that was only saved has its answers in it, and its time says nothing.
      shown: { is: 'issued', since: Date.parse(c.var.ports.clock.now()), filled: true },
    },
    // Its page is the last one of the route: nothing that is kept behind it depends on its answers.
    opened,
  )
  if ('refused' in done) return done.refused === 'not_found' ? signedOut(c, slug) : refuse(c, 'link_revoked')
  if ('rewardGone' in done) return c.redirect(`${paths.reward(slug)}?reason=${done.rewardGone}`, 303)
  if ('full' in done) return c.redirect(paths.full(slug), 303)
  // What no longer fits is shown, and told of, on its own page.
  if ('errors' in done) return c.redirect(paths.page(slug, page), 303)
  if ('conflict' in done) return c.redirect(paths.review(slug), 303)
  return c.redirect('next' in done ? paths.page(slug, done.next) : paths.onward(slug), 303)
}
