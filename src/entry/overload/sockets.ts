/** Several sockets that listen on one port, so that one turn of the event loop takes on several connections. */
import cluster from 'node:cluster'
import type { Server } from 'node:http'

/**
 * Node takes on one connection of each socket in a turn of its event loop, and beyond capacity a turn is 20 ms and more. One of
 * several processes has the socket that they share: what waits at one of its own would end with it.
 */
export const socketsOfPort = process.platform === 'linux' && !cluster.isWorker ? 64 : 1

/** Connections that wait to be taken on: one that is dropped tries again after seconds, and hears nothing until then. */
const mostWaiting = 8_192

/** What a signal asks of whatever listens. */
export type Stoppable = Pick<Server, 'closeIdleConnections' | 'closeAllConnections'> & { close(done: () => void): void }

/**
 * Has these servers, each with its socket, listen on one port.
 * @returns all of them as one, to be stopped
 * @throws where the port is taken, by another server that shares its port as well
 */
export async function listenTogether(servers: readonly Server[], host: string, port: number): Promise<Stoppable> {
  // The name localhost may stand for ::1 alone, and whoever asks for 127.0.0.1 would find nobody.
  const at = { host: host === 'localhost' ? '127.0.0.1' : host, port, backlog: mostWaiting / servers.length }
  const [first, ...others] = servers
  if (first === undefined) throw new Error('No server listens')
  await begin(first, at)
  if (others.length > 0) {
    // Nobody else listens there, which a socket that shares its port would not be told.
    await new Promise((closed) => first.close(closed))
    await begin(first, { ...at, reusePort: true })
    for (const server of others) await begin(server, { ...at, reusePort: true }).catch(onlyWhereItMay)
  }
  return {
    close(done) {
      const closed = servers.map((server) => new Promise((over) => server.close(over)))
      Promise.all(closed).then(done)
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

/** A Node before 22.12 shares no port: the first socket is the only one then. */
function onlyWhereItMay(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EADDRINUSE') throw error
}
