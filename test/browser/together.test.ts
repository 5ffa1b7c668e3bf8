/** Several exceptions are closed together by two people who each decide once: every page of it, with scripts and without. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { approvalsMessages } from '../../messages/generated/approvals.ts'
import { exceptionsMessages } from '../../messages/generated/exceptions.ts'
import { sweepStatements } from '../../src/reconciliation/statements/work.ts'
import { filledUp, paidWorld, uploadStatement } from '../support/paid.ts'
import { isWhole } from '../support/run/whole.ts'
import { atEachWidth } from './each-width.ts'
import { staffPage } from './finance-desk.ts'
import { frameFaults } from './look.ts'
import { visitors } from './site.ts'

const { site: opened, visit } = visitors()

/** Two payouts that our books have as paid and a statement of their days does not know. */
async function missingSite() {
  const site = await opened()
  await paidWorld(2, {}, undefined, async () => site)
  await uploadStatement(site, [filledUp], {}, { claims: { fromDay: '2026-11-22', toDay: '2026-11-24' } })
  site.wait(3 * 24 * 60)
  await sweepStatements(site.ports)
  return site
}

/** What every language shares: people, references, and what was typed. */
const shared = /^another language: ([A-Z]+|Mei|Omar|Ada|bank letter|wechat|study|abroad|\s)+$/

atEachWidth(
  'in %s two exceptions are closed with one note and one confirmation, and each page of it fits',
  async ({ language, see, found }) => {
    const site = await missingSite()
    const words = exceptionsMessages(language)
    const { together } = approvalsMessages(language)
    const plain = { language, scripts: false, width: language === 'zh-Hant' ? 1280 : 360 }
    const omar = await staffPage(visit, site, 'Omar', 'preparer', plain)
    const ada = await staffPage(visit, site, 'Ada', 'approver', plain)
    // With scripts, and so by axe, the pages are looked at in one language in the check, and without in each.
    const beside = (isWhole || language === 'en') && {
      omar: await staffPage(visit, site, 'Omar', 'preparer', { language }),
      ada: await staffPage(visit, site, 'Ada', 'approver', { language }),
    }
    /** Looks at the page of somebody who has no scripts, and at the same one with them; axe needs them. */
    const look = async (page: Page, who: 'omar' | 'ada') => {
      found(...(await frameFaults(page, language)).filter((fault) => !shared.test(fault)))
      if (!beside) return
      await beside[who].goto(page.url())
      await see(beside[who])
    }

    await omar.goto('/finance/exceptions')
    await look(omar, 'omar')
    await omar.getByRole('link', { name: words.classes.missing_at_provider }).first().click()
    await omar.getByRole('link', { name: words.together.all }).click()
    expect(await omar.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await look(omar, 'omar')
    await omar.getByRole('button', { name: words.together.look }).click()
    await look(omar, 'omar')
    await omar.locator('#note').fill('bank letter 12')
    await omar.locator('#action').selectOption('book')
    await omar.getByRole('button', { name: words.together.show }).click()
    expect(await omar.locator('#note').inputValue()).toBe('bank letter 12')
    await omar.getByRole('button', { name: words.together.propose({ count: 2 }) }).click()
    await omar.getByText(words.together.proposed({ count: 2 })).waitFor()
    await look(omar, 'omar')

    await ada.goto('/finance/proposals?kind=exception_closed&select=all')
    await look(ada, 'ada')
    await ada.getByRole('button', { name: together.decide }).click()
    await look(ada, 'ada')
    await ada.getByRole('button', { name: together.confirm({ count: 2 }) }).click()
    await ada.getByText(together.done({ count: 2 })).waitFor()
    await look(ada, 'ada')
    const left = await site.rows('select id from exceptions where closed_at is null')
    found(...left.map(() => 'one is open still'))
  },
  (fault) => shared.test(fault),
)
