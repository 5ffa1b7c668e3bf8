/** What is counted of a network: a block of addresses under a keyed name that soon means nothing. */

export interface NetworksTable {
  network: string
  /** Counted before starts were slowed; nothing since. */
  open_leases: number
  cap: number
  /** Responses begun from it in its ten minutes. */
  starts: number
  starts_cap: number
  seen_at: string
}

/** Those who wait to start on a network: when the last turn is. */
export interface StartQueuesTable {
  network: string
  /** Milliseconds since 1970, as `asked_ms`, when it was asked for. */
  turn_ms: number
  asked_ms: number
}

/** One who waits, under the id of the response that the turn begins. */
export interface StartPlacesTable {
  respondent_id: string
  network: string
  /** Milliseconds since 1970. */
  turn_ms: number
}

export interface WrongCodesTable {
  network: string
  today: number
  /** ISO 8601 as far as the minute. */
  last_minute: string
  in_minute: number
  cap: number
}
