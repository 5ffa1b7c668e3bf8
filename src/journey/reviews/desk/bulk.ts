/** Several decisions at once, each with a reason of its own: what was posted, and what came of it. */
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { rejectResponse, releaseResponse } from '../judge.ts'
import { isReasonFor } from '../reviews.ts'

export interface BulkDecision {
  ref: string
  /** The step of the review that the page showed. */
  n: number
  way: 'release' | 'reject'
  reason: string
}

/** What may be chosen for one response, as the value of a choice: `ref n way reason`. */
export const choiceOf = ({ ref, n, way, reason }: BulkDecision) => `${ref} ${n} ${way} ${reason}`

/**
 * Reads what was chosen. A response that has a decision of its own takes that; one that is only ticked takes the common one.
 * @param decisions values of `choiceOf`
 * @param ticked `ref n`
 * @param common `way reason`, or ''
 * @returns `open`: how many are ticked and have no decision
 */
export function readBulkDecisions(
  decisions: readonly string[],
  ticked: readonly string[],
  common: string,
): { choices: BulkDecision[]; open: number } {
  const chosen = new Map<string, BulkDecision>()
  for (const value of decisions) {
    const choice = readChoice(value)
    if (choice !== null) chosen.set(choice.ref, choice)
  }
  let open = 0
  for (const value of new Set(ticked)) {
    const [ref = ''] = value.split(' ')
    if (chosen.has(ref)) continue
    const choice = readChoice(`${value} ${common}`)
    if (choice === null) open += 1
    else chosen.set(ref, choice)
  }
  return { choices: [...chosen.values()], open }
}

function readChoice(value: string): BulkDecision | null {
  const [, ref = '', n = '', way, reason = ''] =
    /^([0-9a-z]{1,40}) ([0-9]{1,6}) (release|reject) ([a-z_]+)$/.exec(value) ?? []
  if (way !== 'release' && way !== 'reject') return null
  return isReasonFor(way, reason) ? { ref, n: Number(n), way, reason } : null
}

export interface Done {
  released: number
  rejected: number
  /** Decided by somebody else since the page was shown, or gone: nothing was done about these. */
  moved: number
  open: number
}

/** Does each by itself: one that somebody else has decided meanwhile keeps no other from being done. */
export async function decideAll(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  { choices, open }: ReturnType<typeof readBulkDecisions>,
  voucherOf: (ref: string) => Promise<string | null>,
): Promise<Done> {
  const done: Done = { released: 0, rejected: 0, moved: 0, open }
  for (const { ref, n, way, reason } of choices) {
    const voucherId = await voucherOf(ref)
    const outcome =
      voucherId === null
        ? null
        : way === 'release' && isReasonFor('release', reason)
          ? await releaseResponse(ports, staff, voucherId, reason, n)
          : isReasonFor('reject', reason) && (await rejectResponse(ports, staff, voucherId, reason, n))
    if (!outcome || 'refused' in outcome) done.moved += 1
    else done[way === 'release' ? 'released' : 'rejected'] += 1
  }
  return done
}
