/** How people come in, what the last owner cannot do, and what nobody does alone. */
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import type { Role } from '../../../schema/tables.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { readStaff } from '../../../src/staff/accounts/session.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { claimed, frozen, staffAs, withAlipay } from '../../support/claimed.ts'
import { another } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import { realProvider } from '../../support/sign-in/sign-in-provider.ts'
import { looksRight } from '../finance-desk.ts'
import { type Site, visitors } from '../site.ts'

const { site, visit } = visitors()
let provider: Awaited<ReturnType<typeof realProvider>> | undefined
afterEach(() => {
  provider?.close()
  provider = undefined
})

async function desk(here: Site, name: string, role: Role, study?: string): Promise<Page> {
  return (await visit(here, { width: 1280, as: await signedIn(here, role, name, study) })).page
}

const idOf = async (here: Site, name: string) => (await readStaff(here.ports.db, name))?.id ?? ''
const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

const press = async (page: Page, name: string | RegExp, within = 'main') => {
  const button = page.locator(within).getByRole('button', { name, exact: typeof name === 'string' })
  await Promise.all([page.waitForEvent('load'), button.first().click()])
}

/** Sends what no page has a button for, as a form of the page that is open. */
async function send(page: Page, path: string, fields: Record<string, string> = {}): Promise<string> {
  const sent = page.evaluate(
    ([action, named]) => {
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action })
      for (const [name, value] of Object.entries(named)) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
      }
      document.body.append(form)
      form.submit()
    },
    [path, fields] as const,
  )
  await Promise.all([page.waitForEvent('load'), sent])
  return main(page)
}

/** From the button that leads to the provider, through its own page, back to the desk. */
async function throughItsPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click()
  await page.waitForURL('**/login/*')
  await page.getByRole('button', { name: 'Continue as kai@example.org' }).click()
  await page.waitForURL('**/sign-in/callback?*')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL('**/admin')
}

it('somebody invited comes in by the provider: first with the link that they were given, then without, on a phone', async () => {
  const here = await site()
  provider = await realProvider(here.origin, true)
  here.ports.settings.oidc = provider.oidc
  const noor = await desk(here, 'Noor', 'owner', 'study-abroad')
  await noor.goto('/admin/people')
  await noor.locator('main [name=name]').fill('Kai Lee')
  await noor.locator('main [name=study]').selectOption('study-abroad')
  await noor.locator('main [name=role]').selectOption('analyst')
  await press(noor, 'Make the link')
  const link = /http[^\s]*\/sign-in\/[0-9a-z]{26}/.exec(await main(noor))?.[0] ?? ''

  const { page: first } = await visit(here, { width: 1280 })
  await first.goto(link)
  await throughItsPage(first)
  await first.goto('/admin/sessions')
  expect(await main(first)).toContain('Example ID')

  const { page: phone } = await visit(here)
  await phone.goto('/sign-in')
  await looksRight(phone)
  await phone.setViewportSize({ width: 360, height: 740 })
  await throughItsPage(phone)
  expect(await here.rows('select * from staff_identities')).toHaveLength(1)
})

it('the last owner neither leaves, nor is suspended, nor loses the role; of two who remove each other one stays', async () => {
  const here = await site()
  const noor = await desk(here, 'Noor', 'owner', 'study-abroad')
  const noors = `/admin/people/${await idOf(here, 'Noor')}`
  for (const button of [/^Take back/, 'Suspend', 'Remove']) {
    await noor.goto(noors)
    await press(noor, button)
    expect(await noor.getByRole('alert').textContent(), String(button)).toContain('keeps at least one owner')
  }
  await looksRight(noor)
  const bo = await desk(here, 'Bo', 'owner', 'study-abroad')
  await Promise.all([noor.goto(`/admin/people/${await idOf(here, 'Bo')}`), bo.goto(noors)])
  await Promise.all([press(noor, 'Remove'), press(bo, 'Remove')])
  const pageTexts = await Promise.all([noor, bo].map(main))
  // Whoever was quicker; the other is told why not, or is signed out already.
  const others = pageTexts.filter((text) => !text.includes('They are removed'))
  expect(others).toHaveLength(1)
  expect(others[0]).toMatch(/keeps at least one owner|sign in/i)
  expect(await here.rows('select id from staff where removed_at is null')).toHaveLength(1)
})

it('nobody does alone what takes two, and is told so', async () => {
  const here = await site()
  const second = another('second')
  const mainland = { ...second, settings: { ...second.settings, mainland: true } }
  expect(await openStudy(here.ports, mainland, { state: 'ready' })).toMatchObject({ done: true })

  // A batch, by whoever prepared it.
  withAlipay(here)
  await claimed(here)
  await staffAs(here, 'preparer')
  const batch = `/finance/batches/${await frozen(here)}`
  const omar = await desk(here, 'Omar', 'approver')
  await omar.goto(batch)
  expect(await main(omar)).toContain('You prepared this batch, so another person has to approve it.')
  expect(await send(omar, `${batch}/approvals`)).toContain('The person who prepared a batch cannot approve it.')

  // A budget, by whoever proposed it.
  await omar.goto(`/finance/budgets/${here.study.offers[0]?.id}`)
  await omar.locator('main [name=amount]').first().fill('100')
  await omar.locator('main [name=reason]').first().fill('More answers')
  await press(omar, 'Propose the top-up')
  const byAnother = 'Somebody else has to decide on your proposal.'
  const confirmOwn = async (page: Page, list: string) => {
    await page.goto(list)
    expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0)
    const [path = ''] = await page
      .locator(`main form[action^="${list}/"]`)
      .evaluateAll((forms) => forms.map((form) => form.getAttribute('action') ?? ''))
    return send(page, path, { verdict: 'confirmed' })
  }
  expect(await confirmOwn(omar, '/finance/proposals')).toContain(byAnother)

  // A permit, by whoever entered it.
  const mei = await desk(here, 'Mei', 'admin')
  await mei.goto('/admin/studies/second/permit')
  await mei.locator('main [name=kind]').selectOption('not_needed')
  await mei.locator('main [name=why]').fill('Nobody there is asked')
  await press(mei, 'Enter it')
  expect(await confirmOwn(mei, '/admin/proposals')).toContain(byAnother)
  expect(await here.rows('select * from permit_confirmations')).toEqual([])

  // A review, by whoever makes the links; and links, by whoever has judged.
  await addVouchers(here, 1, 'held')
  const [held] = await here.rows<{ ref: string }>(
    `select export_ref as ref from responses join vouchers on vouchers.respondent_id = responses.respondent_id
where vouchers.state = 'held'`,
  )
  const invitations = '/admin/studies/study-abroad/invitations'
  await mei.goto(invitations)
  await mei.locator('main [name=count]').fill('1')
  await Promise.all([mei.waitForEvent('download'), mei.locator('main form [type=submit]').first().click()])
  const judge = (page: Page) => send(page, `/admin/reviews/${held?.ref}/release`, { reason: 'looks_genuine' })
  expect(await judge(mei)).toContain('You have made personal links of this study')
  const kim = await desk(here, 'Kim', 'admin')
  await kim.goto('/admin/reviews')
  expect(await judge(kim)).toContain('Released.')
  const byReviewer = 'ou have reviewed responses of this study'
  expect(await send(kim, invitations, { count: '1' })).toContain(byReviewer)
  await kim.goto(invitations)
  expect(await main(kim)).toContain(byReviewer)
  expect(await kim.locator('main [name=count]').count()).toBe(0)
})
