/** What a set-up is read against: what is in the database, and who pays here. */
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import type { Payer } from '../../../ports.ts'

export interface SetupContext {
  /** Another study has the address. */
  isTaken: boolean
  /** The questionnaire that it names; null when there is none of that name. */
  questionnaire: Questionnaire | null
  payers: readonly Payer[]
  /** ISO 8601, UTC. */
  now: string
}
