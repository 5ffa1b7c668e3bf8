/**
 * SQLite in a file, for one process. `together` is a group commit: one disk flush pays for everything that arrived
 * while the last one ran. A group runs within one tick, so no read can see it half done.
 */
import SqliteFile from 'better-sqlite3'
import type { CommitWatch, Flush } from '../metrics/commit-watch.ts'
import { decodeRows } from './decode-rows.ts'
import { sqliteBreach } from './sqlite-breach.ts'
import { openMark } from './sqlite-file/commit-mark.ts'
import { assertBindable, type Database, type Outcome, type Query, type Write } from './together.ts'

/** More calls than this do not share a flush, so that the first of them does not wait long for the last. */
const groupCap = 256
const statementCap = 500

interface Call {
  writes: readonly Write[]
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
  told: ((flush: Flush | null) => void) | undefined
}

type Answer = { call: Call; outcome: Outcome } | { call: Call; error: unknown }

export interface SqliteChoices {
  /** How long a write waits for another process that is writing; 5000 ms unless told. The whole program waits. */
  busyMilliseconds?: number
  watch?: CommitWatch | undefined
}

/**
 * Opens, or makes, the database in the file at `path`. Its promises are kept when `together` answers: flushed to the
 * disk. `close` makes what is queued, then closes.
 * @throws SqliteError when the file cannot be opened or is no database
 */
export function openSqlite(path: string, { busyMilliseconds = 5000, watch }: SqliteChoices = {}): Database {
  const file = new SqliteFile(path, { timeout: busyMilliseconds })
  try {
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    // What is overwritten is gone from the file, also from pages that hold nothing more.
    file.pragma('secure_delete = ON')
    file.pragma('temp_store = MEMORY')
    // In KiB, as the minus sign says.
    file.pragma('cache_size = -32000')
  } catch (error) {
    file.close()
    throw error
  }

  const statements = new Map<string, SqliteFile.Statement>()
  const begin = file.prepare('begin immediate')
  const commit = file.prepare('commit')
  const rollback = file.prepare('rollback')
  const savepoint = file.prepare('savepoint one_call')
  const release = file.prepare('release one_call')
  const undo = file.prepare('rollback to one_call')
  const mark = openMark(file)
  let waiting: Call[] = []
  let woken = false
  let closed = false

  function statementOf(sql: string): SqliteFile.Statement {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const made = file.prepare(sql)
    if (statements.size >= statementCap) {
      const [oldest] = statements.keys()
      if (oldest !== undefined) statements.delete(oldest)
    }
    statements.set(sql, made)
    return made
  }

  function run(query: Query): unknown[] {
    const statement = statementOf(query.sql)
    if (statement.reader) return decodeRows(statement.all(query.values), query.sql)
    statement.run(query.values)
    return []
  }

  /** One statement that gives nothing back undoes itself when it is refused: it needs no savepoint. */
  function undoesItself({ writes: [only, ...others] }: Call): boolean {
    return only !== undefined && others.length === 0 && !statementOf(only.sql).reader
  }

  /** Makes one call inside the open transaction. @throws only when the whole transaction is gone */
  function make(call: Call): Answer {
    let saved = false
    try {
      // Preparing may fail as well, and is then this call's own fault.
      if (!undoesItself(call)) {
        savepoint.run()
        saved = true
      }
      const rows = call.writes.map(run)
      if (saved) release.run()
      return { call, outcome: { done: true, rows } }
    } catch (error) {
      if (!file.inTransaction) throw error
      if (saved) {
        undo.run()
        release.run()
      }
      const breach = sqliteBreachOf(error)
      return breach === undefined ? { call, error } : { call, outcome: { done: false, breach } }
    }
  }

  function makeGroup(group: readonly Call[]): void {
    const answers: Answer[] = []
    const beganAt = watch === undefined ? 0 : performance.now()
    try {
      begin.run()
      for (const call of group) answers.push(make(call))
      mark.count()
      commit.run()
      mark.keep()
    } catch (error) {
      // Nothing of this group can be promised any more, whoever was at fault.
      if (file.inTransaction) rollback.run()
      for (const call of group) {
        call.told?.(null)
        call.reject(error)
      }
      return
    }
    if (watch !== undefined) {
      const flush = { calls: group.length, beganAt, endedAt: performance.now() }
      watch.flushed(flush)
      for (const { told } of group) told?.(flush)
    }
    for (const answer of answers) {
      if ('outcome' in answer) answer.call.resolve(answer.outcome)
      else answer.call.reject(answer.error)
    }
  }

  function makeNextGroup(): void {
    woken = false
    const group = waiting.length <= groupCap ? waiting : waiting.slice(0, groupCap)
    waiting = waiting.slice(group.length)
    if (waiting.length > 0) wake()
    if (group.length > 0) makeGroup(group)
  }

  function wake(): void {
    if (woken) return
    woken = true
    setImmediate(makeNextGroup)
  }

  return {
    async read<Row>(query: Query<Row>): Promise<Row[]> {
      const statement = statementOf(query.sql)
      if (!statement.readonly) throw new TypeError(`Only together may change something, and this does: ${query.sql}`)
      return decodeRows(statement.all(assertBindable(query)) as Row[], query.sql)
    },

    async together(...writes: Write[]): Promise<Outcome> {
      for (const write of writes) assertBindable(write)
      if (closed) throw new Error('The database is closed')
      return new Promise((resolve, reject) => {
        waiting.push({ writes, resolve, reject, told: watch?.waits?.() })
        wake()
      })
    },

    async apply(script: string): Promise<void> {
      begin.run()
      try {
        file.exec(script)
        mark.count()
        commit.run()
        mark.keep()
      } catch (error) {
        if (file.inTransaction) rollback.run()
        throw error
      }
    },

    waiting: () => waiting.length,

    async emptyLog(): Promise<void> {
      while (waiting.length > 0) makeNextGroup()
      if (!closed) file.pragma('wal_checkpoint(TRUNCATE)')
    },

    async close(): Promise<void> {
      if (closed) return
      closed = true
      while (waiting.length > 0) makeNextGroup()
      file.pragma('wal_checkpoint(TRUNCATE)')
      file.close()
      mark.close()
    },
  }
}

function sqliteBreachOf(error: unknown) {
  const refused = error instanceof SqliteFile.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT_')
  return refused ? sqliteBreach(error.message) : undefined
}
