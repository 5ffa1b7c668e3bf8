/**
 * Everything of the outside world that the app may use. Each entry (Node, Workers, tests) hands the app its own set;
 * there is no other way in for a clock, a random number, a key or a database.
 */
import type { Database } from './db/together.ts'

export interface Clock {
  /** ISO 8601 in UTC with milliseconds, such as `2026-02-14T08:00:00.000Z`. */
  now(): string
}

export interface Ids {
  /**
   * A new key for a row: `prefix_`, nine characters of time, then random ones (12 unless told); ordered by time, so
   * that databases add it at the end.
   */
  next(prefix: string, randomness?: number): string
  /** `length` random characters of Crockford's base 32 in lower case: five bits each. */
  random(length: number): string
}

export interface NamedKey {
  kid: string
  key: CryptoKey
}

/** Keys of one purpose: the newest signs, every one verifies, so that rotation is adding a key. */
export interface KeyRing {
  newest: NamedKey
  all: readonly NamedKey[]
}

export interface Keys {
  /** HS256, for tokens that only we read: respondents, vouchers, staff. */
  tokens: KeyRing
  /** HMAC-SHA-256, for codes derived from ids and for keyed hashes of codes. */
  codes: KeyRing
  /** ES256, for what others may check. */
  receipts: KeyRing
  /** The public half of `receipts`, as served at `/.well-known/jwks.json`. */
  jwks: { keys: object[] }
}

/** Pays claims; none yet. */
export type Payer = never

/** Tells people outside; none yet. */
export type Notifier = never

export interface Settings {
  /** Scheme, host and port that people use: links, cookies and Origin checks follow it. */
  origin: string
  leaseMinutes: number
  leasesPerNetwork: number
  startsPerNetwork: number
}

export interface Ports {
  db: Database
  clock: Clock
  ids: Ids
  keys: Keys
  payers: readonly Payer[]
  notifier: Notifier | null
  settings: Settings
  /** The style sheet and the script, as text. */
  assets: { style: string; script: string }
  /** The caller's network address, as text; what the runtime knows of a request is in `env` or in a header. */
  addressOf(request: Request, env: unknown): string
  /** One line of JSON. Never an answer, a code, a token or an address. */
  log(entry: Record<string, string | number | null>): void
}

/** What Hono hands from one handler to the next. */
export interface AppEnv {
  Variables: { ports: Ports; requestId: string }
}
