/** The tables of answers by column. */

export interface AnswerPlacesTable {
  study_id: string
  /** The first of the versions whose answers are the same data. */
  data_version: string
  /** From 0, without a hole, in the order of packing. */
  n: number
  n_before: number | null
  respondent_id: string
}

export interface AnswerSegmentsTable {
  study_id: string
  data_version: string
  /** Of places `n * 4096` and on. */
  n: number
  /** A question, or what is told of the response itself (`_status`). */
  name: string
  /** So many characters a place. */
  width: number
  /** Of so many places. */
  filled: number
  data: string
}

export interface SegmentTables {
  answer_places: AnswerPlacesTable
  answer_segments: AnswerSegmentsTable
}
