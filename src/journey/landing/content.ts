/** What a study's first page says of it, whoever opens it. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { languages, type Text } from '../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import type { Shell } from '../../platform/http/layout.tsx'
import type { Ports } from '../../ports.ts'
import { canComeBack } from '../../rewards/leases/actions.ts'
import type { Offer } from '../../rewards/offers/offer.ts'
import { listAvailable } from '../../rewards/offers/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { channelsFor } from '../../rewards/payees/channels.ts'
import { estimatedMinutes } from '../../survey/questionnaire/estimate.ts'
import { mostQuestions } from '../../survey/questionnaire/route/progress.ts'
import { finishBy, mayFinish, openingOf, type StudyAbout } from '../../survey/studies/study.ts'
import { placesOf } from '../offer-places.ts'
import { queueOf } from '../reviews/queue.ts'
import { studyAbroadAbout } from '../setup/study-abroad-about.ts'
import { type StudyWithOffers, withPromisedTerms } from '../study.ts'
import type { LandingPage } from './page.tsx'
import { timesIn } from './times.ts'

/** The places that an offer is for, in a line; null for every other place. */
function placesLine(study: StudyWithOffers, offer: Offer): Text | null {
  const places = placesOf(study, study.offerByPlace, offer.id)
  return (
    places &&
    inEachLanguage((language) => places.map((label) => label[language]).join(commonMessages(language).listSeparator))
  )
}

/** Studies of this questionnaire were opened before a study could say it itself. */
function aboutOf({ settings, questionnaire }: StudyWithOffers): { about?: StudyAbout } {
  const about = settings.about ?? (questionnaire.code === 'study-abroad' ? studyAbroadAbout : undefined)
  return about === undefined ? {} : { about }
}

/** Everything but where its links lead, and whom it greets. */
export async function landingContent(
  ports: Ports,
  answered: StudyWithOffers,
  shell: Shell,
  isInvited: boolean,
): Promise<Omit<LandingPage, 'state' | 'startPath'>> {
  const { db, clock } = ports
  const study = await withPromisedTerms(db, answered, clock.now())
  const { settings, questionnaire, slug } = study
  const available = await listAvailable(db, study.testOf ?? study.id)
  const open = openingOf(study, clock.now())
  // Of a study that nobody has opened nothing has been taken: its budget may wait for its second person.
  const isUntouched = open === 'not_ready'
  return {
    shell,
    study: {
      slug,
      title: questionnaire.title,
      organiser: settings.organiser,
      contact: settings.contact,
      minutes: settings.minutes,
      times: await timesIn(ports, study.id, shell.language),
      questions: mostQuestions(questionnaire),
      estimatedMinutes: estimatedMinutes(questionnaire, shell.language),
      ...aboutOf(study),
      languages: settings.languages ?? languages,
    },
    offers: await Promise.all(
      study.offers.map(async (offer) => ({
        currency: offer.currency,
        amountMinor: offer.amountMinor,
        beforeTaxMinor: settings.tax.mode === 'net' ? grossOf(offer) : null,
        channels: channelsFor(offer, ports),
        forPlaces: placesLine(study, offer),
        left: isUntouched || (available.get(offer.id) ?? 0) >= grossOf(offer) || (await canComeBack(ports, offer.id)),
      })),
    ),
    open,
    pauseWords: study.pauseWords,
    finishBy: mayFinish(study, clock.now()) ? finishBy(study) : null,
    leaseMinutes: ports.settings.leaseMinutes,
    queueDays: await longQueue(ports, study, isInvited),
    paidWhen: settings.paidWhen,
  }
}

/** How many working days a review takes, where the door leads to one and it takes longer than the page says anyway. */
async function longQueue(ports: Ports, study: StudyWithOffers, isInvited: boolean): Promise<number | null> {
  if ((isInvited ? study.invitationPolicy : study.openLinkPolicy) === 'issue') return null
  const { isLong, workingDays } = await queueOf(ports, study)
  return isLong ? workingDays : null
}
