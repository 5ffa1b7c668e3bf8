/** Closing exceptions, matching by hand and lifting stops, as proposals are shown and confirmed. */

import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { matchedByHand } from '../matching/by-hand.ts'
import { learningText } from '../reading-rules/approval-effects.ts'
import { stopLifted } from './actions.ts'
import { type ClosingPayload, exceptionClosed } from './close.ts'
import { studyByException } from './study-of-exception.ts'

const hrefOf = (subject: string) => `/finance/exceptions/${subject}`

export const exceptionClosing: Effect = {
  effectOf: exceptionClosed,
  studyOf: studyByException,
  what({ subject, payload }, language) {
    const { action, rule } = JSON.parse(payload) as ClosingPayload
    const text = exceptionsMessages(language).proposed[action]
    return { text: rule ? `${text} ${learningText(rule, language)}` : text, href: hrefOf(subject) }
  },
  refusals: (language) => exceptionsMessages(language).refusals,
}

export const matchByHand: Effect = {
  effectOf: matchedByHand,
  studyOf: studyByException,
  what: ({ subject }, language) => ({ text: exceptionsMessages(language).proposed.match, href: hrefOf(subject) }),
  refusals: (language) => exceptionsMessages(language).refusals,
}

export const stopLifting: Effect = {
  effectOf: stopLifted,
  studyOf: studyByException,
  what: ({ subject }, language) => ({ text: exceptionsMessages(language).proposed.lift, href: hrefOf(subject) }),
  refusals: (language) => exceptionsMessages(language).refusals,
}
