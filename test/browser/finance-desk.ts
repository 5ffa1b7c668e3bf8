/** Finance at its desk in a browser: who sits there, what is pressed and brought, and how each page has to look. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signedIn } from '../staff/accounts/member.ts'
import { press } from '../support/page.ts'
import { inTurn } from '../support/run/whole.ts'
import { axeFindings, frameFaults } from './look.ts'
import type { Site, Visit, Visitors } from './site.ts'

/** A window of somebody who has signed in, in English on a wide screen unless told; nothing is open in it yet. */
export async function staffPage(
  visit: Visitors['visit'],
  site: Site,
  who: string,
  role: 'preparer' | 'approver',
  options: Visit = {},
): Promise<Page> {
  const as = await signedIn(site, role, who)
  const { page } = await visit(site, { language: 'en', width: 1280, as, ...options })
  return page
}

const widths = [360, 1280]
/** How often each window was looked at. */
const looks = new WeakMap<Page, number>()

/** Expects no fault of the frame, and none that axe finds, on a phone and on a wide screen: in the check by turns. */
export async function looksRight(page: Page): Promise<void> {
  const turn = looks.get(page) ?? 0
  looks.set(page, turn + 1)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 })
    if (!inTurn(widths, turn).includes(width)) continue
    const found = [...(await frameFaults(page, 'en')), ...(await axeFindings(page))]
    expect(
      found.filter((one) => !one.startsWith('another language')),
      `${page.url()} at ${width}`,
    ).toEqual([])
  }
}

/** Presses what leads on, and waits for the page that says what came of it. */
export async function pressOn(page: Page, selector: string): Promise<void> {
  // The page that it stands on may say something by itself, of what was done before.
  await Promise.all([page.waitForEvent('load'), press(page, selector)])
  await page.waitForURL(/said=|columns/)
}

/** Brings a file, of this account unless it says so itself. */
export async function uploadStatement(page: Page, path: string, account = ''): Promise<void> {
  await page.goto('/finance/statements')
  await page.setInputFiles('#file', path)
  if (account !== '') await page.locator('#account').selectOption(account)
  await pressOn(page, 'main form.file button')
}

/** Waits until the statement that was just brought is read: the page comes again by itself, every few seconds. */
export async function read(page: Page): Promise<void> {
  const { pathname } = new URL(page.url())
  const badge = page.locator('main .badge', { hasText: /^(in effect|rejected|discarded)$/ }).first()
  // The script goes on by itself; without it the button is pressed. Who is in a hurry opens the page again.
  const button = page.locator('form[data-work] button')
  while ((await badge.count()) === 0) {
    // What was read meanwhile took the button with it: nobody waits for that one.
    if ((await button.count()) > 0) await button.click({ timeout: 5_000 }).catch(() => page.waitForLoadState())
    else await page.goto(pathname).catch(() => page.waitForLoadState())
  }
  expect(await badge.textContent(), (await page.locator('main').textContent()) ?? '').toBe('in effect')
}
