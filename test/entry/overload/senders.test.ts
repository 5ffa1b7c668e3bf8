/** Whoever sends slowly gives way to whoever comes while there is no place. */
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, it, vi } from 'vitest'
import { mostAtOnce, mostOfAnAddress } from '../../../src/entry/overload/admission.ts'
import { watchLateness } from '../../../src/entry/overload/lateness.ts'
import { graceMs, watchSenders } from '../../../src/entry/overload/senders.ts'
import { shedding } from '../../../src/entry/overload/shed.ts'
import { createPatientServer } from '../../../src/entry/slow.ts'
import type { AppEnv } from '../../../src/ports.ts'
import { fresh } from '../../support/databases/fresh.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

it('of several networks the one with the most slow senders gives way, the slowest of them, and no beginner', () => {
  let now = 0
  const senders = watchSenders(() => now)
  const gone: string[] = []
  const begin = (name: string, address: string, bytes = 0) => {
    const socket = { bytesRead: 0 }
    const incoming = { complete: false, socket } as never
    senders.begin(incoming, address, () => {
      senders.end(incoming)
      gone.push(name)
    })
    socket.bytesRead = bytes
  }
  begin('alone', 'A')
  begin('quick', 'B', 5_000)
  begin('slow', 'B', 10)
  begin('slowest', 'B', 1)
  now += graceMs - 1
  expect(senders.makeRoom()).toBe(false)
  for (let n = 0; n < 9; n++) begin('beginner', 'C')
  now += 1
  expect([1, 2, 3, 4, 5].map(() => senders.makeRoom())).toEqual([true, true, true, true, false])
  expect(gone).toEqual(['slowest', 'slow', 'alone', 'quick'])
  now += graceMs
  expect([senders.makeRoom('A'), senders.makeRoom('C')]).toEqual([false, true])
})

const never = new Promise<Response>(() => undefined)

/** A server on this machine that reads bodies whole, and whose clock is moved by hand. */
async function site() {
  const { ports } = await fresh()
  let now = 0
  const lateness = watchLateness(
    () => now,
    () => 0,
  )
  const shed = shedding(ports, lateness, () => now)
  let begun = 0
  const app = new Hono<AppEnv>()
    .use(shed.handler)
    .post('*', async (c) => {
      begun += 1
      const { incoming } = c.env as { incoming?: { complete: boolean; resume?: unknown } }
      return incoming?.complete === false && incoming.resume === undefined ? never : c.text(await c.req.text())
    })
    .onError((_, c) => c.body(null, 400))
  const server = createPatientServer(getRequestListener((request, env) => app.fetch(request, env)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const headers = (address: string) => ({ 'x-test-address': address, connection: 'close' })
  return {
    app,
    /** Senders whose bodies never come. @returns what each was told */
    async hold(count: number, address: string): Promise<string[]> {
      const cutOff: string[] = []
      for (let n = 0; n < count; n++) {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(
            `POST /s/study-abroad/go HTTP/1.1\r\nHost: localhost\r\nX-Test-Address: ${address}\r\nContent-Length: 9\r\n\r\na`,
          ),
        )
        socket.on('error', () => undefined).on('data', (bytes) => cutOff.push(String(bytes).slice(9, 12)))
        ends.push(() => socket.destroy())
      }
      await vi.waitUntil(() => begun === count, { timeout: 10_000 })
      return cutOff
    },
    pass(ms: number) {
      now += ms
      shed.tick()
    },
    send: async (address: string) =>
      (
        await fetch(`http://127.0.0.1:${port}/s/study-abroad/go`, {
          method: 'POST',
          body: 'answer',
          headers: headers(address),
        })
      ).status,
  }
}

it('those of an address who send and never come to an end keep nobody else of it from sending', async () => {
  const { hold, pass, send } = await site()
  const cutOff = await hold(mostOfAnAddress, '203.0.113.1')
  pass(graceMs - 1)
  expect([await send('203.0.113.1'), await send('203.0.113.2'), cutOff]).toEqual([503, 200, []])
  pass(1)
  expect([await send('203.0.113.1'), await send('203.0.113.1')]).toEqual([200, 200])
  await vi.waitUntil(() => cutOff.length > 0)
  expect(new Set(cutOff)).toEqual(new Set(['408']))
})

it('a thousand of them from four networks keep no other network from sending, and lose no more places than are needed', async () => {
  const { app, pass } = await site()
  const cutOff: string[] = []
  const send = (address: string, incoming?: object) =>
    app.request('/', { method: 'POST', body: 'answer', headers: { 'x-test-address': address } }, { incoming })
  for (let n = 0; n < mostAtOnce; n++) {
    const address = `198.51.100.${n % 4}`
    const socket = { bytesRead: n, end: () => cutOff.push(address), destroySoon: () => undefined }
    void send(address, { complete: false, socket })
  }
  expect((await send('192.0.2.1')).status).toBe(503)
  pass(graceMs)
  const sent = [await send('192.0.2.1'), await send('192.0.2.2')]
  expect([sent.map(({ status }) => status), cutOff]).toEqual([[200, 200], ['198.51.100.0']])
})
