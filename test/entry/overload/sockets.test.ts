/** Sockets that listen together on one port, in this process. */
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { limitTogether, listenTogether } from '../../../src/entry/overload/sockets.ts'
import { freePort } from '../../support/run/server.ts'

const begun: Server[] = []
afterEach(() => {
  for (const server of begun.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

function servers(count: number): Server[] {
  const some = Array.from({ length: count }, () => createServer((_, response) => response.end('here')))
  begun.push(...some)
  return some
}

it('one turn of the event loop takes on several connections, and all are closed together', async () => {
  const port = await freePort()
  const several = servers(16)
  const listening = await listenTogether(several, '127.0.0.1', port)
  expect(new Set(several.map((server) => (server.address() as AddressInfo).port))).toEqual(new Set([port]))
  let [thisTurn, most] = [0, 0]
  for (const server of several) {
    server.on('connection', () => {
      if (thisTurn === 0) {
        setImmediate(() => {
          thisTurn = 0
        })
      }
      thisTurn += 1
      most = Math.max(most, thisTurn)
    })
  }
  // The kernel makes a connection before anybody takes it on.
  const answers = Array.from({ length: 64 }, async () => (await fetch(`http://127.0.0.1:${port}/`)).text())
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['here']))
  expect(most).toBeGreaterThan(1)
  const over = new Promise<void>((resolve) => listening.close(resolve))
  listening.closeIdleConnections()
  await over
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})

it('a port at which others listen together is taken, and closing waits for whoever is connected to one of them', async () => {
  const port = await freePort()
  const several = servers(2)
  const listening = await listenTogether(several, '127.0.0.1', port)
  await expect(listenTogether(servers(2), '127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const taken = new Promise<void>((resolve) => {
    for (const server of several) server.once('connection', () => resolve())
  })
  const socket = connect(port, '127.0.0.1')
  await taken
  let isOver = false
  const over = new Promise<void>((resolve) => listening.close(resolve)).then(() => {
    isOver = true
  })
  await new Promise((later) => setImmediate(later))
  expect(isOver).toBe(false)
  socket.destroy()
  await over
})

it('any free port is one port for all', async () => {
  const several = servers(3)
  await listenTogether(several, '127.0.0.1', 0)
  expect(new Set(several.map((server) => (server.address() as AddressInfo).port)).size).toBe(1)
})

it('where a port is not shared the first listens alone, and lets as many wait as all would', async () => {
  const several = servers(3)
  const backlogs: unknown[] = []
  for (const server of several) {
    const listen = server.listen.bind(server) as (...given: unknown[]) => Server
    server.listen = ((at: { backlog: number; reusePort?: boolean }, done: () => void) => {
      backlogs.push(at.backlog)
      if (!at.reusePort || server === several[0]) return listen(at, done)
      process.nextTick(() => server.emit('error', new Error('ENOTSUP')))
      return server
    }) as never
  }
  const listening = await listenTogether(several, '127.0.0.1', await freePort())
  expect(several.map((server) => server.listening)).toEqual([true, false, false])
  expect(backlogs.at(-1)).toBe(8_192)
  await new Promise<void>((over) => listening.close(over))
  expect(several.some((server) => server.listening)).toBe(false)
})

it('so many connections are open at all of them together, one more is closed, and another one may come once one has gone', async () => {
  const port = await freePort()
  const several = servers(4)
  const taken = limitTogether(several, 3)
  await listenTogether(several, '127.0.0.1', port)
  const sockets = []
  const isClosed = new Set<number>()
  for (let n = 1; n <= 4; n++) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    socket.once('close', () => isClosed.add(n))
    sockets.push(socket)
    await vi.waitUntil(() => taken() === n)
  }
  await vi.waitUntil(() => isClosed.has(4))
  expect([...isClosed]).toEqual([4])
  sockets[0]?.destroy()
  await vi.waitUntil(() => isClosed.has(1))
  await expect(
    vi.waitUntil(async () => (await fetch(`http://127.0.0.1:${port}/`).catch(() => null))?.text()),
  ).resolves.toBe('here')
})
