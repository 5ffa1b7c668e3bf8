/** The table of studies that are being described. */

interface SetupsTable {
  /** Also that of the study that it becomes. */
  id: string
  /** What was typed, as JSON. */
  document: string
  revision: number
  /** What the writer of this revision had read. */
  revision_before: number
  /** A staff id. */
  made_by: string
  made_at: string
  saved_by: string
  saved_at: string
  /** Null until it has become a study. */
  study_id: string | null
}

interface StudyChangesTable {
  study_id: string
  n: number
  /** JSON: fields, each with what stood there before and what stands there from then on. */
  changes: string
  /** A staff id. */
  changed_by: string
  at: string
}

export interface SetupTables {
  study_changes: StudyChangesTable
  setups: SetupsTable
}
