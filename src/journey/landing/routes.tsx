import { type Context, Hono } from 'hono'
import { type Refusal, refuse } from '../../platform/http/refuse.tsx'
import { nameStudy, shellOf } from '../../platform/http/shell.ts'
import { languageOf, offerLanguages } from '../../platform/i18n/language.ts'
import { tryCode } from '../../platform/network/wrong-codes.ts'
import type { AppEnv } from '../../ports.ts'
import { findInvitation, type Invitation } from '../../survey/respondents/actions.ts'
import {
  invitationOf,
  keepInvitation,
  keepRespondent,
  respondentOf,
  wasTooYoung,
} from '../../survey/respondents/session.ts'
import { tagFrom } from '../../survey/sources/tag.ts'
import { slugOfStudy } from '../../survey/studies/store.ts'
import type { ResponseProgress } from '../answering/response-progress.ts'
import { paths } from '../paths.ts'
import { offerPublicLanguages } from '../public-languages.ts'
import { waysBackIn } from '../signed-out.ts'
import { findStudyWithOffers, listStudiesWithOffers, type StudyWithOffers } from '../study.ts'
import { studyOf, visitorOf } from '../visitor.ts'
import { landingContent } from './content.ts'
import { homePage, landingPage } from './page.tsx'

async function landing(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  progress: ResponseProgress | null,
  invitation: boolean,
) {
  const { slug, questionnaire } = study
  const first = questionnaire.pages[0]?.code ?? ''
  const from = invitation ? null : tagFrom(c.req.query('from'))
  const begin = paths.page(slug, first) + (from === null ? '' : `?from=${from}`)
  return c.html(
    landingPage({
      ...(await landingContent(c.var.ports, study, shellOf(c, study), invitation)),
      state: progress === null ? 'new' : progress.state,
      tooYoungFor: (await isTooYoung(c, study, progress, invitation)) ? study.settings.minimumAge : null,
      startPath: invitation ? c.req.path : progress === null ? begin : paths.onward(slug),
      from,
      openedPath: counts(c, study, progress) ? openedPath(slug, invitation, from) : null,
      resumePath: paths.resume(slug),
      privacyPath: paths.privacy(slug),
      trustPath: paths.trust(slug),
      statusPath: paths.status(slug),
      invitation,
    }),
  )
}

/** Whether this browser has said that it is too young, and nobody vouches for it by an invitation. */
async function isTooYoung(
  c: Context<AppEnv>,
  { slug }: StudyWithOffers,
  progress: ResponseProgress | null,
  isInvited: boolean,
): Promise<boolean> {
  return progress === null && !isInvited && wasTooYoung(c, slug) && (await invitationOf(c, slug)) === null
}

/** Whether this opening counts: of a study that does, by somebody who has not begun and comes from elsewhere. */
const counts = (c: Context<AppEnv>, { testOf }: StudyWithOffers, progress: ResponseProgress | null) =>
  testOf === null && progress === null && c.req.header('sec-fetch-site') !== 'same-origin'

function openedPath(slug: string, isInvited: boolean, from: string | null): string {
  return paths.opened(slug) + (isInvited ? '?door=invitation' : from === null ? '' : `?from=${from}`)
}

/** Why an invitation leads no further, or null when it does. A spent one leads its own respondent to the voucher. */
function invitationFault(invitation: Invitation | undefined, now: string): Refusal | null {
  if (invitation === undefined) return 'link_invalid'
  if (invitation.ended === 'revoked') return 'link_revoked'
  if (invitation.ended === 'spent') return 'link_spent'
  return invitation.begun === null && invitation.expiresAt <= now ? 'link_expired' : null
}

/** The invitation whose code the address has. */
function invitationTried(c: Context<AppEnv>, how: 'post' | 'read') {
  const { ports } = c.var
  const code = c.req.param('code') ?? ''
  return tryCode(ports, ports.addressOf(c.req.raw, c.env), code, () => findInvitation(ports, code), how)
}

/** Whether this browser holds the whole response that was begun by the invitation. */
async function isTheirs(c: Context<AppEnv>, slug: string, invitation: Invitation): Promise<boolean> {
  const { session } = await respondentOf(c, slug)
  return (
    session?.scope === 'full' &&
    session.respondentId === invitation.begun?.respondentId &&
    session.generation >= invitation.begun.generation
  )
}

/** `GET /`, `GET /s/:study`, and the personal link `/i/:code`: opening changes nothing, the button swaps the code for a cookie. */
export const landingRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { db, clock } = c.var.ports
    await offerPublicLanguages(c)
    const made = await listStudiesWithOffers(db, clock.now())
    const studies = made.filter(({ state }) => state !== 'ready')
    const [only, ...others] = studies
    if (only !== undefined && others.length === 0) return c.redirect(paths.landing(only.slug), 302)
    return c.html(
      homePage({
        shell: shellOf(c),
        studies: studies.map(({ slug, questionnaire }) => ({ href: paths.landing(slug), title: questionnaire.title })),
      }),
    )
  })
  .get('/s/:study', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    return landing(c, visitor.study, visitor.progress, false)
  })
  .post('/s/:study/opened', async (c) => {
    const { ports } = c.var
    const study = await studyOf(c)
    if (study === undefined || study.testOf !== null) return refuse(c, 'not_found')
    const { countOpening } = await import('../../survey/sources/count-opening.ts')
    await countOpening(ports, study, {
      address: ports.addressOf(c.req.raw, c.env),
      language: languageOf(c),
      door: c.req.query('door') === 'invitation' ? 'invitation' : 'open_link',
      from: c.req.query('from'),
    })
    return c.body(null, 204)
  })
  .get('/i/:code', async (c) => {
    const { ports } = c.var
    const tried = await invitationTried(c, 'read')
    if ('waitSeconds' in tried) return refuse(c, 'too_many_codes', [], tried.waitSeconds)
    const invitation = 'found' in tried ? tried.found : undefined
    const slug = invitation && (await slugOfStudy(ports.db, invitation.studyId))
    const study = slug === undefined ? undefined : await findStudyWithOffers(ports.db, slug, ports.clock.now())
    offerLanguages(c, study?.settings.languages)
    nameStudy(c, study)
    const fault = invitationFault(invitation, ports.clock.now())
    if (invitation === undefined || study === undefined) return refuse(c, 'link_invalid')
    if (fault !== 'link_revoked' && (await isTheirs(c, study.slug, invitation))) {
      return c.redirect(paths.landing(study.slug), 303)
    }
    if (fault !== null) return refuse(c, fault, waysBackIn(c, study.slug))
    return landing(c, study, null, true)
  })
  .post('/i/:code', async (c) => {
    const { ports } = c.var
    const tried = await invitationTried(c, 'post')
    if ('waitSeconds' in tried) return refuse(c, 'too_many_codes', [], tried.waitSeconds)
    const invitation = 'found' in tried ? tried.found : undefined
    const slug = invitation && (await slugOfStudy(ports.db, invitation.studyId))
    if (invitation === undefined || slug === undefined) return refuse(c, 'link_invalid')
    const fault = invitationFault(invitation, ports.clock.now())
    if (fault !== 'link_revoked' && (await isTheirs(c, slug, invitation))) return c.redirect(paths.onward(slug), 303)
    if (fault !== null) return refuse(c, fault, waysBackIn(c, slug))
    if (invitation.begun !== null) {
      await keepRespondent(c, slug, invitation.begun, 'forward')
      return c.redirect(`${paths.resume(slug)}?elsewhere=1`, 303)
    }
    await keepInvitation(c, slug, invitation.id)
    return c.redirect(paths.onward(slug), 303)
  })
