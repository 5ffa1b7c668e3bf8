/** Somebody honest on their way: where they are, what they have answered, and how they fill in what is in front of them. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { Browser, Filled, Place } from '../browser.ts'
import type { Draws } from '../draws.ts'
import type { Form } from '../form.ts'
import type { Course } from '../scheduler.ts'
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

/** Where somebody is, and what they have answered on which page. */
export class Walk {
  browser: Browser
  readonly person: Person
  readonly answered = new Map<string, Filled>()
  #place: Place = { path: '', status: 0, html: '', form: null }
  /** Of pages where something was typed, what the device keeps beside it: the page as it was first shown. */
  readonly #kept = new Map<string, string>()

  constructor(browser: Browser, person: Person) {
    this.browser = browser
    this.person = person
  }

  get place(): Place {
    return this.#place
  }

  /** Where they come to. What was typed there before, and not sent, the page's script restores with what was kept beside it. */
  set place(place: Place) {
    this.#place = place
    const saved = place.form === null ? undefined : this.#kept.get(place.form.page)
    const shown = place.form?.hidden.find(([name]) => name === 'shown')
    if (saved !== undefined && shown !== undefined) shown[1] = saved
  }

  /** Whether the page's script runs, and somebody has agreed to what it keeps. */
  get hasScript(): boolean {
    return this.person.group !== 'no scripts' && !this.isFirst
  }

  /** Goes on with another one, which has kept nothing. */
  takeOtherDevice(browser: Browser): void {
    this.browser = browser
    this.#kept.clear()
  }

  /** The device keeps what is typed here. */
  keep(): void {
    const shown = this.here.hidden.find(([name]) => name === 'shown')
    if (this.hasScript && shown !== undefined) this.#kept.set(this.here.page, shown[1])
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
    const { page } = this.here
    const place = await this.browser.send(this.here, filled, { name: 'go', value: 'next' })
    if (place.form?.page !== page) this.#kept.delete(page)
    this.place = place
  }
}

/** The time on a page, with what its script saves meanwhile. */
export async function* type(walk: Walk, filled: Filled): Course {
  const { draws, pace } = walk.person
  const time = timeFor(walk.here, filled, pace, draws)
  walk.keep()
  // One draft now and then stands for the many that a page sends.
  if (!walk.hasScript || draws.happens(0.8)) {
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
