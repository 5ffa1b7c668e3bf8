/** Decisions about responses, each noted where responses are counted: what is counted follows in the same moment. */
import type { JudgedState } from '../../../schema/tables.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import * as vouchers from '../../rewards/vouchers/actions.ts'
import type { ReasonFor } from '../../rewards/vouchers/lifecycle.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { noteJudged } from '../../survey/insights/segments/rewrite.ts'

type By = Pick<Staff, 'id'>

/** What stands with a response that was decided about so. */
export function noteState(respondentId: string, state: JudgedState): Write[] {
  if (state === 'accepted') return noteJudged(respondentId, null)
  return noteJudged(respondentId, state === 'held' ? 'held' : 'rejected')
}

/** Releases a held response: it counts as one that was never held. */
export function releaseResponse(ports: Ports, by: By, voucherId: string, reason: ReasonFor<'release'>, seen?: number) {
  return vouchers.releaseVoucher(ports, by, voucherId, reason, { seen, noted: noteState })
}

/** Rejects a held response: it counts for nothing. */
export function rejectResponse(ports: Ports, by: By, voucherId: string, reason: ReasonFor<'reject'>, seen?: number) {
  return vouchers.rejectVoucher(ports, by, voucherId, reason, { seen, noted: noteState })
}

/** Takes a rejection back that has not acted yet: the response is held again. */
export function undoRejected(ports: Ports, by: By, voucherId: string, seen?: number) {
  return vouchers.undoRejection(ports, by, voucherId, { seen, noted: noteState })
}
