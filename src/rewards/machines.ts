/** The tables in which steps of what is owed are kept. */
import type { StepTables } from '../platform/db/state-machine.ts'

export const voucherMachine: StepTables = { steps: 'voucher_steps', whose: 'voucher_id', rows: 'vouchers' }
export const reviewMachine: StepTables = { steps: 'review_steps', whose: 'respondent_id', rows: 'reviews' }
export const claimMachine: StepTables = { steps: 'claim_steps', whose: 'claim_id', rows: 'claims' }
export const batchMachine: StepTables = { steps: 'batch_steps', whose: 'batch_id', rows: 'batches' }
export const payoutMachine: StepTables = { steps: 'payout_steps', whose: 'payout_id', rows: 'payouts' }
export const attemptMachine: StepTables = { steps: 'attempt_steps', whose: 'attempt_id', rows: 'attempts' }
