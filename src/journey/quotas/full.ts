/** What `routes.ts` answers with; it is loaded when it is asked for, so that no student's start waits for it. */
import type { Context } from 'hono'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { type Offer, thanksFor } from '../../rewards/offers/offer.ts'
import { listAvailable } from '../../rewards/offers/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { placeIn } from '../../survey/questionnaire/place.ts'
import { readAs } from '../answering/reading.ts'
import { doorOf } from '../answering/voucher-writes.ts'
import { paths } from '../paths.ts'
import { signedOut } from '../signed-out.ts'
import { visitorOf } from '../visitor.ts'
import { fullPage } from './full-page.tsx'
import { findStopped, type Stopped, stopHere } from './stop.ts'

/** Says which group is full, and what may be done. */
export async function showFull(c: Context<AppEnv>): Promise<Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress } = visitor
  if (progress === null) return signedOut(c, study.slug)
  const stopped = await findStopped(c.var.ports, await readAs(c.var.ports, study, progress))
  if (stopped === null) return c.redirect(paths.onward(study.slug), 303)
  const language = languageOf(c)
  const { full } = stopped
  const quota = study.settings.quotas.find(({ cell }) => cell === full.cell)
  return c.html(
    fullPage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[language],
      group: quota?.label[language] ?? full.cell,
      isFinal: full.isFinal,
      thanks: stopped.isEarned ? await thanksNow(c.var.ports, stopped) : null,
      isReviewed: doorOf(study, progress) !== 'issue',
      action: paths.full(study.slug),
      retry: paths.onward(study.slug),
    }),
  )
}

/** The thank-you that can be had now. */
async function thanksNow({ db }: Ports, { study, progress, route }: Stopped): Promise<Offer | null> {
  const offer = progress.unrewarded ? undefined : thanksFor(study, placeIn(study.questionnaire, route.answers))
  if (offer === undefined) return null
  const available = await listAvailable(db, study.id)
  return (available.get(offer.id) ?? 0) >= grossOf(offer) ? offer : null
}

/** Ends the response as it stands; the next page says how it ended. */
export async function endHere(c: Context<AppEnv>): Promise<Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress } = visitor
  if (progress === null) return signedOut(c, study.slug)
  const found = await readAs(c.var.ports, study, progress)
  await stopHere(c.var.ports, study, progress.respondentId, languageOf(c), found)
  return c.redirect(paths.onward(study.slug), 303)
}
