/** What goes over the wire to WeChat Pay, held against texts that are written out here. */
import { constants, createPrivateKey, createPublicKey, privateDecrypt, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PayOrder } from '../../../../src/ports.ts'
import { replyText, requestText } from '../../../../src/rewards/providers/wechat/wire.ts'
import { asked, bothSides, config, order, reference } from '../../../support/providers/wechat-side.ts'

/** What was sent, and no reply. */
async function sent(act: 'send' | 'query' | 'cancel', choices: { origin?: string; order?: PayOrder } = {}) {
  const seen: { request: Request; body: string }[] = []
  const { payer } = await bothSides({
    ...(choices.origin === undefined ? {} : { origin: choices.origin }),
    fetch: async (request) => {
      seen.push({ request, body: await request.text() })
      throw new TypeError('nobody there')
    },
  })
  if (act === 'send') await payer.send(choices.order ?? order)
  else await payer[act](asked)
  const [only] = seen
  if (only === undefined || seen.length !== 1) throw new Error(`${seen.length} requests`)
  return only
}

const bills = '/v3/fund-app/mch-transfer/transfer-bills'

describe('signed texts', () => {
  test('a request is five lines, the last one ended too', () => {
    const request = { method: 'POST', path: '/v3/x?y=1', timestamp: '1554208460', nonce: 'abc', body: '{"a":1}' }
    expect(requestText(request)).toBe('POST\n/v3/x?y=1\n1554208460\nabc\n{"a":1}\n')
    expect(requestText({ ...request, method: 'GET', body: '' })).toBe('GET\n/v3/x?y=1\n1554208460\nabc\n\n')
  })

  test('a reply is three lines', () => {
    expect(replyText({ timestamp: '1554208460', nonce: 'abc', body: '{}' })).toBe('1554208460\nabc\n{}\n')
  })
})

describe('creating a bill', () => {
  test('is posted as these exact bytes', async () => {
    const { request, body } = await sent('send')
    expect(request.method).toBe('POST')
    expect(request.url).toBe(`https://wechat.example.org${bills}`)
    expect(body).toBe(
      '{"appid":"wx0123456789abcdef","out_bill_no":"a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6","transfer_scene_id":"1000",' +
        '"openid":"o-MYE42l80oelYMDE34nYD456Xoy","transfer_amount":2000,"transfer_remark":"调研参与奖励",' +
        '"notify_url":"https://study.example.org/providers/wechat/notices","user_recv_perception":"现金奖励",' +
        '"transfer_scene_report_infos":[{"info_type":"活动名称","info_content":"调研参与奖励"},' +
        '{"info_type":"奖励说明","info_content":"完成调研问卷后发放的现金奖励"}]}',
    )
    expect(request.headers.get('content-type')).toBe('application/json')
    expect(request.headers.get('accept')).toBe('application/json')
    expect(request.headers.get('user-agent')).not.toBe(null)
  })

  test('is signed by the merchant over method, path, time, nonce and body', async () => {
    const { request, body } = await sent('send')
    const form =
      /^WECHATPAY2-SHA256-RSA2048 mchid="1900000109",nonce_str="(\w{32})",signature="([\w+/=]+)",timestamp="(\d+)",serial_no="5157F09EFDC096DE15EBE81A47057A72"$/
    const [, nonce, signature = '', timestamp] = form.exec(request.headers.get('authorization') ?? '') ?? []
    expect(timestamp).toBe(String(Date.parse('2026-11-23T08:00:00Z') / 1000))
    const merchant = createPublicKey(config.settings.WECHAT_PRIVATE_KEY ?? '')
    const text = `POST\n${bills}\n${timestamp}\n${nonce}\n${body}\n`
    expect(verify('sha256', Buffer.from(text), merchant, Buffer.from(signature, 'base64'))).toBe(true)
  })

  test('asks for no notices where WeChat could not bring them', async () => {
    const { body } = await sent('send', { origin: 'http://localhost:8787' })
    expect(body).not.toContain('notify_url')
  })

  test('names the payee from 2,000 yuan on, for WeChat’s eyes only', async () => {
    const fields = { ...order.payee.fields, name: '欧阳小明' }
    const rich = { ...order, amountMinor: 200_000, payee: { ...order.payee, fields } }
    const { request, body } = await sent('send', { order: rich })
    const { user_name } = JSON.parse(body)
    expect(request.headers.get('wechatpay-serial')).toBe(config.settings.WECHAT_PUBLIC_KEY_ID)
    const pkcs8 = Buffer.from(await platformKey(), 'base64')
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
    const opened = privateDecrypt(
      { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      Buffer.from(user_name, 'base64'),
    )
    expect(opened.toString('utf8')).toBe('欧阳小明')

    const less = await sent('send', { order: { ...rich, amountMinor: 199_999 } })
    expect(less.body).not.toContain('user_name')
    const nameless = await sent('send', { order: { ...order, amountMinor: 200_000 } })
    expect(nameless.body).not.toContain('user_name')
  })

  test('the same order is the same body, letter for letter', async () => {
    expect((await sent('send')).body).toBe((await sent('send')).body)
  })

  test('an order that is not for WeChat never leaves', async () => {
    const { payer, sandbox } = await bothSides()
    const answers = [
      await payer.send({ ...order, currency: 'HKD' }),
      await payer.send({ ...order, payee: { channel: 'alipay', fields: { phone: '+8613800000000' } } }),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ state: 'delayed', code: 'ORDER_INVALID' })
    expect(sandbox.calls).toEqual([])
  })
})

describe('asking and cancelling', () => {
  test('asking is a GET by our number, without a body', async () => {
    const { request, body } = await sent('query')
    expect([request.method, request.url, body]).toEqual([
      'GET',
      `https://wechat.example.org${bills}/out-bill-no/${reference}`,
      '',
    ])
    expect(request.headers.get('content-type')).toBe(null)
  })

  test('cancelling is a POST without a body', async () => {
    const { request, body } = await sent('cancel')
    expect([request.method, request.url, body]).toEqual([
      'POST',
      `https://wechat.example.org${bills}/out-bill-no/${reference}/cancel`,
      '',
    ])
  })
})

/** The private half of WeChat's first key, in base64 of PKCS #8. */
async function platformKey(): Promise<string> {
  const key = config.pems[0] ?? ''
  return key.replace(/-----[A-Z ]+-----|\s/g, '')
}
