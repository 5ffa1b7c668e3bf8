/** The pages of batches, payouts and clearing, walked as the people who use them. */
import { describe, expect, it } from 'vitest'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { alipay, claimed, payoutOf, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

const fields = (world: World, provider: string) => ({
  studyId: world.study.id,
  channel: 'alipay',
  currency: 'CNY',
  provider,
})

async function claimedWorld(count = 2, provider: 'alipay' | 'manual' = 'alipay') {
  const world = await fresh()
  const payer = withAlipay(world, provider === 'manual' ? { provider, mode: 'file', settlesWithinHours: 6 } : {})
  const vouchers = await claimed(world, count)
  return { world, payer, voucher: vouchers[0] ?? { id: '' } }
}

describe('finance', () => {
  it('prepares, approves as another, sees it sent and paid', async () => {
    const { world, voucher } = await claimedWorld()
    const omar = await signedIn(world, 'preparer')
    const ada = await signedIn(world, 'approver')
    expect(textOf((await omar.open('/finance/payouts')).html)).toContain('CNY 40.00')
    const made = await omar.post('/finance/batches', fields(world, 'alipay'))
    const at = made.headers.get('location')?.split('?')[0] ?? ''
    const prepared = textOf((await omar.open(made.headers.get('location') ?? '')).html)
    expect(prepared).toContain('You prepared this batch')
    expect(prepared).toContain('Now another person has to approve it.')
    expect(prepared).toContain('Needs one approval.')
    expect(prepared).toContain('An approver approves or rejects it')
    const approved = await ada.post(`${at}/approvals`)
    expect(textOf((await ada.open(approved.headers.get('location') ?? '')).html)).toContain('Approved.')
    const again = textOf((await omar.open(made.headers.get('location') ?? '')).html)
    expect(again).not.toMatch(/has to approve it|Needs one approval/)
    expect(again).toContain('It is being sent')
    await sweepPayouts(world.ports)
    const { payoutId } = await payoutOf(world, voucher)
    const life = textOf((await omar.open(`/finance/payouts/${payoutId}`)).html)
    expect(life).toContain('Paid')
    expect(life).not.toContain(alipay(1).fields.phone)
    expect(textOf((await omar.open('/finance/clearing')).html)).toContain('Nothing is in clearing.')
    expect(textOf((await omar.open('/finance/payouts')).html)).toContain('Nothing left to do')
  })

  it('shows an unknown outcome, with the money in clearing and the minutes to the next question', async () => {
    const { world, payer } = await claimedWorld(1)
    payer.answer = () => ({ state: 'unknown', code: 'READ_TIMEOUT' })
    const omar = await signedIn(world, 'preparer')
    const ada = await signedIn(world, 'approver')
    const made = await omar.post('/finance/batches', fields(world, 'alipay'))
    await ada.post(`${made.headers.get('location')?.split('?')[0]}/approvals`)
    await sweepPayouts(world.ports)
    const page = textOf((await ada.open('/finance/clearing')).html)
    expect(page).toMatch(/Outcome unknown\s+READ_TIMEOUT/)
    expect(page).toContain('in 1 min')
    // What is put off for long is told in hours, and as a day where it is more than one.
    const next = async (minutes: number) => {
      const at = new Date(Date.parse(world.ports.clock.now()) + minutes * 60_000).toISOString()
      await world.ports.db.together({ sql: 'update attempts set next_at = ?', values: [at] })
      return textOf((await ada.open('/finance/clearing')).html)
    }
    expect(await next(135)).toContain('in 2 h 15 min')
    expect(await next(120)).toMatch(/in 2 h(?! 0)/)
    expect(await next(26 * 60)).toMatch(/\d+ \w+ 20\d\d, \d\d:\d\d \(UTC\+8\)\s+\d+ \w+ 20\d\d, \d\d:\d\d \(UTC\+8\)/)
    const [payout] = await rowsOf(world, 'payouts')
    payer.answer = () => ({ state: 'succeeded', code: null })
    const asked = await ada.post(`/finance/payouts/${payout?.id}/question`)
    expect(textOf((await ada.open(asked.headers.get('location') ?? '')).html)).toMatch(/Checked\..*Paid/)
    expect((await ada.post(`/finance/payouts/${payout?.id}/question`)).status).toBe(409)
  })

  it('lists what is in clearing from either end, the oldest first', async () => {
    const { world, payer } = await claimedWorld(3)
    payer.answer = () => ({ state: 'unknown', code: 'READ_TIMEOUT' })
    const omar = await signedIn(world, 'preparer')
    const ada = await signedIn(world, 'approver')
    const made = await omar.post('/finance/batches', fields(world, 'alipay'))
    await ada.post(`${made.headers.get('location')?.split('?')[0]}/approvals`)
    await sweepPayouts(world.ports)
    const listed = async (path: string) =>
      [...(await omar.open(path)).html.matchAll(/href="\/finance\/payouts\/(payout_\w+)"/g)].map(([, id]) => id)
    const oldest = await listed('/finance/clearing')
    expect(new Set(oldest).size).toBe(3)
    expect(await listed('/finance/clearing?sort=-when')).toEqual(oldest.toReversed())
    const attempts = (await rowsOf<{ id: string }>(world, 'attempts')).map(({ id }) => id).sort()
    expect(await listed(`/finance/clearing?before=${attempts[0]}`)).toEqual(oldest.slice(1))
  })

  it.each([
    ['auditor', '/finance/batches'],
    ['approver', '/finance/batches'],
    ['preparer', '/finance/batches/batch_x/approvals'],
    ['auditor', '/finance/batches/batch_x/approvals'],
    ['auditor', '/finance/batches/batch_x/cancellation'],
    ['approver', '/finance/batches/batch_x/instruction'],
    ['approver', '/finance/batches/batch_x/reports'],
    ['approver', '/finance/payouts/payout_x/payee'],
    ['auditor', '/finance/payouts/payout_x/failure'],
    ['auditor', '/finance/payouts/payout_x/question'],
  ] as const)('%s may not post to %s', async (role, path) => {
    const world = await fresh()
    const browser = await signedIn(world, role)
    expect((await browser.post(path)).status).toBe(403)
  })

  it('a payee is shown in full to the preparer only, and only behind an entry in the audit trail', async () => {
    const { world, voucher } = await claimedWorld(1)
    const omar = await signedIn(world, 'preparer')
    await omar.post('/finance/batches', fields(world, 'alipay'))
    const { payoutId, claimId } = await payoutOf(world, voucher)
    const shown = await (await omar.post(`/finance/payouts/${payoutId}/payee`)).text()
    expect(shown).toContain(alipay(1).fields.phone)
    const entries = await rowsOf(world, 'audit_entries')
    expect(entries.filter(({ action }) => action === 'payee.unmasked')).toMatchObject([{ subject: claimId }])
  })

  it('ticks what was paid by hand, and proposes what was not', async () => {
    const { world, voucher } = await claimedWorld(2, 'manual')
    const omar = await signedIn(world, 'preparer')
    const ada = await signedIn(world, 'approver')
    const made = await omar.post('/finance/batches', fields(world, 'manual'))
    const at = made.headers.get('location')?.split('?')[0] ?? ''
    await ada.post(`${at}/approvals`)
    expect(textOf((await omar.open('/finance/payouts')).html)).toContain('The preparer releases it for payment')
    const handed = await omar.post(`${at}/instruction`)
    expect(textOf((await omar.open(handed.headers.get('location') ?? '')).html)).toContain('Released for payment')
    // No bank has accepted anything yet.
    expect(textOf((await omar.open(at)).html)).toMatch(/Being paid\s*·\s*Handed over/)
    const { reference, payoutId } = await payoutOf(world, voucher)
    const failed = await omar.post(`/finance/payouts/${payoutId}/failure`, {
      reason: 'payee_not_found',
      code: 'AC03',
      evidence: 'letter 7',
    })
    expect(failed.headers.get('location')).toContain('said=proposed')
    const reported = await omar.post(`${at}/reports`, { paid: reference ?? '' })
    expect(textOf((await omar.open(reported.headers.get('location') ?? '')).html)).toContain('Paid: 1.')
    // Where payments are stopped, the way to what stops them is there.
    expect((await omar.open(`${at}?said=stopped`)).html).toMatch(/class="notice bad".*?href="\/finance\/exceptions"/s)
    expect(textOf((await omar.open(at)).html)).toMatch(/So far\s*Being paid: 1 · CNY\s20.00\s*Paid: 1 · CNY\s20.00/)
    const steps = async () =>
      Promise.all(['/finance/payouts', at].map(async (page) => textOf((await omar.open(page)).html)))
    for (const text of await steps()) expect(text).toContain('The preparer reports the bank’s results')
    const open = (await rowsOf<{ id: string; state: string }>(world, 'payouts')).find(({ state }) => state === 'open')
    const also = { reason: 'payee_not_found', code: 'AC03', evidence: 'letter 8' }
    await omar.post(`/finance/payouts/${open?.id}/failure`, also)
    // All that the preparer can report is reported: what is left waits for somebody else.
    for (const text of await steps()) {
      expect(text).toContain('Another person confirms what the bank reported')
      expect(text).not.toContain('The preparer reports')
    }
  })
})
