/** What goes over the wire to Tremendous, held against texts that are written out here. */
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PayOrder } from '../../../../src/ports.ts'
import { webhookKey } from '../../../../src/rewards/providers/tremendous/account.ts'
import { isWebhookSigned, parsedExactly, webhookSignature } from '../../../../src/rewards/providers/tremendous/wire.ts'
import { asked, bothSides, order } from '../../../support/providers/tremendous-side.ts'

const settings = {
  TREMENDOUS_API_KEY: 'TEST_key',
  TREMENDOUS_CAMPAIGN_ID: 'CAMPAIGN1',
  TREMENDOUS_API: 'https://testflight.example.org',
}

/** What was sent, and no reply. */
async function sent(what: 'send' | 'query' | 'cancel', change: Partial<PayOrder> = {}, more = {}) {
  const seen: { request: Request; body: string }[] = []
  const { payer } = await bothSides({
    settings: { ...settings, ...more },
    fetch: async (request) => {
      seen.push({ request, body: await request.text() })
      throw new TypeError('nobody there')
    },
  })
  if (what === 'send') await payer.send({ ...order, ...change })
  else await payer[what](asked)
  const [only] = seen
  if (only === undefined || seen.length !== 1) throw new Error(`${seen.length} requests`)
  return only
}

describe('an order', () => {
  test('is posted as these exact bytes', async () => {
    const { request, body } = await sent('send')
    expect([request.method, request.url]).toEqual(['POST', 'https://testflight.example.org/api/v2/orders'])
    expect(request.headers.get('authorization')).toBe('Bearer TEST_key')
    expect(request.headers.get('content-type')).toBe('application/json')
    expect(body).toBe(
      '{"external_id":"a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6","payment":{"funding_source_id":"balance"},' +
        '"reward":{"campaign_id":"CAMPAIGN1","value":{"denomination":20.05,"currency_code":"CNY"},' +
        '"recipient":{"email":"Xiao.Ming@example.org"},"delivery":{"method":"EMAIL"}}}',
    )
  })

  test.each([
    [1, 'CNY', '0.01'],
    [29, 'HKD', '0.29'],
    [1_001, 'MOP', '10.01'],
    [2_000, 'CNY', '20.00'],
    [500, 'JPY', '500'],
    [2_005, 'KWD', '2.005'],
    [2_005, 'CLF', '0.2005'],
    [8_200_000_000_000_029, 'CNY', '82000000000000.29'],
  ])('of %d in %s says %s', async (amountMinor, currency, denomination) => {
    const { body } = await sent('send', { amountMinor, currency })
    expect(body).toContain(`"value":{"denomination":${denomination},"currency_code":"${currency}"}`)
    expect(JSON.parse(body).reward.value.currency_code).toBe(currency)
  })

  test('is paid from the funding source that is configured', async () => {
    const { body } = await sent('send', {}, { TREMENDOUS_FUNDING_SOURCE: 'FUNDING1' })
    expect(body).toContain('"payment":{"funding_source_id":"FUNDING1"}')
  })

  test('sent again is the same, letter for letter', async () => {
    expect((await sent('send')).body).toBe((await sent('send')).body)
  })

  test('an address with quotes in it stays an address', async () => {
    const email = '"a\\b"@example.org'
    const { body } = await sent('send', { payee: { channel: 'gift', fields: { email } } })
    expect(JSON.parse(body).reward.recipient).toEqual({ email })
  })

  test.each<[string, Partial<PayOrder>]>([
    ['for another channel', { payee: { channel: 'alipay', fields: { email: 'a@example.org' } } }],
    ['in an unknown currency', { currency: 'XAU' }],
    ['without an address', { payee: { channel: 'gift', fields: {} } }],
  ])('%s never leaves', async (_what, change) => {
    const { payer, sandbox } = await bothSides()
    const answer = await payer.send({ ...order, ...change })
    expect(answer).toEqual({ state: 'delayed', code: 'ORDER_INVALID', reason: 'payer_problem' })
    expect(sandbox.calls).toEqual([])
  })
})

test('a query asks by our number, without a body', async () => {
  const { request, body } = await sent('query')
  expect([request.method, request.url, body]).toEqual([
    'GET',
    'https://testflight.example.org/api/v2/orders/a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6',
    '',
  ])
  expect(request.headers.get('authorization')).toBe('Bearer TEST_key')
})

test('cancelling asks for the order first, then posts to its reward', async () => {
  const seen: string[] = []
  const { payer, sandbox } = await bothSides({
    fetch: async (request) => {
      seen.push(`${request.method} ${new URL(request.url).pathname} ${await request.clone().text()}`)
      return sandbox.fetch(request)
    },
  })
  await payer.send(order)
  seen.length = 0
  await payer.cancel(asked)
  const read = `GET /api/v2/orders/${order.reference} `
  expect(seen).toEqual([read, `POST /api/v2/rewards/${sandbox.order(order.reference)?.rewardId}/cancel `, read])
})

describe('numbers', () => {
  test('of a reply stay the text that they were', () => {
    expect(parsedExactly('{"a":0.1,"b":[20.50,90071992547409.91],"c":"1","d":null}')).toEqual({
      a: '0.1',
      b: ['20.50', '90071992547409.91'],
      c: '1',
      d: null,
    })
    expect(parsedExactly('{"a":')).toBe(null)
  })
})

describe('the signature of a webhook', () => {
  const body = '{"event":"ORDERS.CREATED","uuid":"ü"}'
  const right = `sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`

  test('is the HMAC-SHA-256 of the raw body, in hex', async () => {
    const key = await webhookKey('secret')
    expect(await webhookSignature(key, body)).toBe(right)
    expect(await isWebhookSigned(key, right, body)).toBe(true)
    expect(await isWebhookSigned(key, right.toUpperCase().replace('SHA256', 'sha256'), body)).toBe(true)
  })

  test.each([
    '',
    right.slice('sha256='.length),
    right.slice(0, -1),
    `${right}0`,
    right.replace('sha256', 'sha1'),
    ` ${right}`,
    right.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    'sha256=',
  ])('is not “%s”', async (signature) => {
    expect(await isWebhookSigned(await webhookKey('secret'), signature, body)).toBe(false)
  })

  test('is for that body and that key only', async () => {
    expect(await isWebhookSigned(await webhookKey('secret'), right, `${body} `)).toBe(false)
    expect(await isWebhookSigned(await webhookKey('Secret'), right, body)).toBe(false)
  })
})
