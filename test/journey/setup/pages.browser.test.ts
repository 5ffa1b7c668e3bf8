/** The pages of a set-up and of a study's settings, wide and on a phone: nothing amiss, nothing wider than the screen. */
import { expect, it } from 'vitest'
import example from '../../../docs/examples/commuting.json' with { type: 'json' }
import { beginSetup } from '../../../src/journey/setup/actions.ts'
import { sectionNames, setupSchema } from '../../../src/journey/setup/setup.ts'
import { axeFindings, frameFaults } from '../../browser/look.ts'
import { visitors } from '../../browser/site.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'

const { site, visit } = visitors()

it('a set-up has nothing amiss at either width, whole or with every kind of fault', async () => {
  const here = await site()
  const admin = await staffAs(here, 'admin')
  const saved = [...sectionNames]
  const whole = await beginSetup(here.ports, admin, setupSchema.parse({ ...example, saved }))
  const faulty = await beginSetup(here.ports, admin, setupSchema.parse({ rewards: { offers: [{}] }, saved }))
  const { page } = await visit(here, { as: await signedIn(here, 'admin') })
  for (const path of [
    '/admin/studies',
    `/admin/setups/${faulty}/study`,
    `/admin/setups/${faulty}/rewards`,
    `/admin/setups/${faulty}/summary`,
    `/admin/setups/${whole}/questionnaire`,
    `/admin/setups/${whole}/checks`,
    `/admin/setups/${whole}/summary`,
    '/admin/studies/study-abroad/settings',
  ]) {
    await page.goto(path)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      expect({ path, width, amiss: [...(await axeFindings(page)), ...(await frameFaults(page, 'en'))] }).toEqual({
        path,
        width,
        amiss: [],
      })
    }
  }
})

it('a step is saved and checked as it is typed, and says when somebody else has saved it', async () => {
  const here = await site()
  const admin = await staffAs(here, 'admin')
  const id = await beginSetup(here.ports, admin)
  const { page } = await visit(here, { as: await signedIn(here, 'admin') })
  const there = await page.context().newPage()
  await page.goto(`/admin/setups/${id}/study`)
  const status = page.locator('#saved')
  const slug = page.locator('#slug')
  await slug.fill('Two Words')
  await page.locator('#contact').focus()
  await expect.poll(() => status.textContent()).toBe('Saved.')
  const fault = page.locator('#slug-e')
  expect(await fault.textContent()).toMatch(/^Lower-case letters and digits/)
  expect([await slug.getAttribute('aria-invalid'), await slug.getAttribute('aria-describedby')]).toEqual([
    'true',
    'slug-h slug-e',
  ])
  // What nobody has typed in yet is not called missing, and whoever types is left where they are.
  expect(await page.locator('main p.error').count()).toBe(1)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('contact')
  await slug.fill('two-words')
  await slug.blur()
  await expect.poll(() => fault.count()).toBe(0)
  expect([await slug.getAttribute('aria-invalid'), await slug.getAttribute('aria-describedby')]).toEqual([
    'false',
    'slug-h',
  ])

  await there.goto(`/admin/setups/${id}/study`)
  expect(await there.locator('#slug').inputValue()).toBe('two-words')
  await there.locator('#contact').fill('there@example.org')
  await there.locator('#contact').blur()
  await expect.poll(() => there.locator('#saved').textContent()).toBe('Saved.')
  await page.locator('#contact').fill('here@example.org')
  await page.locator('#contact').blur()
  await expect.poll(() => status.textContent()).toMatch(/^Somebody else has saved this step/)
  expect(await page.locator('#contact').inputValue()).toBe('here@example.org')
  await there.reload()
  expect(await there.locator('#contact').inputValue()).toBe('there@example.org')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(/said=saved/)
  expect(await page.locator('#contact').inputValue()).toBe('here@example.org')

  // A button that is pressed straight from a field meets no conflict with what the field has just saved.
  await page.locator('#contact').fill('once@example.org')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => page.locator('main .notice').first().textContent()).toMatch(/^Saved/)
  expect(await page.locator('#contact').inputValue()).toBe('once@example.org')
})
