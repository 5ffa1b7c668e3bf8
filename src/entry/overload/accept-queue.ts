/** The queue that no event loop sees: connections that the kernel has made and this process has not taken on yet. */
import { closeSync, openSync, readSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** Of a table of sockets: `local address`, `remote address`, the state (0A is listening) and its queues, all in hexadecimal. */
const listening = /^ *\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} 0A [0-9A-F]{8}:([0-9A-F]{8})/gm

/**
 * How many connections wait at this port, by the kernel's table; null where nobody listens at it. Sockets that listen stand
 * in front in the table.
 */
export function queueIn(table: string, port: number): number | null {
  for (const [, at = '', queue = ''] of table.matchAll(listening)) {
    if (Number.parseInt(at, 16) === port) return Number.parseInt(queue, 16)
  }
  return null
}

/** Looking takes milliseconds: the kernel goes through every place that a connection may have, however few there are. */
const lookEveryMs = 100

/**
 * How many connections wait, for whoever asks all the time. It is looked for only while the event loop has not rested since
 * it was asked before: a loop that rests has taken on whoever waited. And it is not looked for again within `lookEveryMs`:
 * meanwhile those that are taken on wait no more.
 * @param rested milliseconds that the event loop has waited for something to do, so far
 * @param passed milliseconds that have passed since some moment
 * @param taken how many connections have been taken on, so far
 */
export function whileBusy(
  look: () => number,
  rested: () => number,
  passed: () => number,
  taken: () => number,
): () => number {
  let restedBefore = rested()
  let lookedAt = Number.NEGATIVE_INFINITY
  let found = 0
  let takenBefore = 0
  return () => {
    const now = rested()
    if (now > restedBefore) found = 0
    else if (passed() - lookedAt >= lookEveryMs) {
      found = look()
      takenBefore = taken()
      lookedAt = passed()
    }
    restedBefore = now
    return Math.max(0, found - (taken() - takenBefore))
  }
}

/**
 * That queue, for servers on Linux; elsewhere, and where the kernel does not tell, it is always empty. Node takes
 * on one connection a turn of its event loop, so that turns are short and requests few however many wait.
 * @param taken how many connections the server has taken on, so far
 */
export function acceptQueue(port: number, taken: () => number): () => number {
  const start = Buffer.alloc(16_384)
  const tableOf = (path: string) => {
    try {
      const file = openSync(path, 'r')
      try {
        return start.toString('latin1', 0, readSync(file, start, 0, start.length, 0))
      } finally {
        closeSync(file)
      }
    } catch {
      return ''
    }
  }
  if (process.platform !== 'linux') return () => 0
  return whileBusy(
    () => queueIn(tableOf('/proc/self/net/tcp'), port) ?? queueIn(tableOf('/proc/self/net/tcp6'), port) ?? 0,
    () => performance.eventLoopUtilization().idle,
    () => performance.now(),
    taken,
  )
}
