import { expect, it } from 'vitest'
import { atEachWidth } from '../../browser/each-width.ts'
import { type Site, visitors } from '../../browser/site.ts'
import { signedIn } from '../../staff/accounts/member.ts'

const { open, visit } = visitors()

/** A proposal of a day that was confirmed, one of another that waits, and one of a year. */
async function busySite(): Promise<Site> {
  const site = await open({})
  const omar = await signedIn(site, 'preparer')
  const ada = await signedIn(site, 'approver')
  const change = { kind: 'closed', slow: '1', reason: 'gov.cn' }
  await omar.post('/finance/calendar/2026', { ...change, day: '2026-12-24' })
  const [{ id = '' } = {}] = await site.rows<{ id: string }>('select id from proposals')
  await ada.post(`/finance/proposals/${id}`, { verdict: 'confirmed' })
  await omar.post('/finance/calendar/2026', { ...change, day: '2026-12-25' })
  await omar.post('/finance/calendar/2027/publish', { closed: '01-01', working: '01-02', slow: '', source: 'gov.cn' })
  await omar.post('/finance/calendar/2026?calendar=mo', { ...change, slow: '0', day: '2026-12-24', kind: 'working' })
  return site
}

const ours = ['calendar', 'calendar/2026?day=2026-12-25', 'calendar/2027', 'calendar/2027/publish']

/** Names that every language shares: of people, of the time of the world. */
const shared = /^another language: (Mei|Omar|Ada|UTC)\s*$/

atEachWidth(
  'the calendar and what waits in %s fit, speak one language, and axe finds nothing',
  async ({ language, see, found }) => {
    const site = await busySite()
    const [{ id = '' } = {}] = await site.rows<{ id: string }>(`select id from proposals where subject = 'cn:2027'`)
    for (const [name, role, paths] of [
      ['Omar', 'preparer', [...ours, 'calendar/2026?calendar=mo', 'calendar/2028/publish?calendar=hk']],
      ['Ada', 'approver', ['calendar', 'proposals?said=calendar.past', `proposals/${id}/calendar`]],
    ] as const) {
      const { page, complaints } = await visit(site, { language, as: await signedIn(site, role, name) })
      for (const path of paths) {
        await page.goto(`${site.origin}/finance/${path}`)
        await see(page)
      }
      found(...complaints)
    }
  },
  (fault) => shared.test(fault),
)

it('without scripts a pressed day stands in the form, and two people close it', async () => {
  const site = await open({})
  const omar = (await visit(site, { scripts: false, as: await signedIn(site, 'preparer') })).page
  await omar.goto(`${site.origin}/finance/calendar`)
  await omar.getByRole('link', { name: '24 December 2026, working day' }).click()
  expect(await omar.inputValue('#day')).toBe('2026-12-24')
  await omar.selectOption('#kind', 'closed')
  await omar.fill('#reason', 'The bank told us')
  await omar.getByRole('button', { name: 'Propose' }).click()
  expect(await omar.getByRole('status').textContent()).toContain('Another person has to confirm it')

  const ada = (await visit(site, { scripts: false, as: await signedIn(site, 'approver') })).page
  await ada.goto(`${site.origin}/finance/proposals`)
  await ada.getByRole('button', { name: 'Confirm' }).click()
  expect(await ada.getByRole('status').textContent()).toBe('Confirmed. It is in effect.')
  await omar.goto(`${site.origin}/finance/calendar`)
  expect(await omar.locator('td.day-closed', { hasText: '24' }).textContent()).toBe('24C')
})

it('on paper the days keep their letters, and forms and buttons stay away', async () => {
  const site = await busySite()
  const { page } = await visit(site, { width: 1280, as: await signedIn(site, 'preparer') })
  await page.goto(`${site.origin}/finance/calendar`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('form:visible, nav:visible, button:visible').count()).toBe(0)
  expect(await page.locator('td.day-closed small:visible').first().textContent()).toBe('C')
  expect(await page.locator('.months table:visible').count()).toBe(12)
})
