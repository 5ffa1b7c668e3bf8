/** The tables that this room may name: its own, and which studies there are, since people have their roles in them. */
import type { SharedTables, StudiesTable } from '../../schema/tables.ts'
import { queriesOf } from '../platform/db/together.ts'

export const { sql, insertMany } = queriesOf<
  SharedTables & { studies: Pick<StudiesTable, 'id' | 'slug' | 'test_of'> }
>()
