/**
 * Postgres, read committed. The writes of a `together` and their commit are one exchange, so the row that everybody wants
 * is locked for no longer than the server itself needs.
 */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { CommitWatch } from '../metrics/commit-watch.ts'
import { decodeRows } from './decode-rows.ts'
import { type Ask, breachReader, isPostgresError } from './postgres/breach.ts'
import { openConnections } from './postgres/connections.ts'
import { exchange, type PreparedStatement } from './postgres/exchange.ts'
import { bytewise, numbered } from './postgres/sql.ts'
import { trackRunning } from './running.ts'
import { assertBindable, type Database, type Query, type Write, type WriteOutcome } from './together.ts'

export interface PostgresChoices {
  /**
   * Whether statements get names, so that each connection plans them once. Wrong behind a pooler that lends one
   * connection to many and does not know names; an address with `pgbouncer=true` therefore turns it off. The same
   * poolers refuse to connect when asked for the server's timeouts, so those go with the names.
   */
  named?: boolean
  /** How many connections at most. */
  connections?: number
  /** How long anything waits for a connection that is free; 10 s unless told. */
  connectionMilliseconds?: number
  /** How long an answer may take before its connection is given up; 20 s unless told. */
  answerMilliseconds?: number
  /** How long `close` waits for what runs before it cuts the connections; 10 s unless told. */
  closingMilliseconds?: number
  watch?: CommitWatch | undefined
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
  const { named = !/[?&]pgbouncer=true\b/.test(url), connections: most = 10 } = choices
  const { connectionMilliseconds = 10_000, answerMilliseconds = 20_000, closingMilliseconds = 10_000, watch } = choices
  const connections = openConnections(url, { mayAsk: named, most, connectionMilliseconds, answerMilliseconds })
  // A pool that is ended forgets whoever still waits for a connection.
  const running = trackRunning('The database is closed')
  const run = runner(named)
  const breachOf = breachReader()
  const together = (writes: readonly Write[]) =>
    untilDone(() => connections.use((client) => attempt(client, writes, run, breachOf)))
  let closing: Promise<void> | null = null

  return {
    async read<Row>(query: Query<Row>): Promise<Row[]> {
      assertBindable(query)
      const [rows = []] = await running.track(() => connections.use((client) => run(client, [query])))
      return decodeRows(rows as Row[], query.sql)
    },

    async together(...writes: Write[]): Promise<WriteOutcome> {
      for (const write of writes) assertBindable(write)
      if (writes.length === 0) return { done: true, rows: [] }
      return running.track(() => (watch === undefined ? together(writes) : watched(() => together(writes), watch)))
    },

    apply: (script) => running.track(() => connections.use((client) => applyScript(client, script))),

    waiting: connections.waiting,

    close() {
      // Whoever is still waiting then waits for a server that does not answer.
      closing ??= running.finish(closingMilliseconds).then((isDone) => connections.end(!isDone))
      return closing
    },
  }
}

/** Runs queries in one exchange, and gives the rows of each. */
type Run = (client: pg.ClientBase, queries: readonly Query[]) => Promise<unknown[][]>

/** @param named whether each text gets a name, by which connections plan it once */
function runner(named: boolean): Run {
  const statements = new Map<string, PreparedStatement>()

  function statementOf(sql: string): PreparedStatement {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const text = numbered(sql)
    if (statements.size >= statementCap) return { text }
    const name = createHash('sha256').update(text).digest('base64url')
    const made = named ? { text, name } : { text }
    statements.set(sql, made)
    return made
  }

  return (client, queries) =>
    exchange(
      client,
      queries.map(({ sql }) => statementOf(sql)),
      queries.map(({ values }) => values),
    )
}

/** One try; `again` is why the server asks for another. */
async function attempt(
  client: pg.ClientBase,
  writes: readonly Write[],
  run: Run,
  breachOf: ReturnType<typeof breachReader>,
): Promise<WriteOutcome | { again: unknown }> {
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
}

async function untilDone(attempted: () => Promise<WriteOutcome | { again: unknown }>): Promise<WriteOutcome> {
  for (let n = 1; ; n += 1) {
    const result = await attempted()
    if ('done' in result) return result
    if (n === tries) throw result.again
    // Those who met in a deadlock must not meet again.
    await wait(Math.random() * 10 * n)
  }
}

/** Each call has a commit of its own. */
async function watched(make: () => Promise<WriteOutcome>, by: CommitWatch): Promise<WriteOutcome> {
  const onFlushed = by.waits?.()
  const beganAt = performance.now()
  try {
    const outcome = await make()
    const flush = { calls: 1, beganAt, endedAt: performance.now() }
    by.flushed(flush)
    onFlushed?.(flush)
    return outcome
  } catch (error) {
    onFlushed?.(null)
    throw error
  }
}

async function applyScript(client: pg.ClientBase, script: string): Promise<void> {
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
}

/** A query that may take as long as it takes. The driver reads this from a query, but its types do not say so. */
function untimed(text: string): pg.QueryConfig {
  const query: pg.QueryConfig & { query_timeout: number } = { text, query_timeout: asLongAsItTakes }
  return query
}
