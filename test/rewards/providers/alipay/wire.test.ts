/** What goes over the wire to Alipay, held against texts that are written out here. */
import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PayOrder } from '../../../../src/ports.ts'
import { rawMember, signedText } from '../../../../src/rewards/providers/alipay/wire.ts'
import { asked, bothSides, config, order } from '../../../support/providers/alipay-side.ts'

/** What was sent, and no reply. */
async function sent(what: 'send' | 'query', choices: { order?: PayOrder; settings?: Record<string, string> } = {}) {
  const seen: { request: Request; body: string }[] = []
  const { payer } = await bothSides({
    ...(choices.settings === undefined ? {} : { settings: choices.settings }),
    fetch: async (request) => {
      seen.push({ request, body: await request.text() })
      throw new TypeError('nobody there')
    },
  })
  if (what === 'send') await payer.send(choices.order ?? order)
  else await payer.query(asked)
  const [only] = seen
  if (only === undefined || seen.length !== 1) throw new Error(`${seen.length} requests`)
  return { ...only, form: new URLSearchParams(only.body) }
}

const transferContent =
  '{"out_biz_no":"a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6","trans_amount":"20.05","product_code":"TRANS_ACCOUNT_NO_PWD",' +
  '"biz_scene":"DIRECT_TRANSFER","order_title":"调研参与奖励","payee_info":{"identity":"13800138000",' +
  '"identity_type":"ALIPAY_LOGON_ID","name":"欧阳小明"}}'

describe('the text that is signed', () => {
  test('is sorted by name, without the signature and without what is empty', () => {
    const params = { version: '1.0', b_c: '', app_id: '7', sign: 'xyz', sign_type: 'RSA2', biz_content: '{"a":"b&c"}' }
    expect(signedText(params, ['sign'])).toBe('app_id=7&biz_content={"a":"b&c"}&sign_type=RSA2&version=1.0')
  })

  test('of a notice has no sign_type either', () => {
    const params = { sign_type: 'RSA2', sign: 'xyz', app_id: '7', notify_id: 'n' }
    expect(signedText(params, ['sign', 'sign_type'])).toBe('app_id=7&notify_id=n')
  })
})

describe('the member of a reply', () => {
  test.each([
    ['{"a":{"b":1},"sign":"s"}', '{"b":1}'],
    ['{ "x" : [1, {"a":2}] , "a" : {"b" : "}\\"{" } }', '{"b" : "}\\"{" }'],
    ['{"a":"x\\\\","sign":"s"}', '"x\\\\"'],
    ['{"a":-1.5e3}', '-1.5e3'],
    ['{"inner":{"a":1},"a":null}', 'null'],
  ])('of %s is its very text', (json, raw) => {
    expect(rawMember(json, 'a')).toBe(raw)
  })

  test.each(['', '[]', '{', '{"b":{"a":1}}', '{"a"', '{"a":', '"a"', '{"b":"a', 'null', '{"b":1 "a":2}'])(
    'of %s is none',
    (json) => {
      expect(rawMember(json, 'a')).toBe(null)
    },
  )
})

describe('a transfer', () => {
  test('is posted as a form with these parameters, and no others', async () => {
    const { request, form } = await sent('send')
    expect(request.method).toBe('POST')
    expect(request.url).toBe('https://alipay.example.org/gateway.do?charset=utf-8')
    expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded;charset=utf-8')
    const { sign, ...rest } = Object.fromEntries(form)
    expect(sign).toMatch(/^[A-Za-z0-9+/]{342}==$/)
    expect(rest).toEqual({
      app_id: '2021000123456789',
      method: 'alipay.fund.trans.uni.transfer',
      format: 'JSON',
      sign_type: 'RSA2',
      // Half an hour past one in the morning of the next day in Beijing, and nearly.
      timestamp: '2026-11-24 01:08:09',
      version: '1.0',
      biz_content: transferContent,
    })
  })

  test('is signed by the app over every parameter, sign_type and charset among them', async () => {
    const { form } = await sent('send')
    const text =
      `app_id=2021000123456789&biz_content=${transferContent}&charset=utf-8&format=JSON&` +
      'method=alipay.fund.trans.uni.transfer&sign_type=RSA2&timestamp=2026-11-24 01:08:09&version=1.0'
    const app = createPublicKey(config.settings.ALIPAY_PRIVATE_KEY ?? '')
    const signature = Buffer.from(form.get('sign') ?? '', 'base64')
    expect(verify('sha256', Buffer.from(text), app, signature)).toBe(true)
  })

  test('names certificates when there are some, and signs that too', async () => {
    const { form } = await sent('send', { settings: { ALIPAY_APP_CERT_SN: 'aa11', ALIPAY_ROOT_CERT_SN: 'bb22_cc33' } })
    expect([form.get('app_cert_sn'), form.get('alipay_root_cert_sn')]).toEqual(['aa11', 'bb22_cc33'])
    const text =
      `alipay_root_cert_sn=bb22_cc33&app_cert_sn=aa11&app_id=2021000123456789&biz_content=${transferContent}&` +
      'charset=utf-8&format=JSON&method=alipay.fund.trans.uni.transfer&sign_type=RSA2&' +
      'timestamp=2026-11-24 01:08:09&version=1.0'
    const app = createPublicKey(config.settings.ALIPAY_PRIVATE_KEY ?? '')
    expect(verify('sha256', Buffer.from(text), app, Buffer.from(form.get('sign') ?? '', 'base64'))).toBe(true)
  })

  test.each([
    [10, '0.10'],
    [29, '0.29'],
    [1_001, '10.01'],
    [100_000_00, '100000.00'],
    [8_200_000_000_000_029, '82000000000000.29'],
  ])('of %d fen says %s', async (amountMinor, yuan) => {
    const { form } = await sent('send', { order: { ...order, amountMinor } })
    expect(form.get('biz_content')).toContain(`"trans_amount":"${yuan}",`)
  })

  test('sent again has the same content, letter for letter', async () => {
    expect((await sent('send')).form.get('biz_content')).toBe((await sent('send')).form.get('biz_content'))
  })

  test.each<[string, Partial<PayOrder>]>([
    ['in another currency', { currency: 'HKD' }],
    ['to another channel', { payee: { channel: 'fps', fields: order.payee.fields } }],
    [
      'to a phone of another country',
      { payee: { channel: 'alipay', fields: { phone: '+85261234567', name: '陳大文' } } },
    ],
    ['without a name', { payee: { channel: 'alipay', fields: { phone: '+8613800138000' } } }],
  ])('%s never leaves', async (_what, change) => {
    const { payer, sandbox } = await bothSides()
    expect(await payer.send({ ...order, ...change })).toEqual({
      state: 'delayed',
      code: 'ORDER_INVALID',
      reason: 'payer_problem',
    })
    expect(sandbox.calls).toEqual([])
  })
})

describe('a query', () => {
  test('asks by our number, with the product that it was made under', async () => {
    const { form } = await sent('query')
    expect(form.get('method')).toBe('alipay.fund.trans.common.query')
    expect(form.get('biz_content')).toBe(
      '{"out_biz_no":"a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6","product_code":"TRANS_ACCOUNT_NO_PWD","biz_scene":"DIRECT_TRANSFER"}',
    )
  })
})
