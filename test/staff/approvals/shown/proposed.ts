/** A world with a proposal of each kind, brought there by the app's own code. */
import type { ProposalKind } from '../../../../schema/tables.ts'
import { closeStudy } from '../../../../src/journey/lifecycle/moves.ts'
import { enterPermit } from '../../../../src/journey/lifecycle/permit/enter.ts'
import { reservedBudget } from '../../../../src/journey/lifecycle/reserved-budget.ts'
import { proposeClosing, proposeLift, proposeMatch } from '../../../../src/reconciliation/exceptions/actions.ts'
import { learnWord, proposeUnlearning } from '../../../../src/reconciliation/reading-rules/words.ts'
import { proposeUndo } from '../../../../src/reconciliation/undo/undo.ts'
import { proposeReturn, proposeTopUp } from '../../../../src/rewards/budgets/propose.ts'
import { proposeDay, proposeYear } from '../../../../src/rewards/calendar/actions.ts'
import { changePayee } from '../../../../src/rewards/claims/claim.ts'
import { reportBatchResult } from '../../../../src/rewards/payouts/batch-result.ts'
import { instructBatch, reportPaid } from '../../../../src/rewards/payouts/report.ts'
import { reportResults } from '../../../../src/rewards/payouts/results.ts'
import { keepResultFile } from '../../../../src/rewards/result-files/keep.ts'
import { proposeLifecycle } from '../../../../src/rewards/vouchers/propose.ts'
import { alipay, approved, claimed, issued, payoutOf, staffAs, withAlipay } from '../../../support/claimed.ts'
import { fresh, rowsOf } from '../../../support/databases/fresh.ts'
import { attemptsOf, filledUp, movementsOf, open, paidWorld, uploadStatement } from '../../../support/paid.ts'
import type { World } from '../../../support/world.ts'

export interface ProposedWorld {
  world: World
  proposalId: string
  payload: unknown
}

async function made(world: World, outcome: { proposed: string } | { refused: unknown }): Promise<ProposedWorld> {
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused))
  const rows = await rowsOf<{ id: string; payload: string }>(world, 'proposals')
  const row = rows.find(({ id }) => id === outcome.proposed)
  return { world, proposalId: outcome.proposed, payload: JSON.parse(row?.payload ?? 'null') }
}

async function byHand(count: number) {
  const world = await fresh()
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const vouchers = await claimed(world, count)
  const batchId = await approved(world, { provider: 'manual' })
  const preparer = await staffAs(world, 'preparer')
  await instructBatch(world.ports, preparer, batchId)
  return { world, vouchers, batchId, preparer }
}

/** Two payouts of the same amount, and a line of it whose reference the bank cut off. */
export async function unmatched() {
  const { world, attempts } = await paidWorld(2)
  const [movement] = movementsOf(attempts)
  if (movement === undefined) throw new Error('no movement')
  await uploadStatement(world, [filledUp, { ...movement, reference: 'lost', providerId: '7' }])
  const exception = (await open(world)).find((one) => one.class === 'missing_in_ledger')
  if (exception === undefined) throw new Error('no exception')
  return { world, exception, attempts: await attemptsOf(world) }
}

/** A line of a type that nobody knows. */
async function unknownType() {
  const { world, attempts } = await paidWorld(1)
  const [movement] = movementsOf(attempts)
  if (movement === undefined) throw new Error('no movement')
  await uploadStatement(world, [filledUp, { ...movement, kind: 'unknown', rawType: '新业务' }])
  const exception = (await open(world)).find((one) => one.class === 'unknown_type')
  if (exception === undefined) throw new Error('no exception')
  return { world, exception }
}

async function lifecycle(kind: 'voucher_voided' | 'voucher_reissued'): Promise<ProposedWorld> {
  const world = await fresh()
  const voucher = await issued(world)
  const preparer = await staffAs(world, 'preparer')
  return made(
    world,
    await proposeLifecycle(world.ports, preparer, {
      kind,
      subject: voucher.id,
      code: 'wrong_person',
      words: 'ticket 4',
    }),
  )
}

/** The bank's own file says of one payout that it failed. */
export async function payoutFailed(): Promise<ProposedWorld & { batchId: string; bytes: Uint8Array }> {
  const { world, vouchers, batchId, preparer } = await byHand(1)
  const { reference } = await payoutOf(world, vouchers[0] ?? { id: '' })
  const bytes = new TextEncoder().encode(`reference,result,reason,name\n${reference},failed,AC01,王小明\n`)
  const file = await keepResultFile(world.ports, preparer, batchId, bytes)
  const line = { amountMinor: 2_000, providerId: 'B-77', code: 'AC01', day: '2026-11-23' }
  const lines = [{ reference: reference ?? '', outcome: 'failed' as const, ...line }]
  await reportResults(world.ports, preparer, { batchId, lines, evidence: 'sha256:12', file })
  const [row] = await rowsOf<{ id: string }>(world, 'proposals')
  return { ...(await made(world, { proposed: row?.id ?? '' })), batchId, bytes }
}

/** By kind, and by shape where a kind has several: without one for each kind this does not compile. */
export const proposals: Record<ProposalKind, Record<string, () => Promise<ProposedWorld>>> = {
  calendar: {
    async day() {
      const world = await fresh()
      const edit = { calendar: 'cn', day: '2026-12-24', kind: 'closed', slow: true } as const
      return made(world, await proposeDay(world.ports, await staffAs(world, 'preparer'), edit, 'letter 1'))
    },
    async year() {
      const world = await fresh()
      const edit = {
        calendar: 'cn',
        year: 2027,
        closed: ['2027-01-01', '2027-02-05'],
        working: ['2027-02-20'],
        slow: [['2027-01-18', '2027-02-24']] as [string, string][],
      }
      return made(world, await proposeYear(world.ports, await staffAs(world, 'preparer'), edit, 'letter 1'))
    },
  },
  payout_failed: { one: payoutFailed },
  batch_failed: {
    async one() {
      const { world, batchId, preparer } = await byHand(2)
      const whole = { verdict: 'rejected', messageId: 'MSG13', paymentIds: ['MSG13-CNY'], code: 'FF01' } as const
      const file = await keepResultFile(world.ports, preparer, batchId, new TextEncoder().encode('<Document/>'))
      const around = { except: new Set<string>(), evidence: 'sha256:13', file }
      await reportBatchResult(world.ports, preparer, batchId, whole, around)
      const [row] = await rowsOf<{ id: string }>(world, 'proposals')
      return made(world, { proposed: row?.id ?? '' })
    },
  },
  payment_undone: {
    async one() {
      const { world, vouchers, preparer } = await byHand(1)
      const { payoutId, reference } = await payoutOf(world, vouchers[0] ?? { id: '' })
      await reportPaid(world.ports, preparer, [{ reference: reference ?? '', amountMinor: null, providerId: null }])
      return made(world, await proposeUndo(world.ports, preparer, payoutId, 'ticked the wrong line'))
    },
  },
  voucher_voided: { one: () => lifecycle('voucher_voided') },
  voucher_reissued: { one: () => lifecycle('voucher_reissued') },
  claim_released: {
    async one() {
      const world = await fresh()
      withAlipay(world)
      const [other] = await claimed(world, 2, () => alipay(1))
      // The account is free again, so that its second claim can be released.
      if (other !== undefined) await changePayee(world.ports, other, alipay(2), 'holder')
      const claim = (await rowsOf<{ id: string; state: string }>(world, 'claims')).find(({ state }) => state === 'held')
      const preparer = await staffAs(world, 'preparer')
      const code = 'checked_by_hand'
      return made(
        world,
        await proposeLifecycle(world.ports, preparer, {
          kind: 'claim_released',
          subject: claim?.id ?? '',
          code,
          words: 'ticket 5',
        }),
      )
    },
  },
  match: {
    async one() {
      const { world, exception, attempts } = await unmatched()
      const preparer = await staffAs(world, 'preparer')
      const attempt = attempts[0]?.id ?? ''
      return made(world, await proposeMatch(world.ports, preparer, exception.id, { attempt }, 'same amount'))
    },
  },
  exception_closed: {
    async one() {
      const { world, exception } = await unknownType()
      const preparer = await staffAs(world, 'preparer')
      const payload = { action: 'keep', kind: 'payment' } as const
      return made(world, await proposeClosing(world.ports, preparer, exception.id, payload, 'ticket 6'))
    },
  },
  stop_lifted: {
    async one() {
      const { world, exception } = await unmatched()
      return made(world, await proposeLift(world.ports, await staffAs(world, 'preparer'), exception.id, 'ticket 7'))
    },
  },
  budget_topped_up: {
    async one() {
      const world = await fresh()
      const offerId = world.study.offers[0]?.id ?? ''
      return made(
        world,
        await proposeTopUp(world.ports, await staffAs(world, 'preparer'), offerId, 123_400, 'letter 8'),
      )
    },
  },
  budget_returned: {
    async one() {
      const world = await fresh()
      await closeStudy(world.ports, await staffAs(world, 'admin'), world.study)
      const offerId = world.study.offers[0]?.id ?? ''
      const preparer = await staffAs(world, 'preparer')
      return made(world, await proposeReturn(world.ports, preparer, offerId, 'letter 9', reservedBudget))
    },
  },
  permit: {
    async permit() {
      const world = await fresh()
      const permit = {
        kind: 'permit',
        authority: '海淀区统计局',
        number: '〔2026〕12',
        expiresOn: '2027-02-05',
      } as const
      const entered = { ...permit, file: new TextEncoder().encode('%PDF-1.7') }
      return made(world, await enterPermit(world.ports, await staffAs(world, 'admin'), world.study.id, entered))
    },
    async not_needed() {
      const world = await fresh()
      const entered = { kind: 'not_needed', reason: 'nobody in the mainland is asked' } as const
      return made(world, await enterPermit(world.ports, await staffAs(world, 'admin'), world.study.id, entered))
    },
  },
  word_unlearned: {
    async one() {
      const world = await fresh()
      const preparer = await staffAs(world, 'preparer')
      const { db } = world.ports
      await db.together(
        {
          sql: `insert into provider_accounts (id, provider, currency, instructed, stops, instructed_at_stop)
            values ('wechat:CNY', 'wechat', 'CNY', 0, 0, 0)`,
          values: [],
        },
        ...(await learnWord(world.ports, 'wechat:CNY', '充值', 'topup', preparer.id)),
      )
      return made(world, await proposeUnlearning(world.ports, preparer, 'wechat:CNY', '充值', 'it was a refund'))
    },
  },
}
