/**
 * What books tell of a voucher: the way of its money, and no more than finance sees of it on its pages. When it was claimed,
 * held, released, rejected or had expired would lead from it to a response, for whoever compares the books with the desk of
 * answers; so until money moves or finance ends it, it is open, and a claim is told of from its first batch on.
 */
import { shownState } from '../../rewards/vouchers/shown-state.ts'
import { legalMoves } from '../integrity/legal-moves.ts'
import type { ExportLineOf } from './lines.ts'
import type { StepRow } from './store.ts'

type DayStep = ExportLineOf<'voucher'>['steps'][number]

/** A claim that no batch has. */
const free = 'free'
const claimTold = (state: string) => (state === 'frozen' || state === 'paid' ? state : free)

/** The steps of a voucher as the books show them, the first of its week instead of its day. */
export const voucherSteps = (steps: readonly StepRow[], week: string): DayStep[] =>
  exportedSteps(steps, shownState).map((step, i) => (i === 0 ? { ...step, day: week } : step))

/** Empty where no batch has had the claim. */
export const claimSteps = (steps: readonly StepRow[]): DayStep[] =>
  exportedSteps(steps.slice(Math.max(0, firstBatch(steps))), claimTold).filter(() => firstBatch(steps) >= 0)

const firstBatch = (steps: readonly StepRow[]) => steps.findIndex(({ state }) => (state as string) === 'frozen')

/** Steps that are told as the one before are left out, and numbers do not count them; who and why are told of the rest. */
function exportedSteps(steps: readonly StepRow[], as: (state: StepRow['state']) => string): DayStep[] {
  const changes = steps.filter(({ state }, i) => i === 0 || as(state) !== as(steps[i - 1]?.state ?? state))
  return changes.map(({ state, reason, actor, at }, i) => {
    const shown = as(state)
    const isHidden = shown === 'open' || shown === free
    return {
      n: i + 1,
      state: shown,
      ...(isHidden ? { reason: null, actor: null } : { reason, actor }),
      day: at.slice(0, 10),
    }
  })
}

const movesTold = (moves: ReadonlySet<string>, as: (state: string) => string) =>
  [...moves].flatMap((move) => {
    const [from = '', to = ''] = move.split('>')
    const shown = `${from === '' ? '' : as(from)}>${as(to)}`
    return as(from) === as(to) && from !== '' ? [] : [shown]
  })

/** The moves that vouchers and claims make as they are told of. */
export const exportedMoves = {
  voucher: new Set(movesTold(legalMoves.voucher, (state) => shownState(state as StepRow['state']))),
  claim: new Set([...movesTold(legalMoves.claim, claimTold).filter((move) => !move.startsWith('>')), '>frozen']),
}
