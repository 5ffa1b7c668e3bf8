/** Load is shed before memory grows. */
import { expect, it } from 'vitest'
import { createApp } from '../../src/app/app.ts'
import { mostAtOnce, mostOfAnAddress, shedding } from '../../src/entry/shed.ts'
import { fresh, interpose } from '../support/databases/fresh.ts'

it('beyond the bounds one more is told when to come back, and everybody is served again afterwards', async () => {
  const world = await fresh()
  const app = createApp(() => world.ports, shedding(world.ports))
  const { db } = world.ports
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  interpose(world, (real) => ({ ...real, read: async (query) => opened.then(() => real.read(query)) }))
  const ask = (address: string, path = '/s/study-abroad') =>
    Promise.resolve(
      app.request(`https://study.example.org${path}`, {
        headers: { 'x-test-address': address, 'accept-language': 'zh-HK' },
      }),
    )
  const waiting = Array.from({ length: mostOfAnAddress }, () => ask('203.0.113.1'))
  const refused = await ask('203.0.113.1')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await refused.text()).toContain('<html lang="zh-Hant">')
  // Others are served until there are too many of all.
  for (let n = mostOfAnAddress; n < mostAtOnce; n++) waiting.push(ask(`198.51.${n >> 8}.${n & 255}`))
  expect((await ask('192.0.2.1')).status).toBe(503)

  open()
  expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([200]))
  expect((await ask('203.0.113.1')).status).toBe(200)
  world.ports.db = db
})
