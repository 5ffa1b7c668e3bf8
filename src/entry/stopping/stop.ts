import type { Stoppable } from '../overload/sockets.ts'

/** How long a request that is in flight may still take once the server has been told to stop. */
const graceMs = 10_000

/**
 * What a signal does: nobody new is let in, what is in flight finishes or is cut off when its time is up, then `finish`
 * is called. The second call cuts off at once.
 */
export function stopper(server: Stoppable, finish: () => void): () => void {
  let stopping = false
  return () => {
    if (stopping) {
      server.closeAllConnections()
      return
    }
    stopping = true
    server.close(finish)
    // Connections that are kept alive with nothing in flight would hold the server open.
    server.closeIdleConnections()
    setInterval(() => server.closeIdleConnections(), 100).unref()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
  }
}
