/** The tables of themes, into which open texts are sorted by hand. */

interface ThemeListsTable {
  study_id: string
  /** The name of the column that the texts stand in. */
  question: string
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

interface TextCodingsTable {
  respondent_id: string
  question: string
  /** A theme's id; 0 where somebody has read the text and no theme fits. */
  theme: number
  study_id: string
  /** A staff id. */
  coded_by: string
  at: string
}

export interface ThemeTables {
  theme_lists: ThemeListsTable
  text_codings: TextCodingsTable
}
