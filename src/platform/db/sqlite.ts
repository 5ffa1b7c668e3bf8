/**
 * SQLite in a file, for one process. `together` is a group commit: one disk flush pays for everything that arrived
 * while the last one ran. A group runs within one tick, so no read can see it half done.
 */
import type { CommitWatch, Flush } from '../metrics/commit-watch.ts'
import { type CallOutcome, committerOf } from './sqlite-file/commit-group.ts'
import { openMark } from './sqlite-file/commit-mark.ts'
import { closeConnection, openConnection, statementCache } from './sqlite-file/connection.ts'
import { readerOf } from './sqlite-file/reader.ts'
import { assertBindable, type Database, type Write, type WriteOutcome } from './together.ts'

/** More calls than this do not share a flush, so that the first of them does not wait long for the last. */
const groupCap = 256

interface Call {
  writes: readonly Write[]
  resolve: (outcome: WriteOutcome) => void
  reject: (error: unknown) => void
  told: ((flush: Flush | null) => void) | undefined
}

export interface SqliteChoices {
  /** How long a write waits for another process that is writing; 5000 ms unless told. The whole program waits. */
  busyMilliseconds?: number
  /** Where what is sorted lies meanwhile; in memory unless told. */
  sortsIn?: 'memory' | 'file'
  watch?: CommitWatch | undefined
}

/**
 * Opens, or makes, the database in the file at `path`. Its promises are kept when `together` answers: flushed to the
 * disk. `close` makes what is queued, then closes.
 * @throws SqliteError when the file cannot be opened or is no database
 */
export function openSqlite(path: string, { busyMilliseconds = 5000, sortsIn, watch }: SqliteChoices = {}): Database {
  const file = openConnection(path, busyMilliseconds, sortsIn)
  const statementOf = statementCache(file)
  const mark = openMark(file)
  const commits = committerOf(file, statementOf, mark)
  let waiting: Call[] = []
  let woken = false
  let closed = false

  function makeGroup(group: readonly Call[]): void {
    const beganAt = watch === undefined ? 0 : performance.now()
    let answers: CallOutcome[]
    try {
      answers = commits.group(group.map(({ writes }) => writes))
    } catch (error) {
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
    for (const [i, answer] of answers.entries()) {
      if ('outcome' in answer) group[i]?.resolve(answer.outcome)
      else group[i]?.reject(answer.error)
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
    read: readerOf(statementOf),

    async together(...writes: Write[]): Promise<WriteOutcome> {
      for (const write of writes) assertBindable(write)
      if (closed) throw new Error('The database is closed')
      return new Promise((resolve, reject) => {
        waiting.push({ writes, resolve, reject, told: watch?.waits?.() })
        wake()
      })
    },

    async apply(script: string): Promise<void> {
      commits.script(script)
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
      closeConnection(file)
      mark.close()
    },
  }
}
