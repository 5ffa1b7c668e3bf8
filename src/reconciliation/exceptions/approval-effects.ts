/** Closing exceptions, matching by hand and lifting stops, as proposals are shown and confirmed. */

import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { first, type Query } from '../../platform/db/together.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import type { ApprovalEffect } from '../../staff/approvals/effect.ts'
import { matchedByHand } from '../matching/by-hand.ts'
import { learningText } from '../reading-rules/approval-effects.ts'
import { stopLifted } from './actions.ts'
import { type ClosingPayload, exceptionClosed } from './close.ts'
import { closingDetails } from './shown/closing.ts'
import { exceptionFacts } from './shown/exception.ts'
import { matchDetails } from './shown/match.ts'
import { type Exception, exceptionById } from './store.ts'
import { studyByException } from './study-of-exception.ts'

/** What waits to be paid from the account of an exception, and goes out once its payments go on. */
const queuedOf = ({ provider, currency }: Exception): Query<{ count: number; amountMinor: number }> => ({
  sql: `select count(*) as "count", cast(coalesce(sum(payouts.amount_minor), 0) as bigint) as "amountMinor"
from payouts join batches on batches.id = payouts.batch_id
where payouts.state = 'queued' and payouts.provider = ? and payouts.currency = ? and batches.state = 'approved'`,
  values: [provider, currency],
})

const hrefOf = (subject: string) => `/finance/exceptions/${subject}`

export const exceptionClosing: ApprovalEffect = {
  effectOf: exceptionClosed,
  studyOf: studyByException,
  what({ subject, payload }, language) {
    const { action, rule } = JSON.parse(payload) as ClosingPayload
    const text = exceptionsMessages(language).proposed[action]
    return { text: rule ? `${text} ${learningText(rule, language)}` : text, href: hrefOf(subject) }
  },
  show: closingDetails,
  refusals: (language) => exceptionsMessages(language).refusals,
}

export const matchByHand: ApprovalEffect = {
  effectOf: matchedByHand,
  studyOf: studyByException,
  what: ({ subject }, language) => ({ text: exceptionsMessages(language).proposed.match, href: hrefOf(subject) }),
  show: matchDetails,
  refusals: (language) => exceptionsMessages(language).refusals,
}

export const stopLifting: ApprovalEffect = {
  effectOf: stopLifted,
  studyOf: studyByException,
  what: ({ subject }, language) => ({ text: exceptionsMessages(language).proposed.lift, href: hrefOf(subject) }),
  async show(ports, { subject }, language) {
    const words = exceptionsMessages(language)
    const exception = await first(ports.db, exceptionById({ id: subject }))
    if (exception === undefined) return { facts: [] }
    const waiting = await first(ports.db, queuedOf(exception))
    const facts = await exceptionFacts(ports, exception, language)
    if (waiting === undefined || waiting.count === 0) return { facts }
    const { count, amountMinor } = waiting
    const queued = { text: words.queuedOf({ count, sum: formatMoney(amountMinor, exception.currency, language) }) }
    return { facts: [...facts, { label: words.queued, value: queued }] }
  },
  refusals: (language) => exceptionsMessages(language).refusals,
}
