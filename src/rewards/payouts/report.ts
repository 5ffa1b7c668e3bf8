/** Paying by hand: the file goes out, and what came of it comes back from staff. */

import type { FailReason } from '../../../schema/tables.ts'
import { commit } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import { whyNotCarried } from '../../platform/money/carries.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import type { Proposal } from '../../staff/approvals/proposal.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { may } from '../../staff/permissions/may.ts'
import { readBatch } from '../batches/approve.ts'
import { calendarId } from '../calendar/calendar.ts'
import { readCalendar } from '../calendar/store.ts'
import { moneyLast } from '../ledger/ledger.ts'
import { configuredPayer } from './call.ts'
import { applyAnswer, attemptOf, endWrites } from './evidence.ts'
import { isFinal } from './rules.ts'
import { type StartRefusal, startAttempt } from './start.ts'
import type { AttemptRow } from './store.ts'
import * as store from './store.ts'

/**
 * Instructs a batch that is paid by hand: every payout that waits gets its reference, and its money goes into clearing.
 * Called again after it was cut off, it does the rest.
 */
export async function instructBatch(
  ports: Ports,
  staff: Staff,
  batchId: string,
): Promise<{ instructed: number } | StartRefusal | { refused: 'not_found' }> {
  const read = await readBatch(ports, batchId)
  const payer = read && configuredPayer(ports, read.batch.provider)
  if (read === undefined || payer?.mode !== 'file') return { refused: 'not_found' }
  if (read.batch.state !== 'approved') return { refused: 'not_approved' }
  if (read.hashNow !== read.batch.contentHash) return { refused: 'changed' }
  const queued = read.payouts.filter(({ payoutState, asideSince }) => payoutState === 'queued' && asideSince === null)
  // Before the first of them goes out.
  const isCarried = queued.every((one) => whyNotCarried(payer.carries, one.currency, one.amountMinor) === null)
  if (!isCarried) return { refused: 'not_carried' }
  const calendar = await readCalendar(ports.db, calendarId)
  let instructed = 0
  for (const payout of queued) {
    const started = await startAttempt(ports, payout, payer, calendar, staff.id)
    if ('refused' in started && started.refused !== 'moved_on') return started
    if ('attemptId' in started) instructed += 1
  }
  return { instructed }
}

/** One line of what staff report: paid, with what the bank calls it. */
export interface ReportedPaid {
  reference: string
  /** Minor units; null when the file does not say. */
  amountMinor: number | null
  providerId: string | null
}

export type Reported = { reference: string; result: 'paid' | 'known' | 'unknown_reference' | 'conflict' }

/**
 * Marks payouts as paid on the word of one person, in the studies that are theirs. The same report again changes nothing.
 * @param batchId the batch that the report is on; payouts of any other are then not touched, and not known
 */
export async function reportPaid(
  ports: Ports,
  staff: Staff,
  lines: readonly ReportedPaid[],
  batchId?: string,
): Promise<Reported[]> {
  const results: Reported[] = []
  for (const { reference, amountMinor, providerId } of lines) {
    const attempt = await first(ports.db, store.attemptByReference({ provider: 'manual', reference }))
    const payout = attempt && (await first(ports.db, store.foundByPayout(attempt.payoutId)))
    const isElsewhere = batchId !== undefined && payout?.batchId !== batchId
    if (attempt === undefined || isElsewhere || !may(staff, 'payouts.report', payout?.studyId)) {
      results.push({ reference, result: 'unknown_reference' })
      continue
    }
    const before = attemptOf(payout)
    await applyAnswer(
      ports,
      { payoutId: attempt.payoutId, attemptId: attempt.id },
      {
        state: 'succeeded',
        code: null,
        ...(amountMinor === null ? {} : { amountMinor }),
        ...(providerId === null ? {} : { providerId }),
      },
      staff.id,
    )
    const after = attemptOf(await first(ports.db, store.foundByPayout(attempt.payoutId)))
    const isPaid = after?.attemptId === attempt.id && after.attemptState === 'succeeded'
    const wasPaid = before?.attemptId === attempt.id && before.attemptState === 'succeeded'
    results.push({ reference, result: wasPaid ? 'known' : isPaid ? 'paid' : 'conflict' })
  }
  return results
}

/** What a proposal to call a payout failed carries: which attempt, why, and where the evidence lies. */
export interface FailurePayload {
  attemptId: string
  payoutId: string
  reason: FailReason
  /** The bank's own code, and a note of where its evidence lies (a letter's or ticket's number); never a name. */
  code: string | null
  evidence: string
  /** The kept file that says so, by id, and what else it says of the payment; left out when a person typed it. */
  file?: string
  says?: { reference: string; amountMinor: number | null; providerId: string | null; day: string | null }
}

/** What confirming that proposal writes: only a payout that is paid by hand, and only while its outcome is open. */
export async function payoutFailedEffect(ports: Ports, proposal: Proposal): Promise<Write[] | { refused: string }> {
  const { attemptId, payoutId, reason, code } = JSON.parse(proposal.payload) as FailurePayload
  const found = attemptOf(await first(ports.db, store.foundByPayout(payoutId)))
  if (!isOpenByHand(found, attemptId)) return { refused: 'moved_on' }
  const end = {
    end: 'failed',
    why: reason,
    answer: { code },
    actor: proposal.proposedBy,
    at: ports.clock.now(),
  } as const
  return moneyLast(endWrites(ports, found, end))
}

/** Whether this attempt is one that staff pay by hand, and its outcome is not known. */
export function isOpenByHand(found: AttemptRow | undefined, attemptId: string): found is AttemptRow {
  return found?.attemptId === attemptId && found.provider === 'manual' && !isFinal(found.attemptState)
}

/** Notes that the payees of a batch were handed out as a file. */
export async function recordFile(ports: Ports, staff: Staff, batchId: string, format: string): Promise<void> {
  const at = ports.clock.now()
  const audit = { id: ports.ids.next('audit'), actor: staff.id, action: `batch.file_${format}`, subject: batchId, at }
  await commit(ports.db, 'An audit entry', addAudit(audit))
}
