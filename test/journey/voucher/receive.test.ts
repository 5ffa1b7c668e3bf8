/** Receiving the money in WeChat after approval: by a button, for 24 hours, never so that it could settle in a closure. */
import { describe, expect, it } from 'vitest'
import { confirmPayout } from '../../../src/rewards/payouts/confirm.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { textOf } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { approved } from '../../support/claimed.ts'
import { everything, rowsOf } from '../../support/databases/fresh.ts'
import { claimByWechat, home, inWechat, outside } from '../../support/wechat.ts'
import type { WorldOptions } from '../../support/world.ts'

/** Somebody whose WeChat payment is approved. */
async function approvedHolder(options: Partial<WorldOptions> = {}) {
  const made = await inWechat(options)
  await claimByWechat(made.student)
  await approved(made.world, { provider: 'wechat', channel: 'wechat' })
  made.payer.answer = () => ({ state: 'awaiting_user', code: 'WAIT_USER_CONFIRM', confirm: 'package+1/=' })
  const [{ id: voucherId } = { id: '' }] = await rowsOf<{ id: string }>(made.world, 'vouchers')
  const receive = () => made.student.post(`${home}/receive`)
  const text = async () => textOf((await made.student.open(home)).html)
  return { ...made, voucherId, receive, text }
}

const attemptsOf = (made: { world: Parameters<typeof rowsOf>[0] }) => rowsOf<{ state: string }>(made.world, 'attempts')

describe('the voucher of an approved payment', () => {
  it('makes no bill by being opened, and has a button inside WeChat', async () => {
    const made = await approvedHolder()
    const before = await everything(made.world)
    const { html } = await made.student.open(home)
    expect(html).toContain(`<form method="post" action="${home}/receive">`)
    expect(textOf(html)).toContain('You can receive it on any day when payments are made')
    expect(textOf(html)).toContain('24 hours')
    await made.student.get(`${home}/receive`)
    await sweepPayouts(made.world.ports)
    expect(await everything(made.world)).toBe(before)
    expect(made.payer.asked).toEqual([])
  })

  it('elsewhere leads into WeChat, and its button is not there', async () => {
    const made = await approvedHolder()
    const other = outside(made.student)
    const { html } = await other.open(home)
    expect(html).not.toContain('/receive"')
    expect(textOf(html)).toContain('Open WeChat, choose Scan')
    expect((await other.post(`${home}/receive`)).headers.get('location')).toBe(home)
    expect(await attemptsOf(made)).toEqual([])
  })

  it('gives a reminder for the next morning, without the code or the account', async () => {
    const made = await approvedHolder()
    const { html } = await made.student.open(home)
    expect(html).toContain(`href="${home}/reminder.ics"`)
    const answer = await made.student.get(`${home}/reminder.ics`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const file = (await answer.text()).replaceAll('\r\n ', '')
    // Ten in the morning at UTC+8 of the day after 23 November.
    expect(file).toContain('DTSTART:20261124T020000Z')
    expect(file).toContain('https://study.example.org/s/study-abroad')
    expect(file).toContain('CNY 20.00'.replace(' ', '\u00a0'))
    const code = /\/v\/([0-9a-z]+)/.exec(html)?.[1] ?? ''
    for (const secret of [code, code.slice(-12), 'oOpenid', 'v_']) expect(file).not.toContain(secret)
  })
})

describe('the button', () => {
  it('makes one bill, and its page opens the confirmation by a script of its own', async () => {
    const made = await approvedHolder()
    const answer = await made.receive()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "frame-src weixin:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    const html = await answer.text()
    expect(html).toContain('data-app-id="wx0000000000000001" data-mch-id="1900000001" data-package="package+1/="')
    // Until the script has run, the page says what to do where scripts are off.
    expect(textOf(html)).toContain('If nothing happens, it may be turned off here')
    const script = [...html.matchAll(/<script src="([^"]+)"/g)].map(([, src = '']) => src).at(-1) ?? ''
    const served = await made.student.get(script)
    expect(served.headers.get('content-type')).toContain('javascript')
    expect(await served.text()).toContain('requestMerchantTransfer')
    expect(textOf(html)).toContain('Please confirm by 24 November 2026, 16:00')

    await made.receive()
    expect(await attemptsOf(made)).toMatchObject([{ state: 'awaiting_user' }])
    expect(made.payer.asked.map(({ what }) => what)).toEqual(['send'])
    expect(await made.text()).toContain('Waiting for you in WeChat')
    await expectBooksToBalance(made.world)
  })

  it('pressed in two tabs at once makes one bill', async () => {
    const made = await approvedHolder()
    const tabs = [1, 2].map(() => {
      const tab = made.student.tab()
      tab.headers = made.student.headers
      return tab.post(`${home}/receive`)
    })
    expect(
      (await Promise.all(tabs)).map(({ status }) => status).every((status) => status === 200 || status === 409),
    ).toBe(true)
    expect(await attemptsOf(made)).toHaveLength(1)
  })

  it('is gone when the time is over, and comes back once WeChat has closed the bill', async () => {
    const made = await approvedHolder()
    await made.receive()
    made.world.wait(24 * 60)
    expect(await made.text()).toContain('Not confirmed in time')
    expect((await made.receive()).headers.get('location')).toBe(home)
    made.payer.answer = () => ({ state: 'failed', code: 'OVERDUE_CLOSE', reason: 'not_confirmed_in_time' })
    await sweepPayouts(made.world.ports)
    expect(await made.text()).toContain('Ready for you')
    made.payer.answer = () => ({ state: 'awaiting_user', code: 'WAIT_USER_CONFIRM', confirm: 'package2' })
    expect(await (await made.receive()).text()).toContain('data-package="package2"')
  })

  it('is done with once the money is there', async () => {
    const made = await approvedHolder()
    await made.receive()
    made.payer.answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
    made.world.wait(60)
    await sweepPayouts(made.world.ports)
    expect(await made.text()).toContain('Paid to WeChat Pay')
    expect((await made.receive()).headers.get('location')).toBe(home)
  })

  it('says that WeChat has not answered, and that it is our side where it is', async () => {
    const made = await approvedHolder()
    made.payer.answer = () => ({ state: 'delayed', code: 'NOT_ENOUGH', reason: 'payer_balance' })
    const delayed = await made.receive()
    expect(delayed.status).toBe(409)
    expect(textOf(await delayed.text())).toContain('The cause is on our side')
    expect(await made.text()).toContain('Delayed')

    const other = await approvedHolder()
    other.payer.answer = () => ({ state: 'unknown', code: null })
    const text = textOf(await (await other.receive()).text())
    expect(text).toContain('the money cannot be lost or paid twice')
    expect(await other.text()).toContain('Waiting for confirmation')
  })
})

describe('an impatient holder', () => {
  it('calls WeChat a few times a minute, however often they press', async () => {
    const made = await approvedHolder()
    const nothing = { state: 'not_found', code: 'NOT_FOUND' } as const
    const empty = { state: 'delayed', code: 'NOT_ENOUGH', reason: 'payer_balance' } as const
    made.payer.answer = ({ what }) => (what === 'query' ? nothing : empty)
    await made.receive()
    // Pressed from a page that was opened before.
    const open = () => confirmPayout(made.world.ports, made.voucherId)
    for (let press = 0; press < 10; press++) expect(await open()).toEqual({ refused: 'delayed' })
    expect(made.payer.asked.map(({ what }) => what)).toEqual(['send', 'query', 'send', 'query', 'send'])
    made.world.wait(1)
    await open()
    expect(made.payer.asked).toHaveLength(7)
  })

  it('has the whole day from when there was a balance to pay from, however long that took', async () => {
    const made = await approvedHolder()
    made.payer.answer = ({ what }) =>
      what === 'query'
        ? { state: 'not_found', code: 'NOT_FOUND' }
        : { state: 'delayed', code: 'NOT_ENOUGH', reason: 'payer_balance' }
    await made.receive()
    made.world.wait(2 * 24 * 60)
    made.payer.answer = ({ what }) =>
      what === 'query'
        ? { state: 'not_found', code: 'NOT_FOUND' }
        : { state: 'awaiting_user', code: 'WAIT_USER_CONFIRM', confirm: 'package3' }
    await sweepPayouts(made.world.ports)
    expect(await made.text()).toContain('Waiting for you in WeChat')
    const html = await (await made.receive()).text()
    expect(html).toContain('data-package="package3"')
    expect(textOf(html)).toContain('Please confirm by 26 November 2026, 16:00')
  })
})

describe('a bill whose making was not heard of', () => {
  it('lives a day from when WeChat says that it was made', async () => {
    const made = await approvedHolder()
    made.payer.answer = () => ({ state: 'unknown', code: 'TIMEOUT' })
    await made.receive()
    made.world.wait(2 * 24 * 60)
    made.payer.answer = ({ what }) =>
      what === 'query'
        ? { state: 'not_found', code: 'NOT_FOUND' }
        : {
            state: 'awaiting_user',
            code: 'WAIT_USER_CONFIRM',
            confirm: 'package4',
            madeAt: made.world.ports.clock.now(),
          }
    await sweepPayouts(made.world.ports)
    const html = await (await made.receive()).text()
    expect(html).toContain('data-package="package4"')
    expect(textOf(html)).toContain('Please confirm by 26 November 2026, 16:00')
  })
})

describe('before a closure', () => {
  it('there is no button, the day to come back is named, and the reminder is for its morning', async () => {
    // Friday 13 February, the last day on which WeChat's 24 hours end before the Spring Festival.
    const made = await approvedHolder({ now: '2026-02-13T02:00:00.000Z' })
    expect(await made.text()).toContain('Ready for you')
    made.world.wait(24 * 60)
    const { html } = await made.student.open(home)
    expect(html).not.toContain('/receive"')
    const text = textOf(html)
    expect(text).toContain('Not before 24 February 2026')
    expect(text).toContain('No payments are sent from 15 February 2026 to 23 February 2026.')
    const file = await (await made.student.get(`${home}/reminder.ics`)).text()
    expect(file).toContain('DTSTART:20260224T020000Z')
    expect((await made.receive()).headers.get('location')).toBe(home)
    expect(await attemptsOf(made)).toEqual([])
  })
})
