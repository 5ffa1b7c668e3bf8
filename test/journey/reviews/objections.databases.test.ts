/** Objecting to a rejection: by the respondent, in time, once; decided by somebody else, with an answer. */
import { expect, it } from 'vitest'
import type { ObjectionsTable, ReviewStepsTable } from '../../../schema/tables.ts'
import { sweepRetention } from '../../../src/journey/retention/sweep.ts'
import { rejectResponse, releaseResponse, undoRejected } from '../../../src/journey/reviews/judge.ts'
import { decideObjection } from '../../../src/journey/reviews/objections/decide.ts'
import { objectTo } from '../../../src/journey/reviews/objections/object.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { sweepReviews } from '../../../src/rewards/vouchers/follow.ts'
import { addSession } from '../../../src/staff/accounts/store.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { alipay, issued, staffAs, untilFinal } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const done = { done: true }
const day = 24 * 60

/** A response that Mei has rejected so many minutes ago. */
async function rejected(open: WorldOptions['open'], ago = 60) {
  const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
  const [mei, zoe] = [await staffAs(world, 'admin'), await staffAs(world, 'admin', 'Zoe')]
  const voucher = await issued(world)
  await rejectResponse(world.ports, mei, voucher.id, 'automated')
  world.wait(ago)
  const { ports, study } = world
  const state = async () => (await rowsOf(world, 'vouchers'))[0]?.state
  return {
    world,
    mei,
    zoe,
    voucher,
    state,
    object: (words = 'I typed it all myself.') => objectTo(ports, study, voucher.respondentId, words),
    decide: (who: typeof mei, way: 'release' | 'reject', reply = 'We looked at it again.') =>
      decideObjection(ports, who, { studyId: study.id, voucherId: voucher.id }, { way, reason: 'other', reply }),
    promises: async () => {
      const checks = await auditDatabase(ports, (name) => /objections|reviews|review_steps|reserved/.test(name))
      expect(checks.flatMap(({ breaches }) => breaches)).toEqual([])
      await expectBooksToBalance(world)
    },
  }
}

forEachDatabase((_, open, once) => {
  it('keeps the money owed however long it takes, and whoever rejected is refused by the database', async () => {
    const { world, mei, zoe, state, object, decide, promises } = await rejected(open)
    expect(await object()).toEqual(done)
    expect(await object()).toEqual(done)
    const [made] = await rowsOf<ObjectionsTable>(world, 'objections')
    expect([made?.rejected_by, made?.due_day, made?.texts.startsWith('eyJ')]).toEqual([mei.id, '2026-12-07', true])
    await untilFinal(world)
    expect(await state()).toBe('held')
    expect((await balances(world)).find(({ total }) => total === 2_000_000)).toMatchObject({ liability: reward })
    await promises()
    for (const way of ['release', 'reject'] as const) expect(await decide(mei, way)).toEqual({ refused: 'own' })
    expect(await decide(zoe, 'release', ' ')).toEqual({ refused: 'reply' })
    expect(await state()).toBe('held')
    expect(await decide(zoe, 'release')).toEqual(done)
    expect(await state()).toBe('issued')
    await promises()
  })

  it.each([
    ['came in by a link of whoever rejected it', null, 'Mei', true],
    ['made the link of whoever rejected it', 'Zoe', null, true],
    ['came in by a link of the same maker', 'Kim', 'Kim', true],
    ['came in by another’s link', 'Kim', 'Lin', false],
    ['came in by the command line', 'Kim', null, false],
  ])('is decided by somebody else, who is not who %s', async (_what, theirs, own, isOne) => {
    const { world, mei, zoe, state, object, decide } = await rejected(open)
    const ids = new Map([
      ['Mei', mei.id],
      ['Zoe', zoe.id],
    ])
    for (const name of ['Kim', 'Lin']) ids.set(name, (await staffAs(world, 'approver', name)).id)
    const idOf = (name: string | null) => (name === null ? null : (ids.get(name) ?? null))
    const at = world.ports.clock.now()
    await world.ports.db.together(
      addSession({
        ...{ id: 'session_mei', staffId: mei.id, way: 'link', linkBy: idOf(theirs), linkAs: null },
        ...{ startedAt: '2026-11-23T07:30:00.000Z', provedAt: at, expiresAt: '2026-11-23T19:30:00.000Z' },
      }),
    )
    await object()
    const outcome = await decide({ ...zoe, linkBy: idOf(own) }, 'release')
    expect(outcome).toEqual(isOne ? { refused: 'own_link' } : done)
    expect(await state()).toBe(isOne ? 'held' : 'issued')
  })

  it('that is dismissed is final: the money is free with the next day, and nobody can object again', async () => {
    const { world, zoe, voucher, state, object, decide, promises } = await rejected(open)
    await object('')
    expect(await decide(zoe, 'reject')).toEqual(done)
    expect(await sweepReviews(world.ports)).toBe(0)
    expect(await state()).toBe('held')
    await promises()
    world.wait(day)
    expect(await sweepReviews(world.ports)).toBe(1)
    expect(await state()).toBe('rejected')
    expect(await object()).toEqual({ refused: 'over' })
    expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'rejected' })
    const steps = (await rowsOf<ReviewStepsTable>(world, 'review_steps')).sort((a, b) => a.n - b.n)
    expect(steps.map(({ move }) => move)).toEqual(['>held', 'held>rejected', 'rejected>objected', 'objected>final'])
    await promises()
  })

  it('of two decisions, of an objection and the end of its time, and of one and a withdrawal, one is written', async () => {
    const two = await rejected(open)
    await two.object()
    const third = await staffAs(two.world, 'admin', 'Third')
    const decided = await Promise.all([two.decide(two.zoe, 'release'), two.decide(third, 'reject')])
    expect(decided.filter((it) => 'done' in it)).toHaveLength(1)
    expect(decided).toContainEqual({ refused: 'moved_on' })
    await two.promises()

    const late = await rejected(open, 60 + 14 * day - 1)
    const inTime = late.object()
    late.world.wait(1)
    await Promise.all([inTime, sweepReviews(late.world.ports)])
    expect(['objected', 'final']).toContain((await rowsOf(late.world, 'reviews'))[0]?.state)
    await late.promises()

    const gone = await rejected(open)
    const { respondentId } = gone.voucher
    const answers = await Promise.all([gone.object(), takeResponseBack(gone.world.ports, respondentId, 'withdraw')])
    expect(answers.filter((it) => 'done' in it)).toHaveLength(1)
    await gone.promises()
  })

  once.each([
    ['before the rejection acts', 59, { refused: 'over' }],
    ['as soon as it acts', 60, done],
    ['in the last minute', 60 + 14 * day - 1, done],
    ['when its time is over', 60 + 14 * day, { refused: 'over' }],
  ] as const)('objecting %s', async (_name, ago, outcome) => {
    const { world, mei, voucher, object } = await rejected(open, ago)
    expect(await object()).toEqual(outcome)
    if ('done' in outcome) {
      expect(await undoRejected(world.ports, mei, voucher.id)).toEqual({ refused: 'moved_on' })
      expect(await releaseResponse(world.ports, mei, voucher.id, 'other')).toEqual({ refused: 'moved_on' })
      expect(await takeResponseBack(world.ports, voucher.respondentId, 'erase')).toEqual({ refused: 'held' })
    }
  })

  const ways: [string, (world: World, respondentId: string) => Promise<unknown>][] = [
    ['their own wish', ({ ports }, respondentId) => takeResponseBack(ports, respondentId, 'erase')],
    [
      'the end of the study’s time',
      async ({ ports, study, wait }) => {
        const settings = JSON.stringify({ ...study.settings, retention: { answers: 0 }, finishDays: 0 })
        const now = ports.clock.now()
        await ports.db.together({ sql: 'update studies set settings = ?, closes_at = ?', values: [settings, now] })
        wait(day)
        await sweepRetention(ports)
      },
    ],
  ]
  once.each(ways)(
    'what was written is gone with the answers, by %s, and that it was decided stays',
    async (_, erase) => {
      const { world, zoe, voucher, object, decide } = await rejected(open)
      await object()
      await decide(zoe, 'reject')
      await erase(world, voucher.respondentId)
      expect(await rowsOf(world, 'documents')).toEqual([])
      const [row] = await rowsOf<ObjectionsTable>(world, 'objections')
      expect([row?.texts, row?.reply_texts, row?.decided_state]).toEqual(['', '', 'final'])
    },
  )
})
