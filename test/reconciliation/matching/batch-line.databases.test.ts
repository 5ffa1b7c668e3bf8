/** A batch as a bank books it, on every database: a sum that nobody knows, its parts, and one that does not add up. */
import { expect, it } from 'vitest'
import { closingDetails } from '../../../src/reconciliation/exceptions/shown/closing.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, open, uploadBytes } from '../../support/paid.ts'
import { close } from '../exceptions/two-people.ts'
import { expectPromisesKept } from '../statements/promises.ts'
import { bankAccount, bankBatch, notification, part, statement } from './bank-batch.ts'

const day = '2026-11-23'

forEachDatabase((_, openDatabase) => {
  it('a sum that nobody knows stops the account until its parts say what it was for', async () => {
    const { world, attempts } = await bankBatch(2, { open: openDatabase })
    const booked = { day, minor: -4_000, ref: 'R1' }
    await uploadBytes(world, statement('2026-11-22', '2026-11-23', 0, [{ day, minor: 9_000, ref: 'R0' }, booked]))
    expect((await open(world)).map((one) => one.class)).toEqual(['missing_in_ledger'])
    expect(await rowsOf(world, 'provider_accounts')).toMatchObject([{ stops: 1 }])
    const details = attempts.map(({ reference }) => part(-2_000, `<EndToEndId>${reference}</EndToEndId>`)).join('')
    await uploadBytes(world, notification([{ ...booked, details }]))
    expect(await open(world)).toEqual([])
    expect(await rowsOf(world, 'provider_accounts')).toMatchObject([{ stops: 0 }])
    expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['paid', 'paid'])
    expect(await floatOf(world, bankAccount)).toBe(5_000)
    const [{ debit_minor: counted } = { debit_minor: 0 }] = await rowsOf(world, 'statement_days')
    expect(counted).toBe(4_000)
    await expectPromisesKept(world)
  })

  it('a batch that does not add up is one exception, and its difference is booked by two people', async () => {
    const { world, paymentId } = await bankBatch(2, { open: openDatabase })
    const details = `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>`
    const booked = [
      { day, minor: 9_000, ref: 'R0' },
      { day, minor: -4_150, ref: 'R1', details },
    ]
    await uploadBytes(world, statement('2026-11-22', '2026-11-23', 0, booked))
    const [exception, ...others] = await open(world)
    expect(others).toEqual([])
    expect(exception).toMatchObject({ class: 'batch_mismatch', amountMinor: 150 })
    expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['open', 'open'])
    for (const action of ['keep', 'reopen', 'settle'] as const) {
      await expect(exception && close(world, exception, action)).rejects.toThrow(
        action === 'keep' ? 'differs' : 'not_this',
      )
    }
    if (exception !== undefined) await close(world, exception, 'book')
    expect(await open(world)).toEqual([])
    expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['paid', 'paid'])
    expect(await floatOf(world, bankAccount)).toBe(4_850)
    await expectPromisesKept(world)
  })

  it('several debits of one batch are what it comes to, once all of them are there', async () => {
    const { world, paymentId } = await bankBatch(3, { open: openDatabase })
    const details = `<Btch><PmtInfId>${paymentId}</PmtInfId></Btch>`
    const before = { day: '2026-11-21', minor: 9_000, ref: 'R0' }
    await uploadBytes(
      world,
      statement('2026-11-21', '2026-11-22', 0, [before, { day: '2026-11-22', minor: -2_000, ref: 'R1', details }]),
    )
    expect((await open(world)).map((one) => [one.class, one.amountMinor])).toEqual([['batch_mismatch', 4_000]])
    const more = (minor: number, ref: string) => ({ day, minor, ref, details })
    await uploadBytes(world, statement('2026-11-23', '2026-11-23', 7_000, [more(-2_000, 'R2'), more(-1_000, 'R3')]))
    // Two of them are two payouts, if not which; as long as nothing says so, nothing is proved.
    const differing = (await open(world)).map((one) => [one.class, one.amountMinor])
    expect(differing).toEqual(Array.from({ length: 3 }, () => ['batch_mismatch', 1_000]))
    expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['open', 'open', 'open'])
    await expectPromisesKept(world)
    await uploadBytes(
      world,
      statement('2026-11-24', '2026-11-25', 4_000, [{ day: '2026-11-24', minor: -2_000, ref: 'R4', details }]),
    )
    expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['paid', 'paid', 'paid'])
    const matched = await rowsOf<{ line_key: string }>(world, 'matches')
    expect(matched.map(({ line_key }) => line_key).sort()).toEqual(['R1|d2000', 'R2|d2000', 'R4|d2000'])
    // The debit that no payout explains is left for people.
    expect((await open(world)).map((one) => [one.class, one.amountMinor])).toContainEqual(['batch_mismatch', 1_000])
    await expectPromisesKept(world)
  })

  it('a credit that gives the whole batch back is one exception, which lists and reopens its payouts', async () => {
    const { world, paymentId, attempts } = await bankBatch(2, { open: openDatabase })
    const details = `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>`
    const booked = [
      { day: '2026-11-22', minor: 9_000, ref: 'R0' },
      { day, minor: -4_000, ref: 'R1', details },
      { day, minor: 4_000, ref: 'R2', details, code: 'PMNT/IRCT/RRTN' },
    ]
    await uploadBytes(world, statement('2026-11-22', '2026-11-23', 0, booked))
    const [exception, ...others] = await open(world)
    expect(others).toEqual([])
    expect(exception).toMatchObject({ class: 'return_after_success', amountMinor: 4_000 })
    const proposed = { subject: exception?.id ?? '', payload: JSON.stringify({ action: 'reopen' }) }
    const { tables = [] } = await closingDetails(world.ports, proposed, 'en')
    expect(tables[0]?.rows.map(([reference]) => reference)).toMatchObject(
      attempts.map(({ reference }) => ({ text: reference })).sort((one, other) => (one.text < other.text ? -1 : 1)),
    )
    if (exception !== undefined) await close(world, exception, 'reopen')
    expect((await rowsOf(world, 'vouchers')).map(({ state }) => state)).toEqual(['issued', 'issued'])
    expect(await floatOf(world, bankAccount)).toBe(9_000)
    await expectPromisesKept(world)
  })

  it('entries that a notification numbers one by one are parts of the sum that the statement books', async () => {
    const { world, attempts } = await bankBatch(2, { open: openDatabase })
    const sum = { day, minor: -4_000, ref: 'R1' }
    await uploadBytes(world, statement('2026-11-22', '2026-11-23', 0, [{ day, minor: 9_000, ref: 'R0' }, sum]))
    expect((await open(world)).map((one) => one.class)).toEqual(['missing_in_ledger'])
    const entries = attempts.map(({ reference }, n) => {
      return { day, minor: -2_000, ref: `N${n}`, details: part(-2_000, `<EndToEndId>${reference}</EndToEndId>`) }
    })
    await uploadBytes(world, notification(entries))
    expect(await open(world)).toEqual([])
    const lines = await rowsOf<{ line_key: string; carried_by: string }>(world, 'statement_lines')
    expect(lines.map(({ line_key, carried_by }) => [line_key, carried_by]).sort()).toEqual([
      ['N0|d2000', 'R1|d4000'],
      ['N1|d2000', 'R1|d4000'],
      ['R0|c9000', null],
      ['R1|d4000', null],
    ])
    expect(await floatOf(world, bankAccount)).toBe(5_000)
    await expectPromisesKept(world)
  })
})
