/** The queue that no event loop sees: connections that the kernel has made and this process has not taken on yet. */
import { closeSync, openSync, readSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** Of a table of sockets: `local address`, `remote address`, the state (0A is listening) and its queues, all in hexadecimal. */
const socket = /^ *\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) [0-9A-F]{8}:([0-9A-F]{8})/

/**
 * How many connections wait at this port, by the kernel's table; null where nobody listens at it. Sockets that listen stand
 * in front in the table, and no more of it is asked for than is needed: the kernel goes through every place that a connection
 * may have, which takes milliseconds, to fill a page with what comes behind them.
 * @param more the next lines of the table, at most so many, empty at its end
 * @param sockets how many listen at this port
 */
export function queueIn(more: (lines: number) => string, port: number, sockets: number): number | null {
  let rest = ''
  let found = 0
  let waiting: number | null = null
  for (let piece = more(sockets); piece !== ''; piece = more(sockets - found)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, at = '', state, queue = ''] = socket.exec(line) ?? []
      if (state !== undefined && state !== '0A') return waiting
      if (state === undefined || Number.parseInt(at, 16) !== port) continue
      waiting = (waiting ?? 0) + Number.parseInt(queue, 16)
      found += 1
      if (found === sockets) return waiting
    }
  }
  return waiting
}

/** As long as a line of the table. */
const lineBytes = 150
const lookEveryMs = 100

/**
 * How many connections wait, for whoever asks all the time. It is not looked for again within `lookEveryMs`: meanwhile those
 * that are taken on wait no more.
 * @param passed milliseconds that have passed since some moment
 * @param taken how many connections have been taken on, so far
 */
export function watchQueue(look: () => number, passed: () => number, taken: () => number): () => number {
  let lookedAt = Number.NEGATIVE_INFINITY
  let found = 0
  let takenBefore = 0
  return () => {
    if (passed() - lookedAt >= lookEveryMs) {
      found = look()
      takenBefore = taken()
      lookedAt = passed()
    }
    return Math.max(0, found - (taken() - takenBefore))
  }
}

/**
 * That queue, for servers on Linux; elsewhere, and where the kernel does not tell, it is always empty. Node takes
 * on one connection of each socket in a turn of its event loop, so that turns are short and requests few however many wait.
 * @param sockets how many listen at this port
 * @param taken how many connections the server has taken on, so far
 */
export function acceptQueue(port: number, sockets: number, taken: () => number): () => number {
  if (process.platform !== 'linux') return () => 0
  let tables = ['/proc/self/net/tcp', '/proc/self/net/tcp6']
  function look(): number {
    for (const table of tables) {
      const queue = queueInFile(table, port, sockets)
      if (queue === null) continue
      tables = [table]
      return queue
    }
    return 0
  }
  return watchQueue(look, () => performance.now(), taken)
}

function queueInFile(path: string, port: number, sockets: number): number | null {
  try {
    const file = openSync(path, 'r')
    const piece = Buffer.alloc(sockets * lineBytes)
    try {
      const more = (lines: number) => piece.toString('latin1', 0, readSync(file, piece, 0, lines * lineBytes, null))
      return queueIn(more, port, sockets)
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}
