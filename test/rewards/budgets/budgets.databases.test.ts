/** Budgets grow and go back by two people, and never by more than is neither set aside nor owed. */
import { describe, expect, it } from 'vitest'
import type { StudyState } from '../../../schema/tables.ts'
import { effects } from '../../../src/app/approval-effects.ts'
import { closeStudy, reopenStudy, startStudy } from '../../../src/journey/lifecycle/moves.ts'
import { reservedBudget } from '../../../src/journey/lifecycle/reserved-budget.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { findStudyWithOffers } from '../../../src/journey/study.ts'
import { budgetOf } from '../../../src/rewards/budgets/budget.ts'
import { proposeReturn, proposeTopUp } from '../../../src/rewards/budgets/propose.ts'
import type { BudgetRow } from '../../../src/rewards/budgets/store.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { ready, send, textOf } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { another, fresh, reward, rewards } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const offerOf = (world: World) => world.study.offers[0]?.id ?? ''

async function balance(world: World) {
  const found = (await balances(world)).find(({ offer_id }) => offer_id === offerOf(world))
  if (found === undefined) throw new Error('no balance')
  return found
}

async function confirm(world: World, kind: 'budget_topped_up' | 'budget_returned', made: object, name = 'Ada') {
  const role = name === 'Omar' ? 'preparer' : 'approver'
  const id = 'proposed' in made ? String(made.proposed) : ''
  return decideProposal(world.ports, await staffAs(world, role, name), id, 'confirmed', effects[kind].effectOf)
}

forEachDatabase(() => {
  describe('a budget', () => {
    it('is topped up once, by another person than proposed it', async () => {
      const world = await fresh({ study: rewards(2) })
      const omar = await staffAs(world, 'preparer')
      expect(await proposeTopUp(world.ports, omar, offerOf(world), 0, 'why')).toEqual({ refused: 'amount' })
      expect(await proposeTopUp(world.ports, omar, offerOf(world), 500, ' ')).toEqual({ refused: 'reason' })
      const made = await proposeTopUp(world.ports, omar, offerOf(world), 5 * reward, 'letter 1')
      expect(await proposeTopUp(world.ports, omar, offerOf(world), 1, 'letter 2')).toEqual({ refused: 'waiting' })
      expect(await confirm(world, 'budget_topped_up', made, 'Omar')).toEqual({ refused: 'same_person' })
      expect((await balance(world)).total).toBe(2 * reward)
      const both = await Promise.all([
        confirm(world, 'budget_topped_up', made),
        confirm(world, 'budget_topped_up', made, 'Bea'),
      ])
      expect(both).toContainEqual({ decided: 'confirmed' })
      expect(both).toContainEqual({ refused: 'decided' })
      expect(await balance(world)).toMatchObject({ total: 7 * reward, available: 7 * reward })
      await expectBooksToBalance(world)
    })

    it('goes back when the study is closed, without what is set aside, owed, or kept for those half way', async () => {
      const world = await fresh({ study: rewards(9), leaseMinutes: 30 })
      const omar = await staffAs(world, 'preparer')
      const giveBack = () => proposeReturn(world.ports, omar, offerOf(world), 'closing', reservedBudget)
      expect(await giveBack()).toEqual({ refused: 'not_closed' })
      // One is owed, one is set aside, one is half way with nothing set aside.
      const done = await ready(world, { seed: 1 })
      await send(done.student, 'last', done.last)
      await ready(world, { seed: 2 })
      await new Student(world, 3).start()
      await closeStudy(world.ports, await staffAs(world, 'admin'), world.study)
      const { available } = await balance(world)
      expect(available).toBe(7 * reward)
      const made = await giveBack()
      expect(await confirm(world, 'budget_returned', made)).toEqual({ decided: 'confirmed' })
      expect(await balance(world)).toMatchObject({ total: 3 * reward, available: reward, reserved: reward })
      expect(await giveBack()).toEqual({ refused: 'nothing_left' })
      // Nobody may finish any more: what was kept for them goes back as well.
      world.wait(8 * 24 * 60)
      expect(await confirm(world, 'budget_returned', await giveBack())).toEqual({ decided: 'confirmed' })
      expect(await balance(world)).toMatchObject({ available: 0 })
      await expectBooksToBalance(world)
      // Nobody is promised what went back: it is reopened once it has a budget again.
      const reopened = await reopenStudy(world.ports, await staffAs(world, 'admin'), world.study, null)
      expect(reopened).toEqual({ refused: 'missing', missing: ['budget'] })
    })

    it('goes back from a study that has not opened, unless it opens in this moment', async () => {
      const world = await fresh()
      await openStudy(world.ports, another('second'), { state: 'ready' })
      const [omar, ada, mei] = [
        await staffAs(world, 'preparer'),
        await staffAs(world, 'approver'),
        await staffAs(world, 'admin'),
      ]
      const second = await findStudyWithOffers(world.ports.db, 'second', world.ports.clock.now())
      const [one, other] = second?.offers ?? []
      if (second === undefined || one === undefined || other === undefined) throw new Error('no second study')
      const { effectOf } = effects.budget_returned
      const propose = async (offerId: string) => {
        const made = await proposeReturn(world.ports, omar, offerId, 'it never opens', reservedBudget)
        return 'proposed' in made ? made.proposed : made.refused
      }
      const late = await propose(other.id)
      const opens: typeof effectOf = async (...given) => {
        const writes = await effectOf(...given)
        expect(await startStudy(world.ports, mei, second, { softLimit: null })).toEqual({ moved: 'start' })
        return writes
      }
      expect(await decideProposal(world.ports, ada, late, 'confirmed', opens)).toEqual({ refused: 'moved_on' })
      expect(await decideProposal(world.ports, ada, late, 'confirmed', effectOf)).toEqual({ refused: 'not_closed' })
      await openStudy(world.ports, another('third'), { state: 'ready' })
      const third = await findStudyWithOffers(world.ports.db, 'third', world.ports.clock.now())
      const never = third?.offers[0]?.id ?? ''
      expect(await decideProposal(world.ports, ada, await propose(never), 'confirmed', effectOf)).toEqual({
        decided: 'confirmed',
      })
      expect((await balances(world)).find(({ offer_id }) => offer_id === never)).toMatchObject({ total: 0 })
      await expectBooksToBalance(world)
    })

    it('does not go back twice, nor once it is needed by the time it is confirmed', async () => {
      const world = await fresh({ study: rewards(3) })
      const omar = await staffAs(world, 'preparer')
      const { student, last } = await ready(world)
      await closeStudy(world.ports, await staffAs(world, 'admin'), world.study)
      const made = await proposeReturn(world.ports, omar, offerOf(world), 'closing', reservedBudget)
      // Their lease runs out and the reward is promised anew: less is left than was proposed.
      await world.ports.db.together({
        sql: 'update offer_balances set available = available - ?, liability = liability + ? where offer_id = ?',
        values: [reward, reward, offerOf(world)],
      })
      expect(await confirm(world, 'budget_returned', made)).toEqual({ refused: 'nothing_left' })
      await send(student, 'last', last)
      expect((await balance(world)).total).toBe(3 * reward)
    })
  })
})

const row: BudgetRow = {
  ...{ offerId: 'o', studyId: 's', study: 'x', currency: 'CNY', amountMinor: 2_000, taxMinor: 0 },
  ...{ opensAt: '2026-11-01T00:00:00.000Z', state: 'open' as StudyState, total: 100_000, available: 100_000 },
  ...{ reserved: 0, liability: 0, clearing: 0, paid: 0, tax: 0, outside: 0 },
}
const now = '2026-11-11T00:00:00.000Z'

describe('what a budget comes to', () => {
  it.each([
    ['nothing promised yet', {}, { percent: 0, alert: null, forecast: { more: 50, days: null } }],
    [
      'a fifth left after ten days',
      { available: 20_000, paid: 60_000, liability: 20_000 },
      { percent: 80, alert: 80, owed: 20_000, forecast: { more: 10, days: 2 } },
    ],
    [
      'one unit short of four fifths',
      { available: 20_001, reserved: 79_999 },
      { percent: 79, alert: null, held: 79_999, forecast: { more: 10, days: null } },
    ],
    ['nearly all', { available: 5_000, paid: 95_000 }, { percent: 95, alert: 95, forecast: { more: 2, days: 0 } }],
    [
      'nearly all, of a study that is over',
      { state: 'closed' as StudyState, available: 5_000, paid: 95_000 },
      { alert: null },
    ],
    ['no budget', { total: 0, available: 0 }, { percent: 0, alert: null, forecast: { more: 0, days: null } }],
  ])('%s', (_what, given, expected) => {
    expect(budgetOf({ ...row, ...given }, now)).toMatchObject(expected)
  })
})

describe('the pages of budgets', () => {
  it('take a top-up from a preparer, and a yes from an owner, who finds it with the studies', async () => {
    const world = await fresh({ study: rewards(2) })
    const here = `/finance/budgets/${offerOf(world)}`
    const omar = await signedIn(world, 'preparer')
    expect(textOf((await omar.open('/finance/budgets')).html)).toContain('Enough for 2 more rewards.')
    const wrong = await omar.post(`${here}/top-up`, { amount: '12,5', reason: 'letter 3' })
    expect(wrong.status).toBe(422)
    const typed = await wrong.text()
    expect(typed).toContain('letter 3')
    expect(typed).toContain('12,5')
    expect((await omar.post(`${here}/top-up`, { amount: '1,000', reason: 'letter 3' })).status).toBe(303)
    const wei = await signedIn(world, 'owner')
    const { html } = await wei.open('/admin/proposals')
    const action = /action="(\/admin\/proposals\/[^"]+)"/.exec(html)?.[1] ?? ''
    expect(textOf(html)).toContain('1,000')
    expect((await wei.post(action, { verdict: 'confirmed' })).status).toBe(303)
    expect((await balance(world)).total).toBe(2 * reward + 100_000)
    // Whoever reads answers sees no budget, and nothing that is proposed about one.
    const mei = await signedIn(world, 'admin')
    expect((await mei.get(here)).status).toBe(403)
    expect((await mei.open('/admin/proposals')).html).not.toContain('1,000')
  })
})
