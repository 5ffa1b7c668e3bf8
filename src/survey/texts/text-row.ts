/** What was typed, as rows hold it. */

/** A row that answers stand in: a document, or a page of a response. A text that is moved to another does not open. */
export interface TextRow {
  studyId: string
  respondentId: string
  /** Null for the document. */
  page: string | null
}

/** The two columns that what was typed is kept in. */
export interface SealedTexts {
  texts: string
  textsKey: string | null
}
