/** Answering: the pages from consent to the last, as they are opened and as they are sent. */

import { type Context, Hono } from 'hono'
import { field, type Posted, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf, offeredLanguages, rememberLanguage } from '../../platform/i18n/language.ts'
import { loadedOnce } from '../../platform/memory/loaded-once.ts'
import type { AppEnv } from '../../ports.ts'
import { readPageToken } from '../../survey/quality/page-token.ts'
import { typedOf } from '../../survey/quality/visit.ts'
import { postedFrom } from '../../survey/questionnaire/page/fill-form.ts'
import { pageView } from '../../survey/questionnaire/page/page-view.ts'
import { keepTooYoung } from '../../survey/respondents/session.ts'
import { ownAnswersIn } from '../../survey/responses/own-answers.ts'
import type { SavedPage } from '../../survey/responses/saved.ts'
import { findQuestionnaire } from '../../survey/studies/store.ts'
import { paths } from '../paths.ts'
import { signedOut } from '../signed-out.ts'
import { stopped } from '../stopped.ts'
import { type Visitor, visitorOf } from '../visitor.ts'
import { savePageDraft } from './draft.ts'
import { intentOf } from './intent.ts'
import { elsewhere, type OpenResponse, open, walked } from './opened.ts'
import { endingOf, type Read, readAs, type SaveOutcome, type Submission } from './reading.ts'
import { drawPage } from './render.tsx'
import { draw, insteadOf, leadOn, reviewMode, tokenOf } from './show-page.ts'
import { submitPage } from './submit.ts'

/**
 * Answers a page that was sent once `saving` is over: by then nothing of what was read for it is held any more, since many wait
 * at once, and what lives so long grows old.
 */
async function submitted(
  c: Context<AppEnv>,
  { study, respondentId, scope, submission }: Omit<Sent, 'found'> & { respondentId: string },
  saving: Promise<SaveOutcome>,
) {
  const { slug } = study
  const saved = await saving
  if ('review' in saved || 'next' in saved) return leadOn(c, { study, respondentId, scope }, saved)
  if ('end' in saved) {
    if (saved.end !== 'under_age') return c.redirect(paths.onward(slug), 303)
    keepTooYoung(c, slug)
    return c.redirect(paths.end(slug, 'under_age'), 303)
  }
  if ('rewardGone' in saved) return c.redirect(`${paths.reward(slug)}?reason=${saved.rewardGone}`, 303)
  if ('full' in saved) return c.redirect(paths.full(slug), 303)
  if ('refused' in saved) return saved.refused === 'not_found' ? signedOut(c, slug) : refuse(c, 'link_revoked')
  const { page, posted, revision } = submission
  if ('errors' in saved)
    return draw(c, walked(saved.found, scope), page, { fill: posted, errors: saved.errors, revision })
  return scope === 'full'
    ? drawConflict(c, walked(saved.found, scope), page, posted, saved.conflict)
    : refuse(c, 'conflict')
}

/** Shows the newer answers in the form, and `mine`, what this tab sent, beside them. */
async function drawConflict(
  c: Context<AppEnv>,
  opened: OpenResponse,
  page: string,
  mine: Posted,
  newer: Pick<SavedPage, 'revision' | 'answers'>,
  form?: Posted,
) {
  const { study, progress, route } = opened
  const { conflictPage } = await import('../../survey/responses/conflict-page.tsx')
  const view = pageView(study.questionnaire, page, route.answers, progress, route.pages)
  return drawPage(
    c,
    {
      study,
      view,
      fill: form ?? postedFrom(view, newer.answers),
      errors: [],
      hidden: {
        revision: String(newer.revision),
        shown: await tokenOf(c, opened, page, true),
        review: reviewMode(field(form ?? mine, 'review')) ?? 'end',
      },
      back: null,
      respondent: progress,
      action: paths.page(study.slug, page),
    },
    (props) => conflictPage({ ...props, mine }),
    form === undefined ? 409 : 200,
  )
}

/** The pages of the questionnaire that this visitor answers, which may be an older version than newcomers get. */
async function pagesOf(c: Context<AppEnv>, { study, progress }: Visitor): Promise<string[]> {
  const { pages } = progress === null ? study.questionnaire : await findQuestionnaire(c.var.ports.db, progress.version)
  return pages.map(({ code }) => code)
}

/** What only those need who have not begun: loaded for the first of them. */
const startRoutes = loadedOnce(() => import('./start-routes.tsx'))

/** `GET` and `POST /s/:study/p/:page`. */
export const answeringRoutes = new Hono<AppEnv>()
  .get('/s/:study/p/:page', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, progress, scope, fault } = visitor
    const page = c.req.param('page')
    if (!(await pagesOf(c, visitor)).includes(page)) return refuse(c, 'not_found')
    if (progress === null) {
      if (page === study.questionnaire.pages[0]?.code) return (await startRoutes()).openStart(c, study)
      return fault === null ? c.redirect(paths.landing(study.slug), 303) : signedOut(c, study.slug)
    }
    if (endingOf(progress) !== null) return c.redirect(paths.onward(study.slug), 303)
    const stop = stopped(c, study, progress)
    if (stop !== null) return stop
    const opened = await open(c, study, progress, scope)
    const instead = await insteadOf(c, opened, page)
    return instead === null ? draw(c, opened, page, null, c.req.query('review')) : c.redirect(instead, 303)
  })
  .post('/s/:study/p/:page', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, progress, scope } = visitor
    const page = c.req.param('page')
    const pages = await pagesOf(c, visitor)
    if (!pages.includes(page)) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const intent = intentOf(posted, offeredLanguages(c))
    if (intent.is === 'switch_language') rememberLanguage(c, intent.language)
    if (progress === null) {
      if (page === study.questionnaire.pages[0]?.code) return (await startRoutes()).sendStart(c, study, posted, intent)
      return signedOut(c, study.slug)
    }
    const isOver = endingOf(progress) !== null
    const stop = isOver ? null : stopped(c, study, progress)
    if (stop !== null) return stop
    const found = await readAs(c.var.ports, study, progress)
    // Whoever came by an invitation begun elsewhere may answer what comes next, and change nothing before it.
    if (scope === 'forward' && !isOver && elsewhere(walked(found, scope), page) !== null)
      return c.redirect(paths.onward(study.slug), 303)
    const submission: Submission = {
      page,
      posted,
      revision: Number.parseInt(field(posted, 'revision') ?? '0', 10) || 0,
      language: intent.is === 'switch_language' ? intent.language : languageOf(c),
      address: c.var.ports.addressOf(c.req.raw, c.env),
      shown: await readPageToken(
        c.var.ports.keys,
        { respondentId: progress.respondentId, page },
        pages,
        field(posted, 'shown'),
      ),
      typed: progress.paradata ? typedOf(field(posted, 'typed')) : undefined,
      review: reviewMode(field(posted, 'review')),
    }
    const sent = { study, found, scope, submission }
    if (intent.is === 'save_draft') return savedDraft(c, sent)
    if (isOver) return c.redirect(paths.onward(study.slug), 303)
    switch (intent.is) {
      case 'switch_language':
        return inOtherLanguage(c, sent)
      case 'go_back':
        return goneBack(c, sent)
      case 'submit':
        return submitted(
          c,
          { study, respondentId: progress.respondentId, scope, submission },
          submitPage(c.var.ports, study, progress.respondentId, submission, found),
        )
    }
  })

/** A page that somebody who is answering has sent, and what was read of their response. */
interface Sent extends Pick<OpenResponse, 'study' | 'scope'> {
  found: Read
  submission: Submission
}

async function savedDraft(c: Context<AppEnv>, { study, found, submission }: Sent) {
  const drafted = await savePageDraft(c.var.ports, study, submission, found)
  if ('revision' in drafted) return c.json({ revision: drafted.revision, ...(!drafted.isWhole && { partly: true }) })
  return c.json('over' in drafted ? { over: true } : { conflict: true }, 409)
}

async function inOtherLanguage(c: Context<AppEnv>, { study, found, scope, submission }: Sent) {
  const { page, posted, revision } = submission
  const opened = walked(found, scope)
  if (elsewhere(opened, page) !== null) return c.redirect(paths.onward(study.slug), 303)
  const mine = ownAnswersIn(posted)
  if (mine !== null && scope === 'full') return drawConflict(c, opened, page, mine, { revision, answers: {} }, posted)
  return draw(c, opened, page, { fill: posted, errors: [], revision })
}

async function goneBack(c: Context<AppEnv>, { study, found, scope, submission }: Sent) {
  const { page, posted } = submission
  // On another device what was answered before stays unseen.
  if (scope !== 'full') return c.redirect(paths.onward(study.slug), 303)
  const drafted = await savePageDraft(c.var.ports, study, submission, found)
  if ('conflict' in drafted && drafted.conflict.revision > 0)
    return drawConflict(c, walked(drafted.found, scope), page, posted, drafted.conflict)
  const before = 'revision' in drafted ? drafted.before : null
  return c.redirect(paths.page(study.slug, before ?? page), 303)
}
