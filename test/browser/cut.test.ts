/**
 * The network is cut at each moment, before the request or before its reply, and the tab is killed: nothing typed is lost,
 * and there is one response, one voucher, one claim, and no flag of a program. The languages are spread over the rows.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { claimMessages } from '../../messages/generated/claim.ts'
import type { Language } from '../../schema/questionnaire.ts'
import { withAlipay } from '../support/claimed.ts'
import { filledIn, fillIn, next } from '../support/page.ts'
import type { Student } from '../support/student.ts'
import { home } from '../support/wechat.ts'
import { type Site, visitors } from './site.ts'

const { site, visit } = visitors()
const onward = '.actions [name=go][value=next]'
const border = '/s/study-abroad/p/border'
const review = '/s/study-abroad/p/~review'

/** What the page's script says in this language. */
function scriptWords(language: Language, kept: 'kept' | 'unkept'): Record<'saved' | 'offline', string> {
  const { script } = JSON.parse(
    readFileSync(new URL(`../../messages/${language}/survey.json`, import.meta.url), 'utf8'),
  )
  return { ...script, offline: script.offline.replace('{kept}', script[kept]) }
}

/** A browser at the page with a field for words, or in front of the end. */
async function at(page: 'border' | '~review', language: Language) {
  const here = await site()
  const student = await here.student(page === 'border' ? 'border' : 'last')
  const visited = await visit(here, { as: student, language })
  await visited.page.goto('/s/study-abroad/go')
  if (page === '~review') {
    await fillIn(visited.page)
    await next(visited.page)
  }
  return { here, student, words: scriptWords(language, page === 'border' ? 'kept' : 'unkept'), ...visited }
}

const says = (page: Page, text: string) => page.locator('#status', { hasText: text }).waitFor()

/** The page as it stands when it is opened again, and nobody is asked which answers should stand. */
async function openedAgain(page: Page): Promise<string[][]> {
  await page.goto(border)
  expect(await page.locator('.differs').count()).toBe(0)
  return filledIn(page)
}

/** Goes on to the end, and counts what there is then. */
async function expectOne(here: Site, student: Student): Promise<void> {
  await student.answer()
  expect(await here.rows("select * from responses where state = 'complete'")).toHaveLength(1)
  expect(await here.rows('select * from responses')).toHaveLength(1)
  expect(await here.rows('select * from vouchers')).toHaveLength(1)
  // The clock stands still, so that every page was sent at once: that alone is found.
  const flags = await here.rows<{ name: string }>("select name from response_flags where family = 'automation'")
  expect(flags.filter(({ name }) => name !== 'page_too_fast')).toEqual([])
}

describe('a cut', () => {
  it.each([
    ['before a draft is sent', 'en'],
    ['before a draft is answered', 'zh-Hans'],
    ['before Next is sent', 'zh-Hant'],
    ['before Next is answered', 'en'],
  ] as const)('%s loses nothing that was typed (%s)', async (moment, language) => {
    const { here, student, page, words } = await at('border', language)
    const isLost = moment.endsWith('answered')
    const isNext = moment.includes('Next')
    if (isNext) {
      await fillIn(page)
      await says(page, words.saved)
    }
    const lost = isLost ? here.loseReply(border) : undefined
    if (!isLost) here.cut(true)
    if (!isNext) await fillIn(page)
    const typed = await filledIn(page)
    if (isNext) await page.locator(onward).click({ noWaitAfter: true })
    await lost
    if (!isLost) await says(page, words.offline)
    here.cut(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    if (isNext) await page.waitForURL('**/p/next')
    else await says(page, words.saved)
    expect(await openedAgain(page)).toEqual(typed)
    await expectOne(here, student)
  })

  it.each([
    ['sent', 'zh-Hans'],
    ['answered', 'zh-Hant'],
  ] as const)('before Finish is %s makes one response and one voucher (%s)', async (moment, language) => {
    const { here, student, page, words } = await at('~review', language)
    const lost = moment === 'answered' ? here.loseReply(review) : undefined
    if (moment === 'sent') here.cut(true)
    await page.locator(onward).click({ noWaitAfter: true })
    await lost
    if (moment === 'sent') await says(page, words.offline)
    here.cut(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.waitForURL(`**${home}`)
    await expectOne(here, student)
  })

  it.each([
    ['sent', 'zh-Hant'],
    ['answered', 'en'],
  ] as const)('before a claim is %s makes one claim, and the name stays typed (%s)', async (moment, language) => {
    const here = await site()
    withAlipay(here)
    const { page, context } = await visit(here, { as: await here.student(), language })
    const words = claimMessages(language)
    const claim = async (page: Page) => {
      await page.locator('[name=phone]').fill('13812345678')
      await page.getByRole('button', { name: words.go, exact: true }).last().click()
      await page.getByRole('button', { name: words.confirm }).waitFor()
    }
    await page.goto(`${home}/claim?way=alipay`)
    await page.locator('[name=name]').fill('王小明')
    await claim(page)
    const lost = moment === 'answered' ? here.loseReply(`${home}/claim`) : undefined
    const failed = moment === 'sent' ? page.waitForEvent('requestfailed') : undefined
    if (moment === 'sent') here.cut(true)
    await page.getByRole('button', { name: words.confirm }).click({ noWaitAfter: true })
    await Promise.all([lost, failed])
    here.cut(false)
    // What was claimed is shown; what was not is asked for again, but for what finds an account with the name in it.
    const later = await context.newPage()
    await later.goto(home)
    expect(await here.rows('select * from claims')).toHaveLength(moment === 'sent' ? 0 : 1)
    if (moment === 'sent') {
      await later.goto(`${home}/claim?way=alipay`)
      expect(await later.locator('[name=name]').inputValue()).toBe('王小明')
      await claim(later)
      await later.getByRole('button', { name: words.confirm }).click()
      await later.waitForURL(`**${home}`)
    }
    expect(await here.rows('select * from claims')).toHaveLength(1)
    expect(await here.rows('select * from vouchers')).toHaveLength(1)
  })
})

describe('a tab', () => {
  it('that is killed right after a keystroke, before anything was sent, loses nothing that was typed', async () => {
    const { here, student, page, context } = await at('border', 'zh-Hans')
    await here.ports.db.together({ sql: 'update responses set paradata = 1', values: [] })
    await page.reload()
    await fillIn(page)
    await page.locator('#page textarea').pressSequentially('，最后一个字')
    const typed = await filledIn(page)
    const counted = await page.locator('[name=typed]').inputValue()
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    // It never answers: there is nobody left to.
    session.send('Page.crash').catch(() => undefined)
    await crashed
    const later = await context.newPage()
    expect(await openedAgain(later)).toEqual(typed)
    // Nor is what was typed letter by letter said to have come at once.
    expect(await later.locator('[name=typed]').inputValue()).toBe(counted)
    await expectOne(here, student)
  })
})
