/**
 * Loaded into the server in front of everything else: kills the process (SIGKILL) at the commit that `STRIKE` names, so that
 * a moment which is hard to meet by chance is met each time. `STRIKE` is JSON: `sql`, of which one statement of the transaction
 * has to hold a part; `side`, before the commit or behind it; `nth`, which of those it is.
 */
import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'
import SqliteFile from 'better-sqlite3'
import pg from 'pg'

const { sql, side, nth } = JSON.parse(process.env.STRIKE ?? 'null') ?? {}
let met = 0

function strike() {
  process.kill(process.pid, 'SIGKILL')
}

/** Of a transaction that is about to be committed: whether it is the one. */
function isIt(seen) {
  if (!seen) return false
  met += 1
  return met === nth
}

if (sql !== undefined) {
  // The embedded database is written to in a thread, which is started without what node itself was given.
  const { Worker } = threads
  threads.Worker = class extends Worker {
    constructor(url, options = {}) {
      super(url, { ...options, execArgv: ['--import', import.meta.url, ...(options.execArgv ?? [])] })
    }
  }
  syncBuiltinESMExports()

  const memory = new SqliteFile(':memory:')
  const Statement = Object.getPrototypeOf(memory.prepare('select 1'))
  memory.close()
  let seen = false
  for (const name of ['run', 'all']) {
    const made = Statement[name]
    Statement[name] = function (...values) {
      if (this.source === 'begin immediate') seen = false
      if (this.source.includes(sql)) seen = true
      const itIs = this.source === 'commit' && isIt(seen)
      if (itIs && side === 'before') strike()
      const result = made.apply(this, values)
      if (itIs) strike()
      return result
    }
  }
  const { exec } = SqliteFile.prototype
  SqliteFile.prototype.exec = function (script) {
    if (script.includes(sql)) seen = true
    return exec.call(this, script)
  }

  const meant = new WeakSet()
  // A script on Postgres, such as a migration, is texts between `begin` and `commit`.
  const { query } = pg.Connection.prototype
  pg.Connection.prototype.query = function (text, ...more) {
    if (text.includes(sql)) meant.add(this)
    const itIs = text === 'commit' && isIt(meant.delete(this))
    if (itIs && side === 'before') strike()
    if (itIs) this.once('readyForQuery', strike)
    return query.call(this, text, ...more)
  }

  // A `together` on Postgres is one exchange: its statements by name, planned once a connection, and a Sync that commits them.
  const texts = new WeakMap()
  const { parse, bind, sync } = pg.Connection.prototype
  Object.assign(pg.Connection.prototype, {
    parse(statement, ...more) {
      texts.set(this, (texts.get(this) ?? new Map()).set(statement.name ?? '', statement.text))
      return parse.call(this, statement, ...more)
    },
    bind(to, ...more) {
      if (
        texts
          .get(this)
          ?.get(to.statement ?? '')
          ?.includes(sql)
      )
        meant.add(this)
      return bind.call(this, to, ...more)
    },
    sync(...more) {
      const itIs = isIt(meant.delete(this))
      if (itIs && side === 'before') strike()
      if (itIs) this.once('readyForQuery', strike)
      return sync.call(this, ...more)
    },
  })
}
