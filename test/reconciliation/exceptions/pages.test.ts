/** The pages of exceptions: no note is lost, and that both sides agree is said only of what a statement covers. */
import { describe, expect, it } from 'vitest'
import { readCoverage } from '../../../src/reconciliation/statements/coverage.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { unmatched } from '../../staff/approvals/shown/proposed.ts'
import { textOf } from '../../support/begun.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { filledUp, movementsOf, open, paidWorld, uploadStatement } from '../../support/paid.ts'

describe('a form of an exception that is refused', () => {
  const long = 'x'.repeat(501)
  it.each([
    ['notes', { note: long }, 'Add a note first'],
    ['stop', { 'lift-note': long }, 'Add a note first'],
    ['match', { 'match-note': 'asked the bank, ticket 8', attempt: 'none' }, 'That action does not apply'],
    ['closing', { 'closing-note': 'asked the bank, ticket 8', action: 'settle', kind: '' }, 'does not apply'],
    ['closing', { 'closing-note': long, action: 'book' }, 'Add a note first'],
  ])('shows again what was typed: %s', async (form, fields, expected) => {
    const { world, exception } = await unmatched()
    const omar = await signedIn(world, 'preparer')
    const response = await omar.post(`/finance/exceptions/${exception.id}/${form}`, fields)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(textOf(html)).toContain(expected)
    for (const [name, typed] of Object.entries(fields)) {
      if (name.endsWith('note')) expect(html).toMatch(new RegExp(`name="${name}"[^>]*>${typed}</textarea>`))
      // What is not offered cannot be chosen again.
      if (typed === 'book') expect(html).toContain(`<option value="${typed}" selected`)
    }
  })
})

describe('that statements and books agree', () => {
  const agree = 'Statements and ledger agree'

  it('is said of no account before a statement covers it, and reminds whoever uploads once it is due', async () => {
    const { world } = await paidWorld(1)
    const early = await signedIn(world, 'preparer')
    const before = textOf((await early.open('/finance/exceptions')).html)
    expect(before).toContain('No statement is in effect yet, so nothing has been compared')
    expect(before).toContain('No statement yet: nothing has been compared')
    expect(before).not.toContain(agree)
    const task = 'account with days that have no statement'
    expect(textOf((await early.open('/finance')).html)).not.toContain(task)
    world.wait(24 * 60)
    const omar = await signedIn(world, 'preparer')
    expect(textOf((await omar.open('/finance')).html)).toContain(`1 ${task}`)
    const ada = await signedIn(world, 'approver')
    expect(textOf((await ada.open('/finance')).html)).not.toContain(task)
    expect(textOf((await omar.open('/finance/statements')).html)).toContain('1 day with payments has no statement: 23')
  })

  it('is said of the days that are covered, matched and without exceptions, beside those that are not', async () => {
    const { world, attempts } = await paidWorld(1)
    await uploadStatement(world, [filledUp, ...movementsOf(attempts)])
    world.wait(2 * 24 * 60)
    await world.ports.db.together({
      sql: `insert into provider_days (account_id, day, funded, paid, fees, returned, other)
        values ('wechat:CNY', '2026-11-24', 0, 100, 0, 0, 0)`,
      values: [],
    })
    expect(await readCoverage(world.ports, null)).toEqual([
      {
        accountId: 'wechat:CNY',
        covered: { from: '2026-11-22', to: '2026-11-23' },
        missing: { days: 1, from: '2026-11-24', to: '2026-11-24' },
        isMatched: true,
        open: 0,
      },
    ])
    const ivo = await signedIn(world, 'auditor')
    const text = textOf((await ivo.open('/finance/exceptions')).html)
    expect(text).toContain(`WeChat Pay CNY ${agree}`)
    expect(text).toContain('1 day with payments has no statement: 24 November 2026')
  })

  it('is not said while an exception is open, nor where there is no account at all', async () => {
    const { world, exception } = await unmatched()
    expect((await open(world)).map(({ id }) => id)).toContain(exception.id)
    const ivo = await signedIn(world, 'auditor')
    const text = textOf((await ivo.open('/finance/exceptions')).html)
    expect(text).not.toContain(agree)
    expect(text).toContain('1 open exception')
    const nobody = await signedIn(await fresh(), 'auditor')
    expect(textOf((await nobody.open('/finance/exceptions')).html)).not.toContain(agree)
  })
})

describe('the page of an exception that two people closed', () => {
  it('says who proposed what, why, and who confirmed or declined it', async () => {
    const { world, exception } = await unmatched()
    const at = `/finance/exceptions/${exception.id}`
    const [omar, ada] = [await signedIn(world, 'preparer'), await signedIn(world, 'approver')]
    const decided = async (note: string, verdict: string) => {
      const proposed = await omar.post(`${at}/closing`, { 'closing-note': note, action: 'book', kind: '' })
      expect(proposed.status).toBe(303)
      const rows = await rowsOf<{ id: string; decided: number }>(world, 'proposals')
      const waiting = rows.find((row) => row.decided === 0)?.id
      expect((await ada.post(`/finance/proposals/${waiting}`, { verdict })).status).toBe(303)
    }
    await decided('the bank was asked', 'declined')
    await decided('the bank has answered', 'confirmed')
    const text = textOf((await omar.open(at)).html)
    expect(text).toMatch(/the bank was asked Proposed by Omar on .* Declined Ada ·/)
    expect(text).toMatch(/the bank has answered Proposed by Omar on .* Confirmed Ada ·/)
  })
})
