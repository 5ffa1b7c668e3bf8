/** An honest person's whole way through the study, with what happens to people on it. */
import type { Language } from '../../../schema/questionnaire.ts'
import { type Browser, type Filled, landing, newBrowser, onward, type Place, resume } from '../browser.ts'
import type { Draws } from '../draws.ts'
import type { Form } from '../form.ts'
import type { Course } from '../scheduler.ts'
import type { Service } from '../service.ts'
import { type Care, fillIn } from './fill.ts'
import type { Group } from './groups.ts'
import { type Pace, timeFor } from './pace.ts'
import type { Story } from './story.ts'

export interface Person {
  group: Group
  language: Language
  story: Story
  care: Care
  pace: Pace
  address: string
  draws: Draws
}

/** What may happen on a page, and how likely it is. */
interface Events {
  forgets: number
  goesBack: number
  reloads: number
  switchesLanguage: number
  pauses: number
  isOffline: number
  comesBackDays: number
}

const usual: Events = {
  forgets: 0.03,
  goesBack: 0.025,
  reloads: 0.01,
  switchesLanguage: 0.004,
  pauses: 0.01,
  isOffline: 0.003,
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
const day = 24 * 60 * minute
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

/** Where somebody is, and what they have answered on which page. */
class Walk {
  browser: Browser
  place: Place = { path: '', status: 0, html: '', form: null }
  readonly person: Person
  readonly answered = new Map<string, Filled>()

  constructor(browser: Browser, person: Person) {
    this.browser = browser
    this.person = person
  }

  get form(): Form | null {
    return this.place.form
  }

  /** The form, where there has to be one. */
  get here(): Form {
    if (this.place.form === null) throw new Error(`There are no questions on ${this.place.path}.`)
    return this.place.form
  }

  /** Before the first page is sent nothing has begun, and there is nothing to come back to. */
  get isFirst(): boolean {
    return this.browser.respondent() === null
  }

  /** What this person answers here: what they answered before, if they were here before and the questions are the same. */
  fill(): Filled {
    const { story, care, draws } = this.person
    const known = this.answered.get(this.here.page)
    const names = new Set(this.here.fields.map(({ name }) => name))
    const fits = known !== undefined && Object.keys(known).every((name) => names.has(name))
    const filled = fits ? known : fillIn(this.here, story, care, draws)
    this.answered.set(this.here.page, filled)
    return filled
  }

  /** What stands in the form by now. */
  get typed(): Filled {
    return this.answered.get(this.here.page) ?? {}
  }

  get isKnown(): boolean {
    return this.answered.has(this.here.page)
  }

  async next(filled: Filled): Promise<void> {
    this.place = await this.browser.send(this.here, filled, { name: 'go', value: 'next' })
  }
}

/** The time on a page, with what its script saves meanwhile. */
async function* type(walk: Walk, filled: Filled): Course {
  const { draws, pace, group } = walk.person
  const time = timeFor(walk.here, filled, pace, draws)
  if (group === 'no scripts' || walk.isFirst || draws.happens(0.5)) {
    yield time
    return
  }
  const until = 0.3 + 0.6 * draws.share()
  yield time * until
  const names = Object.keys(filled)
  const soFar = Object.fromEntries(
    names.slice(0, Math.ceil(names.length * until)).map((name) => [name, filled[name] ?? []]),
  )
  await walk.browser.saveDraft(walk.here, soFar)
  yield time * (1 - until)
}

/** Looks at one to three pages before, and goes on from there as soon as each is seen. */
async function* goBack(walk: Walk): Course {
  const { draws } = walk.person
  const from = walk.here.page
  for (let n = 1 + draws.pick(3); n > 0 && walk.here.canGoBack; n--) {
    yield draws.lognormal(2.5 * second, 0.5)
    walk.place = await walk.browser.send(walk.here, walk.typed, { name: 'go', value: 'back' })
  }
  yield* goOnTo(walk, from, 1.8 * second)
}

/** Sends what was answered before, page after page, until the page is there that they came from. */
async function* goOnTo(walk: Walk, page: string, medianMs: number): Course {
  const { draws } = walk.person
  for (let n = 0; n < 20 && walk.form !== null && walk.here.page !== page && walk.isKnown; n++) {
    yield draws.lognormal(medianMs, 0.5)
    await walk.next(walk.fill())
  }
}

async function* otherLanguage(walk: Walk): Course {
  const { draws, story } = walk.person
  yield draws.lognormal(4 * second, 0.5)
  walk.place = await walk.browser.send(walk.here, walk.typed, { name: 'lang', value: story.language })
}

/** The page again, with what the device has kept of it. */
async function* reload(walk: Walk): Course {
  walk.place = await walk.browser.open(walk.here.action)
  yield walk.person.draws.lognormal(1.5 * second, 0.6)
}

/**
 * The connection goes. Meanwhile they look at pages before, which the device has kept; once it is back, what was typed is
 * restored on each and sent within moments. A reply may be lost: the same is then sent again.
 */
async function* beOffline(walk: Walk): Course {
  const { draws, group } = walk.person
  const { page, action } = walk.here
  const filled = walk.fill()
  yield draws.lognormal(4 * minute, 1)
  if (group !== 'no scripts' && draws.happens(0.5)) {
    const before = [...walk.answered.keys()]
      .filter((one) => one !== page && one !== 'start')
      .slice(-1 - draws.pick(3))[0]
    if (before !== undefined) {
      walk.place = await walk.browser.open(action.replace(/[^/]*$/, before))
      yield* goOnTo(walk, page, 0.6 * second)
    }
  } else if (draws.happens(0.5)) {
    const again = walk.here
    await walk.browser.send(again, filled, { name: 'go', value: 'next' })
    yield 1000 * 2 ** draws.pick(4)
    walk.place = await walk.browser.open(action)
  } else walk.place = await walk.browser.open(action)
  yield draws.lognormal(0.9 * second, 0.5)
}

/** Leaves something out that has to be there, is told so, and mends it. */
async function* forget(walk: Walk, filled: Filled): Course {
  const { draws } = walk.person
  const names = Object.keys(filled).filter((name) => !name.endsWith('.text'))
  const { [draws.oneOf(names)]: _, ...rest } = filled
  const place = await walk.browser.send(walk.here, rest, { name: 'go', value: 'next' })
  // What was left out may have been optional, or led another way.
  if (place.form?.page === walk.here.page) {
    walk.place = place
    yield draws.lognormal(5 * second, 0.5)
  } else walk.place = await walk.browser.open(walk.here.action)
}

/** Comes back on another day, now and then on another device with the code that was written down. */
async function* comeBack(service: Service, walk: Walk): Course {
  const { draws, language, address } = walk.person
  yield draws.lognormal(1.2 * day, 0.6)
  const code = /<code[^>]*>([^<]+)<\/code>/.exec(walk.place.html)?.[1]
  if (code !== undefined && draws.happens(0.3)) {
    walk.browser = newBrowser(service, language, address)
    await walk.browser.open(resume)
    yield draws.lognormal(20 * second, 0.4)
    walk.place = await walk.browser.post(resume, [['code', code]])
  } else walk.place = await walk.browser.open(onward)
  yield draws.lognormal(3 * second, 0.4)
}
