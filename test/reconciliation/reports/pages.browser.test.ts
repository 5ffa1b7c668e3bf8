import { expect, it } from 'vitest'
import { countTrust } from '../../../src/reconciliation/trust/count-trust.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { atEachWidth } from '../../browser/each-width.ts'
import { type Site, visitors } from '../../browser/site.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { approved, claimed, withAlipay } from '../../support/claimed.ts'

const { open, visit } = visitors()

async function paidSite(): Promise<{ site: Site; batch: string }> {
  const site = await open({})
  withAlipay(site).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
  await claimed(site, 6)
  const batch = await approved(site)
  await sweepPayouts(site.ports)
  site.wait(24 * 60)
  return { site, batch: `/finance/batches/${batch}/register` }
}

/** Ids, codes, names of people, and what an organiser calls itself: the same in every language. */
const shared =
  /^another language: (alipay|Asia|Shanghai|reference|group|by|hand|provider|id|Ada|Omar|Excel|XLSX|PDF|SHA|JSON|JWS|ES|JOSE|jwks|json|npm run verify|books|report|trust|known|well|FILE|batch.*|Alipay.*|.*study-abroad.*|open|JWS ?)\b.*$/

atEachWidth(
  'reports, registers and the public page in %s fit, and axe finds nothing',
  async ({ language, see, found }) => {
    const { site, batch } = await paidSite()
    const { page, complaints } = await visit(site, { language, as: await signedIn(site, 'preparer') })
    const look = async (path: string) => {
      await page.goto(site.origin + path)
      await see(page)
    }
    await countTrust(site.ports)
    await look('/s/study-abroad/trust')
    await look('/finance/reports')
    await look('/finance/reports/day/alipay:CNY/2026-11-23')
    await look('/finance/reports/study/study-abroad/2026-11')
    await look('/finance/reports/closing/study-abroad')
    await look(batch)
    found(...complaints)
  },
  (fault) => shared.test(fault),
)

it('printed, a report is its own paper: no way around the site, nothing to press, nothing cut off', async () => {
  const { site } = await paidSite()
  const { page } = await visit(site, { width: 794, as: await signedIn(site, 'preparer') })
  await page.goto(`${site.origin}/finance/reports/day/alipay:CNY/2026-11-23`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('nav:visible, button:visible, input:visible').count()).toBe(0)
  expect(await page.getByText('Name, date, signature').count()).toBe(2)
  const cut = await page
    .locator('.scroll')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)
  expect(cut).toBe(0)
  if (process.env.SHOTS) await page.pdf({ path: `${process.env.SHOTS}/day.pdf`, format: 'A4' })
})
