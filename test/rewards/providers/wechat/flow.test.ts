/** The whole way by WeChat: claimed, approved, made when its holder comes, confirmed, and known by notice or by asking. */
import { afterEach, describe, expect, test } from 'vitest'
import { type WechatSandbox, wechatSandbox } from '../../../../demo/providers/wechat/sandbox.ts'
import type { Payee } from '../../../../src/ports.ts'
import { confirmPayout } from '../../../../src/rewards/payouts/confirm.ts'
import { sweepPayouts } from '../../../../src/rewards/payouts/sweep.ts'
import { openProvider } from '../../../../src/rewards/providers/manifest.ts'
import { wechat as manifest } from '../../../../src/rewards/providers/wechat/manifest.ts'
import { approved, claimed, payoutOf } from '../../../support/claimed.ts'
import { config } from '../../../support/providers/wechat-side.ts'
import { readConfig, type World, world } from '../../../support/world.ts'

const openid = 'o-MYE42l80oelYMDE34nYD456Xoy'
const wechat = (): Payee => ({ channel: 'wechat', fields: { openid } })
let here: World
afterEach(() => here.close())

/** A world with WeChat, and one voucher whose payment is approved. */
async function ready(): Promise<{ sandbox: WechatSandbox; voucher: { id: string } }> {
  here = await world()
  const { clock, ids, settings } = here.ports
  const deliver = async (request: Request) => here.app.request(request)
  const sandbox = wechatSandbox({ clock, ids, side: config.side, deliver })
  const read = readConfig({ ...config.settings, ORIGIN: settings.origin })
  const made = await openProvider(manifest, read, { fetch: sandbox.fetch, clock, ids })
  if (made === null) throw new Error('WeChat is not configured')
  here.ports.payers = [made]
  const [voucher] = await claimed(here, 1, wechat)
  if (voucher === undefined) throw new Error('no voucher')
  await approved(here, { provider: 'wechat', channel: 'wechat' })
  return { sandbox, voucher }
}

describe('a payment by WeChat', () => {
  test('is made when its holder asks, and paid by WeChat’s notice', async () => {
    const { sandbox, voucher } = await ready()
    await sweepPayouts(here.ports)
    expect(sandbox.calls).toEqual([])
    const made = await confirmPayout(here.ports, voucher.id)
    if ('refused' in made) throw new Error(made.refused)
    expect(made.confirm).toMatchObject({ appId: 'wx0123456789abcdef', mchId: '1900000109' })
    expect(sandbox.confirm(made.confirm.package)?.openid).toBe(openid)
    await sandbox.tick()
    expect(sandbox.deliveries).toEqual([expect.objectContaining({ status: 204 })])
    expect((await payoutOf(here, voucher)).payoutState).toBe('paid')
  })

  test('is paid without a notice too', async () => {
    const { sandbox, voucher } = await ready()
    sandbox.faults.injectNotice('lost')
    const made = await confirmPayout(here.ports, voucher.id)
    if ('refused' in made) throw new Error(made.refused)
    sandbox.confirm(made.confirm.package)
    await sandbox.tick()
    expect((await payoutOf(here, voucher)).payoutState).toBe('open')
    here.wait(10)
    await sweepPayouts(here.ports)
    expect((await payoutOf(here, voucher)).payoutState).toBe('paid')
  })

  test.each(['drop_reply', 'timeout', 'already_exists', 'accepted', 'processing', 'unsigned'] as const)(
    'after %s its holder still gets what they confirm with, for the one bill that there is',
    async (fault) => {
      const { sandbox, voucher } = await ready()
      sandbox.faults.inject('send', fault)
      expect(await confirmPayout(here.ports, voucher.id)).toMatchObject({ refused: 'unknown' })
      const made = await confirmPayout(here.ports, voucher.id)
      if ('refused' in made) throw new Error(made.refused)
      expect(sandbox.bills()).toHaveLength(1)
      expect(sandbox.confirm(made.confirm.package)?.state).toBe('SUCCESS')
    },
  )

  test('that was there all along is not sent again and again', async () => {
    const { sandbox, voucher } = await ready()
    await confirmPayout(here.ports, voucher.id)
    for (let n = 0; n < 5; n++) {
      here.wait(30)
      await sweepPayouts(here.ports)
    }
    expect(sandbox.calls.filter(({ what }) => what === 'send')).toHaveLength(1)
    expect(sandbox.calls.filter(({ what }) => what === 'query').length).toBeGreaterThan(2)
  })

  test('is offered anew, under another number, when its day is over', async () => {
    const { sandbox, voucher } = await ready()
    await confirmPayout(here.ports, voucher.id)
    here.wait(24 * 60 + 1)
    await sandbox.tick()
    expect((await payoutOf(here, voucher)).payoutState).toBe('queued')
    const again = await confirmPayout(here.ports, voucher.id)
    if ('refused' in again) throw new Error(again.refused)
    sandbox.confirm(again.confirm.package)
    expect(sandbox.bills().map(({ state }) => state)).toEqual(['FAIL', 'SUCCESS'])
  })

  test('moves once, whatever is posted to the door', async () => {
    const { sandbox, voucher } = await ready()
    for (const fault of ['tampered', 'probe', 'old', 'unknown_key', 'repeat'] as const)
      sandbox.faults.injectNotice(fault)
    const made = await confirmPayout(here.ports, voucher.id)
    if ('refused' in made) throw new Error(made.refused)
    sandbox.confirm(made.confirm.package)
    await sandbox.tick()
    expect(sandbox.deliveries.map(({ status }) => status)).toEqual([401, 204])
    expect((await payoutOf(here, voucher)).payoutState).toBe('paid')
  })
})
