/** Many start at once: whoever has scripts works for a moment, whoever has none waits for a turn, and all get in. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accountsMessages } from '../../messages/generated/accounts.ts'
import { languages } from '../../schema/questionnaire.ts'
import { fillIn } from '../support/page.ts'
import { axeFindings, frameFaults } from './look.ts'
import { visitors } from './site.ts'

const { open, visit } = visitors()
const first = '/s/study-abroad/p/start'
const second = '**/s/study-abroad/p/screening'

/** A site where the next start from here costs work. */
async function crowded() {
  const site = await open({ startsWithoutWork: 1 })
  await site.student('screening')
  return site
}

/** Fills the first page in and sends it. */
async function send(page: Page) {
  await page.goto(first)
  await fillIn(page)
  await page.locator('.actions [name=go][value=next]').click()
}

const begun = async (site: Awaited<ReturnType<typeof crowded>>) =>
  (await site.rows('select id from respondents')).length
const picture = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

describe.each(languages)('in %s on a phone, a start where many start', (language) => {
  const words = accountsMessages(language).door

  it('is worked for by a browser with scripts, which goes on by itself', async () => {
    const site = await crowded()
    const { page, complaints } = await visit(site, { language })
    // The reply to what was typed is lost, and so is the one to the work: both are sent again.
    const lost = site.loseReply(first).then(() => site.loseReply(first))
    await send(page)
    await page.waitForURL(second)
    await lost
    expect(await begun(site)).toBe(2)
    expect(complaints.filter((one) => !one.includes('net::ERR'))).toEqual([])
  })

  it('is waited for by one without, whose place is kept and which is told when its turn has come', async () => {
    const site = await crowded()
    const { page, complaints } = await visit(site, { language, scripts: false })
    await send(page)
    const place = page.frameLocator('iframe')
    await place.getByText(words.nth({ n: 1, time: words.seconds({ n: 2 }) })).waitFor()
    expect(await page.locator('h1').textContent()).toBe(words.title)
    const faults = await frameFaults(page, language)
    const beside = (await visit(site, { language })).page
    await beside.route('**/*.js', (route) => route.abort())
    await beside.goto('/robots.txt')
    await beside.setContent(await page.content())
    faults.push(...(await axeFindings(beside)))
    await picture(page, `waiting-${language}`)

    await page.getByRole('button', { name: words.goOn }).click()
    await place.getByText(words.nth({ n: 1, time: words.seconds({ n: 2 }) })).waitFor()
    site.wait(1)
    await place.getByText(words.turn).waitFor()
    await page.getByRole('button', { name: words.goOn }).click()
    await page.waitForURL(second)
    expect(await begun(site)).toBe(2)
    expect([...faults, ...complaints]).toEqual([])
  })
})

describe('a browser takes a place in the queue instead', () => {
  it.each([
    [
      'where its scripts cannot work',
      () => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }),
    ],
    [
      'when it has worked for too long',
      () => {
        const later = window.setTimeout
        const sooner = (act: () => void, ms: number) => later(act, ms === 15_000 ? 1 : ms)
        Object.assign(window, {
          setTimeout: sooner,
          Worker: class {
            postMessage() {}
            terminate() {}
          },
        })
      },
    ],
  ])('%s', async (_, hinder) => {
    const site = await crowded()
    const { page, context, complaints } = await visit(site)
    await context.addInitScript(hinder)
    await send(page)
    await page.frameLocator('iframe').getByText('You are number 1').waitFor()
    site.wait(1)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(second)
    expect(complaints).toEqual([])
  })
})
