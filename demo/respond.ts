/** Takes a person through the questionnaire by the code that the pages call, without a browser between. */
import { readResponse } from '../src/journey/answering/reading.ts'
import { declineReward } from '../src/journey/answering/reward.ts'
import { submitPage } from '../src/journey/answering/submit.ts'
import { admit } from '../src/journey/door/admit.ts'
import { noticeText } from '../src/journey/privacy/notice.ts'
import type { StudyWithOffers } from '../src/journey/study.ts'
import type { Posted } from '../src/platform/http/form.ts'
import type { Ports } from '../src/ports.ts'
import { pageView } from '../src/survey/questionnaire/page/page-view.ts'
import { resolveRoute } from '../src/survey/questionnaire/route/resolve-route.ts'
import { nextOf } from '../src/survey/questionnaire/route/route.ts'
import { answersBut } from '../src/survey/responses/response.ts'
import { firstCircumstances, startResponse } from '../src/survey/responses/start.ts'
import { postedBy } from './fill-in.ts'
import type { Person } from './people.ts'

export type Ended = 'complete' | 'screened_out' | 'over_quota' | 'under_age' | 'left'

/** One person, the numbers they draw, and what happens between two pages (time passes). */
export interface Walker {
  person: Person
  pick: (n: number) => number
  pause?: () => void
  /** How long a page of questions was open before it is sent, in milliseconds; no time unless told. */
  pageMs?: number
}

/** How long people look at the first page, in milliseconds. */
const firstPageMs = 20_000

/** Sends the first page. Null for someone too young, of whom nothing is stored. */
export async function begin(ports: Ports, study: StudyWithOffers, { person, pick }: Walker): Promise<string | null> {
  const { questionnaire } = study
  const page = questionnaire.pages[0]?.code ?? ''
  const { circumstances } = firstCircumstances(study, ports.clock.now(), false, {
    language: person.language,
    isInvited: false,
    from: null,
  })
  const view = pageView(questionnaire, page, {}, circumstances)
  const posted = postedBy(person, view, questionnaire, circumstances, pick)
  const respondentId = ports.ids.next('r')
  const started = await startResponse(
    ports,
    study,
    {
      respondentId,
      since: Date.parse(ports.clock.now()) - firstPageMs,
      invitationId: null,
      hasGuardian: false,
      from: null,
      posted,
      language: person.language,
      notice: noticeText(study, ports),
      // Some allow it, and others do not.
      paradata: study.settings.paradata && person.language === 'en',
    },
    () => admit(ports, study.id, { slug: study.slug, respondentId, address: person.address }, ''),
  )
  if ('started' in started) return started.started
  if ('end' in started) return null
  throw new Error(`The first page was refused: ${JSON.stringify(started)}`)
}

/** Where a response stands, and what this person would send there. */
export async function nextForm(
  ports: Ports,
  study: StudyWithOffers,
  respondentId: string,
  { person, pick }: Walker,
): Promise<{ page: string; posted: Posted; revision: number }> {
  const found = await readResponse(ports, study, respondentId)
  if (found === undefined) throw new Error('The response is not there')
  const { questionnaire } = found.study
  const route = resolveRoute(questionnaire, answersBut(found.pages, null), found.circumstances)
  const next = nextOf(questionnaire, route)
  const page = 'page' in next ? next.page : (route.pages.at(-1) ?? '')
  const view = pageView(questionnaire, page, route.answers, found.circumstances)
  const posted = postedBy(person, view, questionnaire, found.circumstances, pick)
  return { page, posted, revision: found.pages.get(page)?.revision ?? 0 }
}

/** Sends page after page until the response is over, the person leaves, or `stopBefore` is the next page. */
export async function goOn(
  ports: Ports,
  study: StudyWithOffers,
  respondentId: string,
  walker: Walker,
  stopBefore: string | null = walker.person.leavesAt,
): Promise<Ended> {
  const { person, pause } = walker
  const most = study.questionnaire.pages.length * 2
  for (let sent = 0; sent < most; sent++) {
    const since = Date.parse(ports.clock.now()) - (walker.pageMs ?? 0)
    pause?.()
    const { page, posted, revision } = await nextForm(ports, study, respondentId, walker)
    if (page === stopBefore) return 'left'
    const { language, address } = person
    const shown = { is: 'issued', since, filled: revision > 0 } as const
    const submission = { page, posted, revision, language, address, shown }
    const saved = await submitPage(ports, study, respondentId, submission)
    if ('rewardGone' in saved) {
      if (!person.goesOnWithoutReward) return 'left'
      await declineReward(ports, respondentId)
    } else if ('full' in saved) return 'left'
    else if ('end' in saved) return saved.end
    else if (!('next' in saved)) throw new Error(`The page ${page} was refused: ${JSON.stringify(saved)}`)
  }
  throw new Error('The questionnaire does not end')
}
