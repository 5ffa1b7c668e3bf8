/**
 * A bank books a batch of three as one line, in a browser: one payment failed and comes back, another comes back later.
 * Two people work it off, each seeing what they confirm, and sign the days and the certificate.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { approvalsMessages } from '../../messages/generated/approvals.ts'
import { exceptionsMessages } from '../../messages/generated/exceptions.ts'
import { payoutsMessages } from '../../messages/generated/payouts.ts'
import { reportsMessages } from '../../messages/generated/reports.ts'
import { messageIdOf, paymentIdOf } from '../../src/rewards/payment-files/message-id.ts'
import { part, statement } from '../reconciliation/matching/bank-batch.ts'
import { expectPromisesKept } from '../reconciliation/statements/promises.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { approved, claimed } from '../support/claimed.ts'
import { type Attempt, attemptsOf, floatOf } from '../support/paid.ts'
import { manualPayer } from '../support/payer.ts'
import { runCommand } from '../support/run/programs.ts'
import { looksRight, pressOn, read, staffPage, uploadStatement } from './finance-desk.ts'
import { type Site, visitors } from './site.ts'

const { site: opened, visit } = visitors()
const directory = mkdtempSync(join(tmpdir(), 'honorarium-collective-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const approvals = approvalsMessages('en')
const exceptions = exceptionsMessages('en')
const payouts = payoutsMessages('en')
const reports = reportsMessages('en')
const account = 'manual:CNY'
const [first, second] = ['2026-11-23', '2026-11-24'] as const

it('a collective debit with one failure is worked off by two people, to signed days and a certificate that adds up', async () => {
  const site = await opened()
  site.ports.payers = [manualPayer()]
  await claimed(site, 3, (n) => ({
    channel: 'bank',
    fields: { bank: '中国银行', account: `62170000000000000${n}1`, name: '王小明' },
  }))
  const batchId = await approved(site, { provider: 'manual', channel: 'bank' })
  const omar = await staffPage(visit, site, 'Omar', 'preparer')
  const ada = await staffPage(visit, site, 'Ada', 'approver')

  await omar.goto(`/finance/batches/${batchId}`)
  await omar.getByRole('button', { name: payouts.instruct }).click()
  await omar.getByText(payouts.done.instructed).waitFor()
  const attempts = await attemptsOf(site)
  const [failed = '', late = ''] = attempts.map(({ reference }) => reference)
  const payment = paymentIdOf(messageIdOf(batchId), 'CNY')

  // The bank's own report calls one failed: the approver sees the report, and what it says.
  const report = { name: 'status.xml', mimeType: 'text/xml', buffer: statusReport(payment, attempts, failed) }
  await omar.locator('#results').setInputFiles(report)
  await omar.getByRole('button', { name: payouts.uploadButton }).click()
  await omar.getByText(payouts.reported({ paid: 2, known: 0, conflicts: 0, unknown: 0 })).waitFor()
  await looksRight(omar)
  await confirmSeeing(ada, [failed, 'CNY 20.00', 'AC04'])

  // The bank took the money of all three in one line: what failed is the exception, and not the whole.
  const debit = {
    day: first,
    minor: -6_000,
    ref: 'BK1',
    details: `<Btch><PmtInfId>${payment}</PmtInfId><NbOfTxs>3</NbOfTxs></Btch>`,
  }
  await bring(omar, 'first.xml', statement('2026-11-22', first, 0, [{ day: first, minor: 9_000, ref: 'BK0' }, debit]))
  await looksRight(omar)
  const conflict = await openOne(site, omar, 'state_conflict')
  await sees(omar, [failed, exceptions.shareOf({ line: 'CNY 20.00', whole: 'CNY 60.00' }), exceptions.shareHint])
  expect(await omar.locator(`main a[href="/finance/batches/${batchId}"]`).count()).toBe(1)
  await omar.locator('#note').fill('The bank will return it, ticket 7.')
  await pressOn(omar, 'form[action$="/notes"] button')

  // It comes back, which explains it; and so does one that was paid, which is for two people to say.
  site.wait(24 * 60)
  const morning = await staffPage(visit, site, 'Omar', 'preparer')
  const noon = await staffPage(visit, site, 'Ada', 'approver')
  const back = (reference: string, ref: string) => ({
    day: second,
    minor: 2_000,
    ref,
    code: 'PMNT/RCDT/RRTN',
    details: part(2_000, `<EndToEndId>${reference}</EndToEndId>`),
  })
  await bring(morning, 'second.xml', statement(second, second, 3_000, [back(failed, 'BK2'), back(late, 'BK3')]))
  await morning.goto(`/finance/exceptions/${conflict}`)
  await sees(morning, [exceptions.steps.came_back])
  await openOne(site, morning, 'return_after_success')
  await sees(morning, ['CNY 20.00', late])
  await morning.locator('#closing-note').fill('The account is closed, letter 12.')
  await pressOn(morning, 'form[action$="/closing"] button')
  await looksRight(morning)
  await confirmSeeing(noon, [
    exceptions.classes.return_after_success,
    exceptions.actions.reopen,
    late,
    'BK3',
    'CNY 20.00',
    '24 November 2026',
    payouts.voucher,
    '王*',
    batchId.replace('batch_', ''),
  ])
  expect(await site.rows('select id from exceptions where closed_at is null')).toEqual([])
  expect(await floatOf(site, account)).toBe(9_000 - 2_000)

  // Both days are over: two sign each of them, and the certificate.
  site.wait(24 * 60)
  const [one, other] = [
    await staffPage(visit, site, 'Omar', 'preparer'),
    await staffPage(visit, site, 'Ada', 'approver'),
  ]
  // On the first day the bank had taken more than our books say, and gave it back on the second: the day says so itself.
  await signedByTwo(one, other, `/finance/reports/day/${account}/${first}`)
  await sees(other, [reports.cleanButTiming, reports.timing.came_back, failed])
  await signedByTwo(one, other, `/finance/reports/day/${account}/${second}`)
  await sees(other, ['CNY 70.00'])
  await signedByTwo(
    one,
    other,
    `/finance/reports/closing/${site.study.slug}`,
    'Two holders are asked for other accounts.',
  )
  await sees(other, ['CNY 20.00', 'CNY 40.00'])
  await expectBooksToBalance(site)
  await expectPromisesKept(site)
})

/** A pain.002 on the batch: one payment rejected because its account is blocked, the others settled. */
function statusReport(payment: string, attempts: readonly Attempt[], failed: string): Buffer {
  const each = attempts.map(({ reference }) => {
    const why =
      reference === failed
        ? '<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>'
        : '<TxSts>ACSC</TxSts>'
    return `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId>${why}</TxInfAndSts>`
  })
  return Buffer.from(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlPmtInfAndSts><OrgnlPmtInfId>${payment}</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>${each.join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`,
  )
}

async function bring(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(directory, name)
  writeFileSync(path, bytes)
  await uploadStatement(page, path, account)
  await read(page)
}

async function sees(page: Page, texts: readonly string[]): Promise<void> {
  // A currency and its amount are kept on one line by a space of their own.
  const shown = ((await page.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200b', '')
  for (const text of texts) expect(shown, page.url()).toContain(text)
}

/** Opens the one exception that is open from the list, and gives its id. */
async function openOne(site: Site, page: Page, name: string): Promise<string> {
  const found = await site.rows<{ id: string; class: string }>(
    'select id, class from exceptions where closed_at is null',
  )
  expect(found.map((it) => it.class)).toEqual([name])
  const id = found[0]?.id ?? ''
  await page.goto('/finance/exceptions')
  await looksRight(page)
  await page.locator(`main a[href="/finance/exceptions/${id}"]`).first().click()
  await page.waitForURL(`**/${id}`)
  await looksRight(page)
  return id
}

/** Confirms the one proposal that waits, on a page that shows all of these. */
async function confirmSeeing(page: Page, texts: readonly string[]): Promise<void> {
  await page.goto('/finance/proposals')
  await sees(page, texts)
  await looksRight(page)
  await page.getByRole('button', { name: approvals.confirm, exact: true }).click()
  await page.waitForURL(/said=/)
  expect(await page.getByRole('button', { name: approvals.confirm, exact: true }).count()).toBe(0)
}

/** One signs, another signs second, and the command checks the file that both take with them. */
async function signedByTwo(one: Page, other: Page, path: string, note?: string): Promise<void> {
  const sign = 'main form:not(.file)[action^="/finance/reports"] button'
  await one.goto(path)
  await looksRight(one)
  if (note !== undefined) await one.locator('#note').fill(note)
  await pressOn(one, sign)
  await other.goto(`${new URL(one.url()).pathname}?version=1`)
  await pressOn(other, sign)
  await looksRight(other)
  const [file] = await Promise.all([
    other.waitForEvent('download'),
    other.locator('form[action^="/finance/reports/signed/"][action$="/file"] button').first().click(),
  ])
  const jwks = join(directory, 'jwks.json')
  writeFileSync(jwks, await (await other.request.get('/.well-known/jwks.json')).text())
  const checked = await runCommand('verify-books', ['--report', await file.path(), '--jwks', jwks], {})
  expect(checked, path).toMatchObject({ code: 0, out: expect.stringContaining('all passed') })
}
