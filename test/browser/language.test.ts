import { describe, expect, it } from 'vitest'
import { begin, filledIn, fillIn, next, pageCode } from '../support/page.ts'
import { frameFaults } from './look.ts'
import { visitors } from './site.ts'

const { site, visit } = visitors()

/** The page's own: what its script says. */
declare const texts: { saved: string }

describe.each([true, false])('switching the language in the middle of a page (scripts: %s)', (scripts) => {
  it('loses nothing that was picked or typed', async () => {
    const here = await site()
    const { page } = await visit(here, { scripts, as: await here.student('course') })
    await page.goto('/s/study-abroad/go')
    await fillIn(page)
    const typed = await filledIn(page)
    expect(typed.length).toBeGreaterThan(3)
    for (const [name, language, saved] of [
      ['繁體中文', 'zh-Hant', '已儲存'],
      ['简体中文', 'zh-Hans', '已保存'],
      ['English', 'en', 'Saved'],
    ] as const) {
      await page.getByRole('button', { name }).click()
      await page.locator(`html[lang=${language}]`).waitFor()
      expect(await filledIn(page)).toEqual(typed)
      expect(await frameFaults(page, language)).toEqual([])
      // The script says what it says in the new language as well.
      if (scripts) await page.waitForFunction((words) => texts.saved === words, saved)
    }
    await next(page)
    expect(pageCode(page)).toBe('factors')
  })

  it('keeps what was chosen before anything was begun', async () => {
    const here = await site()
    const { page } = await visit(here, { scripts, language: 'zh-Hant' })
    await page.goto('/s/study-abroad')
    await begin(page)
    await fillIn(page)
    const typed = await filledIn(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    expect(await filledIn(page)).toEqual(typed)
    expect(await here.rows('select * from respondents')).toEqual([])
  })

  it('keeps what was typed as it was typed', async () => {
    const here = await site()
    const { page } = await visit(here, { scripts, as: await here.student('border') })
    await page.goto('/s/study-abroad/go')
    await fillIn(page, undefined, '口岸排隊太久 & <queues>')
    const before = await filledIn(page)
    expect(before.map(([, value]) => value)).toContain('口岸排隊太久 & <queues>')
    await page.getByRole('button', { name: '繁體中文' }).click()
    await page.locator('html[lang=zh-Hant]').waitFor()
    expect(await filledIn(page)).toEqual(before)
  })
})

describe('the first guess', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['de-DE', 'en'],
  ] as const)('for a browser in %s is %s', async (locale, language) => {
    const { page } = await visit(await site(), { locale })
    await page.goto('/s/study-abroad')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
  })
})
