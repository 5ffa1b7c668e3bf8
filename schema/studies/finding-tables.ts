/** The tables of what a study found and what changed. */
import type { ThemeTables } from './theme-tables.ts'

interface FindingListsTable {
  study_id: string
  n: number
  n_before: number | null
  /** JSON of the whole list. */
  document: string
  /** The list that undoing goes back to: null for none, 0 for the empty one. */
  undo_to: number | null
  /** The list that was undone; null for none. */
  redo_to: number | null
  /** A staff id. */
  changed_by: string
  at: string
}

export interface FindingTables extends ThemeTables {
  finding_lists: FindingListsTable
}
