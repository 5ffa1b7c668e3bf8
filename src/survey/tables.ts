/** The tables that this room may name: what people answer, and what both sides of the wall stand on. */
import type { SharedTables, SurveyTables } from '../../schema/tables.ts'
import { queriesOf } from '../platform/db/together.ts'

export const { sql, insertMany } = queriesOf<SurveyTables & SharedTables>()
