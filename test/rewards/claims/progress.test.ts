/** What the holder of a voucher is told, for everything that it can come to. */
import { describe, expect, it } from 'vitest'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { AttemptState } from '../../../schema/tables.ts'
import { languages } from '../../../schema/text.ts'
import { dayLater } from '../../../src/platform/time/zone.ts'
import { promise } from '../../../src/rewards/calendar/calendar.ts'
import { type VoucherFacts, type VoucherStage, voucherProgressOf } from '../../../src/rewards/claims/progress.ts'
import { calendarOf } from '../calendar/days.ts'

const closedDays = [15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => [`2026-02-${day}`, 'closed'] as const)
const calendar = calendarOf([2026], { ...Object.fromEntries(closedDays), '2026-02-14': 'working' }, [
  ['2026-01-19', '2026-02-24'],
])
/** A Tuesday in spring, ten in the morning at UTC+8. */
const now = '2026-04-14T02:00:00.000Z'
const hoursLater = (hours: number, from = now) => new Date(Date.parse(from) + hours * 3_600_000).toISOString()

type Voucher = VoucherFacts['voucher']
type Claim = NonNullable<VoucherFacts['claim']>
type Payout = NonNullable<VoucherFacts['payout']>
type Attempt = NonNullable<Payout['attempt']>

const voucherOf = (voucher: Partial<Voucher> = {}): Voucher => ({
  ...{ state: 'issued', before: null, reason: null, at: now, madeAt: now },
  ...{ lastDay: '2026-10-12', isPast: false, endsSoon: false },
  ...voucher,
})
const claimOf = (claim: Partial<Claim> = {}): Claim => ({
  ...{ id: 'claim_1', state: 'ready', channel: 'alipay', eligibleAt: now, madeAt: now },
  ...claim,
})
const payoutOf = (payout: Partial<Payout> = {}): Payout => ({
  ...{
    claimId: 'claim_1',
    state: 'queued',
    batchState: 'approved',
    isAside: false,
    isConfirmed: false,
    settlesWithinHours: 1,
  },
  attempt: null,
  ...payout,
})
const attemptOf = (state: AttemptState, attempt: Partial<Attempt> = {}): Attempt => ({
  ...{ state, code: null, nextAt: hoursLater(1), confirmUntil: null },
  ...attempt,
})

const known = (given: Partial<VoucherFacts>): VoucherFacts => ({
  now,
  calendar,
  voucher: voucherOf(),
  claim: null,
  payout: null,
  ...given,
})
const claimed = (given: Partial<VoucherFacts> = {}): VoucherFacts =>
  known({ voucher: voucherOf({ state: 'claimed', before: 'issued' }), claim: claimOf(), ...given })
const frozen = (payout: Partial<Payout>): VoucherFacts =>
  claimed({ claim: claimOf({ state: 'frozen' }), payout: payoutOf(payout) })
const sent = (attempt: Attempt, payout: Partial<Payout> = {}): VoucherFacts =>
  frozen({ state: 'open', attempt, ...payout })
const byWechat = { isConfirmed: true, settlesWithinHours: 24 }

/** Every stage, what leads to it, and who then has to do something. */
const cases: [VoucherStage, VoucherFacts, string | null][] = [
  ['held', known({ voucher: voucherOf({ state: 'held' }) }), 'organiser'],
  ['rejected', known({ voucher: voucherOf({ state: 'rejected', before: 'held', reason: 'automated' }) }), null],
  ['given_up', known({ voucher: voucherOf({ state: 'rejected', before: 'held', reason: 'given_up' }) }), null],
  ['issued', known({}), 'you'],
  ['issued', known({ voucher: voucherOf({ before: 'held', reason: 'looks_genuine' }) }), 'you'],
  ['another', known({ voucher: voucherOf({ before: 'claimed', reason: 'payee_not_found' }) }), 'you'],
  ['another', known({ voucher: voucherOf({ before: 'paid', reason: 'returned_by_provider' }) }), 'you'],
  ['another', known({ voucher: voucherOf({ before: 'paid_outside', reason: 'returned_by_provider' }) }), 'you'],
  ['waiting', claimed(), 'organiser'],
  ['waiting', claimed({ payout: payoutOf({ claimId: 'claim_0', state: 'failed' }) }), 'organiser'],
  ['waiting', claimed({ payout: payoutOf({ state: 'cancelled', batchState: 'cancelled' }) }), 'organiser'],
  ['changed', claimed({ claim: claimOf({ eligibleAt: hoursLater(24) }) }), 'organiser'],
  ['approving', frozen({ batchState: 'frozen' }), 'organiser'],
  ['approved', frozen({}), 'organiser'],
  ['approved', frozen({ isAside: true, isConfirmed: true }), 'organiser'],
  ['receive', frozen(byWechat), 'you'],
  ['receive_later', { ...frozen(byWechat), now: '2026-02-14T02:00:00.000Z' }, 'you'],
  ['sending', sent(attemptOf('stored')), 'provider'],
  ['sending', sent(attemptOf('accepted')), 'provider'],
  ['delayed', sent(attemptOf('stored', { code: 'NOT_ENOUGH' })), 'organiser'],
  ['unknown', sent(attemptOf('unknown')), 'provider'],
  ['stopping', sent(attemptOf('cancelling')), 'provider'],
  ['awaiting', sent(attemptOf('awaiting_user', { confirmUntil: hoursLater(3) }), byWechat), 'you'],
  ['lapsed', sent(attemptOf('awaiting_user', { confirmUntil: now }), byWechat), 'provider'],
  ['again', claimed({ payout: payoutOf({ state: 'failed' }) }), 'organiser'],
  [
    'paid',
    known({ voucher: voucherOf({ state: 'paid', before: 'claimed' }), claim: claimOf({ state: 'paid' }) }),
    null,
  ],
  [
    'paid_outside',
    known({ voucher: voucherOf({ state: 'paid_outside', before: 'issued', reason: 'paid_outside_the_books' }) }),
    null,
  ],
  [
    'expired',
    known({ voucher: voucherOf({ state: 'expired', before: 'issued', reason: 'not_claimed_in_time' }) }),
    null,
  ],
  ['expired', known({ voucher: voucherOf({ isPast: true }) }), null],
  ['voided', known({ voucher: voucherOf({ state: 'voided', before: 'issued', reason: 'wrong_person' }) }), null],
  ['superseded', known({ voucher: voucherOf({ state: 'superseded', before: 'issued', reason: 'lost_link' }) }), null],
]

describe('where a voucher stands', () => {
  it.each(cases)('%s (%#)', (stage, given, who) => {
    const progress = voucherProgressOf(given)
    expect(progress.stage).toBe(stage)
    expect(progress.who).toBe(who)
    // Whoever has to do something is told what, and nothing is due where all is over.
    expect('next' in voucherMessages('en').stages[stage]).toBe(who !== null)
    if (who === null) expect([progress.until, progress.expected, progress.notices]).toEqual([null, null, []])
  })

  it.each(languages)('says what comes next without the desk’s batches, in %s', (language) => {
    const next = Object.values(voucherMessages(language).stages).map((stage) => ('next' in stage ? stage.next : ''))
    expect(next.filter((text) => /batch|一批|批次/.test(text))).toEqual([])
  })

  it('has a case for every stage there are words for', () => {
    const stages = Object.keys(voucherMessages('en').stages)
    expect([...new Set(cases.map(([stage]) => stage))].sort()).toEqual(stages.sort())
  })

  it('is never called failed where the payer is at fault', () => {
    for (const given of [
      sent(attemptOf('stored', { code: 'NOT_ENOUGH' })),
      claimed({ payout: payoutOf({ state: 'failed' }) }),
    ]) {
      const { name, text } = voucherMessages('en').stages[voucherProgressOf(given).stage]
      expect(name).toBe('Delayed')
      expect(text).toContain('on our side')
      expect(`${name} ${text}`).not.toMatch(/fail/i)
    }
  })

  it('gives a reason where it is the holder’s business', () => {
    expect(voucherProgressOf(known({ voucher: voucherOf({ before: 'claimed', reason: 'payee_limit' }) })).reason).toBe(
      'payee_limit',
    )
    expect(voucherProgressOf(known({ voucher: voucherOf({ state: 'voided', reason: 'wrong_person' }) })).reason).toBe(
      'wrong_person',
    )
    expect(
      voucherProgressOf(known({ voucher: voucherOf({ before: 'held', reason: 'looks_genuine' }) })).reason,
    ).toBeNull()
  })
})

describe('what may be done', () => {
  it.each(cases)('%s (%#)', (stage, given) => {
    expect(voucherProgressOf(given).may).toEqual({
      claim: stage === 'issued' || stage === 'another',
      change: stage === 'waiting' || stage === 'changed' || stage === 'again',
      receive: stage === 'receive' || stage === 'awaiting',
    })
  })
})

describe('by when', () => {
  it('a voucher is to be claimed by its last day, with a warning when that is near', () => {
    expect(voucherProgressOf(known({}))).toMatchObject({ until: '2026-10-12', endsSoon: null })
    expect(voucherProgressOf(known({ voucher: voucherOf({ endsSoon: true }) })).endsSoon).toBe('2026-10-12')
    expect(voucherProgressOf(known({ voucher: voucherOf({ lastDay: null, endsSoon: true }) }))).toMatchObject({
      until: null,
      endsSoon: null,
    })
    expect(voucherProgressOf(claimed({ voucher: voucherOf({ state: 'claimed', endsSoon: true }) })).endsSoon).toBeNull()
  })

  it('an end beyond what the calendar knows is only the least that it can be', () => {
    expect(voucherProgressOf(known({})).untilAtLeast).toBe(false)
    for (const lastDay of ['2026-12-31', '2027-06-07']) {
      expect(voucherProgressOf(known({ voucher: voucherOf({ lastDay }) }))).toMatchObject({
        until: lastDay,
        untilAtLeast: true,
      })
    }
    expect(voucherProgressOf(known({ voucher: voucherOf({ lastDay: null }) })).untilAtLeast).toBe(false)
  })

  it('a changed account is not paid before its day of waiting is over, and everything is promised from then on', () => {
    const waited = hoursLater(24)
    const progress = voucherProgressOf(claimed({ claim: claimOf({ eligibleAt: waited }) }))
    expect(progress).toMatchObject({ from: waited, until: null, expected: { usualDays: 5 } })
    const inBatch = claimed({ claim: claimOf({ state: 'frozen', eligibleAt: waited }), payout: payoutOf({}) })
    expect(voucherProgressOf(inBatch)).toMatchObject({ expected: { by: '2026-04-22' } })
  })

  it('the holder is told until when WeChat waits, and when we ask again', () => {
    const until = hoursLater(3)
    expect(voucherProgressOf(sent(attemptOf('awaiting_user', { confirmUntil: until }), byWechat)).until).toBe(until)
    expect(voucherProgressOf(sent(attemptOf('unknown', { nextAt: hoursLater(2) }))).askAt).toBe(hoursLater(2))
    expect(voucherProgressOf(sent(attemptOf('accepted', { nextAt: hoursLater(2) }))).askAt).toBeNull()
  })
})

describe('the day of the money', () => {
  it('is five working days from the claim, and does not move while the claim waits', () => {
    const inBatch = claimed({ claim: claimOf({ state: 'frozen' }), payout: payoutOf({}) })
    const days = [0, 24, 72].map((hours) => voucherProgressOf({ ...inBatch, now: hoursLater(hours) }).expected)
    expect(days).toEqual([{ by: '2026-04-21' }, { by: '2026-04-21' }, { by: '2026-04-21' }])
  })

  it('counts from today for somebody who has not claimed yet', () => {
    expect(voucherProgressOf(known({})).expected).toEqual({ ifYou: '2026-04-21' })
    expect(voucherProgressOf({ ...known({}), now: hoursLater(24) }).expected).toEqual({ ifYou: '2026-04-22' })
  })

  it('is called late when it has passed, and a step’s own day is then not named any more', () => {
    const inBatch = claimed({ claim: claimOf({ state: 'frozen' }), payout: payoutOf({}) })
    const progress = voucherProgressOf({ ...inBatch, now: hoursLater(24 * 8) })
    expect(progress).toMatchObject({ expected: { late: '2026-04-21' }, until: null })
  })

  it('is not named for a claim that no batch has, which a person may be holding, also when it takes longer', () => {
    for (const [hours, expected] of [
      [0, { usualDays: 5 }],
      [24 * 8, { overDays: 5 }],
    ] as const) {
      const progress = voucherProgressOf({ ...claimed(), now: hoursLater(hours) })
      expect(progress).toMatchObject({ until: null, expected })
    }
  })

  it('steps over a closure and counts slow days double', () => {
    const january = '2026-02-11T02:00:00.000Z'
    const progress = voucherProgressOf({
      ...claimed({ claim: claimOf({ state: 'frozen', madeAt: january, eligibleAt: january }), payout: payoutOf({}) }),
      now: january,
    })
    // Half a day each for 12, 13, 14 and 24 February, then three whole ones.
    expect(progress.expected).toEqual({ by: '2026-02-27' })
  })

  it('cannot be promised into a year that nobody has published', () => {
    const december = '2026-12-29T02:00:00.000Z'
    const at = claimOf({ madeAt: december, eligibleAt: december })
    expect(voucherProgressOf({ ...claimed({ claim: at }), now: december }).expected).toEqual({ unknownYear: 2027 })
    expect(voucherProgressOf({ ...known({}), now: december }).expected).toEqual({ unknownYear: 2027 })
    const later = '2028-01-05T02:00:00.000Z'
    expect(voucherProgressOf({ ...known({}), now: later }).expected).toEqual({ unknownYear: 2028 })
  })

  it('is told for a decision as many working days ahead as are named beside it', () => {
    const held = known({ voucher: voucherOf({ state: 'held' }) })
    const [five, ten] = [5, 10].map((workingDays) => {
      const by = promise(held.calendar, held.voucher.at, workingDays)?.day ?? null
      return voucherProgressOf({ ...held, review: { is: 'held', workingDays, by } }).until
    })
    expect(five).toBe(voucherProgressOf(held).until)
    expect(ten).toBe(dayLater(five ?? '', 7))
    // It is the day that was promised, however long ago.
    const late = { ...held, now: '2026-12-22T02:00:00.000Z' }
    expect(voucherProgressOf({ ...late, review: { is: 'held', workingDays: 5, by: five ?? null } }).until).toBe(five)
    expect(voucherProgressOf({ ...held, review: { is: 'held', workingDays: 99, by: null } }).until).toBeNull()
  })

  it('is not named where it is for the holder to do something, or nobody knows', () => {
    for (const given of [frozen(byWechat), known({ voucher: voucherOf({ state: 'held' }) })]) {
      expect(voucherProgressOf(given).expected).toBeNull()
    }
  })
})

describe('WeChat and closures', () => {
  it('what WeChat could pay within a closure is received after it', () => {
    const at = (iso: string) => voucherProgressOf({ ...frozen(byWechat), now: iso })
    expect(at('2026-02-13T02:00:00.000Z').stage).toBe('receive')
    const eve = at('2026-02-14T02:00:00.000Z')
    expect([eve.stage, eve.from, eve.may.receive]).toEqual(['receive_later', '2026-02-24', false])
    expect(at('2026-02-24T02:00:00.000Z').stage).toBe('receive')
  })

  it('what is sent by us waits for the first open day', () => {
    const progress = voucherProgressOf({ ...frozen({}), now: '2026-02-16T02:00:00.000Z' })
    expect([progress.stage, progress.from]).toEqual(['approved', '2026-02-24'])
  })
})

describe('notices', () => {
  const at = (iso: string) => voucherProgressOf({ ...known({}), now: iso }).notices

  it('of a closure and of slow days come two weeks before, and stay until they are over', () => {
    const closure = { is: 'closure', from: '2026-02-15', to: '2026-02-23' }
    const slow = { is: 'slow', from: '2026-01-19', to: '2026-02-24' }
    expect(at('2026-01-04T02:00:00.000Z')).toEqual([])
    expect(at('2026-01-05T02:00:00.000Z')).toEqual([slow])
    expect(at('2026-02-02T02:00:00.000Z')).toEqual([closure, slow])
    expect(at('2026-02-23T02:00:00.000Z')).toEqual([closure, slow])
    expect(at('2026-02-24T02:00:00.000Z')).toEqual([slow])
    expect(at('2026-02-25T02:00:00.000Z')).toEqual([])
  })
})

describe('the steps', () => {
  const shapeOf = (given: VoucherFacts) => voucherProgressOf(given).steps.map(({ name, is }) => `${name} ${is}`)

  it('name what is done with its day, what is under way, and what is to come', () => {
    expect(voucherProgressOf(claimed()).steps).toEqual([
      { name: 'issued', is: 'done', day: '2026-04-14' },
      { name: 'account', is: 'done', day: '2026-04-14' },
      { name: 'approved', is: 'now', day: null },
      { name: 'sent', is: 'coming', day: null },
      { name: 'paid', is: 'coming', day: null },
    ])
    expect(shapeOf(known({ voucher: voucherOf({ state: 'paid' }), claim: claimOf({ state: 'paid' }) }))).toEqual([
      ...['issued done', 'account done', 'approved done', 'sent done', 'paid done'],
    ])
  })

  it('have the holder receive the money where WeChat pays', () => {
    expect(shapeOf(frozen(byWechat))[3]).toBe('received now')
    expect(shapeOf(claimed({ claim: claimOf({ channel: 'wechat' }) }))[3]).toBe('received coming')
  })

  it('are left out where nothing more is to come', () => {
    for (const state of ['rejected', 'expired', 'voided', 'superseded'] as const) {
      expect(shapeOf(known({ voucher: voucherOf({ state }) }))).toEqual([])
    }
  })
})
