/** The sandbox Tremendous on its own: its money, its time, its post. */
import { describe, expect, test } from 'vitest'
import { tremendousSandbox } from '../../../demo/providers/tremendous/sandbox.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import { asked, bothSides, config, order, reference } from '../../support/providers/tremendous-side.ts'

/** The events of the webhooks that were posted, in order. */
async function eventsOf(post: readonly Request[]): Promise<string[]> {
  return Promise.all(post.map(async (request) => (await request.clone().json()).event))
}

describe('its money', () => {
  test('moves as its transactions say, each currency by itself, day by day of Beijing', async () => {
    const { payer, sandbox, wait } = await bothSides({ balanceMinor: 10_000 })
    await payer.send(order)
    sandbox.faults.inject('send', 'fails_late')
    await payer.send({ ...order, reference: 'another', amountMinor: 29, currency: 'HKD' })
    wait(10)
    expect(sandbox.movements('2026-11-24')).toMatchObject([
      { currency: 'CNY', kind: 'topup', direction: 'credit', balanceMinor: 10_000 },
      { currency: 'CNY', kind: 'payment', direction: 'debit', reference, amountMinor: 2005, balanceMinor: 7_995 },
      { currency: 'HKD', kind: 'topup', direction: 'credit', balanceMinor: 10_000 },
      { currency: 'HKD', kind: 'payment', direction: 'debit', reference: 'another', balanceMinor: 9_971 },
      { currency: 'HKD', kind: 'return', direction: 'credit', reference: 'another', balanceMinor: 10_000 },
    ])
    expect(sandbox.movements('2026-11-23')).toEqual([])
  })

  test('comes back when a reward is cancelled, once', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    await payer.send(order)
    await payer.cancel(asked)
    await payer.cancel(asked)
    expect(sandbox.balance()).toBe(10_000)
    expect(sandbox.movements('2026-11-24').map(({ kind }) => kind)).toEqual(['topup', 'payment', 'return'])
  })
})

describe('its amounts', () => {
  test.each([
    [2000, '20'],
    [2050, '20.5'],
    [2005, '20.05'],
    [10, '0.1'],
    [100_000, '1000'],
  ])('%d fen are the number %s', async (amountMinor, number) => {
    const { payer, sandbox } = await bothSides()
    expect((await payer.send({ ...order, amountMinor })).amountMinor).toBe(amountMinor)
    const headers = { Authorization: `Bearer ${config.settings.TREMENDOUS_API_KEY}` }
    const response = await sandbox.app.request(`/api/v2/orders/${reference}`, { headers })
    expect(await response.text()).toContain(`"value":{"denomination":${number},"currency_code":"CNY"}`)
  })
})

describe('what it is sent', () => {
  const headers = {
    Authorization: `Bearer ${config.settings.TREMENDOUS_API_KEY}`,
    'Content-Type': 'application/json',
  }
  test.each([
    ['a field too many', '{"external_id":"x","payment":{"funding_source_id":"balance"},"reward":{},"more":1}'],
    ['no JSON', '{'],
    ['nothing', ''],
  ])('is refused with %s', async (_what, body) => {
    const { sandbox } = await bothSides()
    const response = await sandbox.app.request('/api/v2/orders', { method: 'POST', headers, body })
    expect(response.status).toBe(400)
    expect(sandbox.orders()).toEqual([])
  })

  test('by somebody without the key is refused', async () => {
    const { sandbox } = await bothSides()
    for (const path of ['/api/v2/orders/x', '/api/v2/rewards/x']) {
      expect((await sandbox.app.request(path)).status).toBe(401)
    }
  })

  test('about a reward that is not there is not found', async () => {
    const { sandbox } = await bothSides()
    expect((await sandbox.app.request('/api/v2/rewards/x', { headers })).status).toBe(404)
    expect((await sandbox.app.request('/api/v2/rewards/x/cancel', { method: 'POST', headers })).status).toBe(404)
  })
})

describe('its post', () => {
  test('tells each step of an order', async () => {
    const plain = await bothSides()
    await plain.payer.send(order)
    await plain.payer.cancel(asked)
    await plain.sandbox.tick()
    expect(await eventsOf(plain.post)).toEqual(['ORDERS.CREATED', 'REWARDS.DELIVERY.SUCCEEDED', 'REWARDS.CANCELED'])

    const held = await bothSides()
    held.sandbox.faults.inject('send', 'approval')
    await held.payer.send(order)
    held.wait(10)
    await held.sandbox.tick()
    expect(await eventsOf(held.post)).toEqual(['ORDERS.CREATED', 'ORDERS.APPROVED', 'REWARDS.DELIVERY.SUCCEEDED'])

    const failing = await bothSides()
    failing.sandbox.faults.inject('send', 'fails_late')
    await failing.payer.send(order)
    failing.wait(10)
    await failing.sandbox.tick()
    expect(await eventsOf(failing.post)).toEqual(['ORDERS.CREATED', 'ORDERS.FAILED'])
  })

  test('can be lost, repeated, overtaken and contradicted', async () => {
    const { payer, sandbox, post, wait } = await bothSides()
    sandbox.faults.injectNotice('late', 'repeat')
    await payer.send(order)
    await sandbox.tick()
    expect(await eventsOf(post)).toEqual(Array.from({ length: 3 }, () => 'REWARDS.DELIVERY.SUCCEEDED'))
    wait(60)
    sandbox.faults.injectNotice('lost', 'contradicted')
    await sandbox.tick()
    expect(post).toHaveLength(3)
    wait(1)
    await sandbox.tick()
    expect(await eventsOf(post.slice(3))).toEqual(['ORDERS.CREATED', 'ORDERS.FAILED'])
    expect(sandbox.waitingNotices()).toBe(0)
  })

  test('is tried again until it is taken', async () => {
    let status = 400
    const { payer, sandbox, wait } = await bothSides({ deliver: async () => new Response('', { status }) })
    await payer.send(order)
    await sandbox.tick()
    expect(sandbox.waitingNotices()).toBe(2)
    status = 200
    wait(1)
    await sandbox.tick()
    expect(sandbox.waitingNotices()).toBe(0)
    expect(sandbox.deliveries.map((delivery) => delivery.status)).toEqual([400, 400, 200, 200])
  })

  test('is not sent where nobody is named to take it', async () => {
    const clock = { now: () => '2026-11-23T08:00:00.000Z' }
    const sandbox = tremendousSandbox({
      clock,
      ids: nanoIds(clock),
      side: config.side,
      deliver: async () => new Response(),
    })
    const { payer } = await bothSides({ fetch: sandbox.fetch })
    expect((await payer.send(order)).state).toBe('succeeded')
    await sandbox.tick()
    expect([sandbox.waitingNotices(), sandbox.deliveries.length]).toEqual([0, 0])
  })
})

test('its faults are drawn by a source where none is asked for', async () => {
  const drawn: string[] = []
  const { payer } = await bothSides({
    faultSource: {
      call(what, key) {
        drawn.push(`${what} ${key}`)
        return 'drop_reply'
      },
      notice: () => null,
    },
  })
  expect((await payer.send(order)).code).toBe('NETWORK')
  expect((await payer.query(asked)).code).toBe('NETWORK')
  expect(drawn).toEqual([`send ${reference}`, `query ${reference}`])
})
