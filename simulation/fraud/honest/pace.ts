/**
 * How long people take for what stands on a page: lognormal around a median for each kind of question, times a person's own
 * speed. The medians are those of short items on phones (some five seconds a question, three to four a row of a
 * matrix); typing goes by characters.
 */
import type { Filled } from '../browser.ts'
import type { Draws } from '../draws.ts'
import type { Form } from '../form.ts'

/** Seconds. */
const medians = { radio: 5.2, row: 3.3, checkbox: 8.5, select: 5, text: 5, consent: 9 } as const
const itemSigma = 0.5
const pageSigma = 0.2
/** To find one's way on a page, and the button. */
const aroundIt = 1.8

export interface Pace {
  /** 1 for most; 2 takes twice as long. */
  slowness: number
  /** Characters a second. */
  typing: number
  /** How likely some of a page's time is spent elsewhere. */
  distraction: number
}

/** Milliseconds that this person has the page in front of them before they send it. */
export function timeFor(form: Form, filled: Filled, pace: Pace, draws: Draws): number {
  let seconds = aroundIt
  for (const { name, kind, row } of form.fields) {
    if (name.endsWith('.text') && filled[name] === undefined) continue
    if (kind === 'textarea') {
      const [text = ''] = filled[name] ?? []
      seconds +=
        text === '' ? draws.lognormal(2.5, itemSigma) : draws.lognormal(5, itemSigma) + text.length / pace.typing
    } else {
      const median = row !== null ? medians.row : name.startsWith('C0') ? medians.consent : medians[kind]
      seconds += draws.lognormal(median, itemSigma)
    }
  }
  const away = draws.happens(pace.distraction) ? draws.lognormal(45, 0.9) : 0
  return 1000 * (seconds * pace.slowness * Math.exp(pageSigma * draws.normal()) + away)
}
