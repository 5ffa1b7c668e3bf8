/**
 * Finance closes the books, in a browser: a file of each format is brought, what does not fit is worked off by two people,
 * and a day is signed by two.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import type { Channel, Provider } from '../../schema/tables.ts'
import { claimVoucher } from '../../src/claims/claim.ts'
import { first } from '../../src/db/together.ts'
import { proposalWords } from '../../src/finance/words-proposals.ts'
import { instructBatch } from '../../src/payouts/report.ts'
import { sweepPayouts } from '../../src/payouts/sweep.ts'
import type { Payee } from '../../src/ports.ts'
import { verifyReport } from '../../src/reports/verify.ts'
import { type MakeOptions, makeFile } from '../../src/statements/generate/make.ts'
import type { Movement } from '../../src/statements/generate/movement.ts'
import type { Format } from '../../src/statements/statement.ts'
import { voucherOfRespondent } from '../../src/vouchers/store.ts'
import { type Attempt, attemptsOf, filledUp, movementsOf } from '../reconciling/paid.ts'
import { expectPromisesKept } from '../reconciling/promises.ts'
import { linkFor } from '../staff/member.ts'
import { ready, send } from '../support/begun.ts'
import { approved, staffAs } from '../support/claimed.ts'
import { scriptedPayer } from '../support/payer.ts'
import { frameFaults } from './look.ts'
import { type Site, visitors } from './site.ts'

const { open, visit } = visitors()
const directory = mkdtempSync(join(tmpdir(), 'honorarium-books-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const name = '王小明'
/** Where people live, how they are paid there, and by which provider. */
const ways: readonly { place: number; currency: string; provider: Provider; payee: Payee }[] = [
  { place: 1, currency: 'CNY', provider: 'wechat', payee: { channel: 'wechat', fields: { openid: 'openid-1' } } },
  { place: 1, currency: 'CNY', provider: 'wechat', payee: { channel: 'wechat', fields: { openid: 'openid-2' } } },
  {
    place: 1,
    currency: 'CNY',
    provider: 'alipay',
    payee: { channel: 'alipay', fields: { phone: '+8613800000001', name } },
  },
  { place: 1, currency: 'CNY', provider: 'tremendous', payee: { channel: 'gift', fields: { email: 'a@example.org' } } },
  {
    place: 1,
    currency: 'CNY',
    provider: 'manual',
    payee: { channel: 'bank', fields: { bank: '中国银行', account: '6217000000000000001', name } },
  },
  {
    place: 2,
    currency: 'HKD',
    provider: 'manual',
    payee: { channel: 'bank', fields: { bank: '004', account: '123456789', name } },
  },
  {
    place: 3,
    currency: 'MOP',
    provider: 'manual',
    payee: { channel: 'bank', fields: { bank: 'BNU', account: '9012345678', name } },
  },
]

/** A site on which each way has been gone as far as the provider: paid, or handed to the bank. */
async function paidSite(): Promise<Site> {
  const site = await open({
    study: (study) => ({
      ...study,
      offers: study.offers.map((offer) => ({ ...offer, channels: [...offer.channels, 'gift'] })),
    }),
  })
  const channels: Record<Provider, readonly Channel[]> = {
    wechat: ['wechat'],
    alipay: ['alipay'],
    tremendous: ['gift'],
    manual: ['bank', 'fps'],
  }
  site.ports.payers = (Object.keys(channels) as Provider[]).map((provider) =>
    scriptedPayer({ provider, channels: channels[provider], mode: provider === 'manual' ? 'file' : 'push' }),
  )
  site.ports.wechatLogin = {
    appId: 'wx1',
    mchId: '1',
    authorizeOrigin: 'https://wechat.example',
    authorizeUrl: () => 'https://wechat.example/',
    openidOf: async () => null,
  }
  for (const [i, { place, payee }] of ways.entries()) {
    const { student, last } = await ready(site, { seed: i + 1, place })
    await send(student, 'last', last)
    const voucher = await first(site.ports.db, voucherOfRespondent({ respondentId: student.respondentId }))
    const outcome = await claimVoucher(site.ports, voucher ?? { id: '' }, payee, 'holder')
    if ('refused' in outcome) throw new Error(`${payee.channel}: ${outcome.refused}`)
  }
  const batches = new Map(ways.map((way) => [`${way.provider} ${way.currency}`, way]))
  for (const { provider, currency, payee } of batches.values()) {
    const batchId = await approved(site, { provider, currency, channel: payee.channel })
    if (provider === 'manual') await instructBatch(site.ports, await staffAs(site, 'preparer'), batchId)
  }
  await sweepPayouts(site.ports)
  return site
}

/** A provider's file about its attempts, and whatever else it says, on disk under a name that tells nothing. */
async function fileOf(
  format: Format,
  currency: string,
  attempts: readonly Attempt[],
  more: Movement[] = [],
  options: MakeOptions = {},
) {
  const movements = [filledUp, ...movementsOf(attempts), ...more].map((one) => ({ ...one, currency }))
  const { bytes } = await makeFile(format, movements, { openingMinor: 0, ...options })
  const path = join(directory, `${format}.bin`)
  writeFileSync(path, bytes)
  return path
}

async function staffPage(
  site: Site,
  who: string,
  role: 'preparer' | 'approver',
  options: { width?: number; scripts?: boolean } = {},
) {
  const { page } = await visit(site, { language: 'en', width: 1280, ...options })
  await page.goto(await linkFor(site, who, role))
  await page.locator('main button').click()
  await page.waitForURL(/\/finance/)
  return page
}

async function fits(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 })
    const faults = await frameFaults(page, 'en')
    expect(
      faults.filter((one) => !one.startsWith('another language')),
      `${page.url()} at ${width}`,
    ).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 740 })
}

/** Brings a file, and waits until it counts. */
async function bring(page: Page, path: string, account = ''): Promise<void> {
  await page.goto('/finance/statements')
  await page.setInputFiles('#file', path)
  if (account !== '') await page.locator('#account').selectOption(account)
  await page.locator('main form.file button').click()
  await page.waitForURL(/said=|columns/)
}

async function counts(page: Page): Promise<void> {
  // The page comes again by itself, every few seconds; who is in a hurry asks for it. Either may interrupt the other.
  const { pathname } = new URL(page.url())
  while ((await page.getByText('counts', { exact: true }).count()) === 0) {
    await page.goto(pathname).catch(() => page.waitForLoadState())
  }
  await fits(page)
}

async function confirmAll(page: Page): Promise<number> {
  const { confirm } = proposalWords('en')
  for (let confirmed = 0; ; confirmed++) {
    await page.goto('/finance/proposals')
    const button = page.getByRole('button', { name: confirm, exact: true }).first()
    if ((await button.count()) === 0) return confirmed
    await button.click()
    await page.waitForURL(/said=/)
  }
}

it('a file of each format is brought, two people work off what does not fit, and two sign the day', async () => {
  const site = await paidSite()
  const attempts = await attemptsOf(site)
  const of = (provider: Provider, currency: string) =>
    attempts.filter((one) => one.provider === provider && one.currency === currency)
  const [omar, ada] = [await staffPage(site, 'Omar', 'preparer'), await staffPage(site, 'Ada', 'approver')]

  // One line of WeChat's nobody knows of, and one fee that was not planned.
  const at = new Date(Date.parse(String(attempts[0]?.made_at)) + 60_000).toISOString()
  const leak: Movement = {
    ...filledUp,
    id: '19000092312026119999',
    providerId: '1',
    reference: 'X1',
    at,
    direction: 'debit',
    kind: 'payment',
    amountMinor: 2_000,
  }
  const fee: Movement = {
    ...leak,
    id: '19000092312026119998',
    providerId: '2',
    reference: null,
    kind: 'fee',
    amountMinor: 12,
  }
  const wechat = await fileOf('wechat_fund_bill', 'CNY', of('wechat', 'CNY'), [leak, fee])
  const alipay = await fileOf('alipay_bill', 'CNY', of('alipay', 'CNY'), [], { packed: true })
  const tremendous = await fileOf('tremendous', 'CNY', of('tremendous', 'CNY'))
  const camt053 = await fileOf('camt053', 'CNY', of('manual', 'CNY'))
  const camt054 = await fileOf('camt054', 'HKD', of('manual', 'HKD'))
  const [mop] = of('manual', 'MOP')
  const csv = join(directory, 'bank.txt')
  writeFileSync(csv, `Date,Number,Amount,Reference\n2026-11-23,2,-22.00,${mop?.reference}\n`)

  for (const path of [wechat, alipay, tremendous, camt053, camt054]) {
    await bring(omar, path)
    await counts(omar)
  }
  const plain = await staffPage(site, 'Omar', 'preparer', { scripts: false })
  await bring(plain, csv, 'manual:MOP')
  await plain.waitForURL(/columns/)
  for (const [field, value] of Object.entries({
    day: 'Date',
    dayFormat: 'YYYY-MM-DD',
    amount: 'Amount',
    key: 'Number',
    reference: 'Reference',
  })) {
    await plain.locator(`#${field}`).selectOption(value)
  }
  await plain.locator('#rows').fill('1')
  await plain.locator('form[action$="/columns"] button').click()
  await counts(plain)
  expect((await site.rows('select state from statements')).map((row) => (row as { state: string }).state)).toEqual(
    Array(6).fill('published'),
  )
  // The bank's own files are the evidence for what was paid by hand.
  expect(await site.rows("select id from payouts where state <> 'paid'")).toEqual([])

  // The same file under another name changes nothing.
  const again = join(directory, 'again.txt')
  writeFileSync(again, readFileSync(wechat))
  await bring(omar, again)
  const states = await site.rows<{ state: string }>('select state from statements order by made_at, id')
  expect(states.map(({ state }) => state).filter((state) => state !== 'published')).toEqual(['discarded'])

  // Money that left without a record stops the account until two people lift it; who proposes cannot confirm.
  const exceptions = await site.rows<{ id: string; class: string }>(
    'select id, class from exceptions where closed_at is null',
  )
  expect(exceptions.map((one) => one.class).sort()).toEqual(['fee', 'missing_in_ledger'])
  await omar.goto('/finance/exceptions')
  await fits(omar)
  const [stop, charge] = ['missing_in_ledger', 'fee'].map(
    (each) => exceptions.find((one) => one.class === each)?.id ?? '',
  )
  await omar.goto(`/finance/exceptions/${charge}`)
  await omar.locator('#closing-note').fill('As in the price list.')
  await omar.locator('form[action$="/closing"] button').click()
  await omar.waitForURL(/said=/)
  await omar.goto(`/finance/exceptions/${stop}`)
  await fits(omar)
  await omar.locator('form[action$="/owner"] button').click()
  await omar.waitForURL(/said=/)
  await omar.locator('#lift-note').fill('The bank knows the payment.')
  await omar.locator('form[action$="/stop"] button').click()
  await omar.waitForURL(/said=/)
  await omar.goto('/finance/proposals')
  expect(await omar.getByRole('button', { name: proposalWords('en').confirm, exact: true }).count()).toBe(0)
  expect(await confirmAll(ada)).toBe(1)
  expect(await site.rows('select id from provider_accounts where stops > 0')).toEqual([])
  await omar.goto(`/finance/exceptions/${stop}`)
  await omar.locator('#action').selectOption('book')
  await omar.locator('#closing-note').fill('Paid twice by the office; written off.')
  await omar.locator('form[action$="/closing"] button').click()
  await omar.waitForURL(/said=/)
  expect(await confirmAll(ada)).toBe(1)
  expect(await site.rows('select id from exceptions where closed_at is null')).toEqual([])

  // The day is over: two sign it.
  site.wait(24 * 60)
  const [preparer, approver] = [await staffPage(site, 'Omar', 'preparer'), await staffPage(site, 'Ada', 'approver')]
  const day = '/finance/reports/day/wechat:CNY/2026-11-23'
  await preparer.goto(day)
  await fits(preparer)
  expect(await preparer.locator('main').textContent()).toContain('40.00')
  await preparer.locator('main form[action^="/finance/reports"] button').click()
  await preparer.waitForURL(/said=/)
  expect(await preparer.locator('main form[action^="/finance/reports"] button').count()).toBe(0)
  await approver.goto(`${new URL(preparer.url()).pathname}?version=1`)
  await approver.locator('main form[action^="/finance/reports"] button').click()
  await approver.waitForURL(/said=/)
  await fits(approver)
  const download = async (selector: string) => {
    const [file] = await Promise.all([approver.waitForEvent('download'), approver.locator(selector).first().click()])
    return readFileSync(await file.path())
  }
  const rows = (await download('a[href*="as=csv"]')).toString('utf8')
  expect(rows).toContain('40.00')
  expect((await download('a[href*="as=xlsx"]')).subarray(0, 2).toString()).toBe('PK')
  const text = (await download('a[href^="/finance/reports/signed/"]')).toString('utf8')
  const looked = await verifyReport(text, site.ports.keys.jwks as never, null)
  expect(looked.filter(({ ok }) => !ok)).toEqual([])
  await expectPromisesKept(site)
})
