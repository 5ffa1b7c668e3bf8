/**
 * A life is a list of steps, each naming the one before it: a move that is not legal, and a second move from the same
 * step, are refused by keys alone. Beside the steps stands a row that says where the life is now, tied to its last step.
 */
import type { Reason } from '../../../schema/tables.ts'
import type { Write } from './together.ts'

const lives = {
  voucher: { steps: 'voucher_steps', whose: 'voucher_id', rows: 'vouchers' },
  claim: { steps: 'claim_steps', whose: 'claim_id', rows: 'claims' },
  batch: { steps: 'batch_steps', whose: 'batch_id', rows: 'batches' },
  payout: { steps: 'payout_steps', whose: 'payout_id', rows: 'payouts' },
  attempt: { steps: 'attempt_steps', whose: 'attempt_id', rows: 'attempts' },
  statement: { steps: 'statement_steps', whose: 'statement_id', rows: 'statements' },
} as const

export interface Standing {
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

/** The step with which a life begins; the row itself is added behind it. */
export function begin(life: keyof typeof lives, id: string, step: Step): Write {
  return addStep(life, id, null, step)
}

/** The next step from where the life was read to stand, and the row that follows it. Refused when it stands elsewhere. */
export function move(life: keyof typeof lives, from: Standing, step: Step): Write[] {
  const { rows } = lives[life]
  return [
    addStep(life, from.id, from, step),
    { sql: `update "${rows}" set n = ?, state = ? where id = ?`, values: [from.n + 1, step.state, from.id] },
  ]
}

function addStep(life: keyof typeof lives, id: string, before: Standing | null, step: Step): Write {
  const { steps, whose } = lives[life]
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
