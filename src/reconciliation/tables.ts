/** Every table: what is checked is checked across all rooms. */
import type { Tables } from '../../schema/tables.ts'
import { queriesOf } from '../platform/db/together.ts'

export const { sql, insertMany } = queriesOf<Tables>()
