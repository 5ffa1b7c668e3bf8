/** The pictures of the README and of the docs. They are taken with every run, and kept with `SCREENSHOTS=1 npx vitest run screenshot`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { cast, linkFor, signedIn } from '../../staff/accounts/member.ts'
import { addResponse } from '../../support/export-rows.ts'
import { type Site, type Visit, visitors } from '../site.ts'

const { open, site, visit } = visitors()
const pathOf = (name: string) => fileURLToPath(new URL(`../../../docs/images/${name}.png`, import.meta.url))

/** As a phone would draw it, whatever fonts this machine has for Latin letters; the content policy would forbid that. */
const phone: Visit = {
  isDrawn: true,
  bypassCSP: true,
  viewport: { width: 360, height: 790 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}
const fonts = 'body, button, input { font-family: "Noto Sans CJK SC", system-ui, sans-serif !important }'

async function shot(page: Page): Promise<string> {
  await page.addStyleTag({ content: fonts })
  await page.evaluate(() => document.fonts.ready)
  return `data:image/png;base64,${(await page.screenshot({ animations: 'disabled' })).toString('base64')}`
}

/** Phones side by side on a quiet ground. */
const frame = (shots: string[]) => `<!doctype html><style>
  body { margin: 0; display: flex; justify-content: center; gap: 44px; padding: 44px 52px;
    background: linear-gradient(160deg, #dcebe6, #efece2 60%, #e7e2d3) }
  img { display: block; width: 320px; border-radius: 30px }
  div { padding: 9px; border-radius: 39px; background: #17211f;
    box-shadow: 0 24px 48px -18px rgb(20 50 45 / 45%), 0 4px 10px rgb(20 50 45 / 18%) }
</style>${shots.map((shot) => `<div><img src="${shot}" alt=""></div>`).join('')}`

it('a picture of the landing page, a page of questions and the voucher can be taken', async () => {
  const here = await site()
  const landing = (await visit(here, phone)).page
  await landing.goto('/s/study-abroad')

  const chinese: Visit = { ...phone, language: 'zh-Hans', as: await here.student('factors') }
  const questions = (await visit(here, chinese)).page
  await questions.goto('/s/study-abroad/go')
  const rows = questions.locator('.row')
  for (const [at, degree] of ['比较重要', '非常重要', '一般', '比较重要'].entries()) {
    const row = rows.nth(at)
    // One row in some place asks for a certain degree, to see who reads.
    const wanted = /“(.+)”/.exec((await row.locator('.name').textContent()) ?? '')?.[1] ?? degree
    await row.getByRole('radio', { name: wanted }).check()
  }
  await questions.locator('#status', { hasText: '已保存' }).waitFor()
  await questions.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    window.scrollTo(0, 0)
  })

  const voucher = (await visit(here, { ...phone, as: await here.student() })).page
  await voucher.goto('/s/study-abroad/voucher')

  const shots = [await shot(landing), await shot(questions), await shot(voucher)]
  const { page } = await visit(here, { isDrawn: true, width: 1224, deviceScaleFactor: 1.5 })
  await page.setContent(frame(shots))
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  const picture = await page.screenshot({ fullPage: true })
  expect(picture.byteLength).toBeGreaterThan(100_000)

  keep('student', picture)
})

/** Writes a picture where the docs have it, or nowhere. */
function keep(name: string, picture: Buffer): void {
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-picture-'))
  const to = process.env.SCREENSHOTS === '1' ? pathOf(name) : join(folder, `${name}.png`)
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, picture)
  rmSync(folder, { recursive: true })
}

async function desk(here: Site, role: 'owner' | 'admin'): Promise<Page> {
  const as = await signedIn(here, role)
  return (await visit(here, { isDrawn: true, bypassCSP: true, width: 1280, language: 'en', as })).page
}

async function take(name: string, page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0))
  await shot(page)
  const picture = await page.screenshot({ animations: 'disabled' })
  expect(picture.byteLength).toBeGreaterThan(20_000)
  keep(name, picture)
}

it('a picture of what came of a study can be taken', async () => {
  const here = await open({})
  for (let n = 0; n < 60; n++) {
    const home = [1, 1, 1, 1, 2, 1, 3, 2, 1, 5][n % 10] ?? 1
    const place = [2, 5, 6, 5, 7, 9, 5, 6, 2][(n * 5) % 9] ?? 5
    await addResponse(here, { answers: { Q03: home, Q07: place, Q25: ((n * n + 3 * n) % 5) + 1 } })
  }
  const admin = await desk(here, 'admin')
  await admin.goto('/admin/studies/study-abroad/insights/flows')
  await take('results', admin)
})

it('pictures of setting a study up, of the editor and of the people who work here can be taken', async () => {
  const here = await site()
  for (const role of ['admin', 'analyst', 'preparer', 'approver', 'auditor'] as const)
    await linkFor(here, cast[role], role)
  const owner = await desk(here, 'owner')
  await owner.goto('/admin/studies')
  await owner.locator('form[action="/admin/setups"] button').click()
  await owner.waitForURL(/setups\/\w+\/study/)
  await owner.locator('[name=slug]').fill('commuting-2027')
  await owner.locator('[name="organiser.en"]').fill('Transport desk')
  await take('set-up', owner)
  await owner.goto('/admin/people')
  await take('people', owner)

  const admin = await desk(here, 'admin')
  await admin.goto('/admin/studies/study-abroad/questionnaire/edit')
  await take('editor', admin)
})
