/** Several sockets that listen on one port, so that one turn of the event loop takes on several connections. */
import cluster from 'node:cluster'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Node takes on one connection of each socket in a turn of its event loop, and beyond capacity a turn is 20 ms and more. One of
 * several processes has the socket that they share: what waits at one of its own would end with it.
 */
export const socketsOfPort = process.platform === 'linux' && !cluster.isWorker ? 64 : 1

/** Connections that wait to be taken on: one that is dropped tries again after seconds, and hears nothing until then. */
const mostWaiting = 8_192

/** Connections that are open at once, at all sockets together; one more is closed. */
export const mostConnections = 10_000

/** What a signal asks of whatever listens. */
export type Stoppable = Pick<Server, 'closeIdleConnections' | 'closeAllConnections'> & { close(done: () => void): void }

/**
 * Has these servers, each with its socket, listen on one port; the first alone where the system shares none, or a Node before 22.12.
 * @returns all of them as one, to be stopped
 * @throws where the port is taken, by another server that shares its port as well
 */
export async function listenTogether(servers: readonly Server[], host: string, port: number): Promise<Stoppable> {
  // The name localhost may stand for ::1 alone, and whoever asks for 127.0.0.1 would find nobody.
  const alone = { host: host === 'localhost' ? '127.0.0.1' : host, port, backlog: mostWaiting }
  const [first] = servers
  if (first === undefined) throw new Error('No server listens')
  await begin(first, alone)
  if (servers.length > 1) {
    // Nobody else listens there, which a socket that shares its port would not be told. Port 0 is any that is free, once.
    const at = { ...alone, port: (first.address() as AddressInfo).port }
    await end(first)
    const shared = { ...at, backlog: Math.ceil(mostWaiting / servers.length), reusePort: true }
    try {
      for (const server of servers) await begin(server, shared)
    } catch {
      await Promise.all(servers.map(end))
      await begin(first, at)
    }
  }
  return {
    close(done) {
      Promise.all(servers.map(end)).then(done)
    },
    closeIdleConnections: () => {
      for (const server of servers) server.closeIdleConnections()
    },
    closeAllConnections: () => {
      for (const server of servers) server.closeAllConnections()
    },
  }
}

function begin(server: Server, at: object): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(at, resolve)
  })
}

/** Over at once for one that does not listen. */
function end(server: Server): Promise<unknown> {
  return new Promise((over) => server.close(over))
}

/**
 * Has these servers close whatever connection comes while so many are open at all of them together.
 * @returns how many have come, so far
 */
export function limitTogether(servers: readonly Server[], most: number): () => number {
  let open = 0
  let taken = 0
  for (const server of servers) {
    server.on('connection', (socket) => {
      taken += 1
      open += 1
      socket.once('close', () => {
        open -= 1
      })
      if (open > most) socket.destroy()
    })
  }
  return () => taken
}
