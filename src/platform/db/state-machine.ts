/**
 * A state machine is a table of steps, each naming the one before it: a transition that is not legal, and a second one
 * from the same step, are refused by keys alone. Beside the steps stands a row that says the state now, tied to its
 * last step.
 */
import type { Reason } from '../../../schema/tables.ts'
import type { Write } from './together.ts'

const machines = {
  voucher: { steps: 'voucher_steps', whose: 'voucher_id', rows: 'vouchers' },
  claim: { steps: 'claim_steps', whose: 'claim_id', rows: 'claims' },
  batch: { steps: 'batch_steps', whose: 'batch_id', rows: 'batches' },
  payout: { steps: 'payout_steps', whose: 'payout_id', rows: 'payouts' },
  attempt: { steps: 'attempt_steps', whose: 'attempt_id', rows: 'attempts' },
  statement: { steps: 'statement_steps', whose: 'statement_id', rows: 'statements' },
} as const

export interface CurrentState {
  id: string
  n: number
  state: string
}

export interface Step {
  state: string
  /** A staff id, or `holder`, `sweep`, or a provider. */
  actor: string
  reason?: Reason | null
  /** ISO 8601 in UTC. */
  at: string
}

/** The first step of one; the row itself is added behind it. */
export function startState(machine: keyof typeof machines, id: string, step: Step): Write {
  return addStep(machine, id, null, step)
}

/** The next step from the state that was read, and the row that follows it. Refused when it stands elsewhere. */
export function transition(machine: keyof typeof machines, from: CurrentState, step: Step): Write[] {
  const { rows } = machines[machine]
  return [
    addStep(machine, from.id, from, step),
    { sql: `update "${rows}" set n = ?, state = ? where id = ?`, values: [from.n + 1, step.state, from.id] },
  ]
}

function addStep(machine: keyof typeof machines, id: string, before: CurrentState | null, step: Step): Write {
  const { steps, whose } = machines[machine]
  return {
    sql: `insert into "${steps}" ("${whose}", n, state, n_before, state_before, move, actor, reason, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    values: [
      id,
      (before?.n ?? 0) + 1,
      step.state,
      before?.n ?? null,
      before?.state ?? null,
      `${before?.state ?? ''}>${step.state}`,
      step.actor,
      step.reason ?? null,
      step.at,
    ],
  }
}
