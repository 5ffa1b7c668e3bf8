/** The tables of quotas: how many responses of each cell count. */

/** A place in a cell is held by somebody who answers (`open`), by a response that waits for a person, or for good. */
export type QuotaState = 'open' | 'held' | 'accepted' | 'freed'

interface QuotaCellsTable {
  study_id: string
  cell: string
  cap: number
  open: number
  held: number
  accepted: number
}

interface QuotaReservationsTable {
  respondent_id: string
  study_id: string
  n: number
  /** What the writer of this step had read. */
  n_before: number
  state: QuotaState
  opened_at: string
  /** Of an open one; an older time stays in those that are not. */
  expires_at: string
}

interface QuotaPlacesTable {
  respondent_id: string
  study_id: string
  cell: string
}

export interface QuotaTables {
  quota_cells: QuotaCellsTable
  quota_reservations: QuotaReservationsTable
  quota_places: QuotaPlacesTable
}
