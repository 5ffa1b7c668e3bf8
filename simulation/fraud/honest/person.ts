/** An honest person's whole way through the study, with what happens to people on it. */
import { landing, newBrowser, onward } from '../browser.ts'
import type { Course } from '../scheduler.ts'
import type { Service } from '../service.ts'
import type { Group } from './groups.ts'
import { beOffline, comeBack, forget, goBack, inTwoTabs, lookOver, otherLanguage, reload, review } from './mishaps.ts'
import { type Person, type, Walk } from './walk.ts'

/** What may happen on a page, and how likely it is. */
interface Events {
  forgets: number
  goesBack: number
  reloads: number
  switchesLanguage: number
  pauses: number
  isOffline: number
  isInTwoTabs: number
  comesBackDays: number
}

const usual: Events = {
  forgets: 0.03,
  goesBack: 0.025,
  reloads: 0.01,
  switchesLanguage: 0.004,
  pauses: 0.01,
  isOffline: 0.003,
  isInTwoTabs: 0.003,
  comesBackDays: 0.002,
}
const eventsOf: Partial<Record<Group, Partial<Events>>> = {
  'offline and restored': { isOffline: 0.35, reloads: 0.08 },
  'repeat visitors': { comesBackDays: 0.12, goesBack: 0.05 },
  'no scripts': { forgets: 0.05 },
  careless: { forgets: 0.06, goesBack: 0.01 },
}

const second = 1000
const minute = 60 * second
/** More sendings than any way through has, with all that may happen. */
const mostSendings = 120

/** @param ended told the respondent's id once the response is complete */
export async function* honestPerson(service: Service, person: Person, ended: (respondentId: string) => void): Course {
  const { draws, group, language } = person
  const events = { ...usual, ...eventsOf[group] }
  const walk = new Walk(newBrowser(service, language, person.address), person)
  await walk.browser.open(landing)
  yield draws.lognormal(15 * second, 0.7) * person.pace.slowness
  walk.place = await walk.browser.post(onward, [])
  for (let sent = 0; walk.form !== null; sent++) {
    if (sent > mostSendings) throw new Error(`Somebody does not come off ${walk.place.path}.`)
    if (walk.here.page === review) {
      yield* lookOver(walk)
      continue
    }
    const isFirst = walk.isFirst
    if (!isFirst && draws.happens(events.comesBackDays)) yield* comeBack(service, walk)
    if (!isFirst && draws.happens(events.goesBack)) yield* goBack(walk)
    if (!isFirst && draws.happens(events.switchesLanguage)) yield* otherLanguage(walk)
    const { page } = walk.here
    const filled = walk.fill()
    yield* type(walk, filled)
    if (draws.happens(events.reloads) && !isFirst) yield* reload(walk)
    if (draws.happens(events.pauses)) yield draws.lognormal(9 * minute, 1)
    if (!isFirst && draws.happens(events.isOffline)) yield* beOffline(walk)
    if (!isFirst && walk.form?.page === page && draws.happens(events.isInTwoTabs)) yield* inTwoTabs(walk, filled)
    if (walk.form?.page === page && draws.happens(events.forgets)) yield* forget(walk, filled)
    if (walk.form?.page === page) await walk.next(filled)
  }
  const id = walk.browser.respondent()
  if (!walk.place.path.endsWith('/voucher') || id === null)
    throw new Error(
      `Somebody honest (${group}) came to ${walk.place.path}, ${walk.place.status}, and not to a voucher.`,
    )
  ended(id)
}
