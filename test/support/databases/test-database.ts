import type { Database } from '../../../src/platform/db/together.ts'

export interface Opened {
  db: Database
  /** Another connection to the same data, as a second process would have; the caller closes it. */
  again(): Promise<Database>
  /** Closes the database and throws it away. */
  close(): Promise<void>
  /** Where it is, for another program: an SQLite file's path (D1's too, while nobody uses it), or a Postgres address. */
  address?: string
}

export interface TestDatabase {
  name: 'sqlite' | 'd1' | 'postgres'
  /** Migrated, and empty but for its word lists. */
  open(): Promise<Opened>
  /** The same, behind all that stands before it when it is deployed. */
  openBound(): Promise<Opened>
  /** Without a single table. */
  openEmpty(): Promise<Opened>
}
