/** Worlds with paid payouts, and the provider's files about them. */

import { type MakeOptions, makeFile } from '../../simulation/statements/make.ts'
import type { Movement } from '../../simulation/statements/movement.ts'
import { first } from '../../src/platform/db/together.ts'
import type { Payee } from '../../src/ports.ts'
import { openExceptions } from '../../src/reconciliation/exceptions/store.ts'
import { receiveStatement, type UploadEnd } from '../../src/reconciliation/statements/receive.ts'
import { statementById } from '../../src/reconciliation/statements/store.ts'
import { sweepPayouts } from '../../src/rewards/payouts/sweep.ts'
import { approved, claimed, staffAs } from './claimed.ts'
import { fresh, rowsOf } from './databases/fresh.ts'
import { finishWork } from './finish-work.ts'
import { type ScriptedPayer, scriptedPayer } from './payer.ts'
import { scriptedLogin } from './wechat.ts'
import type { World, WorldOptions } from './world.ts'

export const wechat = (n: number): Payee => ({ channel: 'wechat', fields: { openid: `openid-${n}-abcdefghijklmnop` } })
export const account = 'wechat:CNY'

export interface Attempt {
  id: string
  payout_id: string
  provider: string
  currency: string
  reference: string
  amount_minor: number
  state: string
  made_at: string
}

export interface Paid {
  world: World
  payer: ScriptedPayer
  attempts: Attempt[]
}

/** A world in which so many payouts were paid by WeChat, the money coming back to a provider that counts as filled up. */
export async function paidWorld(
  count: number,
  options: Partial<WorldOptions> = {},
  answer?: ScriptedPayer['answer'],
  make: (options: Partial<WorldOptions>) => Promise<World> = fresh,
): Promise<Paid> {
  const world = await make(options)
  const payer = scriptedPayer({ provider: 'wechat', channels: ['wechat'], login: scriptedLogin() })
  if (answer !== undefined) payer.answer = answer
  world.ports.payers = [payer]
  await claimed(world, count, wechat)
  await approved(world, { provider: 'wechat', channel: 'wechat' })
  for (let sent = 0; sent < count; sent += 20) await sweepPayouts(world.ports)
  return { world, payer, attempts: await attemptsOf(world) }
}

export function attemptsOf(world: World): Promise<Attempt[]> {
  return rowsOf<Attempt & Record<string, string | number | null>>(world, 'attempts')
}

/** What the provider did for each attempt, a second apart from its payment on. */
export function movementsOf(attempts: readonly Attempt[]): Movement[] {
  return attempts.map((attempt, i) => ({
    id: `1900009231202611230${String(i).padStart(6, '0')}`,
    providerId: `10300000711${String(i).padStart(6, '0')}`,
    reference: attempt.reference,
    at: new Date(Date.parse(attempt.made_at) + i * 1000).toISOString(),
    direction: 'debit',
    amountMinor: attempt.amount_minor,
    currency: 'CNY',
    kind: 'payment',
  }))
}

/** What filled the account up, the day before. */
export const filledUp: Movement = {
  id: '19000092312026112200001',
  providerId: '1030000071000000',
  reference: null,
  at: '2026-11-22T02:00:00.000Z',
  direction: 'credit',
  amountMinor: 10_000_000,
  currency: 'CNY',
  kind: 'topup',
}

/** Takes a file of these movements in, to the end of all work. */
export async function uploadStatement(
  world: World,
  movements: readonly Movement[],
  options: MakeOptions = {},
  end: Omit<UploadEnd, 'bytes'> = {},
) {
  const file = await makeFile('wechat_fund_bill', movements, { openingMinor: 0, ...options })
  return uploadBytes(world, file.bytes, end)
}

export async function uploadBytes(
  world: World,
  bytes: Uint8Array,
  end: Omit<UploadEnd, 'bytes'> & { accountId?: string } = {},
) {
  const staff = await staffAs(world, 'preparer')
  const received = await receiveStatement(world.ports, staff, { accountId: null, bytes, ...end })
  if (!('staged' in received)) return { received, statement: undefined }
  await finishWork(world.ports, received.statementId)
  return { received, statement: await first(world.ports.db, statementById({ id: received.statementId })) }
}

/** Open exceptions, as class and subject. */
export async function open(world: World) {
  return world.ports.db.read(openExceptions({ ofClass: '', fromAt: '', fromId: '', limit: 100 }))
}

/** What an account holds by our own books, in minor units. */
export async function floatOf(world: World, accountId = account): Promise<number> {
  const [row] = await world.ports.db.read<{ float: number }>({
    sql: `select cast(coalesce(sum(funded - paid - fees + returned + other), 0) as bigint) as "float" from provider_days where account_id = ?`,
    values: [accountId],
  })
  return row?.float ?? 0
}
