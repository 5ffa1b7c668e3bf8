/** Connections to one Postgres database: opened when they are needed, and given up where nobody knows what they hold. */
import { Socket } from 'node:net'
import pg from 'pg'
import { postgresTypes } from './types.ts'

export interface Connections {
  /** Does some work on a connection that nobody else uses meanwhile. */
  use<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>
  /** How many wait for one. */
  waiting(): number
  /** Gives all of them up. @param cut whether those in use are cut, and not waited for */
  end(cut: boolean): Promise<void>
}

interface Choices {
  /** Whether the server may be told its settings at the start: some poolers refuse whoever asks. */
  mayAsk: boolean
  most: number
  /** So long whoever needs a connection waits for one. */
  connectionMilliseconds: number
  answerMilliseconds: number
}

/** The server ends a statement that runs, and a transaction that waits for us, after 15 s: both hold locks. */
const serverSettings = {
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 15_000,
  // Whatever the database's own default is: a stricter one would have writers try again who need not.
  options: '-c default_transaction_isolation=read\\ committed',
}

/** @param url `postgres://…`; nothing is connected before the first use */
export function openConnections(
  url: string,
  { mayAsk, most, connectionMilliseconds, answerMilliseconds }: Choices,
): Connections {
  const sockets = new Set<Socket>()
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: connectionMilliseconds,
    keepAlive: true,
    query_timeout: answerMilliseconds,
    ...(mayAsk ? serverSettings : {}),
    // Kept in hand, because the driver itself waits for what a pipeline still holds, however long.
    stream() {
      const socket = new Socket()
      sockets.add(socket)
      return socket.once('close', () => sockets.delete(socket))
    },
    types: postgresTypes,
  })
  // A connection that breaks is replaced when one is next needed, and whoever was using it is told by its query.
  // Without a listener the program would end.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  return {
    async use(work) {
      const client = await pool.connect().catch((error) => Promise.reject(unreachable(url, error)))
      let usable = false
      try {
        const result = await work(client)
        usable = client.getTransactionStatus() === 'I'
        return result
      } finally {
        // After an error nobody knows what a connection still holds (a plan for a table that was altered, say).
        client.release(!usable)
      }
    },

    waiting: () => pool.waitingCount,

    async end(cut) {
      const ended = pool.end()
      if (cut) for (const socket of sockets) socket.destroy()
      await ended
    },
  }
}

/**
 * Says which database gave no connection and why, without its password. Nothing that was asked of it has been done.
 * When a name leads to several addresses, Node's own error has no message but those of each.
 */
function unreachable(url: string, cause: Error): Error {
  const { message } = cause instanceof AggregateError ? (cause.errors[0] as Error) : cause
  return new Error(`Postgres at ${placeOf(url)} gives no connection: ${message}`, { cause })
}

/** Host, port and name of the database at an address. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}
