/** What Tremendous, the network, or somebody between them answers. */
import { describe, expect, test } from 'vitest'
import type { TremendousCallFault } from '../../../../demo/providers/tremendous/faults.ts'
import { readConfig } from '../../../../src/config.ts'
import { nanoIds } from '../../../../src/platform/adapters/nano-ids.ts'
import { openProvider } from '../../../../src/rewards/providers/manifest.ts'
import { tremendous as manifest } from '../../../../src/rewards/providers/tremendous/manifest.ts'
import { asked, bothSides, config, order, reference } from '../../../support/providers/tremendous-side.ts'

describe('an ordinary order', () => {
  test('is executed at once, and says the same when it is asked', async () => {
    const { payer, sandbox } = await bothSides()
    const sent = await payer.send(order)
    expect(sent).toEqual({
      state: 'succeeded',
      code: 'EXECUTED',
      providerId: sandbox.order(reference)?.id,
      amountMinor: 2005,
      currency: 'CNY',
    })
    expect(await payer.query(asked)).toEqual(sent)
  })

  test.each(['CNY', 'HKD', 'MOP'])('can be in %s', async (currency) => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    expect(await payer.send({ ...order, currency })).toMatchObject({ state: 'succeeded', amountMinor: 2005, currency })
    expect(sandbox.balance(currency)).toBe(7_995)
  })

  test('sent again it is the first order, told with 201, and paid once', async () => {
    const statuses: number[] = []
    const { payer, sandbox } = await bothSides({
      balanceMinor: 10_000,
      fetch: async (request) => {
        const response = await sandbox.fetch(request)
        statuses.push(response.status)
        return response
      },
    })
    expect(await payer.send(order)).toEqual(await payer.send(order))
    expect(statuses).toEqual([200, 201])
    expect(sandbox.balance()).toBe(7_995)
  })

  test.each([
    ['amount', { amountMinor: 2006 }],
    ['currency', { currency: 'HKD' }],
    ['recipient', { payee: { channel: 'gift' as const, fields: { email: 'somebody@example.org' } } }],
  ])('another %s under its number gets the first order, and is noticed', async (_what, change) => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    expect(await payer.send({ ...order, ...change })).toEqual({ state: 'unknown', code: 'ECHO_MISMATCH' })
    expect(sandbox.orders()).toHaveLength(1)
  })

  test('delivered and not redeemed is paid all the same', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    expect(sandbox.order(reference)?.isRedeemed).toBe(false)
    expect((await payer.query(asked)).state).toBe('succeeded')
  })

  test.each<[TremendousCallFault, string, string]>([
    ['approval', 'PENDING_APPROVAL', 'succeeded'],
    ['settlement', 'PENDING_SETTLEMENT', 'succeeded'],
    ['new_status', 'PENDING_COMPLIANCE_REVIEW', 'succeeded'],
    ['fails_late', 'PENDING_SETTLEMENT', 'failed'],
    ['rejected', 'PENDING_APPROVAL', 'cancelled'],
  ])('held (%s) it is accepted as %s until it is %s', async (course, code, state) => {
    const { payer, sandbox, wait } = await bothSides({ balanceMinor: 10_000 })
    sandbox.faults.inject('send', course)
    expect(await payer.send(order)).toMatchObject({ state: 'accepted', code })
    wait(9)
    expect((await payer.query(asked)).state).toBe('accepted')
    wait(1)
    expect((await payer.query(asked)).state).toBe(state)
    expect(sandbox.balance()).toBe(state === 'succeeded' ? 7_995 : 10_000)
  })
})

describe('a refused order', () => {
  test('without money is put off, and goes through after a top-up under the same number', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 2004 })
    expect(await payer.send(order)).toEqual({ state: 'delayed', code: 'HTTP_402', reason: 'payer_balance' })
    sandbox.topUp(1)
    expect((await payer.send(order)).state).toBe('succeeded')
    expect(sandbox.balance()).toBe(0)
  })

  test('to an address that takes nothing fails, after a look for the order', async () => {
    const { payer, sandbox } = await bothSides()
    sandbox.payeeFails('xiao.ming@example.org', true)
    expect(await payer.send(order)).toEqual({
      state: 'failed',
      code: 'INVALID_RECIPIENT',
      reason: 'payee_account_problem',
    })
    expect(sandbox.calls.map(({ what }) => what)).toEqual(['send', 'query'])
  })

  test('of an amount that no product takes fails', async () => {
    const { payer } = await bothSides({ mostMinor: 2004 })
    expect(await payer.send(order)).toEqual({
      state: 'failed',
      code: 'INVALID_DENOMINATION',
      reason: 'amount_limit',
    })
  })

  test.each<TremendousCallFault>(['drop_reply', 'http_502', 'timeout', 'rate_limited'])(
    'does not fail while the look for it comes to nothing (%s)',
    async (fault) => {
      const { payer, sandbox } = await bothSides()
      sandbox.payeeFails('xiao.ming@example.org', true)
      sandbox.faults.inject('query', fault)
      expect((await payer.send(order)).state).toBe('unknown')
    },
  )

  test('that exists after all has not failed', async () => {
    const { payer, sandbox } = await bothSides({
      fetch: async (request) => {
        const response = await sandbox.fetch(request)
        if (request.method !== 'POST') return response
        const errors = { message: 'no', payload: { reward: { recipient: { email: 'is blocked' } } } }
        return Response.json({ errors }, { status: 422 })
      },
    })
    expect((await payer.send(order)).state).toBe('succeeded')
  })

  test('for a wrong key or campaign is put off until that is mended', async () => {
    const key = await bothSides({ settings: { TREMENDOUS_API_KEY: 'TEST_other' } })
    expect(await key.payer.send(order)).toEqual({ state: 'delayed', code: 'HTTP_401', reason: 'payer_problem' })
    expect((await key.payer.query(asked)).state).toBe('unknown')
    for (const settings of [{ TREMENDOUS_CAMPAIGN_ID: 'OTHER' }, { TREMENDOUS_FUNDING_SOURCE: 'OTHER' }]) {
      const { payer } = await bothSides({ settings: settings as Record<string, string> })
      expect(await payer.send(order)).toEqual({ state: 'delayed', code: 'HTTP_422', reason: 'payer_problem' })
    }
  })
})

describe('when something goes wrong', () => {
  test.each<{ fault: TremendousCallFault; code: string; isDone: boolean; state?: string }>([
    { fault: 'drop_request', code: 'NETWORK', isDone: false },
    { fault: 'http_502', code: 'HTTP_502', isDone: false },
    { fault: 'http_500', code: 'HTTP_500', isDone: false },
    { fault: 'rate_limited', code: 'HTTP_429', isDone: false, state: 'delayed' },
    { fault: 'unauthorised', code: 'HTTP_401', isDone: false, state: 'delayed' },
    { fault: 'drop_reply', code: 'NETWORK', isDone: true },
    { fault: 'timeout', code: 'TIMEOUT', isDone: true },
    { fault: 'http_503', code: 'HTTP_503', isDone: true },
    { fault: 'conflict', code: 'HTTP_409', isDone: true },
    { fault: 'garbage', code: 'UNREADABLE', isDone: true },
    { fault: 'other_order', code: 'ECHO_MISMATCH', isDone: true },
    { fault: 'other_amount', code: 'ECHO_MISMATCH', isDone: true },
    { fault: 'other_currency', code: 'ECHO_MISMATCH', isDone: true },
    { fault: 'other_recipient', code: 'ECHO_MISMATCH', isDone: true },
  ])('$fault is no evidence, and the same order ends it, paid once', async ({ fault, code, isDone, state }) => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    sandbox.faults.inject('send', fault)
    expect(await payer.send(order)).toMatchObject({ state: state ?? 'unknown', code })
    expect(sandbox.orders()).toHaveLength(isDone ? 1 : 0)
    expect((await payer.query(asked)).state).toBe(isDone ? 'succeeded' : 'not_found')
    expect((await payer.send(order)).state).toBe('succeeded')
    expect(sandbox.balance()).toBe(7_995)
  })

  test('a query that does not find what is there leads to the same order, which is paid once', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    await payer.send(order)
    sandbox.faults.inject('query', 'not_found')
    expect(await payer.query(asked)).toEqual({ state: 'not_found', code: 'HTTP_404' })
    expect((await payer.send(order)).state).toBe('succeeded')
    expect(sandbox.balance()).toBe(7_995)
  })

  test('a 404 that is not Tremendous’s own, and a page that leads elsewhere, say nothing', async () => {
    for (const status of [404, 302, 204]) {
      const { payer } = await bothSides({
        fetch: async () => new Response(status === 204 ? null : '<h1>no</h1>', { status, headers: { Location: '/' } }),
      })
      expect(await payer.query(asked)).toEqual({ state: 'unknown', code: `HTTP_${status}` })
      expect(await payer.send(order)).toEqual({ state: 'unknown', code: `HTTP_${status}` })
    }
  })
})

describe('cancelling', () => {
  test('an order that waits takes it back', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    sandbox.faults.inject('send', 'approval')
    await payer.send(order)
    expect(await payer.cancel(asked)).toMatchObject({ state: 'cancelled', code: 'CANCELED' })
    expect(sandbox.balance()).toBe(10_000)
  })

  test('a reward that nobody has redeemed brings the money back', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    await payer.send(order)
    expect(await payer.cancel(asked)).toMatchObject({ state: 'cancelled', code: 'REFUNDED' })
    expect(sandbox.balance()).toBe(10_000)
    expect((await payer.query(asked)).state).toBe('cancelled')
  })

  test('is not done before the order shows it', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    const real = sandbox.order(reference)
    const { payer: slow } = await bothSides({
      fetch: async (request) =>
        request.method === 'POST' ? Response.json({ reward: { id: real?.rewardId } }) : sandbox.fetch(request),
    })
    expect(await slow.cancel(asked)).toMatchObject({ state: 'cancelling' })
  })

  test('cannot be done once it is redeemed, or a week old: no evidence either way', async () => {
    const redeemed = await bothSides()
    await redeemed.payer.send(order)
    redeemed.sandbox.redeem(reference)
    expect(await redeemed.payer.cancel(asked)).toEqual({ state: 'unknown', code: 'CANNOT_CANCEL' })
    const old = await bothSides()
    await old.payer.send(order)
    old.wait(7 * 24 * 60 + 1)
    expect(await old.payer.cancel(asked)).toEqual({ state: 'unknown', code: 'CANNOT_CANCEL' })
  })

  test('what Tremendous does not know is not found, and a lost reply is no evidence', async () => {
    const { payer, sandbox } = await bothSides()
    expect((await payer.cancel(asked)).state).toBe('not_found')
    await payer.send(order)
    sandbox.faults.inject('cancel', 'drop_request', 'http_500')
    expect(await payer.cancel(asked)).toEqual({ state: 'unknown', code: 'NETWORK' })
    expect(await payer.cancel(asked)).toEqual({ state: 'unknown', code: 'HTTP_500' })
    expect((await payer.query(asked)).state).toBe('succeeded')
  })
})

describe('settings', () => {
  const clock = { now: () => '2026-11-23T08:00:00.000Z' }
  const nowhere = { fetch: () => Promise.reject(), clock, ids: nanoIds(clock) }
  const from = (settings: Record<string, string>) => openProvider(manifest, readConfig(settings), nowhere)

  test('without a key there is no Tremendous', async () => {
    expect(await from({})).toBe(null)
  })

  test('what it pays, and how', async () => {
    expect(await from(config.settings)).toMatchObject({
      provider: 'tremendous',
      channels: ['gift'],
      carries: manifest.carries,
      mode: 'push',
      settlesWithinHours: 1,
    })
  })

  test.each(['TREMENDOUS_CAMPAIGN_ID', 'TREMENDOUS_WEBHOOK_KEY'])('a missing %s is named in one line', async (name) => {
    const { [name]: _, ...rest } = config.settings
    expect(() => readConfig(rest)).toThrow(new RegExp(`^${name}: missing[^\\n]+$`))
    await expect(
      openProvider(manifest, { ...readConfig(config.settings), [name]: undefined }, nowhere),
    ).rejects.toThrow(`${name}: missing, and TREMENDOUS_API_KEY is set`)
  })
})
