/** The sandbox Alipay on its own: its money, its time, its post. */
import { describe, expect, test } from 'vitest'
import { alipaySandbox } from '../../../demo/providers/alipay/sandbox.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import { bothSides, config, order, reference } from '../../support/providers/alipay-side.ts'

const another = { ...order, reference: 'another', amountMinor: 100 }

describe('its money', () => {
  test('moves as its bill says, day by day of Beijing', async () => {
    const { payer, sandbox, wait } = await bothSides({ balanceMinor: 10_000 })
    await payer.send(order)
    sandbox.faults.inject('send', 'fails_late')
    await payer.send(another)
    wait(10)
    const orderId = sandbox.order('another')?.orderId
    expect(sandbox.movements('2026-11-24')).toMatchObject([
      { direction: 'credit', kind: 'topup', reference: null, amountMinor: 10_000, balanceMinor: 10_000 },
      { direction: 'debit', kind: 'payment', reference, amountMinor: 2005, balanceMinor: 7_995, currency: 'CNY' },
      { direction: 'debit', kind: 'payment', reference: 'another', amountMinor: 100, balanceMinor: 7_895 },
      { direction: 'credit', kind: 'return', reference: 'another', providerId: orderId, balanceMinor: 7_995 },
    ])
    // 17:08 of the day before, in UTC: a bill goes by Beijing's days.
    expect(sandbox.movements('2026-11-23')).toEqual([])
    wait(60 * 24)
    await payer.send({ ...another, reference: 'third' })
    expect(sandbox.movements('2026-11-25')).toMatchObject([{ reference: 'third' }])
  })

  test('does not move for less than ten fen, or for who cannot take it', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    expect((await payer.send({ ...order, amountMinor: 9 })).code).toBe('EXCEED_LIMIT_SM_MIN_AMOUNT')
    sandbox.payeeFails('13800138000', 'PERMIT_NON_BANK_LIMIT_PAYEE')
    expect(await payer.send(order)).toMatchObject({ state: 'failed', reason: 'payee_not_verified' })
    expect(sandbox.balance()).toBe(10_000)
    sandbox.payeeFails('13800138000', null)
    expect((await payer.send(order)).state).toBe('succeeded')
  })

  test.each([
    ['amount', { amountMinor: 2006 }],
    ['account', { payee: { channel: 'alipay' as const, fields: { phone: '+8613800138001', name: '欧阳小明' } } }],
    ['name', { payee: { channel: 'alipay' as const, fields: { phone: '+8613800138000', name: '欧阳大明' } } }],
    ['title', { title: '别的' }],
  ])('is not sent twice under one number with another %s', async (_what, change) => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    await payer.send(order)
    expect((await payer.send({ ...order, ...change })).code).toBe('PAYMENT_INFO_INCONSISTENCY')
    expect(sandbox.balance()).toBe(7_995)
  })
})

describe('its post', () => {
  test('comes when a transfer ends, not before', async () => {
    const { payer, sandbox, wait, post } = await bothSides()
    sandbox.faults.inject('send', 'dealing')
    await payer.send(order)
    await sandbox.tick()
    expect(post).toHaveLength(0)
    wait(10)
    await sandbox.tick()
    expect(post).toHaveLength(1)
  })

  test('is tried for a day until somebody says success', async () => {
    let answer = new Response('fail')
    const { payer, sandbox, wait } = await bothSides({ deliver: async () => answer.clone() })
    await payer.send(order)
    await sandbox.tick()
    wait(3)
    await sandbox.tick()
    expect(sandbox.deliveries).toHaveLength(1)
    wait(1)
    await sandbox.tick()
    expect(sandbox.deliveries).toMatchObject([{ status: 200, answer: 'fail' }, { answer: 'fail' }])
    answer = new Response('success')
    wait(10)
    await sandbox.tick()
    expect(sandbox.waitingNotices()).toBe(0)
    expect(sandbox.deliveries).toHaveLength(3)
  })

  test('is given up after the last try', async () => {
    const { payer, sandbox, wait } = await bothSides({ deliver: () => Promise.reject(new Error('nobody')) })
    await payer.send(order)
    for (let i = 0; i < 12; i += 1) {
      await sandbox.tick()
      wait(60 * 16)
    }
    expect(sandbox.deliveries).toHaveLength(8)
    expect(sandbox.waitingNotices()).toBe(0)
  })

  test('can be lost, and can be overtaken', async () => {
    const { payer, sandbox, wait, post, received } = await bothSides()
    sandbox.faults.injectNotice('lost', 'late')
    await payer.send(order)
    await payer.send(another)
    await sandbox.tick()
    expect(post).toHaveLength(0)
    wait(4)
    await sandbox.tick()
    wait(60)
    await sandbox.tick()
    const notices = await Promise.all(post.map(received))
    expect(notices.map((notice) => notice.ok && notice.reference)).toEqual([reference, 'another'])
  })

  test('is not sent where nobody is named to take it', async () => {
    const clock = { now: () => '2026-11-23T08:00:00.000Z' }
    const sandbox = alipaySandbox({
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

describe('its faults', () => {
  test('are drawn by a source where none is asked for', async () => {
    const asked: string[] = []
    const { payer, sandbox } = await bothSides({
      faultSource: {
        call(what, outBizNo) {
          asked.push(`${what} ${outBizNo}`)
          return 'drop_reply'
        },
        notice: () => 'repeat',
      },
    })
    expect((await payer.send(order)).code).toBe('NETWORK')
    await sandbox.tick()
    expect(asked).toEqual([`send ${reference}`])
    expect(sandbox.deliveries).toHaveLength(3)
  })

  test('of a server that is reached over HTTP are a 503', async () => {
    const { sandbox } = await bothSides()
    sandbox.faults.inject('send', 'drop_request')
    const body = new URLSearchParams({ method: 'alipay.fund.trans.uni.transfer', biz_content: '{}' })
    const response = await sandbox.app.request('/gateway.do', { method: 'POST', body })
    expect(response.status).toBe(503)
  })

  test('an interface that it does not have is refused', async () => {
    const { sandbox } = await bothSides()
    const body = new URLSearchParams({ method: 'alipay.trade.refund' })
    const response = await sandbox.app.request('/gateway.do', { method: 'POST', body })
    expect(await response.text()).toContain('isv.invalid-method')
  })
})
