/**
 * The embedded database for a thread or a process that does not write itself: reads are made here, on a connection that
 * can only read; writes are described to the writer, a group in one message, and acknowledged once they are committed.
 */
import type { CommitWatch, Flush } from '../../metrics/commit-watch.ts'
import { decodeRows } from '../decode-rows.ts'
import { assertBindable, type Database, type Outcome, type Write } from '../together.ts'
import { openReader, statementsOf } from './connection.ts'
import { type Channel, errorFrom, type FromWriter, type OpenChannel, type WireWrite } from './writer-messages.ts'

/** The most calls of one message. */
const groupCap = 256
/** So many messages are on their way at once: the next one is there when the writer has made the one before. */
const mostFlying = 2
/** More texts than these are sent whole each time. */
const mostTexts = 1_000

interface Call {
  writes: readonly Write[]
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
  told: ((flush: Flush | null) => void) | undefined
}

interface Asked {
  calls: readonly Call[]
  /** Of what is no group. */
  done?: { resolve(): void; reject(error: unknown): void }
}

/** @param path of a database that the writer has opened already */
export function openBesideWriter(path: string, open: OpenChannel, watch?: CommitWatch): Database {
  const file = openReader(path)
  const statementOf = statementsOf(file)
  const flying = new Map<number, Asked>()
  const texts = new Map<string, number>()
  let channel: Channel | null = null
  const waiting: Call[] = []
  let woken = false
  let count = 0
  let closed: Promise<void> | null = null
  const idle: (() => void)[] = []

  function heard(message: FromWriter): void {
    const asked = flying.get(message.n)
    flying.delete(message.n)
    if (asked !== undefined) answer(asked, message)
    wake()
  }

  function answer({ calls, done }: Asked, message: FromWriter): void {
    if ('failed' in message) {
      fail({ calls, ...(done && { done }) }, errorFrom(message.failed))
      return
    }
    if ('done' in message) {
      done?.resolve()
      return
    }
    if (watch !== undefined) {
      const [beganAt, endedAt] = [message.beganAt, message.endedAt].map((at) => at - performance.timeOrigin)
      const flush = { calls: message.together, beganAt: beganAt ?? 0, endedAt: endedAt ?? 0 }
      watch.flushed(flush)
      for (const { told } of calls) told?.(flush)
    }
    for (const [i, made] of message.answers.entries()) {
      const call = calls[i]
      if ('rows' in made) call?.resolve({ done: true, rows: made.rows })
      else if ('breach' in made) call?.resolve({ done: false, breach: made.breach })
      else call?.reject(errorFrom(made.error))
    }
  }

  function fail({ calls, done }: Asked, error: Error): void {
    done?.reject(error)
    for (const call of calls) {
      call.told?.(null)
      call.reject(error)
    }
  }

  /** What was on its way may have been made or not; what was not sent yet is sent to the next writer. */
  function gone(why: Error): void {
    channel = null
    texts.clear()
    const lost = [...flying.values()]
    flying.clear()
    const error = Object.assign(new Error(`The writer of the database is gone: ${why.message}`), {
      code: 'WRITER_GONE',
    })
    for (const asked of lost) fail(asked, error)
    wake()
  }

  function channelNow(): Channel {
    if (channel !== null) return channel
    let isOver = false
    const opened = open(
      (message) => {
        if (!isOver) heard(message)
      },
      (why) => {
        if (isOver) return
        isOver = true
        gone(why)
      },
    )
    channel = opened
    return opened
  }

  function send(calls: readonly Call[]): void {
    const told: [number, string][] = []
    const textOf = (sql: string): number | string => {
      const known = texts.get(sql)
      if (known !== undefined) return known
      if (texts.size >= mostTexts) return sql
      told.push([texts.size, sql])
      texts.set(sql, told.at(-1)?.[0] ?? 0)
      return texts.size - 1
    }
    const to = channelNow()
    const wire = calls.map(({ writes }) => writes.map(({ sql, values }): WireWrite => [textOf(sql), values]))
    flying.set(++count, { calls })
    to.post({ n: count, calls: wire, texts: told })
  }

  function pump(): void {
    woken = false
    while (waiting.length > 0 && flying.size < mostFlying) send(waiting.splice(0, groupCap))
    if (waiting.length > 0 || flying.size > 0) return
    for (const tell of idle.splice(0)) tell()
  }

  function wake(): void {
    if (woken) return
    woken = true
    setImmediate(pump)
  }

  /** Once nothing waits any more. */
  const whenIdle = () =>
    new Promise<void>((resolve) => {
      idle.push(resolve)
      wake()
    })

  /** After all that was asked for before. It waits for no quiet moment: a busy service has none. */
  async function ask(what: { script: string } | { emptyLog: true }): Promise<void> {
    return new Promise((resolve, reject) => {
      while (waiting.length > 0) send(waiting.splice(0, groupCap))
      const to = channelNow()
      flying.set(++count, { calls: [], done: { resolve, reject } })
      to.post({ n: count, ...what })
    })
  }

  return {
    async read<Row>(query: Parameters<typeof assertBindable>[0]): Promise<Row[]> {
      const statement = statementOf(query.sql)
      if (!statement.readonly) throw new TypeError(`Only together may change something, and this does: ${query.sql}`)
      return decodeRows(statement.all(assertBindable(query)) as Row[], query.sql)
    },

    async together(...writes: Write[]): Promise<Outcome> {
      for (const write of writes) assertBindable(write)
      if (closed !== null) throw new Error('The database is closed')
      return new Promise((resolve, reject) => {
        waiting.push({ writes, resolve, reject, told: watch?.waits?.() })
        wake()
      })
    },

    apply: (script) => ask({ script }),
    waiting: () => waiting.length + [...flying.values()].reduce((sum, { calls }) => sum + calls.length, 0),
    emptyLog: () => (closed === null ? ask({ emptyLog: true }) : Promise.resolve()),

    close() {
      closed ??= whenIdle().then(async () => {
        file.close()
        await channel?.close()
      })
      return closed
    },
  }
}
