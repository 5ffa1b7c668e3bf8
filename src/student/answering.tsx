/** Answering: the pages from consent to the last, as they are opened and as they are sent. */
import { type Context, Hono } from 'hono'
import { conflictPage } from '../answers/conflict-page.tsx'
import { saveDraft } from '../answers/draft.ts'
import { endingOf, type Saved, type Submission } from '../answers/reading.ts'
import { answersBut } from '../answers/response.ts'
import { dueOffer, leaseHolds, rewardCanBeHad } from '../answers/reward.ts'
import { findPages, type SavedPage, type Standing } from '../answers/store.ts'
import { submitPage } from '../answers/submit.ts'
import type { AppEnv } from '../ports.ts'
import { postedFrom } from '../questionnaire/fill-form.ts'
import { pageView } from '../questionnaire/page-view.ts'
import { isReached, nextOf } from '../questionnaire/route.ts'
import { type Walk, walk } from '../questionnaire/settle.ts'
import type { Fault, Posted } from '../questionnaire/view.ts'
import type { Scope } from '../respondents/session.ts'
import { findQuestionnaire } from '../studies/store.ts'
import type { Study } from '../studies/study.ts'
import { field, readPosted } from '../web/form.ts'
import { languageOf, namedLanguage, rememberLanguage } from '../web/language.ts'
import { refuse } from '../web/refuse.tsx'
import { drawPage, previousOf } from './draw.tsx'
import { paths } from './paths.ts'
import { openStart, sendStart } from './starting.tsx'
import { type Visitor, visitorOf } from './visitor.ts'
import { signedOut } from './ways.ts'

interface Opened {
  study: Study
  standing: Standing
  scope: Scope
  saved: Map<string, SavedPage>
  walked: Walk
}

/** The respondent's answers and route, under the questionnaire version that they began with. */
async function open(c: Context<AppEnv>, study: Study, standing: Standing, scope: Scope): Promise<Opened> {
  const { db } = c.var.ports
  const saved = await findPages(db, standing.respondentId)
  const questionnaire = await findQuestionnaire(db, standing.version)
  return {
    study: { ...study, questionnaire },
    standing,
    scope,
    saved,
    walked: walk(questionnaire, answersBut(saved, null), standing),
  }
}

/** Where the response stands: the first page that lacks something. */
export function placeOf({ study, walked }: Opened): string {
  const next = nextOf(study.questionnaire, walked)
  return 'page' in next ? next.page : (walked.pages.at(-1) ?? '')
}

/** Which page may be shown instead of the one asked for; null when that one may. */
function elsewhere(opened: Opened, page: string): string | null {
  const { walked, scope } = opened
  if (scope === 'forward') return placeOf(opened) === page ? null : placeOf(opened)
  return isReached(walked, page) ? null : placeOf(opened)
}

/** Someone whose lease went back is told before the next question when it cannot be had again. */
async function rewardIsGone(c: Context<AppEnv>, { study, standing, walked }: Opened, page: string): Promise<boolean> {
  const offer = dueOffer(standing, study, page, walked.answers)
  const isLater = offer !== undefined && !study.questionnaire.pages.some(({ code, lease }) => code === page && lease)
  return isLater && !leaseHolds(standing, offer) && !(await rewardCanBeHad(c.var.ports, offer))
}

function draw(
  c: Context<AppEnv>,
  opened: Opened,
  page: string,
  sent: { fill: Posted; faults: Fault[] } | null,
  revision?: number,
) {
  const { study, standing, scope, saved, walked } = opened
  const view = pageView(study.questionnaire, page, walked.answers, standing)
  const stored = saved.get(page)
  // On another device what was answered before stays unseen.
  const fill = sent?.fill ?? postedFrom(view, scope === 'full' && stored !== undefined ? stored.answers : {})
  return drawPage(c, {
    study,
    view,
    fill,
    faults: sent?.faults ?? [],
    hidden: { revision: String(revision ?? stored?.revision ?? 0) },
    back: scope === 'full' ? previousOf(study, page, walked) : null,
    respondent: scope === 'full' ? standing : null,
    action: paths.page(study.slug, page),
  })
}

async function answerTo(c: Context<AppEnv>, opened: Opened, submission: Submission, saved: Saved) {
  const { slug } = opened.study
  if ('next' in saved) return c.redirect(paths.page(slug, saved.next), 303)
  if ('end' in saved)
    return c.redirect(saved.end === 'under_age' ? paths.end(slug, 'under_age') : paths.onward(slug), 303)
  if ('rewardGone' in saved) return c.redirect(`${paths.reward(slug)}?reason=${saved.rewardGone}`, 303)
  if ('faults' in saved)
    return draw(c, opened, submission.page, { fill: submission.posted, faults: saved.faults }, submission.revision)
  if ('refused' in saved) return saved.refused === 'not_found' ? signedOut(c, slug) : refuse(c, 'link_revoked')
  return opened.scope === 'full' ? drawConflict(c, opened, submission, saved.conflict) : refuse(c, 'conflict')
}

function drawConflict(c: Context<AppEnv>, opened: Opened, submission: Submission, conflict: SavedPage) {
  const { study, standing, walked } = opened
  const view = pageView(study.questionnaire, submission.page, walked.answers, standing)
  return drawPage(
    c,
    {
      study,
      view,
      fill: postedFrom(view, conflict.answers),
      faults: [],
      hidden: { revision: String(conflict.revision) },
      back: null,
      respondent: standing,
      action: paths.page(study.slug, submission.page),
    },
    (props) => conflictPage({ ...props, mine: submission.posted }),
    409,
  )
}

/** Whether the questionnaire that this visitor answers, which may be an older version than newcomers get, has the page. */
async function hasPage(c: Context<AppEnv>, { study, standing }: Visitor, page: string): Promise<boolean> {
  const { pages } = standing === null ? study.questionnaire : await findQuestionnaire(c.var.ports.db, standing.version)
  return pages.some(({ code }) => code === page)
}

/** `GET` and `POST /s/:study/p/:page`. */
export const answeringRoutes = new Hono<AppEnv>()
  .get('/s/:study/p/:page', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, standing, scope, fault } = visitor
    const page = c.req.param('page')
    if (!(await hasPage(c, visitor, page))) return refuse(c, 'not_found')
    if (standing === null) {
      if (page === study.questionnaire.pages[0]?.code) return openStart(c, study)
      return fault === null ? c.redirect(paths.landing(study.slug), 303) : signedOut(c, study.slug)
    }
    if (endingOf(standing) !== null) return c.redirect(paths.onward(study.slug), 303)
    const opened = await open(c, study, standing, scope)
    const instead = elsewhere(opened, page)
    if (instead !== null) return c.redirect(paths.page(study.slug, instead), 303)
    if (await rewardIsGone(c, opened, page)) return c.redirect(`${paths.reward(study.slug)}?reason=budget`, 303)
    return draw(c, opened, page, null)
  })
  .post('/s/:study/p/:page', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, standing, scope } = visitor
    const { ports } = c.var
    const page = c.req.param('page')
    if (!(await hasPage(c, visitor, page))) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const asked = namedLanguage(field(posted, 'lang'))
    if (asked !== undefined) rememberLanguage(c, asked)
    if (standing === null) {
      if (page === study.questionnaire.pages[0]?.code) return sendStart(c, study, posted, asked)
      return signedOut(c, study.slug)
    }
    const { respondentId } = standing
    if (scope === 'forward' && endingOf(standing) === null) {
      // Whoever came by an invitation begun elsewhere may answer what comes next, and change nothing before it.
      if (elsewhere(await open(c, study, standing, scope), page) !== null)
        return c.redirect(paths.onward(study.slug), 303)
    }
    const submission: Submission = {
      page,
      posted,
      revision: Number.parseInt(field(posted, 'revision') ?? '0', 10) || 0,
      language: asked ?? languageOf(c),
      address: ports.addressOf(c.req.raw, c.env),
    }
    if (field(posted, 'draft') !== undefined) {
      const drafted = await saveDraft(ports, study, respondentId, submission)
      return 'revision' in drafted ? c.json(drafted) : c.json(drafted, 409)
    }
    if (endingOf(standing) !== null) return c.redirect(paths.onward(study.slug), 303)
    if (asked !== undefined) {
      const opened = await open(c, study, standing, scope)
      if (elsewhere(opened, page) !== null) return c.redirect(paths.onward(study.slug), 303)
      return draw(c, opened, page, { fill: posted, faults: [] }, submission.revision)
    }
    if (field(posted, 'go') === 'back' && scope === 'full') {
      await saveDraft(ports, study, respondentId, submission)
      const opened = await open(c, study, standing, scope)
      return c.redirect(paths.page(study.slug, previousOf(opened.study, page, opened.walked) ?? page), 303)
    }
    const saved = await submitPage(ports, study, respondentId, submission)
    if ('next' in saved || 'end' in saved || 'rewardGone' in saved) {
      return answerTo(c, { study, standing, scope, saved: new Map(), walked: nowhere }, submission, saved)
    }
    return answerTo(c, await open(c, study, standing, scope), submission, saved)
  })

const nowhere: Walk = { answers: {}, pages: [], unfinished: null, end: null }
