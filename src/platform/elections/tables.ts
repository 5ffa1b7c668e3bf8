/** The one table of this room. */
import type { SharedTables } from '../../../schema/tables.ts'
import { queriesOf } from '../db/together.ts'

export const { sql } = queriesOf<Pick<SharedTables, 'elections'>>()
