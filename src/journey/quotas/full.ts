/** What `routes.ts` answers with; it is loaded when it is asked for, so that no student's start waits for it. */
import type { Context } from 'hono'
import { perform } from '../../platform/db/perform.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { type Offer, thanksFor } from '../../rewards/offers/offer.ts'
import { listAvailable } from '../../rewards/offers/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import type { Full } from '../../survey/quotas/full.ts'
import type { QuotaPosition } from '../../survey/quotas/reservation.ts'
import { type Opened, open, placeOf } from '../answering/opened.ts'
import { endOverQuota } from '../answering/over-quota.ts'
import { isThanked, positionOf, whyFull } from '../answering/quota.ts'
import { endingOf, type Saved } from '../answering/reading.ts'
import { findResponseProgress } from '../answering/response-progress.ts'
import { paths } from '../paths.ts'
import { visitorOf } from '../visitor.ts'
import { signedOut } from '../ways.ts'
import { fullPage } from './full-page.tsx'

interface StoppedHere {
  opened: Opened
  full: Full
  from: QuotaPosition
  /** Whether the pages that were answered have earned the thank-you. */
  isEarned: boolean
}

/** Where somebody stands who was told that a cell is full; null when none is for them. */
async function stoppedHere(c: Context<AppEnv>, opened: Opened): Promise<StoppedHere | null> {
  const { ports } = c.var
  const page = placeOf(opened)
  const full = await whyFull(ports, opened, page)
  if (full === null) return null
  const from = await positionOf(ports, opened.progress)
  const isEarned = isThanked({ study: opened.study, pages: opened.saved }, from, full)
  return { opened, full, from, isEarned }
}

/** Says which group is full, and what may be done. */
export async function showFull(c: Context<AppEnv>): Promise<Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress, scope } = visitor
  if (progress === null) return signedOut(c, study.slug)
  const opened = endingOf(progress) === null ? await open(c, study, progress, scope) : null
  const here = opened && (await stoppedHere(c, opened))
  if (here === null) return c.redirect(paths.onward(study.slug), 303)
  const language = languageOf(c)
  const quota = study.settings.quotas.find(({ cell }) => cell === here.full.cell)
  return c.html(
    fullPage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[language],
      group: quota?.label[language] ?? here.full.cell,
      isFinal: here.full.isFinal,
      thanks: here.isEarned ? await thanksHere(c, here.opened) : null,
      action: paths.full(study.slug),
      retry: paths.onward(study.slug),
    }),
  )
}

/** The thank-you that can be had here now. */
async function thanksHere(c: Context<AppEnv>, { study, progress, route }: Opened): Promise<Offer | null> {
  const offer = progress.unrewarded ? undefined : thanksFor(study, route.answers[study.questionnaire.place])
  if (offer === undefined) return null
  const available = await listAvailable(c.var.ports.db, study.id)
  return (available.get(offer.id) ?? 0) >= grossOf(offer) ? offer : null
}

/** Ends the response as it stands, with the thank-you where one was earned. */
export async function stopHere(c: Context<AppEnv>): Promise<Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, scope } = visitor
  if (visitor.progress === null) return signedOut(c, study.slug)
  const { ports } = c.var
  const { respondentId } = visitor.progress
  await perform<Saved | null>(ports.db, 'Ending over quota', async () => {
    const progress = await findResponseProgress(ports.db, respondentId)
    if (progress === undefined || endingOf(progress) !== null) return null
    const opened = await open(c, study, progress, scope)
    const here = await stoppedHere(c, opened)
    // Nobody ends by mistake what can go on: a place has come free, or there is nothing to be had for stopping.
    if (here === null || !(here.full.isFinal || here.isEarned)) return null
    const { from, full, isEarned } = here
    const over = { from, full, isEarned, kept: [], language: languageOf(c), route: opened.route }
    return endOverQuota(ports, opened, over, ports.clock.now())
  })
  return c.redirect(paths.onward(study.slug), 303)
}
