/** The pages of a set-up and of a study's settings, wide and on a phone: nothing amiss, nothing wider than the screen. */
import { expect, it } from 'vitest'
import example from '../../../docs/examples/commuting.json' with { type: 'json' }
import { beginSetup } from '../../../src/journey/setup/actions.ts'
import { sectionNames, setupSchema } from '../../../src/journey/setup/setup.ts'
import { axeFindings, frameFaults } from '../../browser/look.ts'
import { visitors } from '../../browser/site.ts'
import { linkFor } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'

const { site, visit } = visitors()

it('a set-up has nothing amiss at either width, whole or with every kind of fault', async () => {
  const here = await site()
  const admin = await staffAs(here, 'admin')
  const saved = [...sectionNames]
  const whole = await beginSetup(here.ports, admin, setupSchema.parse({ ...example, saved }))
  const faulty = await beginSetup(here.ports, admin, setupSchema.parse({ rewards: { offers: [{}] }, saved }))
  for (const width of [1280, 360]) {
    const { page } = await visit(here, { viewport: { width, height: 900 } })
    await page.goto(await linkFor(here, 'Mei', 'admin'))
    await page.locator('main button').click()
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
      expect({ path, width, amiss: [...(await axeFindings(page)), ...(await frameFaults(page, 'en'))] }).toEqual({
        path,
        width,
        amiss: [],
      })
    }
  }
})
