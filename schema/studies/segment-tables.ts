/** The tables of answers by column, and of what is made of them. */
import type { ExportTables } from './export-tables.ts'

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

/** What viewers see of them. */
interface FigureSnapshotsTable {
  study_id: string
  /** The first of the versions whose answers are the same data. */
  data_version: string
  /** The day (UTC) on which it was looked at last. */
  looked_on: string
  /** The day on which the figures were made; null as long as there are none. */
  made_on: string | null
  /** JSON of the figures. */
  document: string | null
}

/** Filters that somebody gave a name. */
interface SavedFiltersTable {
  id: string
  study_id: string
  name: string
  /** As an address has it. */
  query: string
  /** A staff id. */
  made_by: string
  made_at: string
  /** Null while it is there. */
  removed_at: string | null
}

/** Shares that answers are weighted to. */
interface MarginSetsTable {
  id: string
  study_id: string
  name: string
  /** Which of this name it is, from 1. */
  n: number
  /** As an address has them. */
  margins: string
  /** A staff id. */
  made_by: string
  made_at: string
  /** Null while it is there. */
  removed_at: string | null
}

export interface SegmentTables extends ExportTables {
  margin_sets: MarginSetsTable
  saved_filters: SavedFiltersTable
  figure_snapshots: FigureSnapshotsTable
  answer_places: AnswerPlacesTable
  answer_segments: AnswerSegmentsTable
}
