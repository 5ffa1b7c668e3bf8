/** The sandbox WeChat does with bills, money and notices what WeChat says that it does. */
import { importPKCS8 } from 'jose'
import { describe, expect, test } from 'vitest'
import type { FaultSource } from '../../../demo/providers/wechat/faults.ts'
import { retrySeconds } from '../../../demo/providers/wechat/notices.ts'
import { signText } from '../../../src/platform/crypto/rsa.ts'
import { authorization, requestText, unixSeconds } from '../../../src/rewards/providers/wechat/wire.ts'
import { asked, bothSides, config, order, reference, type SideOptions } from '../../support/providers/wechat-side.ts'

const numbered = (n: number) => ({ ...order, reference: `n${n}` })
const state = async ({ payer }: Awaited<ReturnType<typeof bothSides>>) => (await payer.query(asked)).state

describe('a bill', () => {
  test('that nobody confirms is closed after 24 hours, and its money comes back', async () => {
    const sides = await bothSides({ balanceMinor: 2000 })
    await sides.payer.send(order)
    sides.wait(24 * 60 - 1)
    expect(await state(sides)).toBe('awaiting_user')
    sides.wait(1)
    const reason = 'not_confirmed_in_time'
    expect(await sides.payer.query(asked)).toMatchObject({ state: 'failed', code: 'OVERDUE_CLOSE', reason })
    expect(sides.sandbox.balance()).toBe(2000)
  })

  test('may still wait after its 24 hours, though it cannot be confirmed any more', async () => {
    const sides = await bothSides({ closingLagMinutes: 90 })
    await sides.payer.send(order)
    sides.wait(24 * 60 + 30)
    expect(await state(sides)).toBe('awaiting_user')
    expect(sides.sandbox.confirm(reference)).toBe(null)
    sides.wait(60)
    expect(await state(sides)).toBe('failed')
  })

  test('is on its way for a while, when that is asked for', async () => {
    const sides = await bothSides({ transferMinutes: 10 })
    await sides.payer.send(order)
    sides.sandbox.confirm(reference)
    expect(await sides.payer.query(asked)).toMatchObject({ state: 'accepted', code: 'TRANSFERING' })
    sides.wait(10)
    expect(await state(sides)).toBe('succeeded')
  })

  test('is not told of after 30 days', async () => {
    const sides = await bothSides()
    await sides.payer.send(order)
    sides.sandbox.confirm(reference)
    sides.wait(30 * 24 * 60 - 1)
    expect(await state(sides)).toBe('succeeded')
    sides.wait(1)
    expect(await state(sides)).toBe('not_found')
  })

  test('that is being cancelled cannot be confirmed', async () => {
    const sides = await bothSides({ cancelMinutes: 5 })
    await sides.payer.send(order)
    await sides.payer.cancel(asked)
    expect(await state(sides)).toBe('cancelling')
    expect(sides.sandbox.confirm(reference)).toBe(null)
    sides.wait(5)
    expect(await state(sides)).toBe('cancelled')
  })

  test('fails for a person who has had enough for the day of Beijing, and not on the next', async () => {
    const sides = await bothSides({ dailyPerUserMinor: 3000 })
    const { payer, sandbox } = sides
    for (const n of [1, 2]) await payer.send(numbered(n))
    expect([sandbox.confirm('n1')?.state, sandbox.confirm('n2')?.state]).toEqual(['SUCCESS', 'FAIL'])
    expect((await payer.query({ reference: 'n2', providerId: null })).reason).toBe('payee_limit')
    // From 16:00 in Beijing to midnight.
    sides.wait(8 * 60)
    await payer.send(numbered(3))
    expect(sandbox.confirm('n3')?.state).toBe('SUCCESS')
  })

  test('fails for a person of whom that is said beforehand', async () => {
    const { payer, sandbox } = await bothSides()
    sandbox.payeeFails(order.payee.fields.openid ?? '', 'REAL_NAME_CHECK_FAIL')
    await payer.send(order)
    sandbox.confirm(reference)
    expect(await payer.query(asked)).toMatchObject({ state: 'failed', reason: 'payee_not_verified' })
  })
})

test('the fund bill of a day has every movement, with the balance after it', async () => {
  const sides = await bothSides({ balanceMinor: 10_000 })
  for (const n of [1, 2]) await sides.payer.send(numbered(n))
  sides.sandbox.confirm('n1')
  sides.wait(24 * 60)
  await sides.sandbox.tick()
  const short = ({ kind, outBillNo, amountMinor, balanceMinor }: ReturnType<typeof sides.sandbox.movements>[number]) =>
    `${kind} ${outBillNo} ${amountMinor} ${balanceMinor}`
  expect(sides.sandbox.movements('2026-11-23').map(short)).toEqual([
    'top_up null 10000 10000',
    'transfer n1 -2000 8000',
    'transfer n2 -2000 6000',
  ])
  expect(sides.sandbox.movements('2026-11-24').map(short)).toEqual(['return n2 2000 8000'])
})

describe('what it refuses', () => {
  const good = {
    appid: config.side.appId,
    out_bill_no: reference,
    transfer_scene_id: '1000',
    openid: 'oSomeone',
    transfer_amount: 2000,
    transfer_remark: '奖励',
    transfer_scene_report_infos: [
      { info_type: '活动名称', info_content: '调研' },
      { info_type: '奖励说明', info_content: '奖励' },
    ],
  }

  /** Posts this body as the merchant would, and gives the status and the code or the state. */
  async function posted(body: object, change: (signed: string) => string = (signed) => signed) {
    const { sandbox, clock } = await bothSides()
    const path = '/v3/fund-app/mch-transfer/transfer-bills'
    const text = JSON.stringify(body)
    const timestamp = unixSeconds(clock.now())
    const own = await importPKCS8(config.settings.WECHAT_PRIVATE_KEY ?? '', 'RS256')
    const signature = await signText(
      own,
      requestText({ method: 'POST', path, timestamp, nonce: 'n', body: change(text) }),
    )
    const { mchId, serial } = config.side
    const reply = await sandbox.app.request(path, {
      method: 'POST',
      body: text,
      headers: {
        Authorization: authorization({ mchId, nonce: 'n', signature, timestamp, serial }),
        Accept: 'application/json',
        'Wechatpay-Serial': config.settings.WECHAT_PUBLIC_KEY_ID ?? '',
      },
    })
    const { code, state } = (await reply.json()) as { code?: string; state?: string }
    return [reply.status, code ?? state]
  }

  test('nothing, when all is well', async () => {
    expect(await posted(good)).toEqual([200, 'WAIT_USER_CONFIRM'])
  })

  test('a body that is not the signed one', async () => {
    expect(await posted(good, (text) => `${text} `)).toEqual([401, 'SIGN_ERROR'])
  })

  test.each<{ what: string; change: object }>([
    { what: 'a misspelt field', change: { transfer_remarks: 'x' } },
    { what: 'another app', change: { appid: 'wx2' } },
    { what: 'a number with a dash', change: { out_bill_no: 'a-b' } },
    { what: 'a number of 33 letters', change: { out_bill_no: 'a'.repeat(33) } },
    { what: 'an amount as text', change: { transfer_amount: '2000' } },
    { what: 'less than ten fen', change: { transfer_amount: 9 } },
    { what: '2,000 yuan to nobody by name', change: { transfer_amount: 200_000 } },
    { what: 'a name that it cannot open', change: { user_name: 'AAAA' } },
    { what: 'notices by http', change: { notify_url: 'http://a.example.org/' } },
    { what: 'notices with a query', change: { notify_url: 'https://a.example.org/?a=b' } },
    { what: 'a scene without its two rows', change: { transfer_scene_report_infos: [] } },
    { what: 'a remark of 33 characters', change: { transfer_remark: '奖'.repeat(33) } },
  ])('$what', async ({ change }) => {
    expect(await posted({ ...good, ...change })).toEqual([400, 'PARAM_ERROR'])
  })
})

describe('notices', () => {
  /** Sides whose notices go straight to the payer. */
  async function listening(options: SideOptions = {}) {
    const heard: { why: string; state: string; eventId: string }[] = []
    let status: number | null = 204
    const sides: Awaited<ReturnType<typeof bothSides>> = await bothSides({
      ...options,
      deliver: async (request) => {
        if (status === null) throw new TypeError('nobody there')
        if (status !== 204) return new Response('', { status })
        const { headers } = request
        const notice = await sides.payer.receive?.({ headers, body: await request.text() })
        if (notice === undefined) throw new Error('nothing receives notices')
        heard.push({
          why: notice.ok ? 'ok' : notice.why,
          state: notice.ok ? (notice.answer?.state ?? '') : '',
          eventId: notice.ok ? notice.eventId : '',
        })
        const { reply } = notice
        return new Response(reply.status === 204 ? null : reply.body, { status: reply.status })
      },
    })
    const answerWith = (next: number | null) => {
      status = next
    }
    return { ...sides, heard, answerWith }
  }
  async function paid(sides: Awaited<ReturnType<typeof listening>>) {
    await sides.payer.send(order)
    sides.sandbox.confirm(reference)
  }

  test('tell of an end, once', async () => {
    const sides = await listening()
    await paid(sides)
    await sides.sandbox.tick()
    await sides.sandbox.tick()
    expect(sides.heard.map(({ why, state }) => [why, state])).toEqual([['ok', 'succeeded']])
  })

  test('that nobody takes are tried for 24 hours and four minutes, sixteen times', async () => {
    const sides = await listening()
    sides.answerWith(null)
    await paid(sides)
    await sides.sandbox.tick()
    for (const seconds of retrySeconds) {
      sides.wait((seconds - 1) / 60)
      await sides.sandbox.tick()
      sides.wait(1 / 60)
      await sides.sandbox.tick()
    }
    expect(sides.sandbox.deliveries).toHaveLength(16)
    expect(sides.sandbox.waitingNotices()).toBe(0)
    expect(retrySeconds.reduce((sum, seconds) => sum + seconds, 0)).toBe(24 * 3600 + 240)
  })

  test.each([401, 500])('answered with %i come again, signed anew', async (status) => {
    const sides = await listening()
    sides.answerWith(status)
    await paid(sides)
    await sides.sandbox.tick()
    sides.answerWith(204)
    sides.wait(10)
    await sides.sandbox.tick()
    expect(sides.heard).toEqual([{ why: 'ok', state: 'succeeded', eventId: expect.stringMatching(/^EV/) }])
  })

  test('come three times under one id, when that is asked for', async () => {
    const sides = await listening()
    sides.sandbox.faults.injectNotice('repeat')
    await paid(sides)
    await sides.sandbox.tick()
    expect(sides.heard).toHaveLength(3)
    expect(new Set(sides.heard.map(({ eventId }) => eventId)).size).toBe(1)
  })

  test.each([
    { fault: 'tampered', why: 'bad_signature' },
    { fault: 'probe', why: 'probe' },
    { fault: 'old', why: 'old' },
    { fault: 'unknown_key', why: 'unknown_key' },
  ] as const)('$fault: the false one is refused, and the true one taken', async ({ fault, why }) => {
    const sides = await listening()
    sides.sandbox.faults.injectNotice(fault)
    await paid(sides)
    await sides.sandbox.tick()
    expect(sides.heard.map((heard) => heard.why)).toEqual([why, 'ok'])
    expect(sides.sandbox.deliveries.map(({ status }) => status)).toEqual([401, 204])
  })

  test('that contradict each other are both WeChat’s: the service has to make sense of them', async () => {
    const sides = await listening()
    sides.sandbox.faults.injectNotice('contradicted')
    await paid(sides)
    await sides.sandbox.tick()
    expect(sides.heard.map((heard) => heard.state)).toEqual(['succeeded', 'failed'])
  })

  test('go where the demonstration wants them, for a service that WeChat could not reach', async () => {
    const sides = await listening({
      origin: 'http://localhost:8787',
      noticesTo: 'http://localhost:8787/providers/wechat/notices',
    })
    await paid(sides)
    await sides.sandbox.tick()
    expect(sides.heard).toHaveLength(1)
  })
})

test('a simulation draws the faults itself', async () => {
  const drawn: string[] = []
  const faultSource: FaultSource = {
    call(what, number) {
      drawn.push(`${what} ${number}`)
      return what === 'send' ? 'drop_reply' : null
    },
    notice: () => 'lost',
  }
  const { payer } = await bothSides({ faultSource })
  expect((await payer.send(order)).code).toBe('NETWORK')
  expect((await payer.query(asked)).state).toBe('awaiting_user')
  expect(drawn).toEqual([`send ${reference}`, `query ${reference}`])
})
