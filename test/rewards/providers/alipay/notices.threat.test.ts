/** What arrives at the address for Alipay's notices: forged, altered, repeated, or meant for somebody else. */
import { createPrivateKey, createSign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AlipayForgery } from '../../../../demo/providers/alipay/faults.ts'
import { rsaPems } from '../../../../demo/providers/rsa-pems.ts'
import { bothSides, order, reference } from '../../../support/providers/alipay-side.ts'

const { publicPem, privatePem } = await rsaPems()

const biz = (more: Record<string, string> = {}) =>
  JSON.stringify({
    out_biz_no: reference,
    order_id: '2026112411',
    status: 'SUCCESS',
    action_type: 'FINISH',
    trans_amount: '20.05',
    product_code: 'TRANS_ACCOUNT_NO_PWD',
    biz_scene: 'DIRECT_TRANSFER',
    ...more,
  })

const plain = {
  app_id: '2021000123456789',
  biz_content: biz(),
  charset: 'UTF-8',
  msg_method: 'alipay.fund.trans.order.changed',
  notify_id: '2026112400222',
  sign_type: 'RSA2',
  utc_timestamp: '1795454889123',
  version: '1.1',
}

/** Signed by hand over this very text. */
function signedOver(text: string): string {
  return createSign('sha256').update(text).sign(createPrivateKey(privatePem), 'base64')
}

/** As Alipay would: sorted by hand for these names. */
function signed(params: Record<string, string>): URLSearchParams {
  const { app_id, biz_content, charset, msg_method, notify_id, utc_timestamp, version } = params
  const text =
    `app_id=${app_id}&biz_content=${biz_content}&charset=${charset}&msg_method=${msg_method}&` +
    `notify_id=${notify_id}&utc_timestamp=${utc_timestamp}&version=${version}`
  return new URLSearchParams({ ...params, sign: signedOver(text) })
}

async function receiving(form: URLSearchParams | string) {
  const { payer } = await bothSides({ settings: { ALIPAY_PUBLIC_KEY: publicPem } })
  const notice = await payer.receive?.({ headers: new Headers(), body: form.toString() })
  if (notice === undefined) throw new Error('nothing received')
  return notice
}

describe('a genuine notice', () => {
  test('signed without sign and sign_type is evidence, and is answered with success', async () => {
    expect(await receiving(signed(plain))).toEqual({
      ok: true,
      eventId: '2026112400222',
      reference,
      answer: {
        state: 'succeeded',
        code: 'SUCCESS',
        providerId: '2026112411',
        amountMinor: 2005,
        currency: 'CNY',
      },
      reply: { status: 200, body: 'success', contentType: 'text/plain' },
    })
  })

  test('of a failure with its reason is evidence; without it, the order is asked for', async () => {
    const content = biz({ status: 'FAIL', error_code: 'PAYEE_NOT_EXIST' })
    expect(await receiving(signed({ ...plain, biz_content: content }))).toMatchObject({
      ok: true,
      answer: { state: 'failed', code: 'PAYEE_NOT_EXIST', reason: 'payee_not_found' },
    })
    const without = signed({ ...plain, biz_content: biz({ status: 'FAIL' }) })
    expect(await receiving(without)).toMatchObject({ ok: true, reference, answer: null })
  })

  test('of a state that is not final is no more than that', async () => {
    const dealing = signed({ ...plain, biz_content: biz({ status: 'DEALING' }) })
    expect(await receiving(dealing)).toMatchObject({ ok: true, answer: { state: 'accepted' } })
  })

  test.each([
    ['another message', { msg_method: 'alipay.open.auth.appauth.cancelled' }, 'other_message'],
    ['another product', { biz_content: biz({ product_code: 'STD_RED_PACKET' }) }, 'other_product'],
    ['another scene', { biz_content: biz({ biz_scene: 'PERSONAL_PAY' }) }, 'other_product'],
  ])('of %s changes nothing, and need not come again', async (_what, change, why) => {
    expect(await receiving(signed({ ...plain, ...change }))).toEqual({
      ok: false,
      why,
      reply: { status: 200, body: 'success', contentType: 'text/plain' },
    })
  })
})

describe('what is no notice of ours', () => {
  test.each([
    ['nothing', '', 'unsigned'],
    ['JSON', JSON.stringify(plain), 'unreadable'],
    ['a form without a signature', new URLSearchParams(plain).toString(), 'unsigned'],
    ['a form with an empty one', new URLSearchParams({ ...plain, sign: '' }).toString(), 'unreadable'],
    ['a form with one that is no base64', new URLSearchParams({ ...plain, sign: '%' }).toString(), 'bad_signature'],
    ['two of one name', `${signed(plain)}&biz_content=%7B%7D`, 'unreadable'],
    ['a name that is none', `${signed(plain)}&__proto__=1`, 'unreadable'],
    ['another kind of signature', signed({ ...plain, sign_type: 'RSA' }).toString(), 'unreadable'],
    ['another encoding', signed({ ...plain, charset: 'GBK' }).toString(), 'charset'],
    ['another app', signed({ ...plain, app_id: '2021000999999999' }).toString(), 'other_app'],
    ['content that is no JSON', signed({ ...plain, biz_content: 'SUCCESS' }).toString(), 'unreadable'],
  ])('%s is refused', async (_what, body, why) => {
    const notice = await receiving(body)
    expect(notice).toMatchObject({ ok: false, why, reply: { body: 'fail' } })
    expect(notice.reply.status).toBeGreaterThanOrEqual(400)
  })

  test.each(Object.keys(plain).filter((name) => name !== 'sign_type'))(
    'one with another %s is refused',
    async (name) => {
      const form = signed(plain)
      const value = name === 'biz_content' ? biz({ trans_amount: '2005.00' }) : `${form.get(name)}`.replace(/.$/, 'X')
      form.set(name, value)
      expect((await receiving(form)).ok).toBe(false)
    },
  )

  test('one more parameter is refused, since it was not signed', async () => {
    const form = signed(plain)
    form.set('zz', '1')
    expect(await receiving(form)).toMatchObject({ ok: false, why: 'bad_signature' })
  })

  test('a signature that covers sign_type, as a request’s does, is not a notice’s', async () => {
    const text = Object.entries(plain)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&')
    const form = new URLSearchParams({ ...plain, sign: signedOver(text) })
    expect(await receiving(form)).toMatchObject({ ok: false, why: 'bad_signature' })
  })
})

describe('the sandbox Alipay’s notices', () => {
  async function paid(...faults: AlipayForgery[]) {
    const sides = await bothSides()
    sides.sandbox.faults.injectNotice(...faults)
    await sides.payer.send(order)
    await sides.sandbox.tick()
    return { ...sides, notices: await Promise.all(sides.post.map((request) => sides.received(request))) }
  }

  test('are good', async () => {
    const { notices, sandbox } = await paid()
    expect(notices).toMatchObject([
      {
        ok: true,
        reference,
        answer: { state: 'succeeded', amountMinor: 2005, providerId: sandbox.order(reference)?.orderId },
      },
    ])
  })

  test.each([
    ['tampered', 'bad_signature'],
    ['unsigned', 'unsigned'],
    ['other_key', 'bad_signature'],
    ['other_app', 'other_app'],
  ] as const)('are refused when %s, and the true one is taken after it', async (forgery, why) => {
    const { notices } = await paid(forgery)
    expect(notices).toMatchObject([
      { ok: false, why },
      { ok: true, reference },
    ])
  })

  test('keep their id when they come again, so that who keeps it knows them for ever', async () => {
    const sides = await bothSides()
    sides.sandbox.faults.injectNotice('repeat')
    await sides.payer.send(order)
    await sides.sandbox.tick()
    sides.wait(60 * 24 * 200)
    const notices = await Promise.all(sides.post.map((request) => sides.received(request)))
    expect(notices.map((notice) => notice.ok && notice.eventId)).toHaveLength(3)
    expect(new Set(notices.map((notice) => notice.ok && notice.eventId)).size).toBe(1)
  })

  test('that contradict each other have ids of their own', async () => {
    const sides = await bothSides()
    sides.sandbox.faults.injectNotice('contradicted')
    await sides.payer.send(order)
    await sides.sandbox.tick()
    const notices = await Promise.all(sides.post.map((request) => sides.received(request)))
    expect(notices).toMatchObject([
      { ok: true, answer: { state: 'succeeded' } },
      // A failure without a reason: the order is asked for, and says that it was paid.
      { ok: true, answer: null },
    ])
    expect(new Set(notices.map((notice) => notice.ok && notice.eventId)).size).toBe(2)
  })
})
