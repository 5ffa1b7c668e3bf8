import { describe, expect, it } from 'vitest'
import { languages } from '../../schema/questionnaire.ts'
import { answer, begin, fillIn, next, pageCode, wishes } from '../support/page.ts'
import { inTurn } from '../support/run/whole.ts'
import type { WorldOptions } from '../support/world.ts'
import { axeFindings, faultsOfChangedText, frameFaults } from './look.ts'
import { visitors } from './site.ts'

const { open, site, visit } = visitors()
/** A study whose every budget is too small for one more reward. */
const spent: WorldOptions['study'] = (study) => ({
  ...study,
  offers: study.offers.map((offer) => ({ ...offer, budgetMinor: offer.amountMinor - 1 })),
})
const go = '.actions [name=go][value=next]'

describe.each(languages)('in %s', (language) => {
  const turn = languages.indexOf(language)
  it.each(inTurn([true, false], turn))(
    'someone too young is told politely, and nothing is stored (scripts: %s)',
    async (scripts) => {
      const here = await site()
      const { page, context } = await visit(here, { language, scripts })
      await page.goto('/s/study-abroad')
      await begin(page)
      await fillIn(page, { ...wishes, Q01: '2' })
      await next(page)
      expect(new URL(page.url()).pathname).toBe('/s/study-abroad/end/under_age')
      expect(await frameFaults(page, language)).toEqual([])
      if (scripts) expect(await axeFindings(page)).toEqual([])
      const names = (await context.cookies()).map(({ name }) => name)
      expect(names.filter((name) => name.includes('respondent'))).toEqual([])
      for (const table of ['respondents', 'responses', 'saved_pages', 'leases', 'networks']) {
        expect(await here.rows(`select * from ${table}`), table).toEqual([])
      }
      if (scripts) expect(await page.evaluate(() => localStorage.length)).toBe(0)
    },
  )

  it('someone whom the study is not for is told at once, also when they come back', async () => {
    const here = await site()
    const { page } = await visit(here, { language })
    await page.goto('/s/study-abroad')
    await begin(page)
    await fillIn(page)
    await next(page)
    await fillIn(page, { ...wishes, Q02: '5' })
    await next(page)
    expect(new URL(page.url()).pathname).toBe('/s/study-abroad/end/screened_out')
    expect(await frameFaults(page, language)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    expect(await here.rows('select * from vouchers')).toEqual([])
    await page.goto('/s/study-abroad')
    expect(await page.locator('.button.big').count()).toBe(0)
    expect(await frameFaults(page, language)).toEqual([])
    await page.goto('/s/study-abroad/p/screening')
    expect(new URL(page.url()).pathname).toBe('/s/study-abroad/end/screened_out')
  })

  it('what is missing is said on top, each with a link to its field', async () => {
    const here = await site()
    for (const at of inTurn(['start', 'screening', 'places', 'course', 'factors', 'money'], turn, languages.length)) {
      const { page } = await visit(here, { language, ...(at === 'start' ? {} : { as: await here.student(at) }) })
      await page.goto('/s/study-abroad/go')
      expect(pageCode(page)).toBe(at)
      await page.locator(go).click()
      await page.locator('#faults').waitFor()
      const firstError = (await page.locator('#faults a').first().getAttribute('href')) ?? '#'
      const hasFocus = (place: Element) => place.contains(document.activeElement)
      expect(await page.locator(firstError).evaluate(hasFocus), at).toBe(true)
      expect(await frameFaults(page, language), at).toEqual([])
      expect(await axeFindings(page), at).toEqual([])
      const links = page.locator('#faults a')
      expect(await links.count(), at).toBe(await page.locator('.error').count())
      const last = links.last()
      const target = (await last.getAttribute('href')) ?? '#'
      await last.click()
      expect(await page.locator(target).evaluate((place) => place.contains(document.activeElement)), at).toBe(true)
      await fillIn(page)
      await next(page)
    }
  })

  it('no budget left is said on the landing page, and one may go on without a reward', async () => {
    const here = await open({ study: spent })
    const { page } = await visit(here, { language })
    await page.goto('/s/study-abroad')
    expect(await page.locator('.offers .gone').count()).toBe(3)
    expect(await frameFaults(page, language)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    const { page: later } = await visit(here, { language, as: await here.student('places') })
    await later.goto('/s/study-abroad/go')
    await later.waitForURL('**/reward?reason=budget')
    expect(await frameFaults(later, language)).toEqual([])
    expect(await axeFindings(later)).toEqual([])
    await later.locator('[name=unrewarded][value=ask]').click()
    await later.locator('[name=unrewarded][value="1"]').click()
    await later.waitForURL('**/p/places')
    expect(await frameFaults(later, language)).toEqual([])
  })
})

describe('someone who goes on without a reward', () => {
  it('is thanked at the end, and has no voucher', async () => {
    const here = await open({ study: spent })
    const { page, context } = await visit(here, { as: await here.student('places') })
    await page.goto('/s/study-abroad/go')
    await page.locator('[name=unrewarded][value=ask]').click()
    await page.locator('[name=unrewarded][value="1"]').click()
    await page.waitForURL('**/p/places')
    await here.goesOn(context, 'last')
    await page.goto('/s/study-abroad/go')
    await answer(page)
    expect(new URL(page.url()).pathname).toBe('/s/study-abroad/end/complete_unrewarded')
    expect(await frameFaults(page, 'en')).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    expect(await here.rows('select * from vouchers')).toEqual([])
  })
})

describe('on a phone of 360 by 640 pixels', () => {
  it('the button that starts is in view at once, errors go as they are mended, and text twice as large fits', async () => {
    const { page } = await visit(await site(), { viewport: { width: 360, height: 640 } })
    const large = () => faultsOfChangedText(page)
    for (const language of languages) {
      await page.goto(`/s/study-abroad?lang=${language}`)
      const box = await page.locator('.button.big').boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 999), language).toBeLessThanOrEqual(640)
      expect(await large(), language).toEqual([])
      await begin(page)
      expect(await large(), language).toEqual([])
    }
    await page.locator(go).click()
    await page.locator('#faults').waitFor()
    const errors = await page.locator('#faults li').count()
    await page.locator('#Q01 .o > label').nth(3).click()
    await page.waitForFunction((n) => document.querySelectorAll('#faults li').length === n - 1, errors)
    expect(await page.locator('#Q01.bad, #Q01 .error, #Q01[aria-invalid]').count()).toBe(0)
  })
})

describe('without scripts', () => {
  it('what is missing is said on top, and links lead to the fields', async () => {
    const { page } = await visit(await site(), { scripts: false })
    await page.goto('/s/study-abroad')
    await begin(page)
    await page.locator(go).click()
    expect(await page.locator('#faults a').count()).toBe(2)
    await page.locator('#faults a').first().click()
    expect(page.url()).toMatch(/#Q01$/)
    expect(await page.locator('fieldset#Q01.bad').count()).toBe(1)
  })
})

describe('an address that leads nowhere', () => {
  it.each(languages)('is answered by a page with a way on, in %s', async (language) => {
    const here = await site()
    const { page } = await visit(here, { language })
    for (const path of ['/nowhere', '/s/nothing', '/i/0000000000000000000000', '/s/study-abroad/voucher', '/admin']) {
      await page.goto(path)
      expect(await frameFaults(page, language), path).toEqual([])
      expect(await axeFindings(page), path).toEqual([])
    }
  })
})
