/** What Alipay, the network, or somebody between them answers: only Alipay's own word is evidence. */
import { createPrivateKey, createSign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AlipayCallFault } from '../../../../demo/providers/alipay/faults.ts'
import { rsaPems } from '../../../../demo/providers/rsa-pems.ts'
import { readConfig } from '../../../../src/config.ts'
import { nanoIds } from '../../../../src/platform/adapters/nano-ids.ts'
import { alipay as manifest } from '../../../../src/rewards/providers/alipay/manifest.ts'
import { openProvider } from '../../../../src/rewards/providers/manifest.ts'
import { asked, bothSides, config, order, reference } from '../../../support/providers/alipay-side.ts'

/** A pair for replies that are signed here. */
const own = await rsaPems()

describe('an ordinary transfer', () => {
  test('is paid at once, and says so with the amount when it is asked', async () => {
    const { payer, sandbox } = await bothSides()
    const sent = await payer.send(order)
    expect(sent).toEqual({ state: 'succeeded', code: 'SUCCESS', providerId: sandbox.order(reference)?.orderId })
    expect(await payer.query(asked)).toEqual({ ...sent, amountMinor: 2005, currency: 'CNY' })
    expect(sandbox.order(reference)).toMatchObject({ identity: '13800138000', name: '欧阳小明', amountMinor: 2005 })
  })

  test('sent again it is the same transfer, paid once', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 10_000 })
    expect(await payer.send(order)).toEqual(await payer.send(order))
    expect(sandbox.balance()).toBe(7_995)
  })

  test('held at Alipay it is accepted until it ends, well or not', async () => {
    const { payer, sandbox, wait } = await bothSides({ balanceMinor: 10_000 })
    const other = { ...order, reference: 'another' }
    sandbox.faults.inject('send', 'dealing', 'fails_late')
    expect((await payer.send(order)).state).toBe('accepted')
    expect((await payer.send(other)).state).toBe('accepted')
    wait(9)
    expect((await payer.query(asked)).state).toBe('accepted')
    wait(1)
    expect((await payer.query(asked)).state).toBe('succeeded')
    expect(await payer.query({ ...asked, reference: 'another' })).toMatchObject({
      state: 'failed',
      code: 'PAYEE_ACCOUNT_STATUS_ERROR',
      reason: 'payee_account_problem',
    })
    expect(sandbox.balance()).toBe(7_995)
  })

  test('another order under its number is a mistake of ours, and never a failure', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    const answer = await payer.send({ ...order, amountMinor: 2006 })
    expect(answer).toEqual({ state: 'unknown', code: 'PAYMENT_INFO_INCONSISTENCY' })
    expect(sandbox.orders()).toHaveLength(1)
  })

  test('without money it is put off, and goes through after a top-up under the same number', async () => {
    const { payer, sandbox } = await bothSides({ balanceMinor: 2004 })
    expect(await payer.send(order)).toEqual({
      state: 'delayed',
      code: 'PAYER_BALANCE_NOT_ENOUGH',
      reason: 'payer_balance',
    })
    expect((await payer.query(asked)).state).toBe('not_found')
    sandbox.topUp(1)
    expect((await payer.send(order)).state).toBe('succeeded')
    expect(sandbox.balance()).toBe(0)
  })

  test('to a name that is not the account’s it fails', async () => {
    const { payer } = await bothSides({ people: { '13800138000': '欧阳大明' } })
    expect(await payer.send(order)).toEqual({
      state: 'failed',
      code: 'PAYEE_USER_INFO_ERROR',
      reason: 'payee_name_mismatch',
    })
  })

  test('in certificate mode both sides name the certificates', async () => {
    const serials = { appCertSn: 'aa11', rootCertSn: 'bb22' }
    const settings = { ALIPAY_APP_CERT_SN: 'aa11', ALIPAY_ROOT_CERT_SN: 'bb22' }
    const right = await bothSides({ side: { ...config.side, ...serials }, settings })
    expect((await right.payer.send(order)).state).toBe('succeeded')
    const wrong = await bothSides({ side: { ...config.side, ...serials } })
    expect((await wrong.payer.send(order)).code).toBe('isv.invalid-signature')
  })
})

describe('cancelling', () => {
  test('cannot be done: the answer is how the transfer stands', async () => {
    const { payer, sandbox } = await bothSides()
    sandbox.faults.inject('send', 'dealing')
    await payer.send(order)
    expect((await payer.cancel(asked)).state).toBe('accepted')
  })

  test.each<AlipayCallFault>(['not_found', 'drop_reply'])('without evidence (%s) it stays unknown', async (fault) => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    sandbox.faults.inject('query', fault)
    expect(await payer.cancel(asked)).toEqual({ state: 'unknown', code: 'CANNOT_CANCEL' })
  })
})

describe('when something goes wrong', () => {
  test.each<{ fault: AlipayCallFault; code: string; isDone: boolean; state?: string }>([
    { fault: 'drop_request', code: 'NETWORK', isDone: false },
    { fault: 'http_502', code: 'HTTP_502', isDone: false },
    { fault: 'system_error', code: 'SYSTEM_ERROR', isDone: false },
    { fault: 'rate_limited', code: 'isv.call-limited', isDone: false, state: 'delayed' },
    { fault: 'drop_reply', code: 'NETWORK', isDone: true },
    { fault: 'timeout', code: 'TIMEOUT', isDone: true },
    { fault: 'system_error_after', code: 'SYSTEM_ERROR', isDone: true },
    { fault: 'unavailable', code: 'isp.unknow-error', isDone: true },
    { fault: 'unknown_code', code: 'SOMETHING_NEW', isDone: true },
    { fault: 'garbage', code: 'UNVERIFIED:UNREADABLE', isDone: true },
    { fault: 'unsigned', code: 'UNVERIFIED:UNREADABLE', isDone: true },
    { fault: 'tampered', code: 'UNVERIFIED:UNREADABLE', isDone: true },
    { fault: 'rewritten', code: 'UNVERIFIED:UNREADABLE', isDone: true },
    { fault: 'other_key', code: 'UNVERIFIED:UNREADABLE', isDone: true },
    { fault: 'other_order', code: 'ECHO_MISMATCH', isDone: true },
    { fault: 'other_amount', code: 'ECHO_MISMATCH', isDone: true },
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
    expect(await payer.query(asked)).toEqual({ state: 'not_found', code: 'ORDER_NOT_EXIST' })
    expect((await payer.send(order)).state).toBe('succeeded')
    expect(sandbox.balance()).toBe(7_995)
  })
})

describe('a reply is believed for its very text', () => {
  /** Answers everything with this body. */
  async function answering(body: string) {
    const { payer } = await bothSides({ fetch: async () => new Response(body) })
    return payer.send(order)
  }
  const settings = { ALIPAY_PUBLIC_KEY: own.publicPem }
  const sign = (text: string) => createSign('sha256').update(text).sign(createPrivateKey(own.privatePem), 'base64')
  async function answeringSigned(body: string) {
    const { payer } = await bothSides({ settings, fetch: async () => new Response(body) })
    return payer.send(order)
  }
  const wrapper = 'alipay_fund_trans_uni_transfer_response'
  // As no serialiser of ours would write it: spaces, escaped slashes, a duplicate, another order.
  const raw = `{ "status":"SUCCESS", "code":"10000","msg":"Success \\/ \\u6210功", "out_biz_no":"${reference}","order_id":"20261124" }`

  test('spaces, escapes and order of fields are part of what is signed', async () => {
    const answer = await answeringSigned(`{"sign":"${sign(raw)}", "${wrapper}" : ${raw}}`)
    expect(answer).toEqual({ state: 'succeeded', code: 'SUCCESS', providerId: '20261124' })
    const rewritten = JSON.stringify({ [wrapper]: JSON.parse(raw), sign: sign(raw) })
    expect((await answeringSigned(rewritten)).code).toBe('UNVERIFIED:UNREADABLE')
  })

  test('a second copy behind the signed one is not what is read', async () => {
    const forged = raw.replace('SUCCESS', 'FAIL')
    const answer = await answeringSigned(`{"${wrapper}":${raw},"sign":"${sign(raw)}","${wrapper}":${forged}}`)
    expect(answer.state).toBe('succeeded')
    const swapped = await answeringSigned(`{"${wrapper}":${forged},"sign":"${sign(raw)}","${wrapper}":${raw}}`)
    expect(swapped.state).toBe('unknown')
  })

  test('a genuine reply to something else does not stand for this one', async () => {
    const body = `{"alipay_fund_trans_common_query_response":${raw},"sign":"${sign(raw)}"}`
    expect((await answeringSigned(body)).state).toBe('unknown')
  })

  test('what Alipay says unsigned of an app that it does not know is marked as such', async () => {
    const reply = '{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-app-id"}'
    expect((await answering(`{"error_response":${reply}}`)).code).toBe('UNVERIFIED:isv.invalid-app-id')
    const { payer } = await bothSides({ settings: { ALIPAY_APP_ID: '1' } })
    expect(await payer.send(order)).toEqual({ state: 'unknown', code: 'UNVERIFIED:isv.invalid-app-id' })
  })

  test('a request that another app signed is refused, and puts the payment off', async () => {
    const { privatePem } = await rsaPems()
    const { payer, sandbox } = await bothSides({ settings: { ALIPAY_PRIVATE_KEY: privatePem } })
    expect(await payer.send(order)).toEqual({
      state: 'delayed',
      code: 'isv.invalid-signature',
      reason: 'payer_problem',
    })
    expect(sandbox.orders()).toEqual([])
  })
})

describe('settings', () => {
  const from = (settings: Record<string, string>) => {
    const clock = { now: () => '2026-11-23T08:00:00.000Z' }
    return openProvider(manifest, readConfig(settings), { fetch: () => Promise.reject(), clock, ids: nanoIds(clock) })
  }

  test('without an app there is no Alipay', async () => {
    expect(await from({})).toBe(null)
  })

  test('what it pays, and how', async () => {
    expect(await from(config.settings)).toMatchObject({
      provider: 'alipay',
      channels: ['alipay'],
      carries: { CNY: { leastMinor: 10, mostMinor: 10_000_000_000 } },
      mode: 'push',
      settlesWithinHours: 1,
    })
  })

  test.each(['ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'])('a %s that is none is named in one line', async (name) => {
    const pem = '-----BEGIN SECRET THING-----\nAAAA\n-----END SECRET THING-----'
    const failing = from({ ...config.settings, [name]: pem })
    await expect(failing).rejects.toThrow(new RegExp(`^${name}: cannot be read; it has to be [^\\n]+$`))
    await expect(failing).rejects.not.toThrow('AAAA')
  })

  test('keys may come on one line, as a shell or a dashboard has them', async () => {
    const flat = (name: string) => (config.settings[name] ?? '').replaceAll('\n', '\\n')
    const settings = {
      ALIPAY_PRIVATE_KEY: flat('ALIPAY_PRIVATE_KEY'),
      ALIPAY_PUBLIC_KEY: flat('ALIPAY_PUBLIC_KEY'),
    }
    const { payer } = await bothSides({ settings })
    expect((await payer.send(order)).state).toBe('succeeded')
  })
})
