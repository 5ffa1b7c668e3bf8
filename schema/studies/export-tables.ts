/** The tables of exports: files of answers, how far each was written, and who took it away. */

interface ExportsTable {
  id: string
  study_id: string
  format: string
  /** Of its labels; null for a format without words. */
  language: string | null
  /** As an address has it. */
  filter: string
  /** 1: also those that ended otherwise than complete. */
  everybody: number
  /** JSON: the versions whose data it is of, each with how many of their places. */
  parts: string
  made_by: string
  made_at: string
  revision: number
  revision_before: number
  /** A hash of all that decides its bytes. */
  stamp: string
  records: number
  /** How many records the first pass has written, in so many bytes; `behind` is the last one's reference. */
  written: number
  bytes: number
  behind: string
  /** JSON: where its SHA-256 stands. */
  hash: string
  /** In hex; null until the first pass has come to its end. */
  sha256: string | null
}

interface ExportCheckpointsTable {
  export_id: string
  bytes: number
  behind: string
}

interface ExportTakesTable {
  export_id: string
  staff_id: string
  at: string
}

export interface ExportTables {
  exports: ExportsTable
  export_checkpoints: ExportCheckpointsTable
  export_takes: ExportTakesTable
}
