/**
 * Finance closes the books, in a browser: a file of each format is brought, what does not fit is worked off by two people,
 * and a day is signed by two.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { approvalsMessages } from '../../messages/generated/approvals.ts'
import type { Provider } from '../../schema/tables.ts'
import type { Movement } from '../../simulation/statements/movement.ts'
import { readXlsx } from '../../src/platform/files/xlsx-read.ts'
import { verifyReport } from '../../src/reconciliation/reports/signing/verify.ts'
import { sweepPayouts } from '../../src/rewards/payouts/sweep.ts'
import { expectPromisesKept } from '../reconciliation/statements/promises.ts'
import { approved, claimedFor, issued, payoutOf } from '../support/claimed.ts'
import { attemptsOf, filledUp, wechat } from '../support/paid.ts'
import { records } from '../support/parse-csv.ts'
import { fileOf, paidSite } from './books-site.ts'
import { looksRight, pressOn, read, staffPage, uploadStatement } from './finance-desk.ts'
import { type Site, visitors } from './site.ts'

const { open, visit } = visitors()
const directory = mkdtempSync(join(tmpdir(), 'honorarium-books-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const { confirm } = approvalsMessages('en')

/** Whoever approves confirms all that waits; gives how much that was. */
async function confirmAll(page: Page): Promise<number> {
  for (let confirmed = 0; ; confirmed++) {
    await page.goto('/finance/proposals')
    const button = page.getByRole('button', { name: confirm, exact: true }).first()
    if ((await button.count()) === 0) return confirmed
    await button.click()
    await page.waitForURL(/said=/)
  }
}

it('a file of each format is brought, two people work off what does not fit, and two sign the day', async () => {
  const site = await paidSite(open)
  const attempts = await attemptsOf(site)
  const of = (provider: Provider, currency: string) =>
    attempts.filter((one) => one.provider === provider && one.currency === currency)
  const omar = await staffPage(visit, site, 'Omar', 'preparer')
  // Whoever approves has scripts off; so has the one who brings the plain CSV.
  const ada = await staffPage(visit, site, 'Ada', 'approver', { scripts: false })
  const plain = await staffPage(visit, site, 'Omar', 'preparer', { scripts: false })

  // One payment of WeChat's nobody knows of, and one fee that was not planned.
  const after = (seconds: number) => new Date(Date.parse(attempts[0]?.made_at ?? '') + seconds * 1000).toISOString()
  const out: Movement = { ...filledUp, id: '9001', providerId: '1', reference: 'X1', direction: 'debit', at: after(60) }
  const leak: Movement = { ...out, kind: 'payment', amountMinor: 1_700 }
  const fee: Movement = { ...out, id: '9002', providerId: '2', reference: null, kind: 'fee', amountMinor: 12 }
  const bill = await fileOf(directory, 'wechat_fund_bill', of('wechat', 'CNY'), [leak, fee])
  const files = [
    bill,
    await fileOf(directory, 'alipay_bill', of('alipay', 'CNY'), [], { packed: true }),
    await fileOf(directory, 'tremendous', of('tremendous', 'CNY')),
    await fileOf(directory, 'camt053', of('manual', 'CNY')),
    await fileOf(directory, 'camt054', of('manual', 'HKD')),
  ]
  for (const path of files) {
    await uploadStatement(omar, path)
    await read(omar)
    await looksRight(omar)
  }
  const csv = join(directory, 'bank.txt')
  const [mop] = of('manual', 'MOP')
  writeFileSync(csv, `Date,Number,Amount,Reference\n2026-11-23,2,-22.00,${mop?.reference}\n`)
  await uploadStatement(plain, csv, 'manual:MOP')
  const columns = { day: 'Date', dayFormat: 'YYYY-MM-DD', amount: 'Amount', key: 'Number', reference: 'Reference' }
  for (const [field, value] of Object.entries(columns)) await plain.locator(`#${field}`).selectOption(value)
  await plain.locator('#rows').fill('1')
  // The first lines are shown as they will be read, and then confirmed.
  await plain.locator('form[action$="/columns/try"] button').last().click()
  await plain.locator('button[formaction$="/columns"]').click()
  await plain.waitForURL(/said=/)
  await read(plain)
  // The bank's own files are the evidence for what was paid by hand.
  expect(await site.rows("select id from payouts where state <> 'paid'")).toEqual([])
  // The same file under another name changes nothing.
  const again = join(directory, 'again.txt')
  writeFileSync(again, readFileSync(bill))
  await uploadStatement(omar, again)
  await omar.getByText('This file was uploaded before').waitFor()
  expect(await site.rows("select id from statements where state = 'published'")).toHaveLength(6)

  // Money that left without a record stops the account until two people lift it; who proposes cannot confirm.
  const late = await claimedFor(site, await issued(site, 20), wechat(20))
  await approved(site, { provider: 'wechat', channel: 'wechat' })
  await sweepPayouts(site.ports)
  expect(await payoutOf(site, late)).toMatchObject({ payoutState: 'queued', attemptId: null })
  const open_ = await site.rows<{ id: string; class: string }>(
    'select id, class from exceptions where closed_at is null',
  )
  expect(open_.map((one) => one.class).sort()).toEqual(['fee', 'missing_in_ledger'])
  const [stop, charge] = ['missing_in_ledger', 'fee'].map(
    (each) => `/finance/exceptions/${open_.find((one) => one.class === each)?.id}`,
  )
  await omar.goto('/finance/exceptions')
  await looksRight(omar)
  await omar.goto(`${charge}`)
  await omar.locator('#closing-note').fill('As in the price list.')
  await pressOn(omar, 'form[action$="/closing"] button')
  await omar.goto(`${stop}`)
  await looksRight(omar)
  await pressOn(omar, 'form[action$="/owner"] button')
  await omar.locator('#lift-note').fill('The bank knows the payment.')
  await pressOn(omar, 'form[action$="/stop"] button')
  await omar.goto('/finance/proposals')
  expect(await omar.getByRole('button', { name: confirm, exact: true }).count()).toBe(0)
  expect(await confirmAll(ada)).toBe(1)
  await sweepPayouts(site.ports)
  expect(await payoutOf(site, late)).toMatchObject({ payoutState: 'paid' })
  await omar.goto(`${stop}`)
  await omar.locator('#action').selectOption('book')
  await omar.locator('#closing-note').fill('Paid twice by the office; written off.')
  await pressOn(omar, 'form[action$="/closing"] button')
  expect(await confirmAll(ada)).toBe(1)
  expect(await site.rows('select id from exceptions where closed_at is null')).toEqual([])
  // A file of the whole day overlaps with the one before, and adds the payment that had waited.
  const paid = (await attemptsOf(site)).find(({ id }) => !attempts.some((known) => known.id === id))
  const waited: Movement = {
    ...leak,
    id: '9003',
    providerId: '3',
    reference: paid?.reference ?? '',
    amountMinor: 2_000,
  }
  site.wait(1)
  await uploadStatement(omar, await fileOf(directory, 'wechat_fund_bill', of('wechat', 'CNY'), [leak, fee, waited]))
  await read(omar)
  expect(
    await site.rows("select line_key from statement_lines where reference like 'H%' and line_key = '9003'"),
  ).toHaveLength(1)

  // The day is over: two sign it, and take it with them.
  site.wait(24 * 60)
  const preparer = await staffPage(visit, site, 'Omar', 'preparer')
  await preparer.goto('/finance/reports/day/wechat:CNY/2026-11-23')
  await looksRight(preparer)
  const sign = 'main form:not(.file)[action^="/finance/reports"]:not([action$="/withdrawal"]) button'
  await pressOn(preparer, sign)
  expect(await preparer.locator(sign).count()).toBe(0)
  const approver = await staffPage(visit, site, 'Ada', 'approver')
  await approver.goto(`${new URL(preparer.url()).pathname}?version=1`)
  await pressOn(approver, sign)
  await looksRight(approver)
  await expectFilesToSayWhatThePageSays(site, approver)
  await expectPromisesKept(site)
})

async function expectFilesToSayWhatThePageSays(site: Site, page: Page): Promise<void> {
  const download = async (selector: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator(selector).first().click()])
    return readFileSync(await file.path())
  }
  const shown = (((await page.locator('main').textContent()) ?? '').match(/CNY\s\u2212?[\d,]+\.\d\d/g) ?? []).map(
    (money) => money.replace(/^CNY\s|,/g, '').replace('\u2212', '-'),
  )
  const rows = records((await download('form[action*="/files/csv/"] button')).toString('utf8'))
  const written = rows.flatMap(({ amount = '' }) => (amount === '' ? [] : [amount]))
  // Three payments to students, the one that nobody knew of, and the fee.
  for (const amount of ['60.00', '17.00', '0.12']) expect(written.map((one) => one.replace('-', ''))).toContain(amount)
  expect(written.filter((amount) => !shown.includes(amount))).toEqual([])
  const workbook = new Uint8Array(await download('form[action*="/files/xlsx/"] button'))
  const sheet = await readXlsx(workbook, { maxRows: 1_000, maxUnzippedBytes: 1_000_000 })
  const exact = 'rows' in sheet ? sheet.rows.slice(1).map(({ cells }) => cells[8] ?? '') : []
  expect(exact).toEqual(rows.map((row) => row.amount_minor))
  const signed = (await download('form[action^="/finance/reports/signed/"][action$="/file"] button')).toString('utf8')
  const looked = await verifyReport(signed, site.ports.keys.jwks as never, null)
  expect(looked.length).toBeGreaterThan(3)
  expect(looked.filter(({ ok }) => !ok)).toEqual([])
}
