/** What WeChat Pay, the network, or somebody between them answers: only WeChat's own word is evidence. */
import { describe, expect, test } from 'vitest'
import type { CallFault } from '../../../../demo/providers/wechat/faults.ts'
import { readConfig } from '../../../../src/config.ts'
import { nanoIds } from '../../../../src/platform/adapters/nano-ids.ts'
import { openProvider } from '../../../../src/rewards/providers/manifest.ts'
import { wechat as manifest } from '../../../../src/rewards/providers/wechat/manifest.ts'
import { asked, bothSides, config, order, reference } from '../../../support/providers/wechat-side.ts'

describe('an ordinary bill', () => {
  test('waits for its holder, is confirmed, and is paid', async () => {
    const { payer, sandbox } = await bothSides()
    const made = await payer.send(order)
    expect(made).toMatchObject({ state: 'awaiting_user', code: 'WAIT_USER_CONFIRM' })
    expect(made.confirm).toBe(sandbox.bill(reference)?.packageInfo)
    expect(made.providerId).toMatch(/^1330/)
    expect(await payer.query(asked)).toMatchObject({ state: 'awaiting_user', amountMinor: 2000, currency: 'CNY' })
    sandbox.confirm(made.confirm ?? '')
    expect(await payer.query(asked)).toEqual({
      state: 'succeeded',
      code: 'SUCCESS',
      providerId: made.providerId,
      amountMinor: 2000,
      currency: 'CNY',
    })
  })

  test('sent again it is the same bill, and its holder gets the same to confirm', async () => {
    const { payer, sandbox } = await bothSides()
    const [one, two] = [await payer.send(order), await payer.send(order)]
    expect(two).toEqual(one)
    expect(sandbox.bills()).toHaveLength(1)
    expect(sandbox.movements('2026-11-23').filter(({ kind }) => kind === 'transfer')).toHaveLength(1)
  })

  test('from 2,000 yuan on WeChat reads the name, and takes it for the same when it is sealed anew', async () => {
    const { payer, sandbox } = await bothSides()
    const fields = { ...order.payee.fields, name: '欧阳小明' }
    const rich = { ...order, amountMinor: 200_000, payee: { ...order.payee, fields } }
    await payer.send(rich)
    expect((await payer.send(rich)).state).toBe('awaiting_user')
    expect(sandbox.bill(reference)?.name).toBe('欧阳小明')
  })

  test('another order under its number is refused, and says nothing about the bill', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    expect(await payer.send({ ...order, amountMinor: 2001 })).toEqual({ state: 'unknown', code: 'INVALID_REQUEST' })
    expect(sandbox.bill(reference)?.amountMinor).toBe(2000)
  })

  test('a number that WeChat does not know is not found, by asking and by cancelling', async () => {
    const { payer } = await bothSides()
    expect(await payer.query(asked)).toEqual({ state: 'not_found', code: 'NOT_FOUND' })
    expect(await payer.cancel(asked)).toEqual({ state: 'not_found', code: 'NOT_FOUND' })
  })

  test('is cancelled in two steps, of which the first is only that it was asked for', async () => {
    const { payer } = await bothSides()
    await payer.send(order)
    expect(await payer.cancel(asked)).toMatchObject({ state: 'cancelling', code: 'CANCELING' })
    expect(await payer.query(asked)).toMatchObject({ state: 'cancelled', code: 'CANCELLED' })
  })

  test('cannot be cancelled once it is paid, which is no evidence that it was not', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    sandbox.confirm(reference)
    expect(await payer.cancel(asked)).toEqual({ state: 'unknown', code: 'INVALID_REQUEST' })
  })
})

describe('the retry policy', () => {
  test.each<{ fault: CallFault; code: string; isDone: boolean }>([
    { fault: 'drop_request', code: 'NETWORK', isDone: false },
    { fault: 'drop_reply', code: 'NETWORK', isDone: true },
    { fault: 'timeout', code: 'TIMEOUT', isDone: true },
    { fault: 'http_502', code: 'UNVERIFIED:HTTP_502', isDone: false },
    { fault: 'system_error', code: 'SYSTEM_ERROR', isDone: false },
    { fault: 'unknown_code', code: 'SOMETHING_NEW', isDone: true },
    { fault: 'already_exists', code: 'ALREADY_EXISTS', isDone: true },
    { fault: 'garbage', code: 'UNREADABLE', isDone: true },
  ])('$fault leaves everything open, and the same order again makes it right', async ({ fault, code, isDone }) => {
    const { payer, sandbox } = await bothSides()
    sandbox.faults.inject('send', fault)
    expect(await payer.send(order)).toEqual({ state: 'unknown', code })
    expect(await payer.query(asked)).toMatchObject({ state: isDone ? 'awaiting_user' : 'not_found' })
    const again = await payer.send(order)
    expect(again).toMatchObject({ state: 'awaiting_user', confirm: sandbox.bill(reference)?.packageInfo })
    expect(sandbox.bills()).toHaveLength(1)
  })

  test('too many requests put it off', async () => {
    const { payer, sandbox } = await bothSides()
    sandbox.faults.inject('send', 'rate_limited')
    const code = 'FREQUENCY_LIMIT_EXCEED'
    expect(await payer.send(order)).toEqual({ state: 'delayed', code, reason: 'payer_problem' })
    expect((await payer.send(order)).state).toBe('awaiting_user')
  })

  test('too little money puts it off until there is some, under the same number', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 1999 })
    expect(await payer.send(order)).toEqual({ state: 'delayed', code: 'NOT_ENOUGH', reason: 'payer_balance' })
    sandbox.topUp(1)
    expect((await payer.send(order)).state).toBe('awaiting_user')
    expect(sandbox.balance()).toBe(0)
  })

  test.each<CallFault>(['accepted', 'processing'])('%s waits for the same order again', async (fault) => {
    const { payer, sandbox } = await bothSides()
    sandbox.faults.inject('send', fault)
    expect(await payer.send(order)).toMatchObject({ state: 'accepted', again: true })
    expect(await payer.query(asked)).toMatchObject({ state: 'accepted', again: true })
    expect((await payer.send(order)).state).toBe('awaiting_user')
  })

  test('asking without an answer is no evidence either', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    for (const fault of ['drop_request', 'timeout', 'rate_limited', 'system_error', 'no_auth'] as const) {
      sandbox.faults.inject('query', fault)
      expect((await payer.query(asked)).state, fault).toBe('unknown')
    }
  })
})

describe('replies that are not WeChat’s', () => {
  test.each<CallFault>(['unsigned', 'probe', 'tampered', 'old', 'unknown_key'])(
    '%s: nothing in it is believed, whatever was asked',
    async (fault) => {
      const { payer, sandbox } = await bothSides()
      await payer.send(order)
      sandbox.confirm(reference)
      sandbox.faults.inject('query', fault)
      const answer = await payer.query(asked)
      expect(answer).toEqual({ state: 'unknown', code: expect.stringMatching(/^UNVERIFIED:/) })
      sandbox.faults.inject('send', fault)
      expect((await payer.send(order)).state).toBe('unknown')
      sandbox.faults.inject('cancel', fault)
      expect((await payer.cancel(asked)).state).toBe('unknown')
    },
  )

  test('an unsigned error is not believed, and its code is shown as what it is', async () => {
    const body = JSON.stringify({ code: 'NOT_FOUND', message: '' })
    const { payer } = await bothSides({ fetch: async () => new Response(body, { status: 404 }) })
    expect(await payer.query(asked)).toEqual({ state: 'unknown', code: 'UNVERIFIED:NOT_FOUND' })
  })

  test('no stranger writes our log: a code that is none is not repeated', async () => {
    const body = JSON.stringify({ code: '<script>alert(1)</script>' })
    const { payer } = await bothSides({ fetch: async () => new Response(body, { status: 400 }) })
    expect(await payer.query(asked)).toEqual({ state: 'unknown', code: 'UNVERIFIED:UNREADABLE' })
  })

  test('five minutes and no more lie between the two clocks (row 10 of the fault table)', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    const later = await bothSides({ fetch: sandbox.fetch })
    later.wait(5)
    expect((await later.payer.query(asked)).state).toBe('awaiting_user')
    later.wait(1)
    expect(await later.payer.query(asked)).toEqual({ state: 'unknown', code: 'UNVERIFIED:SIGN_ERROR' })
  })

  test.each<CallFault>(['other_bill', 'other_amount'])('a signed reply about %s is not about ours', async (fault) => {
    const { payer, sandbox } = await bothSides()
    sandbox.faults.inject('send', fault)
    expect(await payer.send(order)).toEqual({ state: 'unknown', code: 'ECHO_MISMATCH' })
  })

  test('what WeChat says it paid goes along, so that another amount is noticed', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    sandbox.faults.inject('query', 'other_amount')
    expect(await payer.query(asked)).toMatchObject({ amountMinor: 1, currency: 'CNY' })
  })
})

describe('keys', () => {
  const [first, second] = config.side.keys.map(({ id }) => id)

  test('while WeChat replaces its key, replies under the old and the new one are good (row 15 of the fault table)', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    for (const id of [first, second]) {
      sandbox.signWith(id ?? '')
      expect((await payer.query(asked)).state, id).toBe('awaiting_user')
    }
  })

  test('a key that is not configured is not good, though WeChat has it', async () => {
    const onlyFirst = (config.settings.WECHAT_PUBLIC_KEY ?? '').split(';')[0] ?? ''
    const { payer, sandbox } = await bothSides({ settings: { WECHAT_PUBLIC_KEY: onlyFirst } })
    await payer.send(order)
    sandbox.signWith(second ?? '')
    expect((await payer.query(asked)).state).toBe('unknown')
  })

  test('a request that another signed is refused by WeChat, and puts the payment off', async () => {
    const { payer, sandbox } = await bothSides({ settings: { WECHAT_SERIAL: 'another' } })
    expect(await payer.send(order)).toEqual({ state: 'delayed', code: 'SIGN_ERROR', reason: 'payer_problem' })
    expect(sandbox.bills()).toEqual([])
  })

  const from = (settings: Record<string, string>) => {
    const clock = { now: () => '2026-11-23T08:00:00.000Z' }
    return openProvider(manifest, readConfig(settings), { fetch: () => Promise.reject(), clock, ids: nanoIds(clock) })
  }

  test('without a merchant there is no WeChat', async () => {
    expect(await from({})).toBe(null)
  })

  test.each(['WECHAT_PRIVATE_KEY', 'WECHAT_PUBLIC_KEY'])('a %s that is none is named in one line', async (name) => {
    const pem = '-----BEGIN SECRET THING-----\nAAAA\n-----END SECRET THING-----'
    const failing = from({ ...config.settings, [name]: pem })
    await expect(failing).rejects.toThrow(new RegExp(`^${name}: cannot be read; it has to be [^\\n]+$`))
    await expect(failing).rejects.not.toThrow('AAAA')
  })

  test('keys may come on one line, as a shell or a dashboard has them', async () => {
    const flat = (name: string) => (config.settings[name] ?? '').replaceAll('\n', '\\n')
    const settings = {
      WECHAT_PRIVATE_KEY: flat('WECHAT_PRIVATE_KEY'),
      WECHAT_PUBLIC_KEY: flat('WECHAT_PUBLIC_KEY'),
    }
    const { payer } = await bothSides({ settings })
    expect((await payer.send(order)).state).toBe('awaiting_user')
  })
})
