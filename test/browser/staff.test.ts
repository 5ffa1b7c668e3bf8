import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { languages } from '../../schema/questionnaire.ts'
import type { Role } from '../../schema/tables.ts'
import { homeOf } from '../../src/staff/permissions/parts.ts'
import { linkFor, signedIn } from '../staff/accounts/member.ts'
import { Student } from '../support/student.ts'
import { axeFindings, frameFaults } from './look.ts'
import { type Site, visitors } from './site.ts'

const { site, visit } = visitors()

/** Two who are done, one who is not, one whom the study is not for. */
async function answered(): Promise<Site> {
  const here = await site()
  for (const seed of [1, 2]) await new Student(here, seed).complete()
  const third = new Student(here, 3)
  await third.start()
  await third.answer({ stopBefore: 'places' })
  await new Student(here, 4).complete({ Q02: 5 })
  return here
}

const homeFor = (here: Site, role: Role) => homeOf({ grants: [{ studyId: here.study.id, role }] })

/** The first page of somebody with this role, who has signed in. */
async function home(here: Site, role: Role): Promise<Page> {
  const { page } = await visit(here, { as: await signedIn(here, role) })
  await page.goto(homeFor(here, role))
  return page
}

async function signIn(page: Page, here: Site, role: Role): Promise<string> {
  const link = await linkFor(here, role === 'admin' ? 'Mei' : 'Omar', role)
  await page.goto(link)
  expect(await axeFindings(page)).toEqual([])
  await page.locator('main button').click()
  await page.waitForURL(`**${homeFor(here, role)}`)
  return link
}

async function downloaded(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return { file: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

describe.each(['admin', 'preparer'] as const)('what %s sees', (role) => {
  it('has nothing amiss before anybody has come, in the dark', async () => {
    const here = await site()
    const { page, complaints } = await visit(here, { colorScheme: 'dark' })
    await signIn(page, here, role)
    expect(await frameFaults(page, 'en')).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('an admin', () => {
  it('downloads the responses, as codes and with labels', async () => {
    const here = await answered()
    const page = await home(here, 'admin')
    const codes = await downloaded(page, 'CSV · codes')
    expect(codes.file).toMatch(/^responses-study-abroad-[0-9a-f]{8}\.csv$/)
    expect(codes.text.trim().split('\r\n')).toHaveLength(4)
    const labels = await downloaded(page, 'CSV · 繁體中文')
    expect(labels.file).toMatch(/-zh-Hant\.csv$/)
    expect(labels.text.startsWith('\uFEFF')).toBe(true)
    expect(labels.text).toContain('正在就讀')
  })

  it('does not see the money', async () => {
    const here = await site()
    const { page } = await visit(here, { as: await signedIn(here, 'admin') })
    await page.goto('/finance')
    expect(await page.locator('h1').textContent()).toBe('Access denied')
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('an owner', () => {
  it('closes with Escape what a click has opened in the bar and below it, and is back where it was opened', async () => {
    const here = await site()
    const { page } = await visit(here, { as: await signedIn(here, 'owner') })
    await page.goto('/admin')
    for (const opened of ['.menu', '.drop.person']) {
      const summary = page.locator(`${opened} > summary`)
      await summary.click()
      expect(await page.locator(`${opened}[open]`).count(), opened).toBe(1)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      expect(await page.locator(`${opened}[open]`).count(), opened).toBe(0)
      expect(await summary.evaluate((element) => element === document.activeElement), opened).toBe(true)
    }
  })

  it('goes from page to page by the menu of a phone, without scripts', async () => {
    const here = await site()
    const { page } = await visit(here, { scripts: false, as: await signedIn(here, 'owner') })
    await page.goto('/admin')
    const audit = page.getByRole('link', { name: 'Audit trail' })
    expect(await audit.isVisible()).toBe(false)
    await page.locator('.menu summary').click()
    await audit.click()
    expect(await page.locator('h1').textContent()).toBe('Audit trail')
    expect(await page.locator('.side [aria-current=page]').textContent()).toBe('Audit trail')
    await page.getByLabel('Who').fill('Noor')
    await page.getByRole('button', { name: 'Filter' }).click()
    expect(new URL(page.url()).searchParams.get('actor')).toBe('Noor')
    // On a phone each row is a card: what a cell is of stands beside it, and only what the list is sorted by above.
    expect(await page.locator('.data thead th:not([aria-sort]):visible').count()).toBe(0)
    expect(
      await page
        .locator('.data td')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content),
    ).toContain('Who')
  })

  it('finds the audit trail and its chain in order on a phone and wide', async () => {
    const here = await site()
    const { page, complaints } = await visit(here, { as: await signedIn(here, 'owner') })
    for (const path of ['/admin/audit', '/admin/audit/chain']) {
      await page.goto(path)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 740 })
        expect(await frameFaults(page, 'en')).toEqual([])
        expect(await axeFindings(page)).toEqual([])
      }
    }
    expect(complaints).toEqual([])
  })
})

describe('the live page', () => {
  it('shows what has happened since without moving the reader, in every language; an opening counts once', async () => {
    const here = await answered()
    const visitor = await visit(here)
    await visitor.context.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { get: () => false }))
    const [response] = await Promise.all([
      visitor.page.waitForResponse('**/opened'),
      visitor.page.goto('/s/study-abroad'),
    ])
    expect(response.status()).toBe(204)
    await visitor.page.reload()
    await visitor.page.getByRole('link', { name: '简体中文' }).click()
    expect(await here.rows('select opened as "opened" from study_openings')).toEqual([{ opened: 1 }])

    for (const language of languages) {
      const { page, complaints } = await visit(here, { language, as: await signedIn(here, 'admin') })
      await page.clock.install()
      await page.goto('/admin/studies/study-abroad/live')
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 740 })
        expect(await frameFaults(page, language)).toEqual([])
        expect(await axeFindings(page)).toEqual([])
      }
      const started = page.locator('[data-part=first] dd').nth(1)
      const before = Number(await started.textContent())
      const file = page.locator('[data-part=days] a').first()
      await file.focus()
      await new Student(here, before + 10).start()
      await page.clock.runFor(31_000)
      await page.waitForFunction(
        (text) => document.querySelectorAll('[data-part=first] dd')[1]?.textContent === text,
        `${before + 1}`,
      )
      expect(await page.locator('#live-says').textContent()).not.toBe('')
      expect(await file.evaluate((link) => link === document.activeElement)).toBe(true)
      expect(complaints).toEqual([])
    }
  })
})

describe('finance', () => {
  it('downloads the vouchers', async () => {
    const here = await answered()
    const page = await home(here, 'preparer')
    const { file, text } = await downloaded(page, 'CSV')
    expect(file).toBe('vouchers-2026-11-23.csv')
    expect(text.match(/CNY/g)).toHaveLength(2)
  })
})

describe('a sign-in link', () => {
  it('that was used is refused, in every language', async () => {
    const here = await site()
    const { page } = await visit(here)
    const link = await signIn(page, here, 'admin')
    await page.locator('.person summary').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/signed-out')
    expect(await axeFindings(page)).toEqual([])
    for (const language of languages) {
      const { page: other } = await visit(here, { language })
      await other.goto(link)
      expect(await frameFaults(other, language)).toEqual([])
      const [reply] = await Promise.all([other.waitForResponse(`**${link}`), other.locator('main button').click()])
      expect(reply.status()).toBe(410)
      await other.locator('main button').waitFor({ state: 'detached' })
      expect(await axeFindings(other)).toEqual([])
    }
  })
})
