/** The first page: age and consent. Nothing is written until it is sent, and nothing at all for someone too young. */

import type { Context } from 'hono'
import { first } from '../../platform/db/together.ts'
import { field, type Posted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import { loadedOnce } from '../../platform/memory/loaded-once.ts'
import type { AppEnv } from '../../ports.ts'
import { draftOf } from '../../survey/questionnaire/check-answers.ts'
import { pageView } from '../../survey/questionnaire/page/page-view.ts'
import type { ValidationError } from '../../survey/questionnaire/page/view.ts'
import { withPage } from '../../survey/questionnaire/route/page-answers.ts'
import {
  forgetInvitation,
  forgetStart,
  invitationOf,
  keepRespondent,
  keepTooYoung,
  readStart,
  signStart,
  wasTooYoung,
} from '../../survey/respondents/session.ts'
import { invitationById } from '../../survey/respondents/store.ts'
import { firstCircumstances, startResponse } from '../../survey/responses/start.ts'
import { tagFrom } from '../../survey/sources/tag.ts'
import { openingOf, type StudyAvailability } from '../../survey/studies/study.ts'
import { admit } from '../door/admit.ts'
import { paths } from '../paths.ts'
import { waysBackIn } from '../signed-out.ts'
import { type StudyWithOffers, withPromisedTerms } from '../study.ts'
import type { Intent } from './intent.ts'
import { drawPage, languageOfForm } from './render.tsx'
import { leadStarted } from './show-page.ts'

const privacyNotice = loadedOnce(() => import('../privacy/notice.ts'))

/** The invitation that this browser has, where it has one. */
async function invitationHere(c: Context<AppEnv>, study: StudyWithOffers) {
  const id = await invitationOf(c, study.slug)
  return id === null ? undefined : first(c.var.ports.db, invitationById({ id }))
}

/** Whether this browser was invited after a parent or guardian had confirmed to the organiser. */
async function hasGuardian(c: Context<AppEnv>, study: StudyWithOffers): Promise<boolean> {
  return (await invitationHere(c, study))?.guardianAt != null
}

async function drawStart(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  fill: Posted,
  errors: ValidationError[],
  start: string | null,
  /** Why the page comes again, where nothing on it is wrong. */
  again?: 'old' | 'notice' | 'questions',
) {
  const page = study.questionnaire.pages[0]?.code ?? ''
  const language = languageOfForm(c, fill)
  const from = tagFrom(field(fill, 'from') ?? c.req.query('from'))
  const invitation = await invitationHere(c, study)
  const { circumstances } = firstCircumstances(study, c.var.ports.clock.now(), invitation?.guardianAt != null, {
    language,
    isInvited: invitation !== undefined,
    from: invitation === undefined ? from : null,
  })
  // What has been filled in decides which consents are due on this very page.
  const typed = draftOf(study.questionnaire, page, {}, fill, circumstances)
  const answers = withPage(study.questionnaire, page, {}, typed)
  const { noticeText } = await privacyNotice()
  const notice = noticeText(await withPromisedTerms(c.var.ports.db, study, c.var.ports.clock.now()), c.var.ports)
  return drawPage(c, {
    study,
    view: pageView(study.questionnaire, page, answers, circumstances),
    fill,
    errors,
    hidden: {
      ...(from !== null && { from }),
      start: start ?? (await signStart(c, study.slug, { notice: notice.hash, version: study.version })),
    },
    back: null,
    respondent: null,
    said:
      again && (await import('../../../messages/generated/accounts.ts')).accountsMessages(language).door.again[again],
    consent: { notice: paths.privacy(study.slug), asksParadata: study.settings.paradata },
    action: paths.page(study.slug, page),
  })
}

/** Shows the first page to someone who has not begun, while the study is open. */
export async function openStart(c: Context<AppEnv>, study: StudyWithOffers) {
  if (wasTooYoung(c, study.slug) && !(await hasGuardian(c, study))) {
    return c.redirect(paths.end(study.slug, 'under_age'), 303)
  }
  const opening = openingOf(study, c.var.ports.clock.now())
  return opening === 'open' ? drawStart(c, study, {}, [], null) : refuseStart(c, study, opening)
}

/** Why nobody starts now; while it is paused, the study's own page says so in the words of whoever paused it. */
function refuseStart(c: Context<AppEnv>, study: StudyWithOffers, opening: Exclude<StudyAvailability, 'open'>) {
  return refuse(c, opening === 'not_ready' ? 'not_yet' : opening, opening === 'paused' ? waysBackIn(c, study.slug) : [])
}

/** What was posted, without the boxes that were ticked. */
function withoutConsents(study: StudyWithOffers, posted: Posted): Posted {
  const codes = new Set(['paradata', ...(study.questionnaire.pages[0]?.consents ?? []).map(({ code }) => code)])
  return Object.fromEntries(Object.entries(posted).filter(([name]) => !codes.has(name)))
}

/** Begins, or says why not. Sending the same form again meets the respondent that it began. */
export async function sendStart(c: Context<AppEnv>, study: StudyWithOffers, posted: Posted, intent: Intent) {
  const { ports } = c.var
  const now = ports.clock.now()
  if (intent.is === 'save_draft') return c.json({ revision: 0 })
  const opening = openingOf(study, now)
  if (opening !== 'open') return refuseStart(c, study, opening)
  const invitation = await invitationHere(c, study)
  const guardian = invitation?.guardianAt != null
  if (wasTooYoung(c, study.slug) && !guardian) return c.redirect(paths.end(study.slug, 'under_age'), 303)
  const form = await readStart(c, study.slug, field(posted, 'start') ?? '')
  // Which notice was read is not known any more.
  if (form === null) return drawStart(c, study, withoutConsents(study, posted), [], null, 'old')
  // What was picked on the page of another version may mean something else on that of this one.
  if (!form.showed('version', study.version)) {
    const { from = [], lang = [] } = posted
    return drawStart(c, study, { from, lang }, [], null, 'questions')
  }
  if (intent.is === 'switch_language') return drawStart(c, study, posted, [], field(posted, 'start') ?? null)

  const { noticeText } = await privacyNotice()
  const notice = noticeText(await withPromisedTerms(ports.db, study, now), ports)
  // Nobody agrees to a notice that was changed while they read another one.
  if (!form.showed('notice', notice.hash))
    return drawStart(c, study, withoutConsents(study, posted), [], null, 'notice')

  if (invitation?.how === 'revoked') return refuse(c, 'link_revoked', waysBackIn(c, study.slug))
  if (invitation !== undefined && invitation.respondent_id === null && invitation.expires_at <= now) {
    return refuse(c, 'link_expired', waysBackIn(c, study.slug))
  }
  const { respondentId, since } = form
  const start = { slug: study.slug, respondentId, address: ports.addressOf(c.req.raw, c.env) }
  // An invitation is a limit of its own; the open link would otherwise let one network begin without end. Who tries a study
  // out takes nobody's place at its door.
  const free = async () => ({ rows: [] })
  const started = await startResponse(
    ports,
    study,
    {
      respondentId,
      since,
      invitationId: invitation?.id ?? null,
      hasGuardian: guardian,
      from: invitation === undefined ? tagFrom(field(posted, 'from')) : null,
      posted,
      language: languageOf(c),
      notice,
      paradata: study.settings.paradata && field(posted, 'paradata') === '1',
    },
    invitation === undefined && study.testOf === null
      ? () => admit(ports, study.id, start, field(posted, 'proof') ?? '')
      : free,
  )
  if ('errors' in started) return drawStart(c, study, posted, started.errors, field(posted, 'start') ?? null)
  if ('end' in started) {
    forgetStart(c, study.slug)
    if (started.end === 'under_age') keepTooYoung(c, study.slug)
    return c.redirect(paths.end(study.slug, started.end), 303)
  }
  if ('held' in started) {
    const { holdAtDoor } = await import('../door/waiting.tsx')
    return holdAtDoor(c, study, start, posted, started.held)
  }
  forgetInvitation(c, study.slug)
  if ('refused' in started) return refuse(c, 'conflict', waysBackIn(c, study.slug))
  await keepRespondent(c, study.slug, { respondentId: started.started, generation: 0 }, 'full')
  return leadStarted(c, { study, respondentId: started.started, scope: 'full' })
}
