/** The tables of how responses were given, and of what the checks of quality found. */

export type FlagFamily = 'pace' | 'pattern' | 'consistency' | 'copy' | 'network' | 'automation'

/** How a complete response was given. */
export interface ResponseParadataTable {
  respondent_id: string
  study_id: string
  /** As whose data it counts: of a response to a correction, the version that it corrects. */
  questionnaire_version: string
  /** The pages that it led through, as one word. */
  route: string
  language: string
  /** Canonical JSON: of each page its time in milliseconds, and how it was sent. */
  pages: string
  /** A keyed name of the day; null once that is over. */
  network: string | null
  ended_at: string
  /** When it was compared with the others; '' until then. */
  looked_at: string
}

export interface ResponseFlagsTable {
  respondent_id: string
  name: string
  family: FlagFamily
  points: number
  /** Canonical JSON of codes and numbers, never a text. */
  facts: string
  /** The version of the checks. */
  rules: string
  flagged_at: string
}

/** What is usual on a route in a language, frozen at the soft launch. */
export interface SpeedBaselinesTable {
  study_id: string
  questionnaire_version: string
  route: string
  language: string
  /** Of how many it was made. */
  responses: number
  /** The median, in milliseconds. */
  active_ms: number
  /** Canonical JSON: the median of each page, in milliseconds. */
  pages: string
  frozen_at: string
}

/** How often answers are given and how they are related, from a sample. */
export interface AnswerModelsTable {
  study_id: string
  questionnaire_version: string
  responses: number
  model: string
  made_at: string
}

/** Keyed traces by which answers that agree find each other. */
export interface ResponseSignaturesTable {
  respondent_id: string
  /** `answers`, or the code of a question of free text. */
  kind: string
  band: number
  hash: string
  study_id: string
}

export interface StudyAlarmsTable {
  study_id: string
  kind: string
  since: string
  facts: string
  last_at: string
}

/** Whose turn it is, of several servers: a claim names the turn that it read. */
export interface TurnsTable {
  part: string
  n: number
  n_before: number
  at: string
}

/** A flag that holds nobody any more in a study. */
export interface ReportOnlyFlagsTable {
  study_id: string
  name: string
  /** The version of the checks. */
  rules: string
  decided: number
  released: number
  since: string
}

export interface QualityTables {
  report_only_flags: ReportOnlyFlagsTable
  response_paradata: ResponseParadataTable
  response_flags: ResponseFlagsTable
  speed_baselines: SpeedBaselinesTable
  answer_models: AnswerModelsTable
  response_signatures: ResponseSignaturesTable
  study_alarms: StudyAlarmsTable
  turns: TurnsTable
}
