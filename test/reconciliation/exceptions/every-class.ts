/** One world in which every class of exception is open, as often as it has closings, and how each of them is closed. */
import type { ExceptionClass } from '../../../schema/tables.ts'
import type { Movement } from '../../../simulation/statements/movement.ts'
import type { Action, ExceptionDetail } from '../../../src/reconciliation/exceptions/exception.ts'
import type { Exception } from '../../../src/reconciliation/exceptions/store.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { messageIdOf, paymentIdOf } from '../../../src/rewards/payment-files/message-id.ts'
import { applyAnswer } from '../../../src/rewards/payouts/evidence.ts'
import { instructBatch } from '../../../src/rewards/payouts/report.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { proposeLifecycle } from '../../../src/rewards/vouchers/propose.ts'
import { approved, claimed, staffAs, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import {
  type Attempt,
  attemptsOf,
  filledUp,
  movementsOf,
  open,
  paidWorld,
  uploadBytes,
  uploadStatement,
} from '../../support/paid.ts'
import { manualPayer } from '../../support/payer.ts'
import type { World, WorldOptions } from '../../support/world.ts'
import { statement } from '../matching/bank-batch.ts'
import { confirm } from './two-people.ts'

/** What becomes of one payout or of a line of nobody, which closes it, and what is said of it in the statement. */
interface Way {
  class: ExceptionClass
  action: Action
  lines(movement: Movement, n: number): Movement[]
}

const beside = (movement: Movement, n: number, more: Partial<Movement>): Movement => ({
  ...movement,
  id: `190000923120261123999${n}`,
  providerId: `10300000799${n}`,
  reference: `X${n}`,
  ...more,
})
const back = (movement: Movement, n: number, amountMinor = movement.amountMinor): Movement => ({
  ...movement,
  id: `back${n}`,
  direction: 'credit',
  kind: 'return',
  at: '2026-11-23T20:00:00.000Z',
  amountMinor,
})

/** Payouts that our books have as failed, and the statement as paid. */
const failedWays: Way[] = [
  { class: 'state_conflict', action: 'settle', lines: (movement) => [movement] },
  { class: 'state_conflict', action: 'book', lines: (movement) => [movement] },
  { class: 'unknown_type', action: 'settle', lines: (one) => [{ ...one, kind: 'unknown', rawType: '奇怪' }] },
]
/** Payouts that our books have as paid. */
const paidWays: Way[] = [
  { class: 'missing_at_provider', action: 'reopen', lines: () => [] },
  { class: 'missing_at_provider', action: 'book', lines: () => [] },
  ...(['keep', 'book'] as const).map(
    (action): Way => ({
      class: 'missing_in_ledger',
      action,
      lines: (movement, n) => [movement, beside(movement, n, {})],
    }),
  ),
  { class: 'amount_mismatch', action: 'book', lines: (one) => [{ ...one, amountMinor: one.amountMinor - 70 }] },
  {
    class: 'duplicate',
    action: 'book',
    lines: (one, n) => [one, { ...one, id: `twice${n}`, at: '2026-11-23T10:00:00.000Z' }],
  },
  { class: 'late', action: 'keep', lines: (one) => [{ ...one, at: '2026-11-24T03:00:00.000Z' }] },
  {
    class: 'fee',
    action: 'keep',
    lines: (one, n) => [one, beside(one, n, { kind: 'fee', amountMinor: 12 })],
  },
  { class: 'return_after_success', action: 'reopen', lines: (one, n) => [one, back(one, n)] },
  { class: 'return_after_success', action: 'book', lines: (one, n) => [one, back(one, n, 30)] },
  { class: 'unknown_type', action: 'keep', lines: (one) => [{ ...one, kind: 'unknown', rawType: '奇怪' }] },
  {
    class: 'unknown_type',
    action: 'book',
    lines: (one, n) => [one, beside(one, n, { direction: 'credit', kind: 'unknown', rawType: '奇怪' })],
  },
]

export interface Everything {
  world: World
  /** Every exception that is open, with how it is closed. */
  exceptions: { exception: Exception; action: Action }[]
}

/**
 * Three accounts on 23 November 2026: WeChat with a statement in which everything is wrong, Alipay whose answers change
 * without a statement, and a bank that books a batch as one line.
 */
export async function everyClass(
  make: (options: Partial<WorldOptions>) => Promise<World> = fresh,
): Promise<Everything> {
  let sent = 0
  const isFailed = () => sent++ < failedWays.length
  const { world, attempts } = await paidWorld(
    failedWays.length + paidWays.length,
    {},
    () =>
      isFailed() ? { state: 'failed', code: 'NO', reason: 'payee_not_found' } : { state: 'succeeded', code: null },
    make,
  )
  const failed = attempts.filter(({ state }) => state === 'failed')
  const paid = attempts.filter(({ state }) => state === 'succeeded')
  const actions = new Map<string, Action>([['balance_break', 'book']])
  const fileLines = (ways: Way[], of: Attempt[]) =>
    movementsOf(of).flatMap((movement, i) => {
      const way = ways[i]
      const n = attempts.indexOf(of[i] as Attempt)
      if (way === undefined) throw new Error('no way')
      for (const key of [of[i]?.reference, `X${n}`]) actions.set(`${way.class} ${key}`, way.action)
      const own = { ...movement, id: `19000092312026112300${n}`, providerId: `1030000071${n}` }
      return way.lines(own, n)
    })
  await providersOwnWord(world, actions)
  await batchAsOneLine(world, actions)
  const movements = [filledUp, ...fileLines(failedWays, failed), ...fileLines(paidWays, paid)]
  const days = { fromDay: '2026-11-22', toDay: '2026-11-24' }
  await uploadStatement(world, movements, { openingMinor: 345 }, { claims: days })
  world.wait(3 * 24 * 60)
  await sweepStatements(world.ports)
  await voidVoucherOf(world, failed[1])
  const exceptions = (await open(world)).map((exception) => {
    const { reference } = JSON.parse(exception.detail) as ExceptionDetail
    const action = actions.get(exception.class) ?? actions.get(`${exception.class} ${reference}`)
    if (action === undefined) throw new Error(`nothing closes ${exception.class} ${exception.detail}`)
    return { exception, action }
  })
  return { world, exceptions }
}

/** Alipay says something else than it said before. */
async function providersOwnWord(world: World, actions: Map<string, Action>) {
  const known = new Set((await attemptsOf(world)).map(({ id }) => id))
  const payer = withAlipay(world)
  let sent = 0
  payer.answer = () => ({ state: sent++ < 2 ? 'succeeded' : 'accepted', code: null })
  await claimed(world, 3)
  await approved(world)
  await sweepPayouts(world.ports)
  const attempts = (await attemptsOf(world)).filter(({ id }) => !known.has(id))
  const closing = { succeeded: ['reopen', 'keep'] as Action[], accepted: ['keep'] as Action[] }
  for (const { id, payout_id: payoutId, reference, state } of attempts) {
    const isOpen = state !== 'succeeded'
    const answer = isOpen ? { state: 'succeeded' as const, code: null, amountMinor: 7 } : failedAfterAll
    const name: ExceptionClass = isOpen ? 'amount_mismatch' : 'state_conflict'
    actions.set(`${name} ${reference}`, nextOf(closing[isOpen ? 'accepted' : 'succeeded']))
    await applyAnswer(world.ports, { payoutId, attemptId: id }, answer, 'alipay')
  }
}

const failedAfterAll = { state: 'failed' as const, code: 'NO', reason: 'payee_not_found' as const }

function nextOf(actions: Action[]): Action {
  const action = actions.shift()
  if (action === undefined) throw new Error('more attempts than closings')
  return action
}

/** A bank books a batch as one line, and takes something else beside its payouts. */
async function batchAsOneLine(world: World, actions: Map<string, Action>) {
  const known = new Set((await attemptsOf(world)).map(({ id }) => id))
  world.ports.payers = [...world.ports.payers, manualPayer()]
  await claimed(world, 2, (n) => ({ channel: 'alipay', fields: { phone: `+8613900000${n}00`, name: '王小明' } }))
  const batchId = await approved(world, { provider: 'manual', channel: 'alipay' })
  await instructBatch(world.ports, await staffAs(world, 'preparer'), batchId)
  const own = (await attemptsOf(world)).filter(({ id }) => !known.has(id))
  const paymentId = paymentIdOf(messageIdOf(batchId), 'CNY')
  const details = `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>`
  const minor = -70 - own.reduce((sum, one) => sum + one.amount_minor, 0)
  await uploadBytes(world, statement('2026-11-22', '2026-11-23', 0, [{ day: '2026-11-23', minor, ref: 'R1', details }]))
  actions.set('batch_mismatch', 'book')
}

async function voidVoucherOf(world: World, attempt: Attempt | undefined) {
  const payouts = await rowsOf<{ id: string; voucher_id: string }>(world, 'payouts')
  const voucherId = payouts.find(({ id }) => id === attempt?.payout_id)?.voucher_id ?? ''
  const admin = await staffAs(world, 'admin')
  const proposed = await proposeLifecycle(world.ports, admin, {
    kind: 'voucher_voided',
    subject: voucherId,
    code: 'wrong_person',
    words: 'ticket 3',
  })
  if ('refused' in proposed) throw new Error(proposed.refused)
  await confirm(world, 'voucher_voided', proposed.proposed)
}
