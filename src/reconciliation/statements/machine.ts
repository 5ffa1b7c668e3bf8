import type { StepTables } from '../../platform/db/state-machine.ts'

/** The tables in which a statement's steps are kept. */
export const statementMachine: StepTables = { steps: 'statement_steps', whose: 'statement_id', rows: 'statements' }
