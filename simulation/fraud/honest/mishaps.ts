/** What happens to people on their way, none of which is a fault of theirs. */
import { languages } from '../../../schema/questionnaire.ts'
import { type Filled, newBrowser, onward, resume } from '../browser.ts'
import type { Course } from '../scheduler.ts'
import type { Service } from '../service.ts'
import type { Walk } from './walk.ts'

const second = 1000
const minute = 60 * second
const day = 24 * 60 * minute
/** Looks at one to three pages before, and goes on from there as soon as each is seen. */
export async function* goBack(walk: Walk): Course {
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

export async function* otherLanguage(walk: Walk): Course {
  const { draws, language } = walk.person
  yield draws.lognormal(4 * second, 0.5)
  const value = draws.oneOf(languages.filter((other) => other !== language))
  walk.place = await walk.browser.send(walk.here, walk.typed, { name: 'lang', value })
}

/** The page again, with what the device has kept of it. */
export async function* reload(walk: Walk): Course {
  walk.place = await walk.browser.open(walk.here.action)
  yield walk.person.draws.lognormal(1.5 * second, 0.6)
}

/**
 * The connection goes. Meanwhile they look at pages before, which the device has kept; once it is back, what was typed is
 * restored on each and sent within moments. A reply may be lost: the same is then sent again.
 */
export async function* beOffline(walk: Walk): Course {
  const { draws } = walk.person
  const { page, action } = walk.here
  const filled = walk.fill()
  yield draws.lognormal(4 * minute, 1)
  if (walk.hasScript && draws.happens(0.5)) {
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
export async function* forget(walk: Walk, filled: Filled): Course {
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
export async function* comeBack(service: Service, walk: Walk): Course {
  const { draws, language, address } = walk.person
  yield draws.lognormal(1.2 * day, 0.6)
  const code = /<code[^>]*>([^<]+)<\/code>/.exec(walk.place.html)?.[1]
  if (code !== undefined && draws.happens(0.3)) {
    walk.takeOtherDevice(newBrowser(service, language, address))
    await walk.browser.open(resume)
    yield draws.lognormal(20 * second, 0.4)
    walk.place = await walk.browser.post(resume, [['code', code]])
  } else walk.place = await walk.browser.open(onward)
  yield draws.lognormal(3 * second, 0.4)
}

/** The page is open in two tabs: it is sent from one, and later from the other as well. */
export async function* inTwoTabs(walk: Walk, filled: Filled): Course {
  const { draws } = walk.person
  const { form } = await walk.browser.open(walk.here.action)
  yield draws.lognormal(6 * second, 0.6)
  await walk.next(filled)
  yield draws.lognormal(20 * second, 0.8)
  if (form !== null) walk.place = await walk.browser.send(form, filled, { name: 'go', value: 'next' })
}

/** The page with all answers, in front of the end. */
export const review = '~review'

/** Looks over all answers and finishes; some change one first. */
export async function* lookOver(walk: Walk): Course {
  const { draws, pace } = walk.person
  yield draws.lognormal(9 * second, 0.7) * pace.slowness
  if (draws.happens(0.05)) {
    const page = draws.oneOf([...walk.answered.keys()].filter((one) => one !== 'start'))
    walk.place = await walk.browser.open(walk.here.action.replace(/[^/]*$/, `${page}?review=now`))
    for (let n = 0; n < 20 && walk.form !== null && walk.here.page !== review; n++) {
      yield draws.lognormal(6 * second, 0.6) * pace.slowness
      await walk.next(walk.fill())
    }
    yield draws.lognormal(3 * second, 0.6)
  }
  const { here } = walk
  await walk.next({})
  // The reply may be lost; then the same is sent again.
  if (draws.happens(0.01)) walk.place = await walk.browser.send(here, {}, { name: 'go', value: 'next' })
}
