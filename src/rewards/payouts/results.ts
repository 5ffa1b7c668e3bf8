/** What came of payments by hand, as a file says it: what was paid is so, what failed takes another person. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { propose } from '../../staff/approvals/actions.ts'
import { may } from '../../staff/permissions/may.ts'
import { bankReason } from '../payment-files/bank-reasons.ts'
import type { ResultLine } from '../payment-files/result-line.ts'
import { applyAnswer, attemptOf } from './evidence.ts'
import { type FailurePayload, isOpenByHand, type Reported, reportPaid } from './report.ts'
import * as store from './store.ts'

export type ReportOutcome = Reported['result'] | 'proposed' | 'pending'

/** What a line of a file says, and what it came to. */
export interface LineOutcome {
  reference: string
  says: ResultLine['outcome']
  /** The bank's own code. */
  code: string | null
  result: ReportOutcome
}

/** What reports the results of a batch. */
interface ReportedResults {
  /** The batch whose results they are: no other batch is touched. */
  batchId: string
  lines: readonly ResultLine[]
  /** What finds the file again, such as its hash; never a name. */
  evidence: string
  /** The id of the kept file, where the lines are of one. */
  file?: string | undefined
}

/**
 * Reports the lines of a file. A payment that the bank calls failed is proposed to be so, with the file as evidence; one
 * that we know as paid is a contradiction, which becomes an exception. The same file again changes nothing.
 * @returns what each line came to, in the order of the file
 */
export async function reportResults(
  ports: Ports,
  staff: Staff,
  { batchId, lines, evidence, file }: ReportedResults,
): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = []
  for (const line of lines) {
    const { reference, outcome: says, code } = line
    const result: ReportOutcome =
      says === 'pending'
        ? 'pending'
        : says === 'paid'
          ? ((await reportPaid(ports, staff, [line], batchId))[0]?.result ?? 'unknown_reference')
          : await reportFailed(ports, staff, batchId, line, { evidence, file })
    outcomes.push({ reference, says, code, result })
  }
  return outcomes
}

async function reportFailed(
  ports: Ports,
  staff: Staff,
  batchId: string,
  line: ResultLine,
  { evidence, file }: { evidence: string; file: string | undefined },
): Promise<ReportOutcome> {
  const { reference, code, amountMinor, providerId, day } = line
  const attempt = await first(ports.db, store.attemptByReference({ provider: 'manual', reference }))
  const payout = attempt && (await first(ports.db, store.foundByPayout(attempt.payoutId)))
  if (attempt === undefined || payout?.batchId !== batchId || !may(staff, 'payouts.report', payout.studyId))
    return 'unknown_reference'
  const found = attemptOf(payout)
  const reason = bankReason(code)
  if (isOpenByHand(found, attempt.id)) {
    const of = { attemptId: attempt.id, payoutId: attempt.payoutId }
    const source = file === undefined ? {} : { file, says: { reference, amountMinor, providerId, day } }
    const payload: FailurePayload = { ...of, reason, code, evidence, ...source }
    const proposal = { kind: 'payout_failed', subject: attempt.payoutId, payload, reason: evidence } as const
    return 'refused' in (await propose(ports, staff, proposal)) ? 'known' : 'proposed'
  }
  const known = await first(ports.db, store.olderAttempt({ id: attempt.id }))
  if (known?.state !== 'succeeded') return 'known'
  await applyAnswer(
    ports,
    { payoutId: attempt.payoutId, attemptId: attempt.id },
    { state: 'failed', code, reason },
    staff.id,
  )
  return 'conflict'
}
