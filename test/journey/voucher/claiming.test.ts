/** Claiming, as a student without scripts does it. */
import { describe, expect, it } from 'vitest'
import { liveStudyKey } from '../../../src/platform/keys/study-keys.ts'
import { approveBatch } from '../../../src/rewards/batches/approve.ts'
import { decryptPayee } from '../../../src/rewards/payees/encrypt.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { ready, send, textOf } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { approved, frozen, staffAs, withAlipay } from '../../support/claimed.ts'
import { countWrites, everything, fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { manualPayer, scriptedPayer } from '../../support/payer.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const home = '/s/study-abroad/voucher'
const claimAt = `${home}/claim`
const account = { way: 'alipay', phone: '138 1234 5678', name: '王小明' }
const confirmed = { ...account, checked: '1', go: 'confirm' }

/** A world that pays Alipay and bank accounts by hand, and somebody who holds a voucher in it. */
async function holder(options: { world?: World; seed?: number } = {}) {
  const world = options.world ?? (await fresh())
  if (options.world === undefined) {
    withAlipay(world)
    world.ports.payers = [
      ...world.ports.payers,
      scriptedPayer({ provider: 'manual', channels: ['bank'], mode: 'file' }),
    ]
  }
  const { student, last } = await ready(world, { seed: options.seed ?? 1 })
  await send(student, 'last', last)
  return { world, student }
}

type Row = Record<string, string>
const claimsOf = (world: World) => rowsOf<Row>(world, 'claims')
const textAt = async (student: Student, path = home) => textOf((await student.open(path)).html)

describe('the way to a claim', () => {
  it('asks for names in Latin letters where the bank that pays takes no others', async () => {
    const { world, student } = await holder()
    const at = `${claimAt}?way=bank`
    expect(await textAt(student, at)).not.toContain('Latin')
    const debtor = { name: 'Office', account: '004123456001', bank: 'HSBCHKHHHKH', characters: 'latin' } as const
    world.ports.settings = { ...world.ports.settings, debtor }
    expect(await textAt(student, at)).toContain('Name in Latin letters')
    const typed = { way: 'bank', bank: 'Bank of China', account: '4111 1111 1111 1111', go: 'next' }
    const refused = await student.post(claimAt, { ...typed, name: '陈大文', bank: '中国银行' })
    expect(refused.status).toBe(422)
    expect((await refused.text()).match(/class="error"/g)).toHaveLength(2)
    const taken = await student.post(claimAt, { ...typed, name: 'Chan Tai Man' })
    expect(taken.status).toBe(200)
    expect(textOf(await taken.text())).toContain('Chan Tai Man')
    // Whoever is paid another way is asked as ever.
    expect(await textAt(student, `${claimAt}?way=alipay`)).not.toContain('Latin')
  })

  it('begins at the voucher, offers what the offer pays and why it asks, and shows the account once more', async () => {
    const { world, student } = await holder()
    const first = await student.open(home)
    expect(first.html).toContain(`href="${claimAt}"`)
    const choice = await student.open(claimAt)
    const offered = [...choice.html.matchAll(/name="way" value="(\w+)"/g)].map(([, way]) => way)
    expect(offered).toEqual(['alipay', 'bank'])
    expect(textOf(choice.html)).toContain('Alipay compares the two')

    const form = await student.open(`${claimAt}?way=alipay`)
    expect([...form.html.matchAll(/<input type="text" id="(\w+)"/g)].map(([, name]) => name)).toEqual(['phone', 'name'])
    expect(textOf(form.html)).toContain('It finds your account.')

    const before = await everything(world)
    const check = await student.post(claimAt, { ...account, go: 'next' })
    expect(check.status).toBe(200)
    const html = await check.text()
    expect(textOf(html)).toContain('+86 138 1234 5678')
    expect(textOf(html)).toContain('王小明')
    expect(await everything(world)).toBe(before)

    const done = await student.post(claimAt, confirmed)
    expect([done.status, done.headers.get('location')]).toEqual([303, home])
    const text = await textAt(student)
    expect(text).toContain('Your claim is waiting for the next batch')
    expect(text).toContain('+86 138****5678')
    expect(text).not.toContain('1234 5678')
    expect(text).toContain('Usually within 5 working days. It takes longer if a person has to look at it first.')
    expect(await claimsOf(world)).toMatchObject([{ channel: 'alipay', state: 'ready' }])
    await expectBooksToBalance(world)
  })

  it('keeps the account sealed, with its number in one form', async () => {
    const { world, student } = await holder()
    await student.post(claimAt, { ...confirmed, phone: '+86 (138) 1234-5678' })
    const [claim] = await claimsOf(world)
    expect(claim?.by_respondent).toBe(1)
    expect(await decryptPayee(world.ports, { payee: claim?.payee ?? '', voucherId: claim?.voucher_id ?? '' })).toEqual({
      channel: 'alipay',
      fields: { phone: '+8613812345678', name: '王小明' },
    })
    const stored = await everything(world)
    for (const secret of ['13812345678', '王小明']) {
      expect(stored).not.toContain(secret)
      expect(JSON.stringify(world.logged)).not.toContain(secret)
    }
  })

  it.each([
    ['mpay', 3, '+852 9123 4567', '６６１２-３４５６', '+853 6612 3456', '+853 66****56', 'MOP'],
    ['alipayhk', 2, '+853 6612 3456', '00852 9123 4567', '+852 9123 4567', '+852 91****67', 'HKD'],
  ] as const)(
    'by %s asks for a phone number of its place, and for the name that the wallet shows of it',
    async (...of) => {
      const [way, place, elsewhere, typed, inFull, masked, currency] = of
      const name = 'CHAN T** M**'
      const world = await fresh()
      world.ports.payers = [manualPayer()]
      const { student, last } = await ready(world, { seed: 1, place })
      await send(student, 'last', last)
      expect((await student.open(claimAt)).html).toContain(`name="way" value="${way}"`)
      for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
        const form = await student.post(claimAt, { way, phone: '', lang: language })
        const html = await form.text()
        expect(html).toContain(`lang="${language}"`)
        expect([...html.matchAll(/<input type="text" id="(\w+)"/g)].map(([, name]) => name)).toEqual(['phone', 'name'])
      }
      await student.post(claimAt, { way, phone: '', name, lang: 'en' })
      const refused = await student.post(claimAt, { way, phone: elsewhere, name, go: 'next' })
      expect(refused.status).toBe(422)
      const text = await refused.text()
      expect(textOf(text)).toContain('from a region that this payment method does not reach')
      expect(text).toContain(`value="${elsewhere}"`)
      const nameless = await student.post(claimAt, { way, phone: typed, name: '', go: 'next' })
      expect([nameless.status, textOf(await nameless.text())]).toEqual([
        422,
        expect.stringContaining('Please fill this in'),
      ])
      const check = await student.post(claimAt, { way, phone: typed, name, go: 'next' })
      expect(textOf(await check.text())).toContain(inFull)
      const done = await student.post(claimAt, { way, phone: typed, name, checked: '1', go: 'confirm' })
      expect([done.status, done.headers.get('location')]).toEqual([303, home])
      expect(await textAt(student)).toContain(masked)
      const [claim] = await claimsOf(world)
      expect(
        await decryptPayee(world.ports, { payee: claim?.payee ?? '', voucherId: claim?.voucher_id ?? '' }),
      ).toEqual({
        channel: way,
        fields: { phone: inFull.replaceAll(' ', ''), name },
      })
      expect(await everything(world)).not.toContain(inFull.replaceAll(' ', '').slice(4))
      await frozen(world, { provider: 'manual', channel: way, currency })
    },
  )

  it('asks for the account at once where there is only one way', async () => {
    const { world, student } = await holder()
    world.ports.payers = world.ports.payers.filter(({ provider }) => provider === 'alipay')
    expect((await student.open(claimAt)).html).toContain('id="phone"')
  })

  it('says so where no way is open now', async () => {
    const { world, student } = await holder()
    world.ports.payers = []
    expect(await textAt(student, claimAt)).toContain('Your voucher stays valid')
    expect((await student.post(claimAt, confirmed)).status).toBe(422)
  })

  it('is not open to whoever holds no voucher, nor from another site', async () => {
    const { world, student } = await holder()
    const stranger = new Student(world)
    for (const path of [claimAt, `${claimAt}?way=alipay`]) expect((await stranger.get(path)).status).toBe(401)
    expect((await stranger.post(claimAt, confirmed)).status).toBe(401)
    const forged = await student.send(claimAt, {
      method: 'POST',
      body: new URLSearchParams(confirmed).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    })
    expect(forged.status).toBe(403)
    expect(await claimsOf(world)).toEqual([])
  })

  it('is open to whoever brought the voucher’s code', async () => {
    const { world, student } = await holder()
    const link = /https:\/\/study\.example\.org(\/v\/[0-9a-z]+)/.exec((await student.open(home)).html)?.[1] ?? ''
    const other = new Student(world)
    await other.post(link)
    expect((await other.post(claimAt, confirmed)).headers.get('location')).toBe(home)
    // Where their money goes leads to nobody's answers.
    expect(await claimsOf(world)).toMatchObject([{ by_respondent: 0 }])
  })

  it('writes nothing before the last button, and reading a page never does', async () => {
    const { world, student } = await holder()
    // The first claim of a study makes the key that its payees are under.
    await liveStudyKey(world.ports, world.study.id, 'payees')
    const counted = countWrites(world)
    for (const path of [home, claimAt, `${claimAt}?way=alipay`, `${claimAt}?way=bank`]) await student.open(path)
    for (const go of ['next', 'correct']) await student.post(claimAt, { ...account, go })
    await student.post(claimAt, { ...account, lang: 'zh-Hans' })
    await student.post(claimAt, { ...account, go: 'confirm' })
    expect(counted.writes).toBe(0)
    await student.post(claimAt, confirmed)
    expect(counted.writes).toBe(1)
  })
})

describe('what is wrong', () => {
  it('stands beside its field and on top, and what was typed stays', async () => {
    const { world, student } = await holder()
    const answer = await student.post(claimAt, { way: 'alipay', phone: '+852 6123 4567', name: '', go: 'next' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="+852 6123 4567"')
    expect(html).toContain('<a href="#phone">')
    expect(html).toContain('id="name-e"')
    const text = textOf(html)
    expect(text).toContain('Please check 2 entries')
    expect(text.split('This number is from a region').length - 1).toBe(2)
    expect(text.split('Please fill this in.').length - 1).toBe(2)
    expect(await claimsOf(world)).toEqual([])
  })

  it('is found again at the last button, whatever the page before had let through', async () => {
    const { world, student } = await holder()
    expect((await student.post(claimAt, { ...confirmed, phone: '1' })).status).toBe(422)
    expect(await claimsOf(world)).toEqual([])
  })

  it('is told to callers that ask for JSON', async () => {
    const { student } = await holder()
    student.headers.accept = 'application/json'
    const answer = await student.post(claimAt, { way: 'alipay', phone: '', name: 'x', go: 'next' })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'phone', code: 'missing' }] })
  })

  it('is a way that is not offered, or none', async () => {
    const { student } = await holder()
    for (const way of ['fps', 'wechat', 'gift', 'x', '']) {
      expect((await student.post(claimAt, { ...confirmed, way })).status, way).toBe(422)
      expect((await student.get(`${claimAt}?way=${way}&go=next`)).status, way).toBe(422)
    }
    expect(await textAt(student, `${claimAt}?go=next`)).toContain('Please choose one of these.')
  })

  it('can be corrected before the last button', async () => {
    const { world, student } = await holder()
    const html = await (await student.post(claimAt, { ...account, checked: '1', go: 'correct' })).text()
    expect(html).toContain('value="138 1234 5678"')
    expect(await claimsOf(world)).toEqual([])
  })

  it('is text, however it looks', async () => {
    const { student } = await holder()
    const name = '"><script>alert(1)</script>'
    for (const go of ['next', 'correct']) {
      const html = await (await student.post(claimAt, { ...account, name, go })).text()
      expect(html).not.toContain('<script>')
    }
  })
})

describe('switching the language', () => {
  it('of a half-filled form and of the last page keeps what was typed, and complains of nothing', async () => {
    const { student } = await holder()
    const form = await student.post(claimAt, { way: 'alipay', phone: '138', name: '', lang: 'zh-Hans' })
    expect(form.status).toBe(200)
    const html = await form.text()
    expect(html).toContain('<html lang="zh-Hans">')
    expect(html).toContain('value="138"')
    expect(html).not.toContain('class="error"')
    const check = await (await student.post(claimAt, { ...account, checked: '1', lang: 'zh-Hant' })).text()
    expect(check).toContain('<html lang="zh-Hant">')
    expect(check).toContain('沒錯，付到這裏')
  })
})

describe('sending it twice', () => {
  it('claims once and leads to the same page', async () => {
    const { world, student } = await holder()
    const answers = await Promise.all([1, 2, 3].map(() => student.tab().post(claimAt, confirmed)))
    answers.push(await student.post(claimAt, confirmed))
    for (const answer of answers) expect([answer.status, answer.headers.get('location')]).toEqual([303, home])
    expect(await claimsOf(world)).toHaveLength(1)
  })

  it('after a reply that was lost does too', async () => {
    const { world, student } = await holder()
    interpose(world, (db) => {
      let lost = false
      return {
        ...db,
        async together(...writes) {
          const outcome = await db.together(...writes)
          if (!lost) {
            lost = true
            throw new Error('the reply was lost')
          }
          return outcome
        },
      }
    })
    expect((await student.post(claimAt, confirmed)).status).toBe(500)
    expect((await student.post(claimAt, confirmed)).headers.get('location')).toBe(home)
    expect(await claimsOf(world)).toHaveLength(1)
  })
})

describe('an account that has a claim already', () => {
  it('is answered as any other, page by page and word by word', async () => {
    const { world, student } = await holder()
    const { student: second } = await holder({ world, seed: 2 })
    const { student: third } = await holder({ world, seed: 3 })
    await student.post(claimAt, confirmed)
    const pagesOf = async (one: Student, phone: string) => {
      const check = await one.post(claimAt, { ...account, phone, go: 'next' })
      const done = await one.post(claimAt, { ...confirmed, phone })
      const { html } = await one.open(home)
      const form = await one.open(`${claimAt}?way=alipay`)
      const plain = (text: string) =>
        textOf(text)
          .replace(/\b[0-9A-Z]{4}(-[0-9A-Z]{4})+\b/g, 'CODE')
          .replace(/\/v\/[0-9a-z]+/g, '/v/CODE')
          .replaceAll(`+86 ${phone}`, 'PHONE')
          .replace(/138\*{4}\d{4}/g, 'MASKED')
      const location = done.headers.get('location')
      return [check.status, plain(await check.text()), done.status, location, plain(html), plain(form.html)]
    }
    expect(await pagesOf(second, '138 1234 5678')).toEqual(await pagesOf(third, '138 8765 4321'))
    expect((await claimsOf(world)).map(({ state }) => state).sort()).toEqual(['held', 'ready', 'ready'])
  })
})

describe('another account', () => {
  it('can be given until a batch holds the claim, and then waits a day, as the page says before and after', async () => {
    const { world, student } = await holder()
    await student.post(claimAt, confirmed)
    expect(await textAt(student)).toContain('Change the account')
    const form = await student.open(`${claimAt}?way=alipay`)
    expect(textOf(form.html)).toContain('Payments to a changed account wait a day.')
    await student.post(claimAt, { ...confirmed, phone: '13987654321' })
    const text = await textAt(student)
    expect(text).toContain('+86 139****4321')
    expect(text).toContain('Not before 24 November 2026, 16:00')
    world.wait(24 * 60)
    expect(await textAt(student)).toContain('Your claim is waiting for the next batch')
    await frozen(world)
    expect(await textAt(student)).toContain('The account cannot be changed now.')
    expect((await student.get(claimAt)).headers.get('location')).toBe(home)
    const refused = await student.post(claimAt, { ...confirmed, phone: '13700000000' })
    expect(refused.headers.get('location')).toBe(home)
    expect(await textAt(student)).toContain('+86 139****4321')
    expect((await claimsOf(world)).map(({ state }) => state).sort()).toEqual(['ended', 'frozen'])
  })
})

describe('the page of a voucher that is being paid', () => {
  it('shows each progress as it comes, to the day on which it was paid', async () => {
    const { world, student } = await holder()
    const payer = withAlipay(world)
    await student.post(claimAt, confirmed)
    const batch = await frozen(world)
    expect(await textAt(student)).toContain('Being approved')
    await approveBatch(world.ports, await staffAs(world, 'approver'), batch)
    expect(await textAt(student)).toContain('approved and is waiting to be sent')

    payer.answer = () => ({ state: 'delayed', code: 'BALANCE_IS_NOT_ENOUGH', reason: 'payer_balance' })
    await sweepPayouts(world.ports)
    await sweepPayouts(world.ports)
    const delayed = await textAt(student)
    expect(delayed).toContain('Delayed')
    expect(delayed).not.toContain('BALANCE')

    payer.answer = () => ({ state: 'unknown', code: null })
    world.wait(24 * 60)
    await sweepPayouts(world.ports)
    const unknown = await textAt(student)
    expect(unknown).toContain('you cannot lose the money, and it is not paid twice')
    expect(unknown).toMatch(/Next check \d+ November 2026, \d\d:\d\d/)

    payer.answer = () => ({ state: 'succeeded', code: null })
    world.wait(24 * 60)
    await sweepPayouts(world.ports)
    const paid = await textAt(student)
    expect(paid).toContain('Paid to Alipay')
    expect(paid).toContain('+86 138****5678')
    expect(paid).toMatch(/Paid done 25 November 2026/)
    expect(paid).not.toContain('Keep it safe')
    expect((await balances(world)).some((it) => it.paid > 0)).toBe(true)
    await expectBooksToBalance(world)
  })

  it('asks for another account when that one could not be paid, and says why', async () => {
    const { world, student } = await holder()
    const payer = withAlipay(world)
    payer.answer = () => ({ state: 'failed', code: 'PAYEE_NOT_EXIST', reason: 'payee_not_found' })
    await student.post(claimAt, confirmed)
    await approved(world)
    await sweepPayouts(world.ports)
    await sweepPayouts(world.ports)
    const text = await textAt(student)
    expect(text).toContain('No account was found with these details.')
    expect(text).toContain('It is safe, and has been set aside for you again.')
    expect(text).not.toContain('PAYEE_NOT_EXIST')
    expect(await textAt(student, `${claimAt}?way=alipay`)).toContain('wait a day')
    await student.post(claimAt, { ...confirmed, phone: '13987654321' })
    expect(await textAt(student)).toContain('+86 139****4321')
  })
})
