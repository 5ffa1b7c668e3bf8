/** Whoever sends a request so slowly that it is never whole holds nobody else up: it is cut off. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { isUpload } from '../platform/http/safety.ts'

export interface Slowest {
  /** Milliseconds for the headers of a request. */
  headersMs: number
  /** For a body of a form, which is 64 kB at most. */
  bodyMs: number
  /** For a file, which may be of many megabytes on a slow line. */
  uploadMs: number
  /** How often headers and files are looked at. */
  checkEveryMs: number
}

export const slowest: Slowest = {
  headersMs: 20_000,
  bodyMs: 30_000,
  uploadMs: 300_000,
  checkEveryMs: 5_000,
}

const timedOut = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/** A server that cuts slow requests off with 408, as Node does by itself for those that are slow in all. */
export function createPatientServer(listener: RequestListener, limits: Slowest = slowest): Server {
  return createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.uploadMs,
      connectionsCheckingInterval: limits.checkEveryMs,
    },
    (request, response) => {
      if (hasBody(request) && !isUpload(request.url?.split('?')[0] ?? '')) limit(request, limits.bodyMs)
      return listener(request, response)
    },
  )
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function limit(request: IncomingMessage, bodyMs: number): void {
  const timer = setTimeout(() => {
    if (!request.complete) cutOff(request)
  }, bodyMs)
  const stop = () => clearTimeout(timer)
  request.once('end', stop).once('close', stop)
}

/** Ends a request whose body has not come. */
export function cutOff({ socket }: IncomingMessage): void {
  socket.end(timedOut)
  socket.destroySoon()
}
