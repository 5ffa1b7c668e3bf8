/** What arrives at the address for Tremendous's webhooks: forged, altered, repeated, or about something else. */
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { TremendousForgery } from '../../../../demo/providers/tremendous/faults.ts'
import { bothSides, order, reference } from '../../../support/providers/tremendous-side.ts'

const body = (change: object = {}) =>
  JSON.stringify({
    event: 'ORDERS.APPROVED',
    uuid: '7f2a',
    created_utc: '2026-11-23T17:08:09.123Z',
    payload: { resource: { id: 'ORDER1', type: 'orders' }, meta: {} },
    ...change,
  })

const signatureOf = (text: string, secret = 'hook') =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`

async function receiving(text: string, signature: string | null = signatureOf(text)) {
  const { payer, sandbox } = await bothSides({ settings: { TREMENDOUS_WEBHOOK_KEY: 'hook' } })
  const headers = new Headers(signature === null ? {} : { 'Tremendous-Webhook-Signature': signature })
  const notice = await payer.receive?.({ headers, body: text })
  if (notice === undefined) throw new Error('nothing received')
  return { notice, calls: sandbox.calls }
}

describe('a genuine webhook', () => {
  test('says that there is news of an order, and is never evidence itself', async () => {
    for (const event of ['ORDERS.CREATED', 'ORDERS.FAILED', 'ORDERS.CANCELED', 'ORDERS.SOMETHING.NEW']) {
      const { notice, calls } = await receiving(body({ event }))
      expect(notice).toEqual({
        ok: true,
        eventId: '7f2a',
        reference: 'order:ORDER1',
        answer: null,
        reply: { status: 200, body: '', contentType: 'text/plain' },
      })
      expect(calls).toEqual([])
    }
  })

  test('that has our number says it', async () => {
    const inMeta = { resource: { id: 'ORDER1', type: 'orders' }, meta: { external_id: reference } }
    const inResource = { resource: { id: 'REWARD1', type: 'rewards', external_id: reference } }
    for (const payload of [inMeta, inResource]) {
      expect((await receiving(body({ payload }))).notice).toMatchObject({ ok: true, reference })
    }
  })

  test('about a reward leads to its order, by asking', async () => {
    const { payer, sandbox, post, received } = await bothSides()
    await payer.send(order)
    await sandbox.tick()
    const notices = await Promise.all(post.map(received))
    const id = sandbox.order(reference)?.id
    expect(notices).toMatchObject([
      { ok: true, reference: `order:${id}`, answer: null },
      { ok: true, reference: `order:${id}`, answer: null },
    ])
    expect(sandbox.calls.map(({ what }) => what)).toEqual(['send', 'reward'])
  })

  test('about a reward whose order nobody tells is to come again', async () => {
    const { payer, sandbox, post, received } = await bothSides()
    await payer.send(order)
    await sandbox.tick()
    sandbox.faults.inject('reward', 'drop_reply', 'garbage', 'http_500')
    const [, reward] = post
    if (reward === undefined) throw new Error('no webhook')
    for (let i = 0; i < 3; i += 1) {
      const notice = await received(reward.clone())
      expect(notice).toMatchObject({ ok: false, why: 'order_not_known', reply: { status: 400 } })
    }
    expect((await received(reward.clone())).ok).toBe(true)
  })

  test.each([
    ['an invoice', { event: 'INVOICES.PAID', payload: { resource: { id: 'I1', type: 'invoices' } } }],
    ['an invoice under an order’s name', { payload: { resource: { id: 'I1', type: 'invoices' } } }],
  ])('about %s changes nothing, and need not come again', async (_what, change) => {
    const { notice } = await receiving(body(change))
    expect(notice).toEqual({
      ok: false,
      why: 'other_event',
      reply: { status: 200, body: '', contentType: 'text/plain' },
    })
  })
})

describe('what is no webhook of ours', () => {
  test.each([
    ['no signature', body(), null, 'unsigned'],
    ['an empty signature', body(), '', 'unsigned'],
    ['another key', body(), signatureOf(body(), 'Hook'), 'bad_signature'],
    ['the signature of another', body({ uuid: '7f2b' }), signatureOf(body()), 'bad_signature'],
    ['one blank more', `${body()} `, signatureOf(body()), 'bad_signature'],
    ['the same written anew', JSON.stringify(JSON.parse(body()), null, 1), signatureOf(body()), 'bad_signature'],
    ['hex without its name', body(), signatureOf(body()).slice(7), 'bad_signature'],
    ['half a signature', body(), signatureOf(body()).slice(0, 39), 'bad_signature'],
    ['what is no JSON', 'event=ORDERS.CREATED', undefined, 'unreadable'],
    ['no uuid', body({ uuid: '' }), undefined, 'unreadable'],
    ['a uuid that is far too long', body({ uuid: 'x'.repeat(129) }), undefined, 'unreadable'],
    ['no resource', body({ payload: {} }), undefined, 'unreadable'],
  ])('%s is refused, and nobody is asked', async (_what, text, signature, why) => {
    const { notice, calls } = await receiving(text, signature === undefined ? signatureOf(text) : signature)
    expect(notice).toMatchObject({ ok: false, why })
    expect(notice.reply.status).toBe(why === 'unreadable' ? 400 : 401)
    expect(calls).toEqual([])
  })
})

describe('the sandbox Tremendous’s webhooks', () => {
  test.each<[TremendousForgery, string]>([
    ['tampered', 'bad_signature'],
    ['unsigned', 'unsigned'],
    ['other_key', 'bad_signature'],
  ])('are refused when %s, and the true one is taken after it', async (forgery, why) => {
    const { payer, sandbox, post, received } = await bothSides()
    sandbox.faults.injectNotice(forgery)
    await payer.send(order)
    await sandbox.tick()
    const notices = await Promise.all(post.slice(0, 2).map(received))
    expect(notices).toMatchObject([{ ok: false, why }, { ok: true }])
  })

  test('stay good for ever, and keep the id that they have to be known by', async () => {
    const { payer, sandbox, post, received, wait } = await bothSides()
    await payer.send(order)
    await sandbox.tick()
    const [webhook] = post
    if (webhook === undefined) throw new Error('no webhook')
    const first = await received(webhook.clone())
    wait(60 * 24 * 400)
    const later = await received(webhook.clone())
    expect(first.ok && first.eventId).toMatch(/^webhook_/)
    expect(later).toEqual(first)
  })
})
