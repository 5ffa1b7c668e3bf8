/** The queue that no event loop sees: connections that the kernel has made and this process has not taken on yet. */
import { closeSync, openSync, readSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** Of a table of sockets: `local address`, `remote address`, the state (0A is listening) and its queues, all in hexadecimal. */
const socket = /^ *\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) [0-9A-F]{8}:([0-9A-F]{8})/

/**
 * How many connections wait at this port, by the kernel's table; null where nobody listens at it. Sockets that listen stand
 * in front in the table, and no more of it is asked for than is needed: the kernel goes through every place that a connection
 * may have, which takes milliseconds, to fill a page with what comes behind them.
 * @param more the next piece of the table, empty at its end
 */
export function queueIn(more: () => string, port: number): number | null {
  let rest = ''
  for (let piece = more(); piece !== ''; piece = more()) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, at = '', state, queue = ''] = socket.exec(line) ?? []
      if (state !== undefined && state !== '0A') return null
      if (state !== undefined && Number.parseInt(at, 16) === port) return Number.parseInt(queue, 16)
    }
  }
  return null
}

/** As long as a line of the table. */
const pieceBytes = 150
const lookEveryMs = 100

/** What is known of those who wait in front of this process, and have waited. */
export interface Door {
  /** How many connections wait to be taken on, each with a request. */
  waiting(): number
  /** How many milliseconds went by since this connection, or its request where there was one before, had come. Asked once. */
  waitedMs(connection: object): number
}

export interface Queue {
  /** How many wait, for whoever asks all the time. */
  waiting(): number
  /** When the connection came that is taken on now; the number of it, from 1 on. In milliseconds of `passed`. */
  cameAt(number: number): number
}

/**
 * The queue is looked for no more often than each `lookEveryMs`: meanwhile those that are taken on wait no more. As
 * connections are taken on in the order in which they came, two looks tell between which times one came, and evenly
 * between them is near enough.
 * @param passed milliseconds that have passed since some moment
 * @param taken how many connections have been taken on, so far
 */
export function watchQueue(look: () => number, passed: () => number, taken: () => number): Queue {
  let found = 0
  let takenBefore = 0
  /** At each time so many had come since the start. */
  let looks: { at: number; come: number }[] = []
  return {
    waiting() {
      const now = passed()
      if (now - (looks.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= lookEveryMs) {
        found = look()
        takenBefore = taken()
        // Of the looks of whose connections none waits any more, the last tells when the next ones came.
        const last = looks.findLastIndex(({ come }) => come <= takenBefore)
        looks = [...looks.slice(Math.max(0, last)), { at: now, come: takenBefore + found }]
      }
      return Math.max(0, found - (taken() - takenBefore))
    },
    cameAt(number) {
      const now = passed()
      // Whoever came before the first look is not known to have waited before it.
      const after = looks.findIndex(({ come }) => come >= number)
      if (after === 0) return looks[0]?.at ?? now
      const to = looks[after < 0 ? looks.length - 1 : after]
      const from = looks[(after < 0 ? looks.length - 1 : after) - 1]
      if (to === undefined || from === undefined) return now
      // After the last look they come as they came before it.
      return Math.min(now, from.at + ((number - from.come) * (to.at - from.at)) / Math.max(1, to.come - from.come))
    },
  }
}

/**
 * That queue in front of a server, on Linux; elsewhere, and where the kernel does not tell, it is always empty. Node takes
 * on one connection a turn of its event loop, so that turns are short and requests few however many wait.
 */
export function doorOf(port: number): Door & {
  /** This connection was taken on. */
  taken(connection: object): void
  /** By this connection a request has come. */
  asked(connection: object): void
} {
  let tables = process.platform === 'linux' ? ['/proc/self/net/tcp', '/proc/self/net/tcp6'] : []
  function look(): number {
    for (const table of tables) {
      const queue = queueInFile(table, port)
      if (queue === null) continue
      tables = [table]
      return queue
    }
    return 0
  }
  let taken = 0
  const came = new WeakMap<object, number>()
  const queue = watchQueue(
    look,
    () => performance.now(),
    () => taken,
  )
  return {
    waiting: queue.waiting,
    waitedMs(connection) {
      const at = came.get(connection)
      came.delete(connection)
      return at === undefined ? 0 : performance.now() - at
    },
    taken(connection) {
      taken += 1
      came.set(connection, queue.cameAt(taken))
    },
    asked(connection) {
      if (!came.has(connection)) came.set(connection, performance.now())
    },
  }
}

function queueInFile(path: string, port: number): number | null {
  try {
    const file = openSync(path, 'r')
    const piece = Buffer.alloc(pieceBytes)
    try {
      return queueIn(() => piece.toString('latin1', 0, readSync(file, piece, 0, pieceBytes, null)), port)
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}
