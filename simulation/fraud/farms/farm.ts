/** A farm's members: when each comes, from where, and how it goes through. */
import { type Browser, type Filled, landing, newBrowser, onward, type Place } from '../browser.ts'
import type { Draws } from '../draws.ts'
import type { Form } from '../form.ts'
import type { Course } from '../scheduler.ts'
import type { Service } from '../service.ts'

/** What a member does with each page. */
export interface Plan {
  language: 'en' | 'zh-Hans' | 'zh-Hant'
  address: string
  draws: Draws
  fill(form: Form): Filled
  /** Milliseconds in front of the page. */
  time(form: Form, filled: Filled): number
}

const mostPages = 60

/** Opens each page, waits, and sends it. */
export async function* through(service: Service, plan: Plan, ended: (respondentId: string) => void): Course {
  const browser = newBrowser(service, plan.language, plan.address)
  await browser.open(landing)
  let place: Place = await browser.post(onward, [])
  for (let sent = 0; place.form !== null && sent < mostPages; sent++) {
    const { form } = place
    const filled = plan.fill(form)
    yield plan.time(form, filled)
    place = await browser.send(form, filled, { name: 'go', value: 'next' })
  }
  endOf(browser, ended)
}

/**
 * As a program does that was written from one recorded session: it sends page after page without opening them. The first it
 * has to open, and the one with a row whose number nobody knows before.
 */
export async function* blindly(service: Service, plan: Plan, ended: (respondentId: string) => void): Course {
  const browser = newBrowser(service, plan.language, plan.address)
  const { form } = await browser.open(onward)
  if (form === null) return
  const first = plan.fill(form)
  yield plan.time(form, first)
  await browser.sendBlindly(form.action, [...form.hidden, ...pairs(first), ['go', 'next']])
  const pages = ['screening', 'places', 'course', 'factors', 'money', 'documents', 'crossing', 'border', 'next', 'last']
  for (const page of pages) {
    yield plan.time(form, first)
    const action = form.action.replace(/[^/]*$/, page)
    const opened = page === 'factors' ? (await browser.open(action)).form : null
    const hidden: Form['hidden'] = opened?.hidden ?? [['revision', '0']]
    const filled = opened === null ? (recorded[page] ?? {}) : plan.fill(opened)
    await browser.sendBlindly(action, [...hidden, ...pairs(filled), ['go', 'next']])
  }
  endOf(browser, ended)
}

const pairs = (filled: Filled) =>
  Object.entries(filled).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))

function endOf(browser: Browser, ended: (respondentId: string) => void): void {
  const id = browser.respondent()
  if (id !== null) ended(id)
}

const rows = (matrix: string, from: number, to: number, value: string): Filled =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, n) => [`${matrix}.${from + n}`, [value]]))

/** One recorded session. */
const recorded: Record<string, Filled> = {
  screening: { Q02: ['3'], Q03: ['1'], Q04: ['2'] },
  places: { Q05: ['3'] },
  course: { Q07: ['2'], Q08: ['1'], Q09: ['2025'], 'Q10.1': ['1'], 'Q10.2': ['2'], 'Q10.3': ['3'] },
  money: { Q12: ['1'], Q13: ['3'], Q14: ['1'], Q15: ['0'] },
  documents: { Q17: ['2'] },
  crossing: { Q18: ['3'], Q19: ['2'] },
  border: { ...rows('Q20', 1, 7, '4'), Q21: ['3'], Q23: ['0'] },
  next: { Q25: ['2'], Q27: ['8'], ...rows('Q26', 1, 8, '4') },
  last: { Q28: ['不错'], Q30: ['2003'] },
}
