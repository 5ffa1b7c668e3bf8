/**
 * Postgres, read committed. The writes of a `together` and their commit are one exchange, so the row that everybody wants
 * is locked for no longer than the server itself needs.
 */
import { createHash } from 'node:crypto'
import { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { CommitWatch } from '../metrics/commit-watch.ts'
import { decodeRows } from './decode-rows.ts'
import { type Ask, breachReader, isPostgresError } from './postgres/breach.ts'
import { exchange, type Statement } from './postgres/exchange.ts'
import { bytewise, numbered } from './postgres/sql.ts'
import { postgresTypes } from './postgres/types.ts'
import { assertBindable, type Database, type Outcome, type Query, type Write } from './together.ts'

export interface PostgresChoices {
  /**
   * Whether statements get names, so that each connection plans them once. Wrong behind a pooler that lends one
   * connection to many and does not know names; an address with `pgbouncer=true` therefore turns it off. The same
   * poolers refuse to connect when asked for the server's timeouts, so those go with the names.
   */
  named?: boolean
  /** How many connections at most. */
  connections?: number
  /** How long an answer may take before its connection is given up; 20 s unless told. */
  answerMilliseconds?: number
  /** How long `close` waits for what runs before it cuts the connections; 10 s unless told. */
  closingMilliseconds?: number
  watch?: CommitWatch | undefined
}

/** The server ends a statement that runs, and a transaction that waits for us, after 15 s: both hold locks. */
const serverSettings = {
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 15_000,
  // Whatever the database's own default is: a stricter one would have writers try again who need not.
  options: '-c default_transaction_isolation=read\\ committed',
}
/** The longest that a timer takes, in milliseconds: 24 days. */
const asLongAsItTakes = 2 ** 31 - 1

/** Deadlock, and serialization failure: the server has undone everything and asks for another try. */
const tryAgain = new Set(['40P01', '40001'])
const tries = 10
const statementCap = 500
/** Any number, the same in every process: whoever holds it applies a script. */
const scriptLock = 7_206_219

/**
 * Connects, on first use, to the database at `url` (`postgres://…`). When `together` throws, its outcome may be
 * unknown (a connection lost during the commit): the caller sends the same writes again.
 */
export function openPostgres(url: string, choices: PostgresChoices = {}): Database {
  const { named = !/[?&]pgbouncer=true\b/.test(url), connections = 10 } = choices
  const { answerMilliseconds = 20_000, closingMilliseconds = 10_000, watch } = choices
  const sockets = new Set<Socket>()
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    query_timeout: answerMilliseconds,
    ...(named ? serverSettings : {}),
    // Kept in hand, because the driver itself waits for what a pipeline still holds, however long.
    stream() {
      const socket = new Socket()
      sockets.add(socket)
      return socket.once('close', () => sockets.delete(socket))
    },
    types: postgresTypes,
  })
  // A connection that breaks is replaced when one is next needed, and whoever was using it is told by its query.
  // Without a listener the program would end.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const statements = new Map<string, Statement>()
  const breachOf = breachReader()
  const running = new Set<Promise<unknown>>()
  let closed = false

  function statementOf(sql: string): Statement {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const text = numbered(sql)
    if (statements.size >= statementCap) return { text }
    const name = createHash('sha256').update(text).digest('base64url')
    const made = named ? { text, name } : { text }
    statements.set(sql, made)
    return made
  }

  const run = (client: pg.ClientBase, queries: readonly Query[]): Promise<unknown[][]> =>
    exchange(
      client,
      queries.map(({ sql }) => statementOf(sql)),
      queries.map(({ values }) => values),
    )

  async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error) => Promise.reject(unreachable(url, error)))
    let usable = false
    try {
      const result = await work(client)
      usable = client.getTransactionStatus() === 'I'
      return result
    } finally {
      // After an error nobody knows what a connection still holds (a plan for a table that was altered, say).
      client.release(!usable)
    }
  }

  async function attempt(writes: readonly Write[]): Promise<Outcome | { again: unknown }> {
    return withClient(async (client) => {
      let rows: unknown[][]
      try {
        rows = await run(client, writes)
      } catch (error) {
        // The server may have been told to stop just behind a commit.
        if (!isPostgresError(error) || error.code.startsWith('57P'))
          throw new Error('The outcome of a commit is unknown', { cause: error })
        if (tryAgain.has(error.code)) return { again: error }
        const ask: Ask = async (sql, values) => (await client.query(sql, values)).rows
        const breach = await breachOf(error, ask)
        if (breach === undefined) throw error
        return { done: false, breach }
      }
      return { done: true, rows: rows.map((some, i) => decodeRows(some, writes[i]?.sql ?? '')) }
    })
  }

  async function makeTogether(writes: readonly Write[]): Promise<Outcome> {
    for (let n = 1; ; n += 1) {
      const result = await attempt(writes)
      if ('done' in result) return result
      if (n === tries) throw result.again
      // Those who met in a deadlock must not meet again.
      await wait(Math.random() * 10 * n)
    }
  }

  /** Each call has a commit of its own. */
  async function watched(writes: readonly Write[], by: CommitWatch): Promise<Outcome> {
    const told = by.waits?.()
    const beganAt = performance.now()
    try {
      const outcome = await makeTogether(writes)
      const flush = { calls: 1, beganAt, endedAt: performance.now() }
      by.flushed(flush)
      told?.(flush)
      return outcome
    } catch (error) {
      told?.(null)
      throw error
    }
  }

  /** Keeps count of what runs, because a pool that is ended forgets whoever still waits for a connection. */
  function tracked<T>(work: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new Error('The database is closed'))
    const promise = work().finally(() => running.delete(promise))
    running.add(promise)
    return promise
  }

  return {
    async read<Row>(query: Query<Row>): Promise<Row[]> {
      assertBindable(query)
      const [rows = []] = await tracked(() => withClient((client) => run(client, [query])))
      return decodeRows(rows as Row[], query.sql)
    },

    async together(...writes: Write[]): Promise<Outcome> {
      for (const write of writes) assertBindable(write)
      if (writes.length === 0) return { done: true, rows: [] }
      return tracked(() => (watch === undefined ? makeTogether(writes) : watched(writes, watch)))
    },

    async apply(script: string): Promise<void> {
      await tracked(() =>
        withClient(async (client) => {
          const patiently = (text: string) => client.query(untimed(text))
          await client.query('begin')
          try {
            // Filling a new index of a large table may well take longer than anything that students wait for.
            await client.query('set local statement_timeout = 0')
            await patiently(`select pg_advisory_xact_lock(${scriptLock})`)
            await patiently(bytewise(script))
          } catch (error) {
            await client.query('rollback')
            throw error
          }
          await patiently('commit')
        }),
      )
    },

    waiting: () => pool.waitingCount,

    async close(): Promise<void> {
      if (closed) return
      closed = true
      await within(closingMilliseconds, allSettled(running))
      const ended = pool.end()
      // Whoever is still waiting now waits for a server that does not answer.
      if (running.size > 0) for (const socket of sockets) socket.destroy()
      await ended
    },
  }
}

/**
 * Says which database gave no connection and why, without its password. Nothing that was asked of it has been done.
 * When a name leads to several addresses, Node's own error has no message but those of each.
 */
function unreachable(url: string, cause: Error): Error {
  const { message } = cause instanceof AggregateError ? (cause.errors[0] as Error) : cause
  return new Error(`Postgres at ${placeOf(url)} gives no connection: ${message}`, { cause })
}

/** Host, port and name of the database at an address. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}

/** A query that may take as long as it takes. The driver reads this from a query, but its types do not say so. */
function untimed(text: string): pg.QueryConfig {
  const query: pg.QueryConfig & { query_timeout: number } = { text, query_timeout: asLongAsItTakes }
  return query
}

/** When none is left in the set, those included that are added meanwhile. */
async function allSettled(running: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running)
}

/** When the promise is fulfilled, or the time is up. */
async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  const over = new AbortController()
  const timer = wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)
  await Promise.race([promise, timer])
  over.abort()
}
