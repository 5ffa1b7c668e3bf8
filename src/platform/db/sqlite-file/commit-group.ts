/**
 * Many calls in one commit. A savepoint for each call costs about as much as some of its writes, and is needed only where a
 * call is refused: a group runs without them, and one that meets a refusal is rolled back and made again with them.
 */
import SqliteFile from 'better-sqlite3'
import { decodeRows } from '../decode-rows.ts'
import { sqliteBreach } from '../sqlite-breach.ts'
import type { Breach, Query, Write, WriteOutcome } from '../together.ts'
import type { CommitMark } from './commit-mark.ts'
import { isFull } from './place-trouble.ts'

/** What became of one call: its outcome, or the error that it alone met. */
export type CallOutcome = { outcome: WriteOutcome } | { error: unknown }

type Call = readonly Write[]

/** Makes things durable; each throws when nothing of it was made, whoever was at fault. */
export interface Committer {
  /** Answers for each call, in order. */
  group(calls: readonly Call[]): CallOutcome[]
  /** Statements that each end with `;` at a line's end: all of them or none. */
  script(text: string): void
}

export function committerOf(
  file: SqliteFile.Database,
  statementOf: (sql: string) => SqliteFile.Statement,
  mark: CommitMark,
): Committer {
  const begin = file.prepare('begin immediate')
  const commit = file.prepare('commit')
  const rollback = file.prepare('rollback')
  const { makePlainly, makeApart } = callsOn(file, statementOf)

  function transact<Made>(work: () => Made): Made {
    try {
      begin.run()
      const made = work()
      // Where nothing is left to be made, it has been rolled back.
      if (!file.inTransaction) return made
      mark.count()
      commit.run()
      mark.keep()
      return made
    } catch (error) {
      if (file.inTransaction) rollback.run()
      throw namingDisk(file.name, error)
    }
  }

  return {
    group: (calls) =>
      transact(() => {
        const made = makePlainly(calls)
        if ('all' in made) return made.all
        rollback.run()
        mark.undone()
        if (calls.length === 1) return [made.spoiledBy]
        begin.run()
        return calls.map(makeApart)
      }),
    script: (text) => transact(() => void file.exec(text)),
  }
}

/** How calls are made inside a transaction that is open: all of them plainly, or one apart from the others. */
function callsOn(file: SqliteFile.Database, statementOf: (sql: string) => SqliteFile.Statement) {
  const savepoint = file.prepare('savepoint one_call')
  const release = file.prepare('release one_call')
  const undo = file.prepare('rollback to one_call')

  function run(query: Query): unknown[] {
    const statement = statementOf(query.sql)
    if (statement.reader) return decodeRows(statement.all(query.values), query.sql)
    statement.run(query.values)
    return []
  }

  /** One statement that gives nothing back undoes itself when it is refused. */
  function undoesItself([only, ...others]: Call): boolean {
    try {
      return only !== undefined && others.length === 0 && !statementOf(only.sql).reader
    } catch {
      // It could not even be prepared, so it did nothing.
      return true
    }
  }

  /** @throws the error when the whole transaction is gone with it */
  function answerOf(error: unknown): CallOutcome {
    if (!file.inTransaction) throw error
    const breach = sqliteBreachOf(error)
    return breach === undefined ? { error } : { outcome: { done: false, breach } }
  }

  /** Without savepoints. What was refused and left something behind ends it: the whole group has to be rolled back. */
  function makePlainly(group: readonly Call[]): { all: CallOutcome[] } | { spoiledBy: CallOutcome } {
    const all: CallOutcome[] = []
    for (const call of group) {
      try {
        all.push({ outcome: { done: true, rows: call.map(run) } })
      } catch (error) {
        const answer = answerOf(error)
        if (!undoesItself(call)) return { spoiledBy: answer }
        all.push(answer)
      }
    }
    return { all }
  }

  function makeApart(call: Call): CallOutcome {
    savepoint.run()
    try {
      const rows = call.map(run)
      release.run()
      return { outcome: { done: true, rows } }
    } catch (error) {
      const answer = answerOf(error)
      undo.run()
      release.run()
      return answer
    }
  }

  return { makePlainly, makeApart }
}

/** SQLite's own words, which a server knows a full disk by, and for whoever reads them which disk it is. */
function namingDisk(path: string, error: unknown): unknown {
  if (isFull(error)) (error as Error).message += `: make room on the disk of ${path}, and try again`
  return error
}

function sqliteBreachOf(error: unknown): Breach | undefined {
  const refused = error instanceof SqliteFile.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT_')
  return refused ? sqliteBreach(error.message) : undefined
}
