import type { Page } from 'playwright-core'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { invite } from '../../src/survey/respondents/actions.ts'
import { answer, begin, filledIn, pageCode } from '../support/page.ts'
import { Student } from '../support/student.ts'
import { axeFindings, faultsOfChangedText, frameFaults } from './look.ts'
import { type Visit, visitors } from './site.ts'

const { site, visit } = visitors()

/** A student who holds a voucher. */
async function holder(options: Visit = {}) {
  const here = await site()
  const visited = await visit(here, { as: await here.student(), ...options })
  const { page } = visited
  await page.goto('/s/study-abroad/voucher')
  const code = (await page.locator('.voucher code').textContent()) ?? ''
  const link = (await page.locator('code.plain', { hasText: '/v/' }).textContent()) ?? ''
  return { ...visited, here, code, link }
}

/** The addresses that the browser would go back and forward to. */
async function history(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { entries } = await session.send('Page.getNavigationHistory')
  return entries.map(({ url }) => url)
}

/** The modules of a drawn QR code: true where it is black. */
function modulesOf(path: string, size: number, side: number): boolean[][] {
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+),(\d+)h/g)) {
    const row = dark[Number(y) / side]
    if (row) row[Number(x) / side] = true
  }
  return dark
}

describe('the voucher page', () => {
  it('copies the code and the link', async () => {
    const { page, context, here, code, link } = await holder()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: here.origin })
    for (const [at, text] of [code, link].entries()) {
      await page.locator('.code', { hasText: text }).getByRole('button', { name: 'Copy' }).click()
      await page.getByRole('button', { name: 'Copied' }).nth(at).waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    }
  })

  it('fits a phone with letters twice as large, its amount in one piece', async () => {
    const { page } = await holder({ viewport: { width: 360, height: 640 } })
    expect(await faultsOfChangedText(page)).toEqual([])
    const lines = await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
      const amount = document.createRange()
      amount.selectNodeContents(document.querySelector('.voucher .amount') ?? document.body)
      return amount.getClientRects().length
    })
    expect(lines).toBe(1)
  })

  it('shows a QR code of its link when tapped', async () => {
    const { page, link } = await holder()
    const drawn = page.locator('.qr-code svg')
    expect(await drawn.isVisible()).toBe(false)
    await page.getByText('Show a QR code').click()
    await drawn.waitFor()
    const side = 10
    const size = Number((await drawn.getAttribute('viewBox'))?.split(' ')[2]) / side
    const path = (await drawn.locator('path').getAttribute('d')) ?? ''
    expect(modulesOf(path, size, side)).toEqual(encode(link, { border: 2 }).data)
    expect(await axeFindings(page)).toEqual([])
  })

  it('can be printed with the code on it', async () => {
    const { page, code } = await holder()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText(code).isVisible()).toBe(true)
    expect(await page.getByRole('button').count()).toBe(0)
    expect((await page.pdf()).byteLength).toBeGreaterThan(1000)
  })

  it('is the same one when the link of the study is opened again', async () => {
    const { page, code } = await holder()
    await page.goto('/s/study-abroad')
    await page.locator('.button.big').click()
    await page.waitForURL('**/voucher')
    expect(await page.locator('.voucher code').textContent()).toBe(code)
  })
})

it('“Forget me on this device” leaves neither a cookie nor anything typed nor a page', async () => {
  const { here, page, context } = await holder()
  await page.evaluate(() => {
    localStorage.setItem('answers:m/s/study-abroad/voucher/claim:t', '{}')
    localStorage.setItem('answers:m/s/another/p/start:t', '{}')
  })
  await page.getByRole('link', { name: 'Forget me on this device' }).click()
  expect(await axeFindings(page)).toEqual([])
  expect(await frameFaults(page, 'en')).toEqual([])
  await page.getByRole('button', { name: 'Forget me on this device' }).click()
  await page.waitForURL('**/resume?out=1')
  await page.waitForFunction(() => Object.keys(localStorage).length === 1)
  expect(await context.cookies()).toEqual([])
  await page.goto('/s/study-abroad/voucher')
  expect(await page.locator('.voucher').count()).toBe(0)
  expect(await here.rows('select * from vouchers')).toHaveLength(1)
})

describe('a voucher link', () => {
  it('shows nothing but a button, and leaves no code in the address or the history', async () => {
    const { here, code, link } = await holder()
    const { page, context, complaints } = await visit(here)
    await page.goto(link)
    expect(await page.locator('main').textContent()).not.toContain('20.00')
    expect(await context.cookies()).toEqual([])
    expect(await frameFaults(page, 'en')).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    const inLink = new URL(link).pathname.slice(3)
    expect(page.url()).not.toContain(inLink)
    await page.getByRole('button', { name: 'Open the voucher' }).click()
    await page.waitForURL('**/s/study-abroad/voucher')
    expect(await page.locator('.voucher code').textContent()).toBe(code)
    expect((await history(page)).join(' ')).not.toContain(inLink)
    expect(complaints).toEqual([])
  })

  it('opens the voucher without scripts too, at a clean address', async () => {
    const { here, code, link } = await holder()
    const { page } = await visit(here, { scripts: false })
    await page.goto(link)
    await page.getByRole('button', { name: 'Open the voucher' }).click()
    expect(new URL(page.url()).pathname).toBe('/s/study-abroad/voucher')
    expect(await page.locator('.voucher code').textContent()).toBe(code)
  })

  it('still leads to the voucher in another language', async () => {
    const { here, code, link } = await holder()
    const { page } = await visit(here)
    await page.goto(link)
    await page.getByRole('link', { name: '繁體中文' }).click()
    await page.locator('html[lang=zh-Hant]').waitFor()
    expect(await frameFaults(page, 'zh-Hant')).toEqual([])
    await page.locator('main button').click()
    await page.waitForURL('**/voucher')
    expect(await page.locator('.voucher code').textContent()).toBe(code)
  })
})

describe('the resume code', () => {
  it.each([true, false])('opens earlier answers and the voucher on another device (scripts: %s)', async (scripts) => {
    const here = await site()
    const student = await here.student('course')
    const { page } = await visit(here, { scripts, as: student })
    await page.goto('/s/study-abroad/go')
    const resume = (await page.locator('.resume code').first().textContent()) ?? ''
    const link = (await page.locator('.resume code').nth(1).textContent()) ?? ''

    const { page: other } = await visit(here, { scripts })
    await other.goto('/s/study-abroad')
    await other.getByRole('link', { name: 'resume code' }).click()
    if (scripts) expect(await axeFindings(other)).toEqual([])
    await other.getByLabel('Resume code').fill('AAAA-BBBB-CCCC-DDDD')
    await other.getByRole('button', { name: 'Continue' }).click()
    await other.locator('.error').waitFor()
    expect(await frameFaults(other, 'en')).toEqual([])
    if (scripts) {
      // The link has the code typed in, and leaves it neither in the address nor on the way back.
      expect(link).toBe(`${here.origin}/s/study-abroad/resume#${resume}`)
      await other.goto('about:blank')
      await other.goto(link)
      await other.waitForFunction(() => location.hash === '')
      expect(await other.getByLabel('Resume code').inputValue()).toBe(resume)
      expect((await history(other)).join(' ')).not.toContain(resume)
    } else await other.getByLabel('Resume code').fill(resume.toLowerCase().replaceAll('-', ' '))
    await other.getByRole('button', { name: 'Continue' }).click()
    await other.waitForURL('**/p/course')
    await other.goto('/s/study-abroad/p/screening')
    expect((await filledIn(other)).length).toBeGreaterThanOrEqual(3)
    await student.answer()
    await page.goto('/s/study-abroad/go')
    await other.goto('/s/study-abroad/go')
    const [code, same] = await Promise.all([page, other].map((one) => one.locator('.voucher code').textContent()))
    expect(same).toBe(code)
  })
})

describe('an invitation', () => {
  it('opened on another device goes on forward only, and shows no answers and no voucher there', async () => {
    const here = await site()
    const code = await invite(here.ports, here.study.id, '2027-01-01T00:00:00.000Z')
    const { page } = await visit(here)
    await page.goto(`/i/${code}`)
    expect(await axeFindings(page)).toEqual([])
    await begin(page)
    await answer(page, { stopBefore: 'places' })

    const { page: other, context } = await visit(here)
    await other.goto(`/i/${code}`)
    await other.locator('.button.big').click()
    await other.locator('h1', { hasText: 'another device' }).waitFor()
    expect(await frameFaults(other, 'en')).toEqual([])
    expect(await axeFindings(other)).toEqual([])
    await other.getByRole('link', { name: 'Continue from here' }).click()
    await other.waitForURL('**/p/places')
    expect(await other.locator('.resume').count()).toBe(0)
    await other.goto('/s/study-abroad/p/screening')
    expect(pageCode(other)).toBe('places')
    await here.goesOn(context, 'last')
    await other.goto('/s/study-abroad/go')
    expect(pageCode(other)).toBe('last')
    await answer(other)
    await other.waitForURL('**/end/elsewhere')
    expect(await frameFaults(other, 'en')).toEqual([])
    expect(await axeFindings(other)).toEqual([])
    await other.goto('/s/study-abroad/voucher')
    expect(await other.locator('.voucher').count()).toBe(0)

    await page.goto('/s/study-abroad/go')
    expect(await page.locator('.voucher code').count()).toBe(1)
  })

  it('is spent when it is finished', async () => {
    const here = await site()
    const code = await invite(here.ports, here.study.id, '2027-01-01T00:00:00.000Z')
    const student = new Student(here)
    await student.post(`/i/${code}`)
    await student.complete()
    const { page: other } = await visit(here, { language: 'zh-Hans' })
    await other.goto(`/i/${code}`)
    expect(await other.locator('h1').textContent()).toBe('此邀请已使用')
    expect(await frameFaults(other, 'zh-Hans')).toEqual([])
    expect(await axeFindings(other)).toEqual([])
  })
})
