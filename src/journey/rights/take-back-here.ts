/** Withdrawing and erasing as a respondent does it: a page that asks, and the button on it. */
import type { Context } from 'hono'
import { first } from '../../platform/db/together.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { isInReview, reviewOutcomeOf } from '../../rewards/vouchers/review-outcome.ts'
import { voucherOfRespondent } from '../../rewards/vouchers/store.ts'
import { paths } from '../paths.ts'
import { giveUp } from './give-up.ts'
import { ownerHere } from './status.ts'
import { isTakenBack, takeResponseBack, withdrawalKinds } from './take-back.ts'
import { takeBackPage } from './take-back-page.tsx'

const wayOf = (c: Context<AppEnv>) => withdrawalKinds.find((way) => way === c.req.param('way'))

/** Says what is about to happen; opening it changes nothing. */
export async function askFirst(c: Context<AppEnv>): Promise<Response> {
  const way = wayOf(c)
  if (way === undefined) return refuse(c, 'not_found')
  const owner = await ownerHere(c)
  if (owner instanceof Response) return owner
  const { study, progress } = owner
  // Whoever comes back to the question is told that it was done.
  if (way !== 'give_up' && isTakenBack(progress, way)) return c.redirect(paths.status(study.slug), 303)
  const { db, clock } = c.var.ports
  const [told, voucher] = await Promise.all([
    reviewOutcomeOf(db, progress.respondentId, clock.now()),
    first(db, voucherOfRespondent(progress)),
  ])
  const isHeld = isInReview(told)
  const page = takeBackPage({
    shell: shellOf(c, study),
    study: study.questionnaire.title[languageOf(c)],
    way,
    action: `${paths.status(study.slug)}/take-back/${way}`,
    back: paths.status(study.slug),
    hasVoucher: voucher !== undefined,
    wait:
      way === 'give_up'
        ? isHeld && voucher?.state === 'held'
          ? null
          : isHeld
            ? 'paying'
            : 'moved_on'
        : isHeld
          ? 'held'
          : null,
    giveUp: way === 'give_up' ? null : `${paths.status(study.slug)}/take-back/give_up`,
  })
  return c.html(page)
}

/** Does it. While a person looks at the answers, the page says that they have to stay. */
export async function takeBackHere(c: Context<AppEnv>): Promise<Response> {
  const way = wayOf(c)
  if (way === undefined) return refuse(c, 'not_found')
  const owner = await ownerHere(c)
  if (owner instanceof Response) return owner
  const { study, progress } = owner
  const status = paths.status(study.slug)
  const { ports } = c.var
  const { respondentId } = progress
  const taken = way === 'give_up' ? await giveUp(ports, respondentId) : await takeResponseBack(ports, respondentId, way)
  if ('refused' in taken) return c.redirect(`${status}/take-back/${way}`, 303)
  return c.redirect(`${status}?done=${way}`, 303)
}
