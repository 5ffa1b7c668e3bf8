/** Closing exceptions, matching by hand and lifting stops, as proposals are shown and confirmed. */

import type { Effect } from '../../staff/approvals/effect.ts'
import { matchedByHand } from '../matching/by-hand.ts'
import { stopLifted } from './actions.ts'
import { type ClosingPayload, exceptionClosed } from './close.ts'
import { studyByException } from './study-of-exception.ts'
import { exceptionWords, refusalTexts } from './words/words-exceptions.ts'

const hrefOf = (subject: string) => `/finance/exceptions/${subject}`

export const exceptionClosing: Effect = {
  effectOf: exceptionClosed,
  studyOf: studyByException,
  what({ subject, payload }, language) {
    const { action } = JSON.parse(payload) as ClosingPayload
    return { text: exceptionWords(language).proposed[action], href: hrefOf(subject) }
  },
  refusals: refusalTexts,
}

export const matchByHand: Effect = {
  effectOf: matchedByHand,
  studyOf: studyByException,
  what: ({ subject }, language) => ({ text: exceptionWords(language).proposed.match, href: hrefOf(subject) }),
  refusals: refusalTexts,
}

export const stopLifting: Effect = {
  effectOf: stopLifted,
  studyOf: studyByException,
  what: ({ subject }, language) => ({ text: exceptionWords(language).proposed.lift, href: hrefOf(subject) }),
  refusals: refusalTexts,
}
