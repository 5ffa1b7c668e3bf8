/** Loaded before the server: counts its COMMITs, each of which flushes the log, and writes the number when it ends. */
import { writeFileSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'

let commits = 0
const prepare = SqliteFile.prototype.prepare
SqliteFile.prototype.prepare = function counting(this: SqliteFile.Database, source: string) {
  const statement = prepare.call(this, source)
  if (source !== 'commit') return statement
  const run = statement.run.bind(statement, [])
  statement.run = () => {
    commits += 1
    return run()
  }
  return statement
} as typeof prepare

process.on('exit', () => writeFileSync(process.env.COUNT_COMMITS ?? 'commits.txt', String(commits)))
