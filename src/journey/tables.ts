/** The tables of both sides of the wall: this is where they meet. */
import type { RewardTables, SetupTables, SharedTables, SurveyTables } from '../../schema/tables.ts'
import { queriesOf } from '../platform/db/together.ts'

export const { sql } = queriesOf<SurveyTables & Omit<RewardTables, 'studies'> & SharedTables & SetupTables>()
