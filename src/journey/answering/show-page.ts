/** Pages of questions as they are shown: at their own addresses, and as the answer to the form of the page before. */
import type { Context } from 'hono'
import { field, type Posted } from '../../platform/http/form.ts'
import type { AppEnv } from '../../ports.ts'
import { pageToken } from '../../survey/quality/page-token.ts'
import { draftOf } from '../../survey/questionnaire/check-answers.ts'
import { postedFrom } from '../../survey/questionnaire/page/fill-form.ts'
import { pageView } from '../../survey/questionnaire/page/page-view.ts'
import type { ValidationError } from '../../survey/questionnaire/page/view.ts'
import { withPage } from '../../survey/questionnaire/route/page-answers.ts'
import type { Route } from '../../survey/questionnaire/route/resolve-route.ts'
import { previousPage } from '../../survey/questionnaire/route/route.ts'
import type { SessionScope } from '../../survey/respondents/session.ts'
import { paths } from '../paths.ts'
import type { StudyWithOffers } from '../study.ts'
import { currentPage, elsewhere, type OpenResponse, walked, whyGone } from './opened.ts'
import { whyFull } from './quota.ts'
import { endingOf, readResponse, type SaveOutcome, type Submission } from './reading.ts'
import { drawPage } from './render.tsx'
import { review } from './review-routes.ts'

/** Says for whom and when a page of questions was drawn; it comes back with the form. */
export function tokenOf(
  c: Context<AppEnv>,
  { progress }: Pick<OpenResponse, 'progress'>,
  page: string,
  isFilled: boolean,
) {
  const { keys, clock } = c.var.ports
  return pageToken(keys, { respondentId: progress.respondentId, page }, clock.now(), isFilled)
}

/**
 * Answers with a page of questions.
 * @param sent what was posted, where that comes again
 * @param asked how the address asks for the page in front of the end, where nothing was posted
 */
export async function draw(
  c: Context<AppEnv>,
  opened: OpenResponse,
  page: string,
  sent: { fill: Posted; errors: ValidationError[]; revision?: number } | null,
  asked?: string,
) {
  const { study, progress, scope, pages, route } = opened
  const { questionnaire } = study
  // What is filled in decides which consents are due on this very page.
  const typed = sent === null ? null : draftOf(questionnaire, page, route.answers, sent.fill, progress)
  const answers = typed === null ? route.answers : withPage(questionnaire, page, route.answers, typed)
  const view = pageView(questionnaire, page, answers, progress, route.pages)
  const review = reviewMode(sent === null ? asked : field(sent.fill, 'review'))
  const stored = pages.get(page)
  // On another device what was answered before stays unseen.
  const isFilled = scope === 'full' && stored !== undefined
  const fill = sent?.fill ?? postedFrom(view, isFilled ? stored.answers : {})
  return drawPage(c, {
    study,
    view,
    fill,
    errors: sent?.errors ?? [],
    hidden: {
      revision: String(sent?.revision ?? stored?.revision ?? 0),
      // A page that comes back is still the one that was drawn first.
      shown: (sent && field(sent.fill, 'shown')) ?? (await tokenOf(c, opened, page, isFilled || sent !== null)),
      ...(scope === 'full' && { review: review ?? 'end' }),
      // Without scripts nothing is counted, and nothing is said of it: what counts puts in the first nought.
      ...(progress.paradata && { typed: (sent && field(sent.fill, 'typed')) ?? '' }),
    },
    back: scope === 'full' ? backOf(study, page, route) : null,
    respondent: scope === 'full' ? progress : null,
    action: paths.page(study.slug, page),
  })
}

/** What a form or an address says of the page in front of the end. */
export const reviewMode = (text: string | undefined): Submission['review'] =>
  text === 'end' || text === 'now' ? text : undefined

/** The address of the page before, on the route as it stands. */
function backOf({ slug }: StudyWithOffers, page: string, route: Route): string | null {
  const before = previousPage(route, page)
  return before === null ? null : paths.page(slug, before)
}

/** The address that somebody is led to who asks for this page, or null where it is shown. */
export async function insteadOf(c: Context<AppEnv>, opened: OpenResponse, page: string): Promise<string | null> {
  const { slug } = opened.study
  const instead = elsewhere(opened, page)
  if (instead !== null) return paths.page(slug, instead)
  if ((await whyFull(c.var.ports, opened, page)) !== null) return paths.full(slug)
  const reason = await whyGone(c, opened, page)
  return reason === null ? null : `${paths.reward(slug)}?reason=${reason}`
}

/** Whether a page's script asks to be answered with what comes next, and not only with its address (RFC 7240, 4.2). */
const prefersPage = (c: Context<AppEnv>) => /\breturn=representation\b/.test(c.req.header('prefer') ?? '')

/** Somebody who is answering, and what they have just sent. */
interface Leading {
  study: StudyWithOffers
  respondentId: string
  scope: SessionScope
}

/**
 * Leads on from a page that was sent: to an address, or with the page that stands there, which saves a request. Its address
 * then is in the answer (RFC 9110, 8.7).
 */
export async function leadOn(
  c: Context<AppEnv>,
  { study, respondentId, scope }: Leading,
  saved: Extract<SaveOutcome, { next: string } | { review: true }>,
): Promise<Response> {
  const { slug } = study
  const address = 'next' in saved ? paths.page(slug, saved.next) : paths.review(slug)
  const onTo = () => c.redirect(address, 303)
  if (!prefersPage(c)) return onTo()
  if ('review' in saved) {
    if (scope !== 'full' || saved.after === undefined) return onTo()
    const { drawReview } = await review()
    placeAt(c, address)
    return drawReview(c, { ...saved.after, scope }, false)
  }
  const opened = saved.after ? { ...saved.after, scope } : await readAgain(c, { study, respondentId, scope })
  if (opened === undefined) return onTo()
  const instead = await insteadOf(c, opened, saved.next)
  if (instead !== null) return c.redirect(instead, 303)
  placeAt(c, address)
  return draw(c, opened, saved.next, null)
}

/** Leads whoever has just begun to where they stand. */
export async function leadStarted(c: Context<AppEnv>, leading: Leading): Promise<Response> {
  const opened = prefersPage(c) ? await readAgain(c, leading) : undefined
  if (opened === undefined) return c.redirect(paths.onward(leading.study.slug), 303)
  return leadOn(c, leading, { next: currentPage(opened), after: opened })
}

/** What is written now; undefined where it is over. */
async function readAgain(
  c: Context<AppEnv>,
  { study, respondentId, scope }: Leading,
): Promise<OpenResponse | undefined> {
  const found = await readResponse(c.var.ports, study, respondentId)
  return found && endingOf(found.progress) === null ? walked(found, scope) : undefined
}

function placeAt(c: Context<AppEnv>, address: string): void {
  c.header('Content-Location', address)
  c.header('Preference-Applied', 'return=representation')
}
