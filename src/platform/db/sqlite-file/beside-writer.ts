/**
 * The embedded database for a thread or process that does not write itself. Reads use a read-only connection; writes
 * are sent to the writer, a group in one message, and acknowledged once they are committed.
 */
import type { CommitWatch } from '../../metrics/commit-watch.ts'
import { assertBindable, type Database, type Write, type WriteOutcome } from '../together.ts'
import { openReader, statementCache } from './connection.ts'
import { readerOf } from './reader.ts'
import { type QueuedCall, WriterLink } from './writer-link.ts'
import type { OpenChannel } from './writer-messages.ts'

/** The most calls of one message. */
const groupCap = 256
/** So many messages are on their way at once: the next one is there when the writer has made the one before. */
const mostFlying = 2

/** @param path of a database that the writer has opened already */
export function openBesideWriter(path: string, open: OpenChannel, watch?: CommitWatch): Database {
  const file = openReader(path)
  const link = new WriterLink(open, wake, watch)
  const waiting: QueuedCall[] = []
  const idle: (() => void)[] = []
  let woken = false
  let closed: Promise<void> | null = null

  function pump(): void {
    woken = false
    while (waiting.length > 0 && link.flying < mostFlying) link.send(waiting.splice(0, groupCap))
    if (waiting.length > 0 || link.flying > 0) return
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
    while (waiting.length > 0) link.send(waiting.splice(0, groupCap))
    return link.ask(what)
  }

  return {
    read: readerOf(statementCache(file)),

    async together(...writes: Write[]): Promise<WriteOutcome> {
      for (const write of writes) assertBindable(write)
      if (closed !== null) throw new Error('The database is closed')
      return new Promise((resolve, reject) => {
        waiting.push({ writes, resolve, reject, told: watch?.waits?.() })
        wake()
      })
    },

    apply: (script) => ask({ script }),
    waiting: () => waiting.length + link.calls,
    emptyLog: () => (closed === null ? ask({ emptyLog: true }) : Promise.resolve()),

    close() {
      closed ??= whenIdle().then(async () => {
        file.close()
        await link.close()
      })
      return closed
    },
  }
}
