/** What takes two people, what stops payments, and what lines answer by themselves. */

import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { first } from '../../../src/platform/db/together.ts'
import {
  addNote,
  closeAlone,
  proposeClosing,
  proposeLift,
  proposeMatch,
  takeOn,
} from '../../../src/reconciliation/exceptions/actions.ts'
import { exceptionClosed } from '../../../src/reconciliation/exceptions/close.ts'
import { exceptionSteps } from '../../../src/reconciliation/exceptions/store.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { readCalendar } from '../../../src/rewards/calendar/store.ts'
import { instructBatch } from '../../../src/rewards/payouts/report.ts'
import { startAttempt } from '../../../src/rewards/payouts/start.ts'
import { foundByVoucher } from '../../../src/rewards/payouts/store.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { approved, claimed, claimedFor, issued, payoutOf, staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import {
  attemptsOf,
  filledUp,
  floatOf,
  movementsOf,
  open,
  paidWorld,
  uploadBytes,
  uploadStatement,
  wechat,
} from '../../support/paid.ts'
import { manualPayer } from '../../support/payer.ts'
import { expectPromisesKept } from '../statements/promises.ts'
import { close, confirm } from './two-people.ts'

/** Money that left and that nobody here instructed. */
const leak = {
  ...filledUp,
  id: '19000092312026112399999',
  providerId: '1030000079999999',
  reference: 'X1',
  at: '2026-11-23T09:00:00.000Z',
  direction: 'debit' as const,
  kind: 'payment' as const,
  amountMinor: 2_000,
}

forEachDatabase((_, openDatabase, once) => {
  it('money that left without a record stops every payout from the account until two people lift it', async () => {
    const { world, payer, attempts } = await paidWorld(1, { open: openDatabase })
    await uploadStatement(world, [filledUp, ...movementsOf(attempts), leak])
    const [exception] = await open(world)
    expect(exception).toMatchObject({ class: 'missing_in_ledger', amountMinor: 2_000 })
    expect(await rowsOf(world, 'provider_accounts')).toMatchObject([{ stops: 1, instructed: 1, instructed_at_stop: 1 }])

    const { voucher } = await another(world)
    await approved(world, { provider: 'wechat', channel: 'wechat' })
    const sent = payer.asked.length
    await sweepPayouts(world.ports)
    expect(payer.asked.length).toBe(sent)
    // Whoever read before the stop is refused by the account itself.
    const payout = await first(world.ports.db, foundByVoucher(voucher.id))
    const calendar = await readCalendar(world.ports.db, 'cn')
    if (payout === undefined) throw new Error('no payout')
    expect(await startAttempt(world.ports, payout, payer, calendar, 'sweep')).toEqual({ refused: 'stopped' })
    expect(await attemptsOf(world)).toHaveLength(1)

    const preparer = await staffAs(world, 'preparer')
    const proposed = await proposeLift(world.ports, preparer, exception?.id ?? '', 'it was our own test, ticket 9')
    if ('refused' in proposed) throw new Error(proposed.refused)
    expect(await decideProposal(world.ports, preparer, proposed.proposed, 'confirmed', async () => [])).toEqual({
      refused: 'same_person',
    })
    await sweepPayouts(world.ports)
    expect(payer.asked.length).toBe(sent)
    expect(await confirm(world, 'stop_lifted', proposed.proposed)).toEqual({ decided: 'confirmed' })
    await sweepPayouts(world.ports)
    expect(payer.asked.length).toBe(sent + 1)
    // Lifted once is lifted: closing it lifts no other one.
    expect(await proposeLift(world.ports, preparer, exception?.id ?? '', 'again')).toEqual({ refused: 'moved_on' })
    if (exception !== undefined) await close(world, exception, 'keep')
    expect(await rowsOf(world, 'provider_accounts')).toMatchObject([{ stops: 0 }])
    await expectPromisesKept(world)
  })

  it('of a stop and an attempt at once one comes first, and no attempt comes after the stop', async () => {
    const { world, payer, attempts } = await paidWorld(1, { open: openDatabase })
    const { voucher } = await another(world)
    await approved(world, { provider: 'wechat', channel: 'wechat' })
    const payout = await first(world.ports.db, foundByVoucher(voucher.id))
    const calendar = await readCalendar(world.ports.db, 'cn')
    if (payout === undefined) throw new Error('no payout')
    const [started] = await Promise.all([
      startAttempt(world.ports, payout, payer, calendar, 'sweep'),
      uploadStatement(world, [filledUp, ...movementsOf(attempts), leak]),
    ])
    const [account] = await rowsOf(world, 'provider_accounts')
    expect(account?.stops).toBe(1)
    expect(account?.instructed).toBe(account?.instructed_at_stop)
    expect(await attemptsOf(world)).toHaveLength('attemptId' in started ? 2 : 1)
    await expectPromisesKept(world)
  })

  it('an exception about money is closed by two people and with a note, a late one by one', async () => {
    const { world, attempts } = await paidWorld(2, { open: openDatabase })
    const [one, two] = movementsOf(attempts)
    if (one === undefined || two === undefined) throw new Error('no movements')
    const late = { ...two, at: '2026-11-24T03:00:00.000Z' }
    await uploadStatement(world, [filledUp, one, { ...one, id: 'twice' }, late])
    const found = await open(world)
    const of = (name: string) => found.find((exception) => exception.class === name)?.id ?? ''
    expect(found.map((exception) => exception.class).sort()).toEqual(['duplicate', 'late'])
    const preparer = await staffAs(world, 'preparer')
    const { ports } = world
    expect(await closeAlone(ports, preparer, of('duplicate'), 'gone')).toEqual({ refused: 'two_people' })
    expect(await proposeClosing(ports, preparer, of('duplicate'), { action: 'book' }, '  ')).toEqual({
      refused: 'note',
    })
    expect(await proposeClosing(ports, preparer, of('duplicate'), { action: 'keep' }, 'so')).toEqual({
      refused: 'differs',
    })
    expect(await proposeClosing(ports, preparer, of('duplicate'), { action: 'reopen' }, 'so')).toEqual({
      refused: 'not_this',
    })
    const proposed = await proposeClosing(ports, preparer, of('duplicate'), { action: 'book' }, 'claimed back')
    if ('refused' in proposed) throw new Error(proposed.refused)
    expect(await proposeClosing(ports, preparer, of('duplicate'), { action: 'book' }, 'too')).toEqual({
      refused: 'waiting',
    })
    expect(await decideProposal(ports, preparer, proposed.proposed, 'confirmed', exceptionClosed)).toEqual({
      refused: 'same_person',
    })
    // Two approvers who press at once: one of them decides.
    const both = await Promise.all([
      confirm(world, 'exception_closed', proposed.proposed),
      decideProposal(ports, await staffAs(world, 'approver', 'Eve'), proposed.proposed, 'confirmed', exceptionClosed),
    ])
    expect(both.filter((outcome) => 'decided' in outcome)).toHaveLength(1)
    expect(await takeOn(ports, preparer, of('late'))).toEqual({ done: true })
    expect(await addNote(ports, preparer, of('late'), 'asked the provider')).toEqual({ done: true })
    expect(await closeAlone(ports, preparer, of('late'), 'booked a day later')).toEqual({ done: true })
    expect(await closeAlone(ports, preparer, of('late'), 'again')).toEqual({ refused: 'moved_on' })
    const steps = await ports.db.read(exceptionSteps({ id: of('late') }))
    expect(steps.map(({ what, actor }) => [what, actor])).toEqual([
      ['opened', 'statement'],
      ['taken_on', preparer.id],
      ['note', preparer.id],
      ['keep', preparer.id],
    ])
    expect(await open(world)).toEqual([])
    await expectPromisesKept(world)
  })

  it('a line is matched by hand when another person confirms it, and what was open about both is closed', async () => {
    const { world, attempts } = await paidWorld(1, { open: openDatabase })
    const [movement] = movementsOf(attempts)
    if (movement === undefined) throw new Error('no movement')
    const { statement } = await uploadStatement(world, [filledUp, { ...movement, reference: 'lost', providerId: '7' }])
    world.wait(3 * 24 * 60)
    await sweepStatements(world.ports)
    const found = await open(world)
    expect(found.map((one) => one.class).sort()).toEqual(['missing_at_provider', 'missing_in_ledger'])
    const unknown = found.find((one) => one.class === 'missing_in_ledger')
    const preparer = await staffAs(world, 'preparer')
    const payload = { attempt: attempts[0]?.id ?? '' }
    const proposed = await proposeMatch(world.ports, preparer, unknown?.id ?? '', payload, 'the bank cut the reference')
    if ('refused' in proposed) throw new Error(proposed.refused)
    expect(await rowsOf(world, 'matches')).toEqual([])
    expect(await confirm(world, 'match', proposed.proposed)).toEqual({ decided: 'confirmed' })
    expect(await rowsOf(world, 'matches')).toMatchObject([{ rule: 'by_hand', proposal_id: proposed.proposed }])
    expect(await open(world)).toEqual([])
    expect(await rowsOf(world, 'provider_accounts')).toMatchObject([{ stops: 0 }])
    expect(await floatOf(world)).toBe(statement?.closingMinor)
    await expectPromisesKept(world)
  })

  once('a debit that came back by itself is nothing: neither an exception nor in our books', async () => {
    const { world, attempts } = await paidWorld(1, { open: openDatabase }, () => ({
      state: 'failed',
      code: 'OVERDUE_CLOSE',
      reason: 'payee_not_found',
    }))
    const [movement] = movementsOf(attempts)
    if (movement === undefined) throw new Error('no movement')
    const back = {
      ...movement,
      id: 'back',
      direction: 'credit' as const,
      kind: 'return' as const,
      at: '2026-11-24T08:00:00.000Z',
    }
    // The debit alone contradicts our books; a day later the return explains it.
    await uploadStatement(world, [filledUp, movement])
    expect((await open(world)).map((one) => one.class)).toEqual(['state_conflict'])
    const { statement } = await uploadStatement(world, [back], { openingMinor: 10_000_000 - movement.amountMinor })
    expect(await open(world)).toEqual([])
    expect(await floatOf(world)).toBe(statement?.closingMinor)
    expect((await rowsOf(world, 'statement_lines')).map(({ outcome }) => outcome).sort()).toEqual([
      'booked',
      'matched',
      'matched',
    ])
  })

  once('in one file it is not even noticed', async () => {
    const { world, attempts } = await paidWorld(1, { open: openDatabase }, () => ({
      state: 'failed',
      code: 'OVERDUE_CLOSE',
      reason: 'payee_not_found',
    }))
    const [movement] = movementsOf(attempts)
    if (movement === undefined) throw new Error('no movement')
    const back = {
      ...movement,
      id: 'back',
      direction: 'credit' as const,
      kind: 'return' as const,
      at: '2026-11-24T08:00:00.000Z',
    }
    await uploadStatement(world, [filledUp, movement, back])
    expect(await rowsOf(world, 'exceptions')).toEqual([])
  })

  once('what was locked while it was open and then failed without coming back is found later', async () => {
    const { world, payer, attempts } = await paidWorld(1, { open: openDatabase }, () => ({
      state: 'accepted',
      code: null,
    }))
    const { statement } = await uploadStatement(world, [filledUp, ...movementsOf(attempts)])
    expect(await open(world)).toEqual([])
    payer.answer = () => ({ state: 'failed', code: 'NO', reason: 'payee_not_found' })
    world.wait(5 * 60)
    await sweepPayouts(world.ports)
    world.wait(3 * 24 * 60)
    await sweepStatements(world.ports)
    const found = await open(world)
    expect(found).toMatchObject([{ class: 'state_conflict', amountMinor: attempts[0]?.amount_minor }])
    for (const exception of found) await close(world, exception, 'settle')
    expect(await floatOf(world)).toBe(statement?.closingMinor)
    await expectPromisesKept(world)
  })

  once('the second of two payments that comes back closes what it was, and the voucher stays paid', async () => {
    const { world, attempts } = await paidWorld(1, { open: openDatabase })
    const [movement] = movementsOf(attempts)
    if (movement === undefined) throw new Error('no movement')
    const twice = { ...movement, id: 'twice', at: '2026-11-23T10:00:00.000Z' }
    await uploadStatement(world, [filledUp, movement, twice])
    expect((await open(world)).map((one) => one.class)).toEqual(['duplicate'])
    const back = {
      ...twice,
      id: 'back',
      direction: 'credit' as const,
      kind: 'return' as const,
      at: '2026-11-24T08:00:00.000Z',
    }
    const { statement } = await uploadStatement(world, [back], { openingMinor: 10_000_000 - 2 * movement.amountMinor })
    expect(await open(world)).toEqual([])
    expect(await floatOf(world)).toBe(statement?.closingMinor)
    expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['paid'])
  })

  once("a bank's statement pays what is paid by hand", async () => {
    const world = await fresh({ open: openDatabase })
    world.ports.payers = [manualPayer()]
    const [voucher] = await claimed(world, 1)
    const batchId = await approved(world, { provider: 'manual', channel: 'alipay' })
    await instructBatch(world.ports, await staffAs(world, 'preparer'), batchId)
    const { bytes } = await makeFile('camt053', [{ ...filledUp }, ...movementsOf(await attemptsOf(world))], {
      openingMinor: 0,
    })
    const { statement } = await uploadBytes(world, bytes)
    expect(statement).toMatchObject({ accountId: 'manual:CNY', state: 'published' })
    if (voucher === undefined) throw new Error('no voucher')
    expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'paid', voucherState: 'paid' })
    expect(await open(world)).toEqual([])
    expect(await floatOf(world, 'manual:CNY')).toBe(statement?.closingMinor)
    await expectPromisesKept(world)
  })

  once(
    'a payment that the provider answers for later than its statement is reopened when it was never there',
    async () => {
      const { world, payer, attempts } = await paidWorld(1, { open: openDatabase })
      const { statement } = await uploadStatement(
        world,
        [filledUp],
        {},
        { claims: { fromDay: '2026-11-22', toDay: '2026-11-23' } },
      )
      world.wait(3 * 24 * 60)
      await sweepStatements(world.ports)
      const [exception] = await open(world)
      expect(exception).toMatchObject({ class: 'missing_at_provider', subject: attempts[0]?.id })
      expect(payer.asked).toHaveLength(1)
      if (exception !== undefined) await close(world, exception, 'reopen')
      expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['returned'])
      expect((await rowsOf(world, 'vouchers')).map(({ state }) => state)).toEqual(['issued'])
      expect(await floatOf(world)).toBe(statement?.closingMinor)
      await expectPromisesKept(world)
    },
  )
})

/** One more claimed voucher in the same world. */
async function another(world: Parameters<typeof staffAs>[0]) {
  return { voucher: await claimedFor(world, await issued(world, 77), wechat(77)) }
}
