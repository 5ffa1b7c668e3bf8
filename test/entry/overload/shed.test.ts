/** Load is shed before memory grows. */
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/app/app.ts'
import { mostAtOnce, mostOfAnAddress, noQueue } from '../../../src/entry/overload/admission.ts'
import { watchLateness } from '../../../src/entry/overload/lateness.ts'
import { shedding } from '../../../src/entry/overload/shed.ts'
import type { AppEnv } from '../../../src/ports.ts'
import { fresh, interpose } from '../../support/databases/fresh.ts'

it('beyond the bounds one more is told when to come back, and everybody is served again afterwards', async () => {
  const world = await fresh()
  const app = createApp(
    () => world.ports,
    shedding(
      world.ports,
      watchLateness(
        () => 0,
        () => 0,
      ),
    ).handler,
  )
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
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^[4-8]$/)])
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

it('a machine that has a whole IPv6 /64 is one caller', async () => {
  const world = await fresh()
  const quiet = watchLateness(
    () => 0,
    () => 0,
  )
  const over = Promise.withResolvers<Response>()
  const app = new Hono<AppEnv>().use(shedding(world.ports, quiet).handler).get('*', () => over.promise)
  const ask = (address: string) => Promise.resolve(app.request('/', { headers: { 'x-test-address': address } }))
  const waiting = Array.from({ length: mostOfAnAddress }, (_, n) => ask(`2001:db8:0:1::${n.toString(16)}`))
  const oneMore = ask('2001:db8:0:1:ffff::1')
  waiting.push(ask('2001:db8:0:2::1'))
  over.resolve(new Response('done'))
  expect((await oneMore).status).toBe(503)
  expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([200]))
})

it('whoever begins to send and never comes to an end makes no queue, with a cookie or without one', async () => {
  const world = await fresh()
  let now = 0
  const shed = shedding(
    world.ports,
    watchLateness(
      () => now,
      () => 0,
    ),
    () => now,
  )
  const over = Promise.withResolvers<Response>()
  const app = new Hono<AppEnv>()
    .use(shed.handler)
    .post('*', () => over.promise)
    .get('*', (c) => c.text('here'))
  const send = (cookie: string, address: string) =>
    app.request('/s/study-abroad/p/start', { method: 'POST', headers: { cookie, 'x-test-address': address } }, {
      incoming: { complete: false, socket: { bytesRead: 0 } },
    } as object)
  const sending = Array.from({ length: mostOfAnAddress }, () => send('', '203.0.113.1'))
  sending.push(...Array.from({ length: 40 }, () => send('respondent-study-abroad=x', '203.0.113.2')))
  for (let turn = 0; turn < 99; turn++) {
    now += 20
    shed.tick()
  }
  for (const address of ['192.0.2.1', '203.0.113.1']) {
    expect((await app.request('/', { headers: { 'x-test-address': address } }, {})).status).toBe(200)
  }
  expect((await send('', '203.0.113.1')).status).toBe(503)
  over.resolve(new Response('done'))
  await Promise.all(sending)
})

describe('while the process is behind', () => {
  async function site(isJson = false) {
    const world = await fresh()
    let now = 0
    const lateness = watchLateness(
      () => now,
      () => 0,
    )
    for (let turn = 0; turn < 4; turn++) {
      now += 200
      lateness.tick()
    }
    const shed = shedding(world.ports, lateness, () => now)
    world.ports.load = shed.load
    const app = createApp(() => world.ports, shed.handler)
    let reads = 0
    let isHeld = true
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    interpose(world, (real) => ({
      ...real,
      read: async (query) => {
        reads += 1
        if (isHeld) await opened
        return real.read(query)
      },
    }))
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      app.request(`https://study.example.org${path}`, {
        method,
        headers: { accept: isJson ? 'application/json' : 'text/html', ...headers },
      })
    // Some wait for the same reading: who comes after them reads again.
    const waiting = Array.from({ length: noQueue }, () => ask('/'))
    await expect.poll(() => reads).toBeGreaterThan(0)
    isHeld = false
    return {
      ask,
      reads: () => reads,
      pass: (ms: number) => {
        now += ms
      },
      async recovers() {
        open()
        await Promise.all(waiting)
      },
    }
  }

  it('a landing is refused in the language of its reader, without a look into the database', async () => {
    const { ask, reads } = await site()
    const before = reads()
    const pages = new Map<string, string>()
    const ids = new Set<string | null>()
    for (const language of ['en', 'zh-CN', 'zh-HK', 'zh-HK']) {
      const refused = await ask('/s/study-abroad', { 'accept-language': language })
      expect([refused.status, refused.headers.get('refresh')]).toEqual([503, refused.headers.get('retry-after')])
      expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'")
      ids.add(refused.headers.get('x-request-id'))
      pages.set(language, await refused.text())
    }
    expect([reads(), ids.size]).toEqual([before, 4])
    expect([...pages.values()].map((page) => /<h1>(.*)<\/h1>/.exec(page)?.[1])).toEqual([
      'Many people are here at the moment',
      '现在访问的人很多',
      '現在瀏覽的人很多',
    ])
  })

  it("a language that somebody chose is nobody else's", async () => {
    const { ask } = await site()
    for (const path of ['/?lang=zh-Hant', '/']) {
      const refused = await ask(path, { 'accept-language': 'zh-HK' })
      expect([refused.status, refused.headers.get('set-cookie')]).toEqual([503, null])
    }
  })

  it('a turn of the event loop lets in for 25 ms, and the next one does again', async () => {
    const { ask, pass, recovers } = await site()
    await recovers()
    const turn = () => new Promise((over) => setImmediate(over))
    const landing = () => ask('/s/study-abroad', { cookie: '__Host-respondent-study-abroad=x' })
    await turn()
    const asked = [landing()]
    pass(15)
    asked.push(landing())
    pass(10)
    asked.push(landing())
    await turn()
    asked.push(landing())
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 503, 200])
  })

  it('a script is told in JSON, and a page that was sent does not load itself anew', async () => {
    const { ask } = await site(true)
    const refused = await ask('/s/study-abroad/go', {}, 'POST')
    expect(refused.headers.get('refresh')).toBeNull()
    expect(await refused.json()).toMatchObject({ type: 'urn:honorarium:busy', status: 503 })
  })

  it('the service says so until ten seconds after the last refusal, and is asked as ever', async () => {
    const { ask, pass, recovers } = await site()
    const load = async () => ((await (await ask('/readyz')).json()) as { checks: { load: string | null } }).checks.load
    expect(await load()).toBeNull()
    await ask('/s/study-abroad')
    await ask('/s/study-abroad')
    expect(await load()).toBe('More comes than can be answered: 2 requests were turned away.')
    await recovers()
    expect((await ask('/s/study-abroad')).status).toBe(200)
    pass(10_001)
    expect(await load()).toBeNull()
  })
})

it('many connections that wait to be taken on are known within a tenth of a second', async () => {
  const { ports } = await fresh()
  let now = 0
  const shed = shedding(
    ports,
    watchLateness(
      () => now,
      () => 0,
    ),
    () => now,
    () => 500,
  )
  const app = new Hono<AppEnv>().use(shed.handler).get('*', (c) => c.text('here'))
  const statuses: number[] = []
  for (let turn = 0; turn < 7; turn++) {
    statuses.push((await app.request('/', {}, {})).status)
    now += 20
    shed.tick()
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 503])
})

it('whoever is turned away keeps it behind while its loop never rests, and those who are let in are quick', async () => {
  const { ports } = await fresh()
  let now = 0
  const lateness = watchLateness(
    () => now,
    () => 0,
  )
  const shed = shedding(ports, lateness, () => now)
  const app = new Hono<AppEnv>().use(shed.handler).get('*', (c) => c.text('here'))
  const pass = (ms: number, every: number) => {
    for (let passing = 0; passing < ms; passing += every) {
      now += every
      shed.tick()
    }
  }
  const turn = async () => {
    await new Promise((over) => setImmediate(over))
    const first = await app.request('/', {}, {})
    now += 8
    return [first.status, (await app.request('/', {}, {})).status]
  }
  pass(400, 90)
  for (let half = 0; half < 8; half++) {
    expect(await turn()).toEqual([200, 503])
    pass(500, 20)
  }
  pass(2_000, 20)
  expect(await turn()).toEqual([200, 200])
})
