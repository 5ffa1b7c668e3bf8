/** A statement counts whole or not at all, once, whatever happens on the way. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { formatMinorUnits } from '../../../src/platform/money/money.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import {
  account,
  filledUp,
  floatOf,
  movementsOf,
  open,
  paidWorld,
  uploadBytes,
  uploadStatement,
} from '../../support/paid.ts'

forEachDatabase((_, openDatabase, once) => {
  it('a statement of what was paid matches line by line, and leaves nothing open', async () => {
    const { world, attempts } = await paidWorld(4, { open: openDatabase })
    const { statement } = await uploadStatement(world, [filledUp, ...movementsOf(attempts)])
    expect(statement).toMatchObject({ state: 'published', accountId: account, linesNew: 5, linesMatched: 5 })
    expect(statement).toMatchObject({ periodFrom: '2026-11-22', periodTo: '2026-11-23', openingMinor: 0 })
    expect(statement?.matchedAt).not.toBeNull()
    expect(await open(world)).toEqual([])
    expect(await rowsOf(world, 'matches')).toHaveLength(4)
    expect(await floatOf(world)).toBe(statement?.closingMinor)
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
  })

  once('a table whose narrative has our reference among other words matches its payments', async () => {
    const { world, attempts } = await paidWorld(2, { open: openDatabase })
    const rows = movementsOf(attempts).map(
      ({ reference, amountMinor }) => `2026-11-23,FPS ${reference} CHAN,-${formatMinorUnits(amountMinor, 'CNY')}\n`,
    )
    const mapping = csvMapping.parse({
      delimiter: ',',
      day: { column: 'Date', format: 'YYYY-MM-DD' },
      amount: { by: 'sign', column: 'Amount', below: 'debit' },
      currency: { code: 'CNY' },
      reference: 'Narrative',
    })
    const bytes = new TextEncoder().encode(`Date,Narrative,Amount\n${rows.join('')}`)
    const { statement } = await uploadBytes(world, bytes, { accountId: account, mapping, claims: { rows: 2 } })
    expect(statement).toMatchObject({ state: 'published', linesNew: 2, linesMatched: 2 })
    expect((await rowsOf(world, 'statement_lines')).map(({ reference }) => reference).sort()).toEqual(
      attempts.map(({ reference }) => reference).sort(),
    )
    expect((await open(world)).map((one) => one.class)).not.toContain('missing_in_ledger')
  })

  it('the same file again, under any name, changes nothing and says so', async () => {
    const { world, attempts } = await paidWorld(2, { open: openDatabase })
    const file = await makeFile('wechat_fund_bill', [filledUp, ...movementsOf(attempts)], { openingMinor: 0 })
    await uploadBytes(world, file.bytes)
    const before = [await rowsOf(world, 'statement_lines'), await rowsOf(world, 'provider_days')]
    const again = await uploadBytes(world, file.bytes)
    expect(again.received).toMatchObject({ refused: 'same_file' })
    expect([await rowsOf(world, 'statement_lines'), await rowsOf(world, 'provider_days')]).toEqual(before)
  })

  it('a file that overlaps adds only its new lines', async () => {
    const { world, attempts } = await paidWorld(4, { open: openDatabase })
    const all = [filledUp, ...movementsOf(attempts)]
    await uploadStatement(world, all.slice(0, 3))
    const { statement } = await uploadStatement(world, all)
    expect(statement).toMatchObject({ state: 'published', linesNew: 2, linesMatched: 2 })
    expect(await rowsOf(world, 'statement_lines')).toHaveLength(5)
    expect(await floatOf(world)).toBe(statement?.closingMinor)
    expect(await open(world)).toEqual([])
  })

  once.each([
    ['totals', { fault: 'totals' as const }, 'totals'],
    ['balance', { fault: 'balance' as const }, 'balance'],
    ['column', { fault: 'missing_column' as const }, 'header'],
    ['line twice', { fault: 'duplicate_key' as const }, 'duplicate_key'],
  ])('a broken file is refused whole, with line and reason: %s', async (_, options, why) => {
    const { world, attempts } = await paidWorld(2, { open: openDatabase })
    const before = await rowsOf(world, 'provider_days')
    const { statement } = await uploadStatement(world, [filledUp, ...movementsOf(attempts)], options)
    expect(statement?.state).toBe('refused')
    expect(JSON.parse(statement?.problem ?? '')).toMatchObject({ why })
    expect(await rowsOf(world, 'statement_lines')).toEqual([])
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
    expect(await rowsOf(world, 'provider_days')).toEqual(before)
    // And the mended file is welcome.
    const { statement: mended } = await uploadStatement(world, [filledUp, ...movementsOf(attempts)])
    expect(mended?.state).toBe('published')
  })

  once('a line that says something else than before has its file refused', async () => {
    const { world, attempts } = await paidWorld(3, { open: openDatabase })
    const all = [filledUp, ...movementsOf(attempts)]
    await uploadStatement(world, all.slice(0, 3))
    const changed = all.map((one, i) => (i === 2 ? { ...one, amountMinor: one.amountMinor + 1 } : one))
    const { statement } = await uploadStatement(world, changed)
    expect(JSON.parse(statement?.problem ?? '')).toMatchObject({ why: 'line_changed', detail: all[2]?.id })
    expect(await rowsOf(world, 'statement_lines')).toHaveLength(3)
  })

  once('a file that leaves days out is refused, and taken once the days between are there', async () => {
    const { world } = await paidWorld(1, { open: openDatabase })
    const top = (day: number) => ({
      ...filledUp,
      id: `1900009231202611${day}9`,
      at: `2026-11-${day}T02:00:00.000Z`,
      amountMinor: 100,
    })
    await uploadStatement(world, [top(10)])
    const third = await uploadStatement(world, [top(12)], { openingMinor: 200 })
    expect(JSON.parse(third.statement?.problem ?? '')).toMatchObject({ why: 'balance' })
    expect((await uploadStatement(world, [top(11)], { openingMinor: 100 })).statement?.state).toBe('published')
    expect((await uploadStatement(world, [top(12)], { openingMinor: 200 })).statement?.state).toBe('published')
    // Nothing happened for a week, as the balances show.
    const later = await uploadStatement(world, [top(19)], { openingMinor: 300 })
    expect(later.statement).toMatchObject({ state: 'published', periodFrom: '2026-11-13', periodTo: '2026-11-19' })
    // Without balances nobody could know, so the period has to be said.
    const apart = await uploadStatement(
      world,
      [top(26)],
      { openingMinor: 400 },
      { claims: { fromDay: '2026-11-26', toDay: '2026-11-26' } },
    )
    expect(JSON.parse(apart.statement?.problem ?? '')).toMatchObject({ why: 'hole', detail: '2026-11-20' })
    const whole = { claims: { fromDay: '2026-11-20', toDay: '2026-11-26' } }
    expect((await uploadStatement(world, [top(26)], { openingMinor: 400 }, whole)).statement?.state).toBe('published')
  })

  it('one file of an account is read at a time, and the next one waits', async () => {
    const world = await fresh({ open: openDatabase })
    const staff = await staffAs(world, 'preparer')
    const one = await makeFile('wechat_fund_bill', [filledUp], { openingMinor: 0 })
    const two = await makeFile('wechat_fund_bill', [{ ...filledUp, id: 'other' }], { openingMinor: 10_000_000 })
    const first = await receiveStatement(world.ports, staff, { accountId: null, bytes: one.bytes })
    const second = await receiveStatement(world.ports, staff, { accountId: null, bytes: two.bytes })
    expect(first).toMatchObject({ staged: true })
    expect(second).toMatchObject({ staged: false })
    for (let round = 0; round < 4; round += 1) await sweepStatements(world.ports)
    const states = (await rowsOf<{ state: string; matched_at: string | null }>(world, 'statements')).map(
      (row) => row.state,
    )
    expect(states).toEqual(['published', 'published'])
  })
})
