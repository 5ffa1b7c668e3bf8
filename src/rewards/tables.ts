/** The tables that this room may name: what people are owed, and what both sides of the wall stand on. */
import type { RewardTables, SharedTables } from '../../schema/tables.ts'
import { queriesOf } from '../platform/db/together.ts'

export const { sql, insertMany } = queriesOf<RewardTables & SharedTables>()
