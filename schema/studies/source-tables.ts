/** The tables of how people find a study, and of where they leave it: counts, and the tags of the links that staff made. */

interface SourceTagsTable {
  /** `none` and `other` belong to no study. */
  id: string
  study_id: string | null
  /** 0: no tag; 1: one that nobody made; from 2 on those of the study. */
  n: number
  tag: string
  made_by: string | null
  at: string
}

interface StudyOpeningsTable {
  study_id: string
  /** In the zone of the study. */
  day: string
  language: string
  door: 'open_link' | 'invitation'
  /** The id of a tag. */
  source: string
  opened: number
}

interface StudyStopsTable {
  study_id: string
  page: string
  /** The first one of the page without an answer; '' where every one has one. */
  question: string
  stopped: number
}

interface StopsCountedTable {
  study_id: string
  n: number
  n_before: number
  last_at: string
  last_id: string
}

export interface SourceTables {
  source_tags: SourceTagsTable
  study_openings: StudyOpeningsTable
  study_stops: StudyStopsTable
  stops_counted: StopsCountedTable
}
