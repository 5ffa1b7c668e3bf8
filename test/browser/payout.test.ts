/**
 * Money out, in a browser: a student claims, two of the staff prepare and approve, a sandbox provider pays over real
 * HTTP, and the student's page says so.
 */

import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { type SandboxServers, startSandboxes } from '../../demo/sandbox-servers.ts'
import { claimMessages } from '../../messages/generated/claim.ts'
import { payoutsMessages } from '../../messages/generated/payouts.ts'
import { voucherMessages } from '../../messages/generated/voucher.ts'
import type { Language } from '../../schema/questionnaire.ts'
import type { Channel, Provider } from '../../schema/tables.ts'
import { sweep } from '../../src/app/app.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { axeFindings, frameFaults } from './look.ts'
import { type Site, type Visit, visitors } from './site.ts'

const { open, visit } = visitors()
const home = '/s/study-abroad/voucher'
let sandbox: SandboxServers | undefined
afterEach(async () => {
  await sandbox?.close()
  sandbox = undefined
})

/** A site in February 2026 that pays through sandbox providers, and by hand. */
async function paying(now = '2026-02-05T02:00:00.000Z'): Promise<{ here: Site; providers: SandboxServers }> {
  const here = await open({ now })
  const { clock, ids } = here.ports
  const providers = await startSandboxes({ service: here.origin, origin: here.origin, clock, ids })
  sandbox = providers
  const debtor = { name: 'Survey Office', account: '004123456001', bank: 'HSBCHKHHHKH', characters: 'unicode' } as const
  Object.assign(here.ports, { payers: providers.payers, settings: { ...here.ports.settings, debtor } })
  return { here, providers }
}

/** Everything that is wrong with the page at first sight; staff pages name providers and formats as they are called. */
async function look(page: Page, language: Language, isStaff = false): Promise<void> {
  const faults = await frameFaults(page, language)
  expect(isStaff ? faults.filter((it) => !it.startsWith('another language')) : faults, page.url()).toEqual([])
  if (!scriptless.has(page)) expect(await axeFindings(page), page.url()).toEqual([])
}

/** Pages without scripts, into which axe cannot be brought. */
const scriptless = new WeakSet<Page>()

async function student(here: Site, options: Visit = {}): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await visit(here, { as: await here.student(), ...options })
  if (options.scripts === false) scriptless.add(page)
  return { page, complaints }
}

/** Says where the money should go. */
async function claim(page: Page, language: Language, way: Channel, fields: Record<string, string>): Promise<void> {
  const words = claimMessages(language)
  await page.goto(`${home}/claim`)
  await page.locator(`label[for=way-${way}]`).click()
  await page.getByRole('button', { name: words.go, exact: true }).first().click()
  for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value)
  await page.getByRole('button', { name: words.go, exact: true }).last().click()
  await page.getByRole('button', { name: words.confirm }).click()
  await page.waitForURL(`**${home}`)
  await shows(page, voucherMessages(language).stages.waiting.text)
}

async function shows(page: Page, text: string): Promise<void> {
  expect(await page.locator('main').textContent()).toContain(text)
}

async function staffPage(here: Site, name: string, role: 'preparer' | 'approver', language: Language): Promise<Page> {
  const { page } = await visit(here, { language, width: 1280, as: await signedIn(here, role, name) })
  await page.goto('/finance/payouts')
  return page
}

/** One prepares, another approves: the batch's page as the preparer has it open. */
async function approveByTwo(here: Site, language: Language, provider: Provider): Promise<Page> {
  const words = payoutsMessages(language)
  const omar = await staffPage(here, 'Omar', 'preparer', language)
  await look(omar, language, true)
  await omar.locator('select[name=provider]').selectOption(provider)
  await omar.getByRole('button', { name: words.prepare }).click()
  await omar.getByText(words.ownBatch).waitFor()
  expect(await omar.getByRole('button', { name: words.approve }).count()).toBe(0)
  await look(omar, language, true)
  const ada = await staffPage(here, 'Ada', 'approver', language)
  await ada.goto(new URL(omar.url()).pathname)
  await ada.getByRole('button', { name: words.approve }).click()
  await ada.getByText(words.done.approved, { exact: true }).waitFor()
  await look(ada, language, true)
  await omar.reload()
  return omar
}

/** What the clockwork does, until nothing more comes of it. */
async function goRound(here: Site, providers: SandboxServers): Promise<void> {
  for (let times = 0; times < 2; times++) {
    await sweep(here.ports)
    await providers.tick()
  }
}

describe('a claimed voucher is paid', () => {
  it('to Alipay, for a student who has scripts off', async () => {
    const { here, providers } = await paying()
    const language = 'zh-Hans'
    const { page } = await student(here, { language, scripts: false })
    await claim(page, language, 'alipay', { phone: '138 1234 5678', name: '王小明' })
    await look(page, language)
    const omar = await approveByTwo(here, language, 'alipay')
    await goRound(here, providers)
    await page.reload()
    await shows(page, voucherMessages(language).stages.paid.text)
    await look(page, language)
    await omar.reload()
    expect(await omar.locator('#lines + *').textContent()).toContain(payoutsMessages(language).payoutStates.paid)
    expect(providers.alipay.orders()).toMatchObject([{ identity: '13812345678', amountMinor: 2000, status: 'SUCCESS' }])
    expect(providers.alipay.deliveries).toMatchObject([{ status: 200, answer: 'success' }])
    await expectBooksToBalance(here)
  })

  it('by a gift link of Tremendous, whose webhook is only a reason to ask', async () => {
    const { here, providers } = await paying()
    providers.tremendous.faults.inject('send', 'settlement')
    const { page, complaints } = await student(here)
    await claim(page, 'en', 'gift', { email: 'mei@example.org' })
    const omar = await approveByTwo(here, 'en', 'tremendous')
    await goRound(here, providers)
    await page.reload()
    await shows(page, voucherMessages('en').stages.sending.text)
    await omar.goto('/finance/clearing')
    await look(omar, 'en', true)
    here.wait(15)
    await providers.tick()
    await page.reload()
    await shows(page, voucherMessages('en').stages.paid.text)
    await look(page, 'en')
    expect(providers.tremendous.calls.map(({ what }) => what)).toContain('query')
    expect(complaints).toEqual([])
    await expectBooksToBalance(here)
  })

  it('in WeChat once a closure is over, which the page names before', async () => {
    // Friday evening: approved on Saturday 14 February, when a bill could settle on the first day of the festival.
    const { here, providers } = await paying('2026-02-13T02:00:00.000Z')
    const language = 'zh-Hant'
    const life = voucherMessages(language)
    const words = claimMessages(language)
    const { page } = await student(here, { language, baseURL: providers.addresses.phone })
    await page.goto(`${home}/wechat`)
    await page.locator(`form[action="${home}/wechat"] button`).click()
    await page.locator(`button[value="${providers.wechat.people[1]?.openid}"]`).click()
    await page.locator(`form[action="${home}/wechat/claim"] button`).click()
    await page.waitForURL(`**${home}`)
    await approveByTwo(here, language, 'wechat')
    here.wait(24 * 60)
    await page.reload()
    await shows(page, life.stages.receive_later.text)
    await shows(page, '2026年2月24日')
    expect(await page.getByRole('button', { name: words.receive.button }).count()).toBe(0)
    await look(page, language)
    expect(providers.wechat.bills()).toEqual([])
    here.wait(10 * 24 * 60)
    await page.reload()
    await page.getByRole('button', { name: words.receive.button }).click()
    await page.locator('#wechat-sheet', { hasText: '¥20.00' }).waitFor()
    await page.locator('#wechat-confirm').click()
    await page.locator('#wechat-sheet').waitFor({ state: 'detached' })
    await page.goto(home)
    await shows(page, life.stages.paid.text)
    await look(page, language)
    expect(providers.wechat.deliveries).toMatchObject([{ status: 204 }])
    await expectBooksToBalance(here)
  })

  it('by hand: a file goes to the bank, and what comes back is uploaded', async () => {
    const { here } = await paying()
    const { page } = await student(here)
    const account = { bank: 'Bank of China', account: '6222 0212 3456 7890 128', name: '王小明' }
    await claim(page, 'en', 'bank', account)
    const words = payoutsMessages('en')
    const omar = await approveByTwo(here, 'en', 'manual')
    await omar.getByRole('button', { name: words.instruct }).click()
    await omar.getByText(words.done.instructed).waitFor()
    await look(omar, 'en', true)
    const download = async (name: string) => {
      const [file] = await Promise.all([
        omar.waitForEvent('download'),
        omar.getByRole('button', { name, exact: true }).click(),
      ])
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
    }
    expect((await download(words.file.xlsx)).text.startsWith('PK')).toBe(true)
    expect((await download(words.file.pain001)).text).toContain('<InstdAmt Ccy="CNY">20.00</InstdAmt>')
    const csv = await download(words.file.csv)
    expect(csv.name).toMatch(/^payments-batch-.*-2026-02-05\.csv$/)
    const uploadStatement = async (text: string) => {
      const file = { name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
      await omar.locator('#results').setInputFiles(file)
      await omar.getByRole('button', { name: words.uploadButton }).click()
    }
    const [header = '', line = ''] = csv.text.trim().split('\r\n')
    const filledIn = (result: string) => {
      const at = header.split(',').indexOf('result')
      return `${header}\r\n${line.split(',').with(at, result).join(',')}\r\n`
    }
    await uploadStatement(filledIn('maybe'))
    await omar.getByRole('alert').getByText('Line 2: The result is neither paid nor failed.').waitFor()
    await look(omar, 'en', true)
    await uploadStatement(filledIn('paid'))
    await omar.getByText(words.reported({ paid: 1, known: 0, conflicts: 0, unknown: 0 })).waitFor()
    await look(omar, 'en', true)
    await page.reload()
    await shows(page, voucherMessages('en').stages.paid.text)
    await expectBooksToBalance(here)
  })
})
