/** Signing in with WeChat: whose account it is, only WeChat says, to the browser that asked, once. */
import { describe, expect, it } from 'vitest'
import { signToken } from '../../../src/platform/crypto/tokens.ts'
import { decryptPayee } from '../../../src/rewards/payees/encrypt.ts'
import { textOf } from '../../support/begun.ts'
import { frozen } from '../../support/claimed.ts'
import { countWrites, everything, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import { agent, ask, claimByWechat, comeBack, holderIn, home, inWechat, outside } from '../../support/wechat.ts'
import type { World } from '../../support/world.ts'

const page = `${home}/wechat`
const phone = 'Mozilla/5.0 (Linux; Android 14; Pixel) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'
const signIn = '__Host-wechat-study-abroad'
const openid = '__Host-openid-study-abroad'
const claimsOf = (world: World) => rowsOf<Record<string, string>>(world, 'claims')

async function expectFailed(answer: Response) {
  expect(answer.status).toBe(400)
  const html = await answer.text()
  const text = textOf(html)
  expect(text).toContain('WeChat could not tell us the account')
  expect(html).toContain(`<a class="button" href="${page}">Start again</a>`)
  expect(html).toContain(`href="${home}"`)
}

describe('signing in', () => {
  it('leads to WeChat and back to a clean address, and its account is claimed by a button', async () => {
    const { world, student, login } = await inWechat()
    const before = await everything(world)
    const { returnTo, state } = await ask(student)
    expect(returnTo).toBe(`https://study.example.org${page}/return`)
    // What WeChat takes as a state: letters and digits, at most 128.
    expect(state).toMatch(/^[a-zA-Z0-9]{40,128}$/)
    const back = await comeBack(student, state)
    expect([back.status, back.headers.get('location')]).toEqual([303, page])
    expect(textOf((await student.open(page)).html)).toContain('Pay me to this WeChat account')
    expect(await everything(world)).toBe(before)
    expect(login.asked).toEqual(['code1'])

    const done = await student.post(`${page}/claim`)
    expect(done.headers.get('location')).toBe(home)
    const [claim] = await claimsOf(world)
    expect(claim).toMatchObject({ channel: 'wechat', state: 'ready' })
    const payee = await decryptPayee(world.ports, { payee: claim?.payee ?? '', voucherId: claim?.voucher_id ?? '' })
    expect(payee.fields).toEqual({ openid: 'oOpenid-of-code1' })
    expect(student.cookies.has(openid)).toBe(false)
    const text = textOf((await student.open(home)).html)
    expect(text).toContain('To be paid to WeChat Pay 微信支付 The one that you signed in with.')
    expect(text).not.toContain('oOpenid')
  })

  it('keeps the account from the browser, its log and the database, but for its owner’s sealed claim', async () => {
    const { world, student } = await inWechat()
    await comeBack(student, (await ask(student)).state)
    expect(JSON.stringify([...student.cookies])).not.toContain('oOpenid')
    await student.post(`${page}/claim`)
    expect(await everything(world)).not.toContain('oOpenid')
    expect(JSON.stringify(world.logged)).not.toMatch(/oOpenid|code1/)
  })

  it('twice at once claims once', async () => {
    const { world, student } = await inWechat()
    await comeBack(student, (await ask(student)).state)
    const answers = await Promise.all([1, 2].map(() => student.tab().post(`${page}/claim`)))
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual([home, home])
    expect(await claimsOf(world)).toHaveLength(1)
  })
})

describe('an answer that is not WeChat’s to this browser', () => {
  it('with a forged state, none, or half of one is refused, and WeChat is not asked', async () => {
    const { world, student, login } = await inWechat()
    for (const forge of [() => '', () => 'x', () => '0'.repeat(51), (state: string) => state.slice(1), () => '💥']) {
      const { state } = await ask(student)
      await expectFailed(await comeBack(student, forge(state)))
    }
    await expectFailed(await student.get(`${page}/return`))
    expect(login.asked).toEqual([])
    expect(await claimsOf(world)).toEqual([])
  })

  it('in another browser is refused: nobody can be made to claim for somebody else’s account', async () => {
    const { world, student: victim, login } = await inWechat()
    const attacker = await holderIn(world, 2)
    const { state } = await ask(attacker)
    await expectFailed(await comeBack(victim, state))
    await ask(victim)
    await expectFailed(await comeBack(victim, state))
    expect(login.asked).toEqual([])
    expect(victim.cookies.has(openid)).toBe(false)
  })

  it('that comes after ten minutes is refused', async () => {
    const { world, student, login } = await inWechat()
    const { state } = await ask(student)
    world.wait(10)
    await expectFailed(await comeBack(student, state))
    expect(login.asked).toEqual([])
  })

  it('that has come before is refused, also with the cookie of then', async () => {
    const { student } = await inWechat()
    const { state } = await ask(student)
    const copy = student.tab()
    expect((await comeBack(student, state)).status).toBe(303)
    await expectFailed(await comeBack(student, state))
    await expectFailed(await comeBack(copy, state))
  })

  it('with a state of the sign-in before is refused', async () => {
    const { student } = await inWechat()
    const { state } = await ask(student)
    await ask(student)
    await expectFailed(await comeBack(student, state))
  })

  it('without a code, or with one that WeChat does not know, is refused', async () => {
    const { student } = await inWechat()
    await expectFailed(await comeBack(student, (await ask(student)).state, ''))
    await expectFailed(await comeBack(student, (await ask(student)).state, 'unknown'))
  })

  it('for another voucher than the one now open here is refused', async () => {
    const { world, student } = await inWechat()
    const other = await holderIn(world, 2)
    const { state } = await ask(student)
    const token = student.cookies.get(signIn) ?? ''
    other.cookies.set(signIn, token)
    await expectFailed(await comeBack(other, state))
  })

  it.each(['voucher', 'respondent', 'start', 'staff'] as const)(
    'with a %s token as its cookie is refused',
    async (purpose) => {
      const { world, student } = await inWechat()
      const { keys, clock } = world.ports
      const { state } = await ask(student)
      const [voucher] = await rowsOf<{ id: string }>(world, 'vouchers')
      student.cookies.set(
        signIn,
        await signToken(keys.tokens, {
          purpose,
          audience: 'study-abroad',
          subject: voucher?.id ?? '',
          at: clock.now(),
          ttlSeconds: 600,
        }),
      )
      await expectFailed(await comeBack(student, state))
    },
  )
})

describe('the account that is kept between', () => {
  it('is no good for another voucher, changed, or after half an hour', async () => {
    const { world, student } = await inWechat()
    await comeBack(student, (await ask(student)).state)
    const sealed = student.cookies.get(openid) ?? ''

    const other = await holderIn(world, 2)
    other.cookies.set(openid, sealed)
    await expectFailed(await other.post(`${page}/claim`))
    // Of the last letter some bits say nothing: the one before it always changes what is read.
    const changedTag = `${sealed.slice(0, -2)}${sealed.at(-2) === 'x' ? 'y' : 'x'}${sealed.slice(-1)}`
    for (const bad of [changedTag, 'x', sealed.split('.').slice(0, 4).join('.')]) {
      const changed = student.tab()
      changed.headers = student.headers
      changed.cookies.set(openid, bad)
      await expectFailed(await changed.post(`${page}/claim`))
      expect(textOf((await changed.open(page)).html)).toContain('Continue with WeChat')
    }
    world.wait(30)
    await expectFailed(await student.post(`${page}/claim`))
    expect(await claimsOf(world)).toEqual([])
  })

  it('is needed: nothing that is posted stands in for it', async () => {
    const { world, student } = await inWechat()
    await expectFailed(await student.post(`${page}/claim`, { openid: 'oMine-123456' }))
    await student.post(`${home}/claim`, { way: 'wechat', openid: 'oMine-123456', checked: '1', go: 'confirm' })
    expect(await claimsOf(world)).toEqual([])
  })
})

describe('the page', () => {
  const policyOf = (answer: Response) => answer.headers.get('content-security-policy')
  const policy = (formAction: string) =>
    `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; ` +
    `form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`

  it('lets its form lead to WeChat’s page and nowhere else, and no other page does', async () => {
    const { student } = await inWechat()
    expect(policyOf(await student.get(page))).toBe(policy("'self' https://wechat.example"))
    for (const path of [home, `${home}/claim`, `${home}/claim?way=alipay`, `${page}/return`]) {
      expect(policyOf(await student.get(path)), path).toBe(policy("'self'"))
    }
    expect(policyOf(await outside(student).get(page))).toBe(policy("'self'"))
    await comeBack(student, (await ask(student)).state)
    expect(policyOf(await student.get(page))).toBe(policy("'self'"))
  })

  it.each([
    ['in WeChat', agent, { voucher: false, wechat: false, browser: true, copy: false }],
    ['on the same phone outside it', phone, { voucher: true, wechat: false, browser: false, copy: true }],
    ['on a desk', 'Mozilla/5.0 (X11; Linux x86_64)', { voucher: true, wechat: true, browser: false, copy: false }],
  ] as const)('%s never shows a phone a QR code for its own camera, and says the way', async (_, reader, shown) => {
    const { student } = await inWechat()
    student.headers['user-agent'] = reader
    const [voucher, wechat] = [(await student.open(home)).html, (await student.open(page)).html]
    expect({
      voucher: voucher.includes('class="qr-code"'),
      wechat: wechat.includes('class="qr-code"'),
      browser: voucher.includes('Open it in this phone’s browser') && voucher.includes('role="img"'),
      copy: wechat.includes('data-copy="https://study.example.org/v/'),
    }).toEqual(shown)
  })

  it('outside WeChat shows a code that WeChat can scan, and the other ways', async () => {
    const { student } = await inWechat()
    const { html } = await outside(student).open(page)
    expect(html).toContain('<svg')
    expect(textOf(html)).toContain('Open WeChat, choose Scan')
    expect(html).toContain(`<a href="${home}/claim">Use another payment method</a>`)
    expect(html).not.toContain('<form method="post"')
  })

  it('in WeCom, which has no wallet, is as outside', async () => {
    const { student } = await inWechat()
    student.headers['user-agent'] = `${agent} wxwork/4.1.36`
    expect(textOf((await student.open(page)).html)).toContain('This works only inside WeChat')
  })

  it('writes nothing when it is opened', async () => {
    const { world, student } = await inWechat()
    const counted = countWrites(world)
    for (const path of [home, page, `${page}/return?code=code9&state=x`, `${home}/reminder.ics`])
      await student.get(path)
    await comeBack(student, (await ask(student)).state)
    await student.open(page)
    expect(counted.writes).toBe(0)
  })

  it('is for the holder only', async () => {
    const { world } = await inWechat()
    const stranger = new Student(world)
    stranger.headers['user-agent'] = agent
    for (const path of [page, `${page}/return?code=code1&state=x`, `${home}/reminder.ics`]) {
      expect((await stranger.get(path)).status, path).toBe(401)
    }
    for (const path of [page, `${page}/claim`, `${home}/receive`])
      expect((await stranger.post(path)).status, path).toBe(401)
  })

  it('is not there where WeChat Pay is not configured', async () => {
    const { world, student } = await inWechat()
    world.ports.payers = world.ports.payers.filter(({ provider }) => provider !== 'wechat')
    expect((await student.get(page)).headers.get('location')).toBe(`${home}/claim`)
    expect((await student.post(page)).headers.get('location')).toBe(`${home}/claim`)
    expect((await student.open(`${home}/claim`)).html).not.toContain('wechat')
  })

  it('leads to the voucher once a batch holds the claim', async () => {
    const { world, student } = await inWechat()
    await claimByWechat(student)
    await frozen(world, { provider: 'wechat', channel: 'wechat' })
    expect((await student.get(page)).headers.get('location')).toBe(home)
    expect((await student.post(`${page}/claim`)).headers.get('location')).toBe(home)
  })
})
