import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { claimMessages } from '../../messages/generated/claim.ts'
import { voucherMessages } from '../../messages/generated/voucher.ts'
import { languages } from '../../schema/questionnaire.ts'
import { sweepPayouts } from '../../src/rewards/payouts/sweep.ts'
import { approved, withAlipay } from '../support/claimed.ts'
import { scriptedPayer } from '../support/payer.ts'
import { inTurn } from '../support/run/whole.ts'
import { agent, claimByWechat, home, scriptedLogin } from '../support/wechat.ts'
import { axeFindings, frameFaults } from './look.ts'
import { type Site, type Visit, visitors } from './site.ts'

const { site, visit } = visitors()

/** A site whose offer in CNY is paid by WeChat, Alipay and bank. */
async function paying(): Promise<Site> {
  const here = await site()
  withAlipay(here)
  const facts = { provider: 'wechat', channels: ['wechat'], mode: 'confirm', settlesWithinHours: 24 } as const
  const wechat = scriptedPayer({ ...facts, login: scriptedLogin() })
  wechat.answer = () => ({ state: 'awaiting_user', code: null, confirm: 'package+1/=' })
  const manual = scriptedPayer({ provider: 'manual', channels: ['bank'], mode: 'file' })
  here.ports.payers = [...here.ports.payers, wechat, manual]
  return here
}

async function open(here: Site, options: Visit = {}) {
  const visited = await visit(here, { as: await here.student(), ...options })
  await visited.page.goto(home)
  return visited
}

const main = (page: Page) => page.locator('main')

describe.each(languages)('in %s', (language) => {
  it.each(inTurn([true, false], languages.indexOf(language)))(
    'a voucher is claimed, seen through and paid on a narrow phone (scripts: %s)',
    async (scripts) => {
      const here = await paying()
      const { page, complaints } = await open(here, { language, scripts })
      const claim = claimMessages(language)
      const life = voucherMessages(language)
      const look = async () => {
        expect(await frameFaults(page, language), page.url()).toEqual([])
        if (scripts) expect(await axeFindings(page), page.url()).toEqual([])
      }
      await look()
      await page.getByRole('link', { name: life.claimButton }).click()
      await look()
      await page.locator('label[for=way-bank]').click()
      await page.getByRole('button', { name: claim.go, exact: true }).click()
      await page.locator('#account').fill('6222 0212 3456 7890 124')
      await page.getByRole('button', { name: claim.go, exact: true }).last().click()
      await page.locator('#faults').waitFor()
      await look()
      await page.goto(`${home}/claim?way=alipay`)
      await page.locator('#phone').fill('138 1234 5678')
      await page.locator('#name').fill('王小明')
      await page.getByRole('button', { name: claim.go, exact: true }).last().click()
      await page.getByText('+86 138 1234 5678').waitFor()
      await look()
      await page.getByRole('button', { name: claim.confirm }).click()
      await page.waitForURL(`**${home}`)
      expect(await main(page).textContent()).toContain(life.stages.waiting.text)
      await look()
      await approved(here)
      await sweepPayouts(here.ports)
      await sweepPayouts(here.ports)
      await page.reload()
      expect(await main(page).textContent()).toContain(life.stages.paid.text)
      await look()
      // One's own fault is answered with 422, which the browser's console mentions.
      expect(complaints.filter((line) => !line.includes('422'))).toEqual([])
    },
  )
})

/** WeChat's bridge, as far as the page needs it: it remembers what it was asked and answers as told. */
const bridge = (answer: string) => `
  window.asked = []
  const bridge = {
    invoke(name, what, done) {
      window.asked.push([name, what])
      done({ err_msg: name + ':' + ${JSON.stringify(answer)} })
    },
  }
  setTimeout(() => {
    window.WeixinJSBridge = bridge
    document.dispatchEvent(new Event('WeixinJSBridgeReady'))
  }, 50)`

describe('inside WeChat', () => {
  async function ready(options: Visit = {}) {
    const here = await paying()
    const student = await here.student()
    student.headers['user-agent'] = agent
    await claimByWechat(student)
    await approved(here, { provider: 'wechat', channel: 'wechat' })
    const visited = await visit(here, { as: student, userAgent: agent, ...options })
    return { ...visited, here }
  }

  it.each([
    ['ok', claimMessages('en').receive.shown],
    ['cancel', claimMessages('en').receive.closed],
    ['fail', claimMessages('en').receive.closed],
  ])('the button opens the confirmation; after %s the page says what is known', async (answer, said) => {
    const { page, complaints } = await ready()
    await page.addInitScript(bridge(answer))
    await page.goto(home)
    await page.getByRole('button', { name: 'Receive the money now' }).click()
    await page.getByText(said).waitFor()
    const bill = { mchId: '1900000001', appId: 'wx0000000000000001', package: 'package+1/=' }
    expect(await page.evaluate('window.asked')).toEqual([['requestMerchantTransfer', bill]])
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Open the confirmation again' }).click()
    expect(await page.evaluate('window.asked.length')).toBe(2)
    await page.getByRole('link', { name: 'See the latest status' }).click()
    await page.waitForURL(`**${home}`)
    expect(await main(page).textContent()).toContain('Waiting for you in WeChat')
    expect(complaints).toEqual([])
  })

  it('the page says so where the confirmation cannot open, or scripts are off', async () => {
    const { page, here } = await ready()
    await page.clock.install()
    await page.goto(home)
    await page.getByRole('button', { name: 'Receive the money now' }).click()
    await page.locator('#confirm').waitFor()
    await page.clock.fastForward(6_000)
    await page.getByText('The confirmation opens only inside WeChat.').waitFor()

    const cookies = await page.context().cookies()
    const plain = await visit(here, { userAgent: agent, scripts: false })
    await plain.context.addCookies(cookies)
    await plain.page.goto(home)
    await plain.page.getByRole('button', { name: 'Open the confirmation again' }).click()
    expect(await main(plain.page).textContent()).toContain('it may be turned off here')
  })

  it.each(languages)('every page of the way fits a narrow phone in %s', async (language) => {
    const { page, here } = await ready({ language })
    await page.goto(home)
    const look = async (seen = page) => {
      expect(await frameFaults(seen, language), seen.url()).toEqual([])
      expect(await axeFindings(seen), seen.url()).toEqual([])
    }
    await look()
    await page.getByRole('button', { name: claimMessages(language).receive.button }).click()
    await page.locator('#confirm').waitFor()
    await look()
    const outside = await visit(here, { language })
    await outside.context.addCookies(await page.context().cookies())
    await outside.page.goto(home)
    await outside.page.getByText(claimMessages(language).wechat.outside).waitFor()
    await look(outside.page)
  })
})
