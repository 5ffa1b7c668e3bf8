/** A site on which each provider has paid, and the files that they say so with. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Channel, Provider } from '../../schema/tables.ts'
import { type MakeOptions, makeFile } from '../../simulation/statements/make.ts'
import type { Movement } from '../../simulation/statements/movement.ts'
import type { Payee } from '../../src/ports.ts'
import type { StatementFormat } from '../../src/reconciliation/formats/statement.ts'
import { instructBatch } from '../../src/rewards/payouts/report.ts'
import { sweepPayouts } from '../../src/rewards/payouts/sweep.ts'
import { alipay, approved, claimedFor, issued, staffAs } from '../support/claimed.ts'
import { type Attempt, filledUp, movementsOf, wechat } from '../support/paid.ts'
import { scriptedPayer } from '../support/payer.ts'
import { scriptedLogin } from '../support/wechat.ts'
import type { Site, Visitors } from './site.ts'

const bank = (bank: string, account: string): Payee => ({ channel: 'bank', fields: { bank, account, name: '王小明' } })
const gift: Payee = { channel: 'gift', fields: { email: 'a@example.org' } }

/** Where people live, which money they get there, by which provider, and as what. */
const ways: readonly [place: number, currency: string, provider: Provider, payee: Payee][] = [
  [1, 'CNY', 'wechat', wechat(1)],
  [1, 'CNY', 'wechat', wechat(2)],
  [1, 'CNY', 'alipay', alipay(1)],
  [1, 'CNY', 'tremendous', gift],
  [1, 'CNY', 'manual', bank('中国银行', '6217000000000000001')],
  [2, 'HKD', 'manual', bank('004', '123456789')],
  [3, 'MOP', 'manual', bank('BNU', '9012345678')],
]
const channels: Record<Provider, readonly Channel[]> = {
  wechat: ['wechat'],
  alipay: ['alipay'],
  tremendous: ['gift'],
  manual: ['bank', 'fps'],
}

/** A site on which each way has been gone as far as the provider: paid, or handed to the bank. */
export async function paidSite(open: Visitors['open']): Promise<Site> {
  const site = await open({
    study: (study) => ({
      ...study,
      offers: study.offers.map((offer) => ({ ...offer, channels: [...offer.channels, 'gift'] })),
    }),
  })
  site.ports.payers = (Object.keys(channels) as Provider[]).map((provider) =>
    scriptedPayer({
      provider,
      channels: channels[provider],
      mode: provider === 'manual' ? 'file' : 'push',
      ...(provider === 'wechat' ? { login: scriptedLogin() } : {}),
    }),
  )
  for (const [i, [place, , , payee]] of ways.entries()) {
    await claimedFor(site, await issued(site, i + 1, { place }), payee)
  }
  const batches = new Map(ways.map((way) => [`${way[2]} ${way[1]}`, way]))
  for (const [, currency, provider, { channel }] of batches.values()) {
    const batchId = await approved(site, { provider, currency, channel })
    if (provider === 'manual') await instructBatch(site.ports, await staffAs(site, 'preparer'), batchId)
  }
  await sweepPayouts(site.ports)
  return site
}

/** A provider's file about its attempts, and whatever else it says, on disk under a name that tells nothing of it. */
export async function fileOf(
  path: string,
  format: StatementFormat,
  attempts: readonly Attempt[],
  more: Movement[] = [],
  options: MakeOptions = {},
): Promise<string> {
  const currency = attempts[0]?.currency ?? ''
  const movements = [filledUp, ...movementsOf(attempts), ...more].map((one) => ({ ...one, currency }))
  const { bytes } = await makeFile(format, movements, { openingMinor: 0, ...options })
  const file = join(path, `${format}-${more.length}.bin`)
  writeFileSync(file, bytes)
  return file
}
