/** What comes in at the door for WeChat's notices: WeChat's, and everybody else's. */
import { createCipheriv, sign as nodeSign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { asked, bothSides, config, order, reference } from '../../../support/providers/wechat-side.ts'

const now = Date.parse('2026-11-23T08:00:00Z') / 1000
const plain = {
  out_bill_no: reference,
  transfer_bill_no: '13300001',
  state: 'SUCCESS',
  mch_id: '1900000109',
  transfer_amount: 2000,
  openid: 'o-MYE42l80oelYMDE34nYD456Xoy',
  create_time: '2026-11-23T16:00:00+08:00',
  update_time: '2026-11-23T16:00:05+08:00',
}

interface Choices {
  plain?: object
  envelope?: object
  resource?: object
  key?: string
  timestamp?: number
  serial?: string
  /** Changes what is sent, after it was signed. */
  body?: (body: string) => string
  signature?: (signature: string) => string
}

/** A notice as WeChat writes it, made here by other means than the service reads it. */
function notice(choices: Choices = {}): { headers: Headers; body: string } {
  const nonce = 'fdasflkja484'
  const cipher = createCipheriv('aes-256-gcm', choices.key ?? config.settings.WECHAT_API_V3_KEY ?? '', nonce)
  cipher.setAAD(Buffer.from('mch_payment'))
  const text = JSON.stringify(choices.plain ?? plain)
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const body = JSON.stringify({
    id: 'EV-2018022511223320873',
    create_time: '2026-11-23T16:00:05+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    resource: {
      original_type: 'mch_payment',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: ciphertext.toString('base64'),
      associated_data: 'mch_payment',
      nonce,
      ...choices.resource,
    },
    ...choices.envelope,
  })
  const timestamp = String(choices.timestamp ?? now)
  const signed = `${timestamp}\nnonce123\n${body}\n`
  const signature = nodeSign('sha256', Buffer.from(signed), config.pems[0] ?? '').toString('base64')
  const headers = new Headers({
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': 'nonce123',
    'Wechatpay-Serial': choices.serial ?? config.side.keys[0]?.id ?? '',
    'Wechatpay-Signature': choices.signature?.(signature) ?? signature,
  })
  return { headers, body: choices.body?.(body) ?? body }
}

async function received(posted: { headers: Headers; body: string }) {
  const { payer } = await bothSides()
  const answer = await payer.receive?.(posted)
  if (answer === undefined) throw new Error('nothing receives notices')
  return answer
}

describe('WeChat’s notices', () => {
  test('are opened, believed, and answered with 204 and nothing', async () => {
    expect(await received(notice())).toEqual({
      ok: true,
      eventId: 'EV-2018022511223320873',
      reference,
      answer: { state: 'succeeded', code: 'SUCCESS', providerId: '13300001', amountMinor: 2000, currency: 'CNY' },
      reply: { status: 204, body: '', contentType: 'application/json' },
    })
  })

  test('name the merchant in one of two ways', async () => {
    const { mch_id, ...rest } = plain
    expect(await received(notice({ plain: { ...rest, mchid: mch_id } }))).toMatchObject({ ok: true })
  })

  test('of a failure say why', async () => {
    const failed = { ...plain, state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' }
    expect(await received(notice({ plain: failed }))).toMatchObject({
      answer: { state: 'failed', code: 'OVERDUE_CLOSE', reason: 'not_confirmed_in_time' },
    })
  })

  test('count up to five minutes from when they were signed, either way', async () => {
    for (const timestamp of [now - 300, now + 300]) {
      expect(await received(notice({ timestamp }))).toMatchObject({ ok: true })
    }
  })

  test('may come with other headers’ letters, as a proxy writes them', async () => {
    const { headers, body } = notice()
    const lower = new Headers([...headers].map(([name, value]) => [name.toLowerCase(), value]))
    expect(await received({ headers: lower, body })).toMatchObject({ ok: true })
  })
})

describe('what is refused, with 401 and without a word about why', () => {
  test.each<{ what: string; why: string; choices: Choices }>([
    { what: 'a body changed by a space', why: 'bad_signature', choices: { body: (body) => `${body} ` } },
    { what: 'another id', why: 'bad_signature', choices: { body: (body) => body.replace('EV-2018', 'EV-2019') } },
    { what: 'an old notice', why: 'old', choices: { timestamp: now - 301 } },
    { what: 'one from the future', why: 'old', choices: { timestamp: now + 301 } },
    { what: 'a time that is none', why: 'unsigned', choices: { timestamp: Number.NaN } },
    { what: 'a key that we do not know', why: 'unknown_key', choices: { serial: 'PUB_KEY_ID_9' } },
    {
      what: 'a key that did not sign it',
      why: 'bad_signature',
      choices: { serial: config.side.keys[1]?.id ?? '' },
    },
    { what: 'a probe', why: 'probe', choices: { signature: (good) => `WECHATPAY/SIGNTEST/${good}` } },
    { what: 'a signature that is no base64', why: 'bad_signature', choices: { signature: () => '***' } },
    { what: 'no signature', why: 'unsigned', choices: { signature: () => '' } },
    { what: 'another merchant’s bill', why: 'other_merchant', choices: { plain: { ...plain, mch_id: '1' } } },
    { what: 'nobody’s bill', why: 'other_merchant', choices: { plain: { ...plain, mch_id: undefined } } },
    { what: 'a bill of another app', why: 'other_app', choices: { plain: { ...plain, appid: 'wx2' } } },
    { what: 'a bill sealed under another key', why: 'not_opened', choices: { key: 'x'.repeat(32) } },
    {
      what: 'a bill sealed for something else',
      why: 'not_opened',
      choices: { resource: { associated_data: 'refund' } },
    },
    { what: 'another kind of event', why: 'unreadable', choices: { envelope: { event_type: 'TRANSACTION.SUCCESS' } } },
    { what: 'another cipher', why: 'unreadable', choices: { resource: { algorithm: 'NONE' } } },
    { what: 'a bill without a number', why: 'unreadable', choices: { plain: { state: 'SUCCESS' } } },
  ])('$what', async ({ why, choices }) => {
    const body = JSON.stringify({ code: 'FAIL', message: 'not accepted' })
    const reply = { status: 401, body, contentType: 'application/json' }
    expect(await received(notice(choices))).toEqual({ ok: false, why, reply })
  })

  test('nothing at all', async () => {
    expect(await received({ headers: new Headers(), body: '' })).toMatchObject({ ok: false, why: 'unsigned' })
  })

  test('a reply of WeChat’s, played back as if it were a notice', async () => {
    const { payer, sandbox } = await bothSides()
    await payer.send(order)
    sandbox.confirm(reference)
    let receivedNotice: { headers: Headers; body: string } | undefined
    const listening = await bothSides({
      fetch: async (request) => {
        const reply = await sandbox.fetch(request)
        receivedNotice = { headers: reply.headers, body: await reply.clone().text() }
        return reply
      },
    })
    await listening.payer.query(asked)
    if (receivedNotice === undefined) throw new Error('nothing was heard')
    expect(await received(receivedNotice)).toMatchObject({ ok: false, why: 'unreadable' })
  })
})
