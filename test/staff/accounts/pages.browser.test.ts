import { expect, it } from 'vitest'
import { sql } from '../../../src/reconciliation/tables.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { atEachWidth } from '../../browser/each-width.ts'
import { axeFindings } from '../../browser/look.ts'
import { type Site, visitors } from '../../browser/site.ts'
import { addResponse, addVouchers, query } from '../../support/export-rows.ts'
import { linkFor, signedIn } from './member.ts'

const { open, visit } = visitors()

async function busySite(): Promise<Site> {
  const site = await open({})
  await addVouchers(site, 5, 'issued')
  await addVouchers(site, 2, 'held')
  await addResponse(site, { state: 'in_progress', answers: null })
  await addResponse(site, { state: 'screened_out', answers: null })
  return site
}

/** The page of some voucher. */
async function pathOfOne(site: Site): Promise<string> {
  const [row] = await site.rows<{ id: string; codeKey: string }>(
    'select id, code_key as "codeKey" from vouchers limit 1',
  )
  return `/finance/vouchers/${await voucherReference(site.ports.keys, row ?? { id: '', codeKey: '' })}`
}

/** Names that every language shares: of people, of the time of the world, of a file. */
const sharedNames = /^another language: (Mei|Noor|Omar|UTC)$/

atEachWidth(
  'the pages of staff in %s fit, speak one language, and axe finds nothing',
  async ({ language, see, found }) => {
    const site = await busySite()
    const voucher = await pathOfOne(site)
    for (const [name, role, paths] of [
      ['Mei', 'admin', ['/admin', '/admin/reviews', '/finance', '/admin/studies/study-abroad/invitations']],
      [
        'Noor',
        'owner',
        ['/admin/studies', '/admin', '/admin/people', '/admin/people?of=Mei', '/admin/sessions', '/sign-in'],
      ],
      [
        'Omar',
        'preparer',
        [
          '/finance',
          '/finance/books?check=now',
          '/finance/days',
          '/finance/days/2026-11-23',
          '/finance/vouchers?state=open',
          voucher,
          '/admin',
        ],
      ],
    ] as const) {
      const { page, complaints } = await visit(site, { language })
      await page.goto(site.origin + (await linkFor(site, name, role)))
      await see(page)
      await page.click('main button')
      await page.waitForURL(site.origin + paths[0])
      expect(new URL(page.url()).pathname).toBe(paths[0])
      for (const path of paths) {
        if (path === '/admin/people?of=Mei') {
          await page.getByRole('link', { name: 'Mei', exact: true }).click()
          await page.waitForURL('**/admin/people/*')
        } else await page.goto(site.origin + path)
        await see(page)
      }
      // The page of the other role is refused, which the browser reports; nothing else may be.
      found(...complaints.filter((line) => !line.includes('403')))
    }
  },
  (fault) => sharedNames.test(fault),
)

it('a book that does not balance is the first thing that its check shows, and no claim that all is well', async () => {
  const site = await busySite()
  const wrong = sql.updateTable('offer_balances').set((eb) => ({ available: eb('available', '-', 5), paid: 5 }))
  await site.ports.db.together(query(wrong.where('liability', '>', 0)))
  const { page } = await visit(site, { as: await signedIn(site, 'preparer') })
  await page.goto('/finance')
  await page.getByRole('link', { name: 'Ledger check' }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  const alarm = page.getByRole('alert')
  expect(await alarm.textContent()).toContain('The ledger does not balance')
  expect((await alarm.boundingBox())?.y).toBeLessThan(300)
  expect(await page.getByRole('status').count()).toBe(0)
  expect(await axeFindings(page)).toEqual([])
})

it('signing out leads to a page that says how to come back', async () => {
  const site = await busySite()
  const { page } = await visit(site, { scripts: false, as: await signedIn(site, 'admin') })
  await page.goto('/admin')
  await page.locator('.person summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/signed-out')
  expect(new URL(page.url()).pathname).toBe('/signed-out')
  expect(await page.textContent('main')).toContain('npm run sign-in')
  await page.goto(`${site.origin}/admin`)
  expect(await page.textContent('h1')).toBe('Please sign in')
})

it('the files are downloads with their names', async () => {
  const site = await busySite()
  const { page } = await visit(site, { width: 1280, as: await signedIn(site, 'admin') })
  await page.goto('/admin')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('CSV · Codes').click()])
  expect(download.suggestedFilename()).toMatch(/^responses-study-abroad-[0-9a-f]{8}\.csv$/)
})
