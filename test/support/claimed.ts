/** Vouchers that are claimed, and batches of them, brought there by the app's own code. */
import type { Channel, Provider, Role } from '../../schema/tables.ts'
import { heldVoucherById } from '../../src/journey/voucher/held-voucher.ts'
import { first } from '../../src/platform/db/together.ts'
import type { Payee } from '../../src/ports.ts'
import { approveBatch } from '../../src/rewards/batches/approve.ts'
import { prepareBatch } from '../../src/rewards/batches/prepare.ts'
import { claimVoucher } from '../../src/rewards/claims/claim.ts'
import { type ShownClaim, shownClaim } from '../../src/rewards/claims/shown.ts'
import { foundByVoucher } from '../../src/rewards/payouts/store.ts'
import { sweepReviews } from '../../src/rewards/vouchers/follow.ts'
import { voucherOfRespondent } from '../../src/rewards/vouchers/store.ts'
import type { Voucher } from '../../src/rewards/vouchers/voucher.ts'
import { findOrAddStaff } from '../../src/staff/accounts/actions.ts'
import type { Staff } from '../../src/staff/accounts/store.ts'
import { cast } from '../staff/accounts/member.ts'
import { type Begun, ready, send } from './begun.ts'
import { type ScriptedPayer, scriptedPayer } from './payer.ts'
import type { World } from './world.ts'

/** Someone of the staff; the same one each time unless named. */
export async function staffAs(world: World, role: Role, name: string = cast[role]): Promise<Staff> {
  const staff = await findOrAddStaff(world.ports, { name, role })
  if ('refused' in staff) throw new Error(staff.refused)
  return staff
}

/** An Alipay account: the same one for the same number. */
export const alipay = (n: number): Payee => ({
  channel: 'alipay',
  fields: { phone: `+86138${String(n).padStart(8, '0')}`, name: '王小明' },
})

/** A voucher of a student who has just finished: of the mainland, unless told. */
export async function issued(world: World, seed = 1, options: Pick<Begun, 'place' | 'slug'> = {}): Promise<Voucher> {
  const { student, last } = await ready(world, { seed, ...options })
  await send(student, 'last', last, 0, options.slug)
  const voucher = await first(world.ports.db, voucherOfRespondent({ respondentId: student.respondentId }))
  if (voucher === undefined) throw new Error('no voucher was made')
  return voucher
}

/** Waits until nobody can object to what was rejected, and for the sweeps by which it is so. */
export async function untilFinal(world: World): Promise<void> {
  world.wait(60 + 15 * 24 * 60)
  await sweepReviews(world.ports)
  world.wait(24 * 60)
  await sweepReviews(world.ports)
}

/** So many vouchers, each claimed for an account of its own. */
export async function claimed(world: World, count = 1, payeeOf: (n: number) => Payee = alipay): Promise<Voucher[]> {
  const vouchers: Voucher[] = []
  for (let n = 1; n <= count; n++) {
    vouchers.push(await claimedFor(world, await issued(world, n), payeeOf(n)))
  }
  return vouchers
}

/** A voucher, claimed for this payee. */
export async function claimedFor(world: World, voucher: Voucher, payee: Payee): Promise<Voucher> {
  const outcome = await claimVoucher(world.ports, voucher, payee, 'respondent')
  if ('refused' in outcome) throw new Error(outcome.refused)
  return voucher
}

export interface BatchChoices {
  provider?: Provider
  channel?: Channel
  currency?: string
  preparer?: Staff
}

/** A batch of all that is ready, frozen. */
export async function frozen(world: World, choices: BatchChoices = {}): Promise<string> {
  const { provider = 'alipay', channel = 'alipay', currency = 'CNY' } = choices
  const preparer = choices.preparer ?? (await staffAs(world, 'preparer'))
  const { id: studyId, settings } = world.study
  const made = await prepareBatch(world.ports, preparer, {
    studyId,
    provider,
    channel,
    currency,
    limits: settings.limits,
  })
  if ('refused' in made) throw new Error(made.refused)
  return made.batchId
}

/** The same, approved. */
export async function approved(world: World, choices: BatchChoices = {}): Promise<string> {
  const batchId = await frozen(world, choices)
  const outcome = await approveBatch(world.ports, await staffAs(world, 'approver'), batchId)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return batchId
}

/** Gives the world a scripted Alipay beside whatever it has, and gives it back. */
export function withAlipay(world: World, choices: Parameters<typeof scriptedPayer>[0] = {}): ScriptedPayer {
  const payer = scriptedPayer(choices)
  world.ports.payers = [...world.ports.payers.filter(({ provider }) => provider !== payer.provider), payer]
  return payer
}

/** The newest payout of a voucher. */
export async function payoutOf(world: World, voucher: Pick<Voucher, 'id'>) {
  const found = await first(world.ports.db, foundByVoucher(voucher.id))
  if (found === undefined) throw new Error('the voucher has no payout')
  return found
}

/** The claim of a voucher as its holder's page shows it. */
export async function claimShown({ ports }: World, id: string): Promise<ShownClaim | undefined> {
  const found = await first(ports.db, heldVoucherById({ id }))
  return found && shownClaim(ports, id, found)
}
