/** A student inside WeChat, played by an ordinary browser behind the sandbox phone: from the voucher to being paid. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterEach, describe, expect, test } from 'vitest'
import { wechatPhone } from '../../../demo/providers/wechat/phone.ts'
import { wechatSandbox } from '../../../demo/providers/wechat/sandbox.ts'
import type { Fetch } from '../../../src/platform/network/request.ts'
import { openProvider } from '../../../src/rewards/providers/manifest.ts'
import { wechat as manifest } from '../../../src/rewards/providers/wechat/manifest.ts'
import { visitors } from '../../browser/site.ts'
import { approved } from '../../support/claimed.ts'
import { config } from '../../support/providers/wechat-side.ts'
import { readConfig } from '../../support/world.ts'

const { site, visit } = visitors()
const voucher = '/s/study-abroad/voucher'
let phoneServer: Server | undefined
afterEach(() => {
  phoneServer?.closeAllConnections()
  phoneServer?.close()
})

/** A site that pays by WeChat, a student who has finished, and a browser that reaches both through the phone. */
async function inWechat() {
  const here = await site()
  const { clock, ids } = here.ports
  const toService: Fetch = (request) => fetch(request)
  const sandbox = wechatSandbox({
    clock,
    ids,
    side: config.side,
    deliver: toService,
    noticesTo: `${here.origin}/providers/wechat/notices`,
    asksWho: true,
  })
  const wechat = await openProvider(manifest, readConfig({ ...config.settings, ORIGIN: here.origin }), {
    fetch: sandbox.fetch,
    clock,
    ids,
  })
  if (wechat === null) throw new Error('WeChat is not configured')
  here.ports.payers = [wechat]
  const phone = wechatPhone({
    target: here.origin,
    wechat: config.settings.WECHAT_LOGIN ?? '',
    sandbox,
    fetch: toService,
  })
  phoneServer = createServer(getRequestListener(phone.fetch))
  await new Promise<void>((resolve) => phoneServer?.listen(0, 'localhost', resolve))
  const baseURL = `http://localhost:${(phoneServer.address() as AddressInfo).port}`
  const { page } = await visit(here, { as: await here.student(), baseURL })
  return { here, sandbox, page }
}

describe('inside WeChat', () => {
  test('a student signs in, claims, confirms after approval, and is paid', async () => {
    const { here, sandbox, page } = await inWechat()
    const [, person] = sandbox.people
    await page.goto(`${voucher}/wechat`)
    await page.locator(`form[action="${voucher}/wechat"] button`).click()
    await page.locator(`button[value="${person?.openid}"]`).click()
    await page.locator(`form[action="${voucher}/wechat/claim"] button`).click()
    await page.waitForURL(`**${voucher}`)
    await approved(here, { provider: 'wechat', channel: 'wechat' })

    await page.reload()
    await page.locator('form[action$="/receive"] button').click()
    await page.locator('#wechat-sheet', { hasText: '¥20.00' }).waitFor()
    await page.locator('#wechat-cancel').click()
    expect(sandbox.bills().map(({ state, openid }) => [state, openid])).toEqual([['WAIT_USER_CONFIRM', person?.openid]])
    await page.locator('#open').click()
    await page.locator('#wechat-confirm').click()
    await page.locator('#wechat-sheet').waitFor({ state: 'detached' })

    expect(sandbox.bills().map(({ state }) => state)).toEqual(['SUCCESS'])
    const steps = await here.rows<{ state: string }>('select state from vouchers')
    expect(steps).toEqual([{ state: 'paid' }])
  })
})
