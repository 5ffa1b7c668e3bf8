/** What is counted of a network: a block of addresses under a keyed name of the day. */

export interface NetworksTable {
  network: string
  open_leases: number
  cap: number
  /** Responses begun from it on its day. */
  starts: number
  starts_cap: number
  seen_at: string
}

export interface WrongCodesTable {
  network: string
  today: number
  /** ISO 8601 as far as the minute. */
  last_minute: string
  in_minute: number
  cap: number
}
