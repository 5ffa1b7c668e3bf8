/**
 * A state machine is a table of steps, each naming the one before it: a transition that is not legal, and a second one
 * from the same step, are refused by keys alone. Beside the steps stands a row that says the state now, tied to its
 * last step.
 */
import type { Reason, Tables } from '../../../schema/tables.ts'
import type { Write } from './together.ts'

/** Where the steps of one kind are kept: the steps, the column that says whose they are, and the rows beside them. */
export interface StepTables {
  steps: keyof Tables
  whose: string
  rows: keyof Tables
}

export interface CurrentState {
  id: string
  n: number
  state: string
}

export interface StateStep {
  state: string
  /** A staff id, or `holder`, `sweep`, or a provider. */
  actor: string
  reason?: Reason | null
  /** ISO 8601 in UTC. */
  at: string
}

/** The first step of one; the row itself is added behind it. */
export function startState(machine: StepTables, id: string, step: StateStep): Write {
  return addStep(machine, id, null, step)
}

/** The next step from the state that was read, and the row that follows it. Refused when it stands elsewhere. */
export function transition(machine: StepTables, from: CurrentState, step: StateStep): Write[] {
  return [
    addStep(machine, from.id, from, step),
    { sql: `update "${machine.rows}" set n = ?, state = ? where id = ?`, values: [from.n + 1, step.state, from.id] },
  ]
}

function addStep(machine: StepTables, id: string, before: CurrentState | null, step: StateStep): Write {
  const { steps, whose } = machine
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
