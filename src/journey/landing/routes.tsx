import { type Context, Hono } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Text } from '../../../schema/questionnaire.ts'
import { languages } from '../../../schema/questionnaire.ts'
import { type Refusal, refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { inEveryLanguage } from '../../platform/i18n/text.ts'
import { tryCode } from '../../platform/network/wrong-codes.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { canComeBack } from '../../rewards/leases/actions.ts'
import type { Offer } from '../../rewards/offers/offer.ts'
import { listAvailable } from '../../rewards/offers/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { channelsFor } from '../../rewards/payees/channels.ts'
import { estimatedMinutes } from '../../survey/questionnaire/estimate.ts'
import { givenOptions } from '../../survey/questionnaire/parts.ts'
import { mostQuestions } from '../../survey/questionnaire/route/progress.ts'
import { findInvitation, type Invitation } from '../../survey/respondents/actions.ts'
import { keepInvitation, keepRespondent, respondentOf } from '../../survey/respondents/session.ts'
import { slugOfStudy } from '../../survey/studies/store.ts'
import { finishBy, mayFinish, openingOf, type StudyAbout } from '../../survey/studies/study.ts'
import type { ResponseProgress } from '../answering/response-progress.ts'
import { paths } from '../paths.ts'
import { queueOf } from '../reviews/queue.ts'
import { studyAbroadAbout } from '../setup/study-abroad-about.ts'
import { asTold, findStudyWithOffers, listStudiesWithOffers, type StudyWithOffers } from '../study.ts'
import { visitorOf } from '../visitor.ts'
import { waysOf } from '../ways.ts'
import { homePage, landingPage } from './page.tsx'
import { timesIn } from './times.ts'

/** The places that an offer is for, named as the questionnaire names them; null for every other place. */
function placesOf(study: StudyWithOffers, offer: Offer): Text | null {
  const codes = [...study.offerByPlace].filter(([, of]) => of.id === offer.id).map(([place]) => place)
  if (codes.includes(0)) return null
  const question = study.questionnaire.pages
    .flatMap((page) => page.questions)
    .find((it) => it.code === study.questionnaire.place)
  const given = question && givenOptions(question)?.given
  if (!given) return null
  const options = 'set' in given ? (study.questionnaire.sets[given.set] ?? []) : given
  const labels = options.filter((option) => codes.includes(option.code)).map((option) => option.label)
  return inEveryLanguage((language) =>
    labels.map((label) => label[language]).join(commonMessages(language).listSeparator),
  )
}

/** Studies of this questionnaire were opened before a study could say it itself. */
function aboutOf({ settings, questionnaire }: StudyWithOffers): { about?: StudyAbout } {
  const about = settings.about ?? (questionnaire.code === 'study-abroad' ? studyAbroadAbout : undefined)
  return about === undefined ? {} : { about }
}

async function landing(
  c: Context<AppEnv>,
  answered: StudyWithOffers,
  progress: ResponseProgress | null,
  invitation: boolean,
) {
  const { db, clock } = c.var.ports
  const study = await asTold(db, answered, clock.now())
  const { settings, questionnaire, slug } = study
  const available = await listAvailable(db, study.testOf ?? study.id)
  const state = progress === null ? 'new' : progress.state
  const first = questionnaire.pages[0]?.code ?? ''
  return c.html(
    landingPage({
      shell: shellOf(c, study),
      study: {
        slug,
        title: questionnaire.title,
        organiser: settings.organiser,
        contact: settings.contact,
        minutes: settings.minutes,
        times: await timesIn(c.var.ports, study.id, languageOf(c)),
        questions: mostQuestions(questionnaire),
        estimatedMinutes: estimatedMinutes(questionnaire, languageOf(c)),
        ...aboutOf(study),
        languages,
      },
      offers: await Promise.all(
        study.offers.map(async (offer) => ({
          currency: offer.currency,
          amountMinor: offer.amountMinor,
          beforeTaxMinor: settings.tax.mode === 'net' ? grossOf(offer) : null,
          channels: channelsFor(offer, c.var.ports),
          forPlaces: placesOf(study, offer),
          left: (available.get(offer.id) ?? 0) >= grossOf(offer) || (await canComeBack(c.var.ports, offer.id)),
        })),
      ),
      open: openingOf(study, clock.now()),
      pauseWords: study.pauseWords,
      finishBy: mayFinish(study, clock.now()) ? finishBy(study) : null,
      leaseMinutes: c.var.ports.settings.leaseMinutes,
      queueDays: await longQueue(c.var.ports, study, invitation),
      state,
      startPath: invitation ? c.req.path : progress === null ? paths.page(slug, first) : paths.onward(slug),
      resumePath: paths.resume(slug),
      privacyPath: paths.privacy(slug),
      trustPath: paths.trust(slug),
      statusPath: paths.status(slug),
      invitation,
      paidWhen: settings.paidWhen,
    }),
  )
}

/** How many working days a review takes, where the door leads to one and it takes longer than the page says anyway. */
async function longQueue(ports: Ports, study: StudyWithOffers, isInvited: boolean): Promise<number | null> {
  if ((isInvited ? study.invitationPolicy : study.openLinkPolicy) === 'issue') return null
  const { isLong, workingDays } = await queueOf(ports, study)
  return isLong ? workingDays : null
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
  .get('/i/:code', async (c) => {
    const { ports } = c.var
    const tried = await invitationTried(c, 'read')
    if ('waitSeconds' in tried) return refuse(c, 'too_many_codes', [], tried.waitSeconds)
    const invitation = 'found' in tried ? tried.found : undefined
    const slug = invitation && (await slugOfStudy(ports.db, invitation.studyId))
    const study = slug === undefined ? undefined : await findStudyWithOffers(ports.db, slug, ports.clock.now())
    const fault = invitationFault(invitation, ports.clock.now())
    if (invitation === undefined || study === undefined) return refuse(c, 'link_invalid')
    if (fault !== 'link_revoked' && (await isTheirs(c, study.slug, invitation))) {
      return c.redirect(paths.landing(study.slug), 303)
    }
    if (fault !== null) return refuse(c, fault, waysOf(c, study.slug))
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
    if (fault !== null) return refuse(c, fault, waysOf(c, slug))
    if (invitation.begun !== null) {
      await keepRespondent(c, slug, invitation.begun, 'forward')
      return c.redirect(`${paths.resume(slug)}?elsewhere=1`, 303)
    }
    await keepInvitation(c, slug, invitation.id)
    return c.redirect(paths.onward(slug), 303)
  })
