/** What students and holders do. */

import { type Person, personOf } from '../demo/people.ts'
import { begin, goOn } from '../demo/respond.ts'
import { giveUp } from '../src/journey/rights/give-up.ts'
import { takeResponseBack } from '../src/journey/rights/take-back.ts'
import { first } from '../src/platform/db/together.ts'
import type { Payee } from '../src/ports.ts'
import { changePayee, claimVoucher } from '../src/rewards/claims/claim.ts'
import { offerById } from '../src/rewards/offers/offer.ts'
import { channelsFor } from '../src/rewards/payees/channels.ts'
import { confirmPayout } from '../src/rewards/payouts/confirm.ts'
import { voucherById, voucherOfRespondent } from '../src/rewards/vouchers/store.ts'
import type { Campaign } from './campaign.ts'
import type { Chance } from './chance.ts'

/** Somebody answers to the end, unless their reward is gone. */
export async function answer({ ports, study, chance, vouchers }: Campaign): Promise<void> {
  const drawn = personOf(
    (n) => chance.pick(n),
    2026,
    study.questionnaire.pages.map(({ code }) => code),
  )
  // Grown up, attentive and staying: those who leave are told of elsewhere.
  const person: Person = { ...drawn, age: 4, born: 2000, leavesAt: null, attentive: true, goesOnWithoutReward: false }
  const walker = { person, pick: (n: number) => chance.pick(n) }
  const respondentId = await begin(ports, study, walker)
  if (respondentId === null) return
  await goOn(ports, study, respondentId, walker)
  const voucher = await first(ports.db, voucherOfRespondent({ respondentId }))
  if (voucher !== undefined) vouchers.push(voucher.id)
}

/** So few accounts that some are given twice. */
const accounts = 60

function payeeOf({ chance }: Campaign, channel: Payee['channel'], currency: string): Payee {
  const n = String(chance.pick(accounts)).padStart(4, '0')
  switch (channel) {
    case 'wechat':
      return { channel, fields: { openid: `openid-${n}` } }
    case 'alipay':
      return { channel, fields: { phone: `+861380000${n}`, name: '王小明' } }
    case 'fps':
      return { channel, fields: { phone: `+8529123${n}`, name: 'CHAN TAI MAN' } }
    case 'alipayhk':
      return { channel, fields: { phone: `+8526123${n}` } }
    case 'mpay':
      return { channel, fields: { phone: `+8536612${n}` } }
    case 'bank':
      return {
        channel,
        fields: { bank: currency === 'HKD' ? '024' : '中国银行', account: `62220212345${n}`, name: '王小明' },
      }
    case 'gift':
      return { channel, fields: { email: `student${n}@example.org` } }
  }
}

/** Somebody says where the money goes, or says it anew, or presses twice. */
export async function claim(campaign: Campaign): Promise<void> {
  const { ports, chance, study } = campaign
  // Most who claim do so soon after they have finished.
  const id = chance.percent(60) ? campaign.vouchers.at(-1 - chance.pick(3)) : chance.oneOf(campaign.vouchers)
  const voucher = id === undefined ? undefined : await first(ports.db, voucherById({ id }))
  const offer = offerById(study, voucher?.offerId ?? '')
  if (voucher === undefined || offer === undefined) return
  const channel = chance.oneOf(channelsFor(offer, ports))
  if (channel === undefined) return
  const payee = payeeOf(campaign, channel, offer.currency)
  await claimVoucher(ports, voucher, payee, 'holder')
  if (chance.percent(20)) await claimVoucher(ports, voucher, payee, 'holder')
  if (chance.percent(10)) await changePayee(ports, voucher, payeeOf(campaign, channel, offer.currency), 'holder')
}

/** Somebody comes back inside WeChat and asks for the money. */
export async function askForMoney({ ports, chance, vouchers, packages }: Campaign): Promise<void> {
  const [queued] = await ports.db.read<{ id: string }>({
    sql: `select voucher_id as "id" from payouts where provider = 'wechat' and state in ('queued', 'open') order by id limit 1`,
    values: [],
  })
  const id = chance.percent(80) ? queued?.id : chance.oneOf(vouchers)
  if (id === undefined) return
  const made = await confirmPayout(ports, id)
  if ('confirm' in made) packages.push(made.confirm.package)
}

/** Somebody presses the button of WeChat's own sheet, perhaps for the second time. */
export async function confirmInWechat({ chance, outside, packages }: Campaign): Promise<void> {
  const pack = chance.oneOf(packages)
  if (pack !== undefined) await outside.confirm(pack)
}

/** Somebody withdraws, erases, or gives up waiting for a person, perhaps twice. */
export async function takeBackSome({ ports, vouchers }: Campaign, chance: Chance): Promise<void> {
  const id = chance.oneOf(vouchers)
  const voucher = id === undefined ? undefined : await first(ports.db, voucherById({ id }))
  if (voucher === undefined) return
  const { respondentId } = voucher
  const kind = chance.pick(3)
  if (kind === 0) await giveUp(ports, respondentId)
  else await takeResponseBack(ports, respondentId, kind === 1 ? 'withdraw' : 'erase')
}
