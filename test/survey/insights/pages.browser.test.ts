/** The pages of what people answered, in a browser: how they look in each language, and the way from a filter to a file of it. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../../src/platform/http/form.ts'
import { exportFormats } from '../../../src/survey/exports/formats/index.ts'
import { atEachWidth } from '../../browser/each-width.ts'
import { type Site, visitors } from '../../browser/site.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { addResponse } from '../../support/export-rows.ts'

const { open, visit } = visitors()

async function answeredSite(): Promise<Site> {
  const site = await open({})
  for (const [at, home] of [1, 1, 1, 2, 2].entries()) {
    const considered = at < 4 ? { Q06: [2, 5] } : {}
    const asked = { Q01: 4, Q02: 3, Q03: home, ...considered, Q07: 5 + home, Q25: home + 1, Q26: 9 - home }
    await addResponse(site, { answers: { ...asked, Q22: 'Hong Kong 12' } })
  }
  return site
}

async function signIn(site: Site, language: Language, width: number) {
  const as = await signedIn(site, 'admin')
  const { page, complaints } = await visit(site, { language, width, as })
  return { as, page, complaints, base: `${site.origin}/admin/studies/study-abroad` }
}

const paths = [
  'live',
  'insights?is.Q03=1.2&held=out&add=Q04',
  'insights?is.Q03=4',
  'insights/crosses?rows=Q03&columns=Q06',
  'insights/flows',
  'insights/compare?a=is.Q03%3D1&b=is.Q03%3D2',
  'insights/filters',
  'insights/weights?t.Q03.1=50&t.Q03.2=50&add=Q06',
  'insights/texts/Q22',
  'exports?is.Q03=1',
  'figures',
  'findings',
]

/** Names that every language shares: of people, programs and methods, and what people typed. */
const names =
  'Mei|Hong Kong|winter|NPS|df|Cram|Newcombe|sav|dta|XML|XLSX|Stata|SPSS|Parquet|Lines|HTML|Excel|DDI|Codebook'
/** The label of a column, as it stands in every file. */
const column = '.*\\[.*: 填[写寫]'
const languageNames = languages.flatMap((one) => commonMessages(one).name.match(/[A-Za-z]{2,}|\p{Script=Han}+/gu) ?? [])
const shared = new RegExp(`^(another language: (${names}|${languageNames.join('|')})|${column})\\s*$`)

atEachWidth(
  'what people answered in %s fits, speaks one language, and axe finds nothing',
  async ({ language, see, found }) => {
    const { page, complaints, base } = await signIn(await answeredSite(), language, 1280)
    for (const path of paths) {
      await page.goto(`${base}/${path}`)
      await see(page)
      const read = 'form[action$="/read"] button'
      // Without a locator, whose script takes half as long as the page to be brought into it.
      if (await page.evaluate((read) => document.querySelector(read) === null, read)) continue
      await page.locator(read).click()
      await see(page)
    }
    found(...complaints)
  },
  (fault) => shared.test(fault),
)

/** What this form would send, and where. */
function posted(form: Element): { path: string; fields: Posted } {
  const fields: Posted = {}
  const at = form as HTMLFormElement
  for (const [name, value] of new FormData(at)) fields[name] = [...(fields[name] ?? []), String(value)]
  return { path: new URL(at.action).pathname, fields }
}

it.each([
  ['en', 1280],
  ['zh-Hans', 360],
  ['zh-Hant', 360],
] as const)(
  'in %s at %i px whoever filters goes on to crosses, keeps the filter, and takes it away in each format',
  async (language, width) => {
    const { as, page, complaints, base } = await signIn(await answeredSite(), language, width)
    await page.goto(`${base}/insights`)
    expect(await page.locator('#top strong').textContent()).toMatch(/\b5$/)
    await page.selectOption('#add', 'Q03')
    await page.click('#filter form button')
    await page.check('[name="is.Q03"][value="1"]')
    await page.click('#filter form button')
    expect(await page.locator('#top strong').textContent()).toMatch(/\b3$/)

    await page.locator('#filter summary').click()
    await page.fill('#name', 'A')
    await page.locator('#filter form[method=post] button').click()
    await page.locator('main a', { hasText: /^A$/ }).click()
    await page.locator('nav.parts a').nth(1).click()
    expect(await page.locator('table.crossed tbody tr').first().textContent()).toContain('100.0%3')

    if (width === 1280) {
      // Those without an answer to one of the two stand in a row of their own, as wide as the others.
      await page.goto(`${base}/insights/crosses?rows=Q06&columns=Q03`)
      const parts = page.locator('table.crossed tr, table.crossed tr.beside :is(th, td)')
      const displays = await parts.evaluateAll((all) => all.map((part) => getComputedStyle(part).display))
      expect(new Set(displays)).toEqual(new Set(['table-row', 'table-cell']))
      await page.goto(`${base}/insights?is.Q03=1`)
    }

    await page.locator('.title a[href*="/exports?"]').click()
    expect(await page.locator('.chips li').count()).toBe(1)
    // What is in the files depends on no width and on no language of the page: one is taken by hand, the others by requests.
    const asked = await page.locator('main form', { has: page.locator('#format') }).evaluate(posted)
    for (const { id, extension } of language === 'en' ? exportFormats.slice(1) : []) {
      const made = await as.post(asked.path, { ...asked.fields, format: id })
      const pressed = await as.post(`${made.headers.get('location')}/file`)
      const file = await as.get(pressed.headers.get('location') ?? '')
      expect(file.headers.get('content-disposition')).toMatch(new RegExp(`\\.${extension}"`))
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(10)
    }
    for (const { id, extension } of exportFormats.slice(0, 1)) {
      await page.selectOption('#format', id)
      await page.locator('main form button').click()
      await page.waitForURL(/exports\/\w+$/)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('form[action$="/file"] button').click(),
      ])
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${extension}$`))
      expect(readFileSync(await download.path()).length).toBeGreaterThan(10)
    }
    expect(complaints).toEqual([])
  },
)
