/** What the desk and the lists of vouchers ask is answered from indexes: no question passes over a whole table that grows. */
import { describe, expect, it } from 'vitest'
import { markedClaims, markedRespondents, responsesDue } from '../../../src/journey/retention/due.ts'
import { endedWaits, queueCounts } from '../../../src/journey/reviews/overview-store.ts'
import { completeInState, heldResponses } from '../../../src/journey/reviews/reviews-store.ts'
import type { Query } from '../../../src/platform/db/together.ts'
import * as desk from '../../../src/reconciliation/desk/desk-store.ts'
import { type NewException, openExceptionsByAmount } from '../../../src/reconciliation/exceptions/store.ts'
import { openAnew } from '../../../src/reconciliation/matching/again/open-again.ts'
import { readCoverage } from '../../../src/reconciliation/statements/coverage.ts'
import { statementsInState } from '../../../src/reconciliation/statements/store.ts'
import { clearingByAmount, clearingInState, payoutsInClearing } from '../../../src/rewards/batches/clearing-store.ts'
import { batchesByTotal, batchesInState, readyClaims } from '../../../src/rewards/batches/store.ts'
import { heldClaims, heldClaimsAhead, overClaims } from '../../../src/rewards/claims/store.ts'
import {
  confirmablePayouts,
  duePayouts,
  queuedPayouts,
  strandedPayouts,
  uncollectedPayouts,
} from '../../../src/rewards/payouts/store.ts'
import { stretchesOf, type VoucherCriteria } from '../../../src/rewards/voucher-desk/search.ts'
import * as voucher from '../../../src/rewards/voucher-desk/voucher-store.ts'
import { lastOfOffer } from '../../../src/rewards/vouchers/store.ts'
import { entriesFound } from '../../../src/staff/audit-trail/search/store.ts'
import type { Scope } from '../../../src/staff/permissions/scope.ts'
import { shared } from '../../support/databases/fresh.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'

const place = { day: '2026-11-23', hash: 'abc' }
const filters: [string, VoucherCriteria, typeof place | null][] = [
  ['of a state', { state: 'open', amount: null, day: null }, null],
  ['of a state, going on', { state: 'open', amount: null, day: null }, place],
  ['of a day', { state: null, amount: null, day: '2026-11-23' }, place],
  ['of an amount', { state: null, amount: { currency: 'CNY', minor: 2000 }, day: null }, null],
  ['of an amount, going on', { state: null, amount: { currency: 'CNY', minor: 2000 }, day: null }, place],
]

/** What is asked for whoever sees every study, and for somebody of one. */
const ofDesk = (scope: Scope): [string, Query][] => [
  ...Object.entries(desk.byState(scope)),
  ...Object.entries(desk.forPreparer(scope, scope)),
  ...Object.entries(desk.forApprover('staff_1', scope, scope)),
  ...Object.entries(desk.forAuditor('audit_9', scope)),
  ['batches waiting', desk.batchesWaiting(scope)],
  ['oldest in clearing', desk.oldestInClearing(scope)],
  ['days of vouchers', desk.daysOfVouchers('9', 32, scope)],
  ['days of vouchers, back', desk.daysOfVouchers('2026-11-23', 32, scope, 'ahead')],
  ['held claims', heldClaims({ after: '', limit: 51 }, scope)],
  ['held claims ahead', heldClaimsAhead({ before: '~', limit: 51 }, scope)],
  ['what is in clearing', payoutsInClearing('behind', null, 101, scope)],
  ['what is in clearing, from the end', payoutsInClearing('ahead', null, 101, scope)],
]
const inOne: Scope = { staffId: 'staff_1', permission: 'money.view' }

const questions: [string, Query][] = [
  ...ofDesk(null),
  ...ofDesk(inOne).map(([name, query]): [string, Query] => [`${name}, of some studies`, query]),
  [
    'ready claims',
    readyClaims({
      studyId: 's',
      channel: 'alipay',
      currency: 'CNY',
      now: '2026',
      after: '',
      leastMinor: 1,
      mostMinor: 9_999,
      limit: 200,
    }),
  ],
  ...(['behind', 'ahead'] as const).map((way): [string, Query] => [
    `held responses ${way}`,
    heldResponses(['study_1', 'study_2'], { day: '', ref: '' }, 26, way),
  ]),
  ['the queue of the review desk', queueCounts('study_1', '2026-11-09')],
  ['the waits that ended in two weeks', endedWaits('study_1', '2026-11-09', undefined, 10)],
  ...Object.entries({
    everything: {},
    'of somebody': { actor: 'staff_1' },
    'about something': { subject: 'batch_1' },
    'that did this': { action: 'batch.approved' },
    'of a day': { from: '2026-11-23', to: '2026-11-23' },
  }).map(([name, some]): [string, Query] => [
    `audit entries ${name}`,
    entriesFound({ action: '', actor: '', subject: '', from: '', to: '', ...some }, null, 'behind', 'audit_9', 51),
  ]),
  ...(['behind', 'ahead'] as const).flatMap((way): [string, Query][] => [
    [`clearing in a state ${way}`, clearingInState('unknown', way, 'a', 101, null)],
    [`clearing by amount ${way}`, clearingByAmount('CNY', way, { minor: 2_000, id: 'a' }, 101, null)],
    [`batches by sum ${way}`, batchesByTotal[way]({ currency: 'CNY', total: 2_000, id: 'b', limit: 26 })],
    [`batches in a state ${way}`, batchesInState[way]({ state: 'approved', id: 'b', limit: 26 })],
    [
      `exceptions by amount ${way}`,
      openExceptionsByAmount[way]({ ofClass: '', currency: 'CNY', minor: 2_000, id: 'e', limit: 101 }),
    ],
    ...(['held', 'objected', 'rejected'] as const).map((state): [string, Query] => [
      `responses in the state ${state} ${way}`,
      completeInState(['a', 'b'], state, 'r', 51, way),
    ]),
    [`responses that nobody decided about ${way}`, completeInState(['a', 'b'], 'accepted', 'r', 51, way)],
    [`statements in a state ${way}`, statementsInState[way]({ state: 'published', id: 's', limit: 26 })],
  ]),
  ['steps of a voucher', voucher.stepsOfVoucher('v_1')],
  ['transfers of a voucher', voucher.transfersOfVoucher('v_1')],
  ['proposals of a voucher', voucher.proposalsOfVoucher('v_1')],
  ...filters.flatMap(([name, filter, after]) =>
    (['behind', 'ahead'] as const).flatMap((way) =>
      Object.entries(stretchesOf(filter, 'issued', { from: after, limit: 51, scope: null, way })).flatMap(
        ([part, query]): [string, Query][] => (query === null ? [] : [[`vouchers ${name}: ${way}, ${part}`, query]]),
      ),
    ),
  ),
]

/** Lists that are sorted by a column, and the index of which a page is a stretch. */
const sortedByIndex: Readonly<Record<string, string>> = {
  'clearing in a state': 'attempts_open_by_state',
  'clearing by amount': 'attempts_open_by_amount',
  'batches by sum': 'batches_by_total',
  'batches in a state': 'batches_by_state',
  'exceptions by amount': 'exceptions_open_by_amount',
  'statements in a state': 'statements_by_state',
}

/** What the sweep asks every minute, and the index of the few that it is about: a study that is over, payments long made. */
const ofSweep: [string, Query, string][] = [
  ['payouts to send', queuedPayouts('alipay', 20), 'payouts_queued'],
  ['payouts due', duePayouts('alipay', '2026-11-23', 20), 'attempts_due'],
  ['payouts to confirm', confirmablePayouts('alipay', 20), 'attempts_open'],
  ['payouts not collected', uncollectedPayouts('manual', '2026-11-23', 20), 'payouts_queued'],
  ['payouts stranded', strandedPayouts(20), 'payouts_queued'],
  ['answers to erase', responsesDue('study_1'), 'responses_kept'],
  ['respondents who are known again', markedRespondents('study_1', '2026-11-23'), 'responses_erased'],
  ['accounts that are known again', markedClaims('study_1', '2026-11-23'), 'claims_marked'],
  ['accounts to erase', overClaims('study_1', '2026-10-23', { id: '', madeAt: '' }, 20), 'claims_payee_kept'],
]

/** Tables that stay small whatever comes: offers, studies, staff, words. A partial index is small by what it is of. */
const small =
  /^SCAN (offers|few|page|waiting|ready|days|each_state|voucher_states|\(|CONSTANT)|^SCAN \w+ USING (COVERING )?INDEX (claims_held|claims_stopped|reviews_held|reviews_objected|reviews_rejected|claims_ready|batches_frozen|attempts_open|attempts_open_by_state|attempts_in_clearing|exceptions_open|proposals_one_waiting|payouts_queued)\b/

describe('a growing table', () => {
  const world = shared({ open: sqlite.open })

  it.each(ofSweep)('is not passed over each minute for: %s', async (_, { sql, values }, index) => {
    const plan = await world().ports.db.read<{ detail: string }>({ sql: `explain query plan ${sql}`, values })
    const [first] = plan.map(({ detail }) => detail).filter((detail) => /^(SCAN|SEARCH)/.test(detail))
    expect(first).toMatch(new RegExp(` INDEX ${index}( |$)`))
  })

  it('what still waits of an offer, and what is open of an account, is read from an index of that alone', async () => {
    const { db } = world().ports
    const asked: Query[] = [lastOfOffer({ studyId: 's', offerId: 'o', due: 2 })]
    const read = async (query: Query) => {
      asked.push(query)
      return []
    }
    await readCoverage({ ...world().ports, db: { ...db, read } as typeof db }, null)
    const plans = await Promise.all(
      asked.map(({ sql, values }) => db.read<{ detail: string }>({ sql: `explain query plan ${sql}`, values })),
    )
    const [last, open] = plans.map((plan) => plan.map(({ detail }) => detail).join('\n'))
    expect(last).toContain('INDEX vouchers_waiting_of_offer (offer_id=? AND state=?)')
    expect(open).toContain('INDEX exceptions_open_by_class (provider=? AND currency=?)')
  })

  it('what was in question before is looked for by its subject', async () => {
    const { db } = world().ports
    const asked: Query[] = []
    const read = async (query: Query) => {
      asked.push(query)
      return []
    }
    const found = { class: 'duplicate', subject: 'manual:CNY/1', provider: 'manual', currency: 'CNY' } as NewException
    await openAnew({ ...world().ports, db: { ...db, read } as typeof db }, [found], 'statement')
    const [{ sql, values }] = asked as [Query]
    const [plan] = await db.read<{ detail: string }>({ sql: `explain query plan ${sql}`, values })
    expect(plan?.detail).toContain('INDEX exceptions_by_subject (subject=?)')
  })

  it.each(questions)('is never passed over for: %s', async (name, query) => {
    const plan = await world().ports.db.read<{ detail: string }>({
      sql: `explain query plan ${query.sql}`,
      values: query.values,
    })
    const lines = plan.map(({ detail }) => detail)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => line.startsWith('SCAN') && !small.test(line))).toEqual([])
    const [what] = name.split(', of some')
    if (what === 'report' || what === 'what is in clearing') expect(lines.join()).toContain('INDEX attempts_open')
    const sortedBy = Object.entries(sortedByIndex).find(([list]) => name.startsWith(list))?.[1]
    if (sortedBy !== undefined) {
      expect(lines.join('\n')).toMatch(new RegExp(`SEARCH \\w+ USING (COVERING )?INDEX ${sortedBy}\\b`))
      expect(lines.join('\n')).not.toContain('TEMP B-TREE')
    }
    // Of what was ever held, and not of all responses.
    const held = /^responses in the state (\w+)/.exec(name)?.[1]
    if (held !== undefined) expect(lines.join()).toContain(`USING INDEX reviews_${held}`)
    if (name === 'ready claims') expect(lines.join()).toContain('INDEX claims_ready')
    if (what === 'held claims') expect(lines.join()).toContain('INDEX claims_held')
    if (name.startsWith('audit entries '))
      expect(lines.join()).toMatch(/SEARCH audit_entries USING INDEX audit_entries_\w+/)
    if (name.startsWith('vouchers ')) {
      expect(lines.join()).toMatch(/SEARCH vouchers USING COVERING INDEX vouchers_by_(state|amount)/)
      // Days are read one after the other, each put in order by itself.
      if (name.endsWith('earlier')) expect(lines.join()).toContain('TEMP B-TREE FOR LAST TERM OF ORDER BY')
    }
  })
})
