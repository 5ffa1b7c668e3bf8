/** The tables of which versions a study has asked, and of what is being written beside them. */

export type VersionKind = 'first' | 'new' | 'correction'

export interface StudyVersionsTable {
  study_id: string
  n: number
  n_before: number | null
  version: string
  kind: VersionKind
  /** The version whose wording it corrects; null of any other kind. */
  corrects: string | null
  /** The first of those whose answers are the same data; itself, unless it is a correction. */
  data_version: string
  /** What its publisher said of it; '' for nothing. */
  note: string
  /** A staff id, or `system`. */
  published_by: string
  published_at: string
}

export interface QuestionnaireDraftsTable {
  study_id: string
  /** JSON of a questionnaire that need not be finished. */
  document: string
  /** The version that it is to come after. */
  base_version: string
  revision: number
  revision_before: number
  /** A staff id. */
  saved_by: string
  saved_at: string
}

export interface QuestionnaireDraftRevisionsTable {
  study_id: string
  revision: number
  document: string
  /** The revision that undoing goes back to: null for none, 0 for the version that the draft began with. */
  undo_to: number | null
  /** The revision that was undone; null for none. */
  redo_to: number | null
  saved_by: string
  saved_at: string
}

/** A translation that somebody has found right beside what the other languages of its text said then. */
export interface ConfirmedTranslationsTable {
  study_id: string
  /** Where the text stands, as the editor addresses it: `questions/Q07/hint`. */
  place: string
  language: string
  /** The SHA-256 of the text in all its languages, as canonical JSON. */
  words_hash: string
  /** A staff id. */
  confirmed_by: string
  confirmed_at: string
}

export interface VersionTables {
  study_versions: StudyVersionsTable
  questionnaire_drafts: QuestionnaireDraftsTable
  questionnaire_draft_revisions: QuestionnaireDraftRevisionsTable
  confirmed_translations: ConfirmedTranslationsTable
}
