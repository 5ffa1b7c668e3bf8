import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { stopper } from '../../../src/entry/stopping/stop.ts'

let server: Server

afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

/** A server with one request in flight that nobody will ever finish. */
async function withRequestInFlight(): Promise<void> {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const taken = new Promise((resolve) => server.once('request', resolve))
  const { port } = server.address() as AddressInfo
  const socket = connect({ port, host: '127.0.0.1' }).on('error', () => undefined)
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nsix by')
  await taken
}

it('what is in flight gets ten seconds, and is then cut off', async () => {
  await withRequestInFlight()
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
  const finished = vi.fn()
  const over = new Promise((resolve) => server.once('close', resolve))
  const cutOff = vi.spyOn(server, 'closeAllConnections')

  stopper(server, finished)()
  vi.advanceTimersByTime(9_999)
  expect(cutOff).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(cutOff).toHaveBeenCalledOnce()
  await over
  expect(finished).toHaveBeenCalledOnce()
})
