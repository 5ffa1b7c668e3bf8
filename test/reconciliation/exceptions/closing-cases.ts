/** One way to each exception, for every closing that its class has: a world in which it is open, and how it should end. */
import type { ExceptionClass, VoucherState } from '../../../schema/tables.ts'
import { holdResponse } from '../../../src/journey/reviews/hold.ts'
import { rejectResponse } from '../../../src/journey/reviews/judge.ts'
import { first } from '../../../src/platform/db/together.ts'
import type { PayAnswer } from '../../../src/ports.ts'
import type { Action, ClosingRefusal } from '../../../src/reconciliation/exceptions/exception.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { transfer } from '../../../src/rewards/ledger/ledger.ts'
import { applyAnswer } from '../../../src/rewards/payouts/evidence.ts'
import { proposeLifecycle } from '../../../src/rewards/vouchers/propose.ts'
import { voucherById } from '../../../src/rewards/vouchers/store.ts'
import { balances } from '../../support/books.ts'
import { staffAs, untilFinal } from '../../support/claimed.ts'
import type { TestDatabase } from '../../support/databases/test-database.ts'
import {
  type Attempt,
  filledUp,
  movementsOf,
  open,
  paidWorld,
  uploadBytes,
  uploadStatement,
} from '../../support/paid.ts'
import type { World } from '../../support/world.ts'
import { bankBatch, statement } from '../matching/bank-batch.ts'
import { close, confirm } from './two-people.ts'

export interface ClosingCase {
  class: ExceptionClass
  action: Action
  /** What is special about it, beside its class. */
  how: string
  make(open: TestDatabase['open'] | undefined): Promise<{ world: World; attempts: Attempt[] }>
  /** What becomes of the vouchers, in the order of their making; or what refuses it as things stand. */
  becomes: VoucherState[] | ClosingRefusal['refused']
}

const day = 24 * 60
const failed: PayAnswer = { state: 'failed', code: 'NO', reason: 'payee_not_found' }
const paid: PayAnswer = { state: 'succeeded', code: null }
const underWay: PayAnswer = { state: 'accepted', code: null }
const odd = { kind: 'unknown', rawType: '奇怪' } as const

type Change = (movement: ReturnType<typeof movementsOf>[number]) => Parameters<typeof uploadStatement>[1]

/** One payout that our books know as `answer` says, and a statement with what `change` makes of its movement. */
const stated =
  (answer: PayAnswer, change: Change, options: Parameters<typeof uploadStatement>[2] = {}): ClosingCase['make'] =>
  async (openDatabase) => {
    const some = openDatabase === undefined ? {} : { open: openDatabase }
    const { world, attempts } = await paidWorld(1, some, () => answer)
    const [movement] = movementsOf(attempts)
    if (movement === undefined) throw new Error('no movement')
    await uploadStatement(world, [filledUp, ...change(movement)], options, {
      claims: { fromDay: '2026-11-22', toDay: '2026-11-24' },
    })
    world.wait(3 * day)
    await sweepStatements(world.ports)
    return { world, attempts }
  }

/** The same, and what the provider says of it afterwards. */
const answered =
  (before: PayAnswer, after: PayAnswer): ClosingCase['make'] =>
  async (openDatabase) => {
    const some = openDatabase === undefined ? {} : { open: openDatabase }
    const { world, attempts } = await paidWorld(1, some, () => before)
    const [attempt] = attempts
    if (attempt === undefined) throw new Error('no attempt')
    await applyAnswer(world.ports, { payoutId: attempt.payout_id, attemptId: attempt.id }, after, 'wechat')
    return { world, attempts }
  }

/** First the way to an exception, and then something beside it. */
const and =
  (make: ClosingCase['make'], also: (world: World) => Promise<unknown>): ClosingCase['make'] =>
  async (openDatabase) => {
    const made = await make(openDatabase)
    await also(made.world)
    return made
  }

const as = (movement: ReturnType<typeof movementsOf>[number]) => [movement]
const back = (movement: ReturnType<typeof movementsOf>[number], amountMinor = movement.amountMinor) => ({
  ...movement,
  id: 'back',
  direction: 'credit' as const,
  kind: 'return' as const,
  at: '2026-11-23T08:00:00.000Z',
  amountMinor,
})
const beside = { id: '19000092312026112399999', providerId: '1030000079999999', reference: 'X1' }

/** Paid although it failed in our books. */
const paidAfterAll = stated(failed, as)

async function theVoucher(world: World) {
  const [row] = await world.ports.db.read<{ id: string }>({
    sql: `select id as "id" from vouchers order by id limit 1`,
    values: [],
  })
  return row?.id ?? ''
}

async function byTwo(world: World, kind: 'voucher_voided' | 'voucher_reissued') {
  const admin = await staffAs(world, 'admin')
  const proposed = await proposeLifecycle(world.ports, admin, {
    kind,
    subject: await theVoucher(world),
    code: 'wrong_person',
    words: 'ticket 3',
  })
  if ('refused' in proposed) throw new Error(proposed.refused)
  await confirm(world, kind, proposed.proposed)
}

async function held(world: World) {
  await holdResponse(world.ports, await staffAs(world, 'admin'), await theVoucher(world), 'duplicate_person')
}

/** Whatever of the budget is promised to nobody goes back to where it came from. */
async function emptied(world: World) {
  const at = world.ports.clock.now()
  const all = (await balances(world)).filter(({ available }) => available > 0)
  await world.ports.db.together(
    ...transfer(
      ...all.map(({ offer_id: offerId, available }) => ({
        id: world.ports.ids.next('t'),
        offerId,
        debit: 'available' as const,
        credit: 'funding' as const,
        amountMinor: available,
        at,
      })),
    ),
  )
}

/** Paid after all and settled by two people, and then it comes back. */
const settledAndBack: ClosingCase['make'] = async (openDatabase) => {
  const { world, attempts } = await paidAfterAll(openDatabase)
  const [exception] = await open(world)
  const [movement] = movementsOf(attempts)
  if (exception === undefined || movement === undefined) throw new Error('no exception')
  await close(world, exception, 'settle')
  const late = { ...back(movement), at: '2026-11-24T08:00:00.000Z' }
  await uploadStatement(world, [late], { openingMinor: filledUp.amountMinor - movement.amountMinor })
  return { world, attempts }
}

const voucherOf = async (world: World) => first(world.ports.db, voucherById({ id: await theVoucher(world) }))

/** A bank books a batch as one line, and takes something else beside its payouts. */
const batchAsOneLine: ClosingCase['make'] = async (openDatabase) => {
  const { world, attempts, paymentId } = await bankBatch(2, openDatabase && { open: openDatabase })
  const details = `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>`
  const minor = -70 - attempts.reduce((sum, one) => sum + one.amount_minor, 0)
  await uploadBytes(world, statement('2026-11-22', '2026-11-23', 0, [{ day: '2026-11-23', minor, ref: 'R1', details }]))
  return { world, attempts }
}

export const closingCases: ClosingCase[] = [
  { class: 'batch_mismatch', action: 'book', how: '', make: batchAsOneLine, becomes: ['paid', 'paid'] },
  { class: 'missing_at_provider', action: 'reopen', how: '', make: stated(paid, () => []), becomes: ['issued'] },
  { class: 'missing_at_provider', action: 'book', how: '', make: stated(paid, () => []), becomes: ['paid'] },
  ...(['keep', 'book'] as const).map((action) => ({
    class: 'missing_in_ledger' as const,
    action,
    how: 'money that left',
    make: stated(paid, (movement) => [movement, { ...movement, ...beside }]),
    becomes: ['paid' as const],
  })),
  {
    class: 'missing_in_ledger',
    action: 'keep',
    how: 'money that came',
    make: stated(paid, (movement) => [movement, { ...back(movement), ...beside, kind: 'payment' }]),
    becomes: ['paid'],
  },
  {
    class: 'amount_mismatch',
    action: 'book',
    how: 'of an attempt that has succeeded',
    make: stated(paid, (movement) => [{ ...movement, amountMinor: movement.amountMinor - 70 }]),
    becomes: ['paid'],
  },
  {
    class: 'amount_mismatch',
    action: 'book',
    how: 'of an attempt whose end is open',
    make: stated({ state: 'accepted', code: null }, (movement) => [{ ...movement, amountMinor: 7 }]),
    becomes: ['paid'],
  },
  {
    class: 'amount_mismatch',
    action: 'keep',
    how: 'by the provider’s own word, and no line of it',
    make: answered({ state: 'accepted', code: null }, { ...paid, amountMinor: 7 }),
    becomes: ['claimed'],
  },
  {
    class: 'amount_mismatch',
    action: 'keep',
    how: 'that no book explains',
    make: stated(paid, (movement) => [{ ...movement, amountMinor: 7 }]),
    becomes: 'differs',
  },
  {
    class: 'duplicate',
    action: 'book',
    how: '',
    make: stated(paid, (movement) => [movement, { ...movement, id: 'twice', at: '2026-11-23T10:00:00.000Z' }]),
    becomes: ['paid'],
  },
  {
    class: 'late',
    action: 'keep',
    how: '',
    make: stated(paid, (movement) => [{ ...movement, at: '2026-11-24T03:00:00.000Z' }]),
    becomes: ['paid'],
  },
  {
    class: 'state_conflict',
    action: 'settle',
    how: 'the voucher issued again',
    make: paidAfterAll,
    becomes: ['paid_outside'],
  },
  {
    class: 'state_conflict',
    action: 'settle',
    how: 'the voucher on hold',
    make: and(paidAfterAll, held),
    becomes: ['paid_outside'],
  },
  {
    class: 'state_conflict',
    action: 'settle',
    how: 'the voucher rejected',
    make: and(paidAfterAll, async (world) => {
      await held(world)
      const voucher = await voucherOf(world)
      await rejectResponse(world.ports, await staffAs(world, 'admin'), voucher?.id ?? '', 'duplicate_person')
      await untilFinal(world)
    }),
    becomes: ['paid_outside'],
  },
  {
    class: 'state_conflict',
    action: 'settle',
    how: 'the voucher void',
    make: and(paidAfterAll, (world) => byTwo(world, 'voucher_voided')),
    becomes: ['paid_outside'],
  },
  {
    class: 'state_conflict',
    action: 'settle',
    how: 'the voucher void, and the rest of the budget gone',
    make: and(paidAfterAll, async (world) => {
      await byTwo(world, 'voucher_voided')
      await emptied(world)
    }),
    becomes: ['paid_outside'],
  },
  {
    class: 'state_conflict',
    action: 'settle',
    how: 'another voucher in its place',
    make: and(paidAfterAll, (world) => byTwo(world, 'voucher_reissued')),
    becomes: ['superseded', 'paid_outside'],
  },
  {
    class: 'state_conflict',
    action: 'settle',
    how: 'by the provider’s own word',
    make: answered(failed, paid),
    becomes: ['paid_outside'],
  },
  {
    class: 'state_conflict',
    action: 'reopen',
    how: 'by the provider’s own word it was never paid',
    make: answered(paid, failed),
    becomes: ['issued'],
  },
  {
    class: 'state_conflict',
    action: 'book',
    how: 'the voucher void',
    make: and(paidAfterAll, (world) => byTwo(world, 'voucher_voided')),
    becomes: ['voided'],
  },
  { class: 'state_conflict', action: 'book', how: 'the voucher owed', make: paidAfterAll, becomes: 'still_owed' },
  {
    class: 'state_conflict',
    action: 'keep',
    how: 'by the provider’s own word it was never paid',
    make: answered(paid, failed),
    becomes: ['paid'],
  },
  {
    class: 'state_conflict',
    action: 'keep',
    how: 'the voucher owed',
    make: answered(failed, paid),
    becomes: 'still_owed',
  },
  {
    class: 'fee',
    action: 'keep',
    how: '',
    make: stated(paid, (movement) => [movement, { ...movement, ...beside, kind: 'fee', amountMinor: 12 }]),
    becomes: ['paid'],
  },
  {
    class: 'return_after_success',
    action: 'reopen',
    how: '',
    make: stated(paid, (movement) => [movement, back(movement)]),
    becomes: ['issued'],
  },
  {
    class: 'return_after_success',
    action: 'reopen',
    how: 'of a part',
    make: stated(paid, (movement) => [movement, back(movement, 30)]),
    becomes: 'amount',
  },
  {
    class: 'return_after_success',
    action: 'book',
    how: 'of a part',
    make: stated(paid, (movement) => [movement, back(movement, 30)]),
    becomes: ['paid'],
  },
  {
    class: 'return_after_success',
    action: 'reopen',
    how: 'after it was settled',
    make: settledAndBack,
    becomes: ['issued'],
  },
  {
    class: 'return_after_success',
    action: 'book',
    how: 'after it was settled',
    make: settledAndBack,
    becomes: ['paid_outside'],
  },
  {
    class: 'unknown_type',
    action: 'keep',
    how: 'of a payment that our books have',
    make: stated(paid, (movement) => [{ ...movement, kind: 'unknown', rawType: '奇怪' }]),
    becomes: ['paid'],
  },
  {
    class: 'unknown_type',
    action: 'book',
    how: 'of a payment that is under way',
    make: stated(underWay, (movement) => [{ ...movement, ...odd }]),
    becomes: ['paid'],
  },
  {
    class: 'unknown_type',
    action: 'keep',
    how: 'of a payment that is under way',
    make: stated(underWay, (movement) => [{ ...movement, ...odd }]),
    becomes: 'differs',
  },
  {
    class: 'unknown_type',
    action: 'settle',
    how: 'of a payment that is under way',
    make: stated(underWay, (movement) => [{ ...movement, ...odd }]),
    becomes: 'not_this',
  },
  {
    class: 'unknown_type',
    action: 'book',
    how: 'of a charge for a payment that is under way',
    make: stated(underWay, (movement) => [{ ...movement, ...odd, amountMinor: 12 }]),
    becomes: ['claimed'],
  },
  {
    class: 'unknown_type',
    action: 'settle',
    how: 'of a payment that our books call failed',
    make: stated(failed, (movement) => [{ ...movement, ...odd }]),
    becomes: ['paid_outside'],
  },
  {
    class: 'unknown_type',
    action: 'book',
    how: 'of a payment that our books call failed',
    make: stated(failed, (movement) => [{ ...movement, ...odd }]),
    becomes: 'still_owed',
  },
  {
    class: 'unknown_type',
    action: 'book',
    how: 'of money that came',
    make: stated(paid, (movement) => [movement, { ...back(movement), ...beside, kind: 'unknown', rawType: '奇怪' }]),
    becomes: ['paid'],
  },
  { class: 'balance_break', action: 'book', how: '', make: stated(paid, as, { openingMinor: 345 }), becomes: ['paid'] },
]
