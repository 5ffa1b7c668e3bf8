/** The queue that no event loop sees: connections that the kernel has made and this process has not taken on yet. */
import { closeSync, openSync, readSync } from 'node:fs'

/** Of a table of sockets: `local address`, `remote address`, the state (0A is listening) and its queues, all in hexadecimal. */
const listening = /^ *\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} 0A [0-9A-F]{8}:([0-9A-F]{8})/gm

/** How many connections wait at this port, by the kernel's table; sockets that listen stand in front in it. */
export function queueIn(table: string, port: number): number {
  let waiting = 0
  for (const [, at = '', queue = ''] of table.matchAll(listening)) {
    if (Number.parseInt(at, 16) === port) waiting += Number.parseInt(queue, 16)
  }
  return waiting
}

/**
 * A look at that queue, for servers on Linux; elsewhere, and where the kernel does not tell, it is always empty. Node takes
 * on one connection a turn of its event loop, so that turns are short and requests few however many wait.
 */
export function acceptQueue(port: number): () => number {
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
  return () => queueIn(tableOf('/proc/self/net/tcp'), port) + queueIn(tableOf('/proc/self/net/tcp6'), port)
}
