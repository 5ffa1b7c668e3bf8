/** Sockets that listen together on one port, in this process. */
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { listenTogether } from '../../../src/entry/overload/sockets.ts'
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
