/** What a provider's words mean: said of two at one moment, both hold. */
import { expect, it } from 'vitest'
import { first } from '../../../src/platform/db/together.ts'
import { closing } from '../../../src/reconciliation/exceptions/close.ts'
import { exceptionById } from '../../../src/reconciliation/exceptions/store.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import type { MovementKind } from '../../../src/reconciliation/formats/statement.ts'
import { readRemembered } from '../../../src/reconciliation/reading-rules/remembered.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { open, uploadBytes } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'

const accountId = 'manual:HKD'

const mapping = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'YYYY-MM-DD' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'HKD' },
  key: 'Ref',
  type: 'Type',
})

/** The writes that close the exception of this word and say what it means from now on. */
async function saying(world: World, rawType: string, kind: MovementKind) {
  for (const { id } of await open(world)) {
    const exception = await first(world.ports.db, exceptionById({ id }))
    if (exception === undefined || JSON.parse(exception.detail).rawType !== rawType) continue
    const writes = await closing(world.ports, exception, { action: 'book', kind }, 'staff_1', 'as the bank says')
    if ('refused' in writes) throw new Error(writes.refused)
    return writes
  }
  throw new Error(`no exception of ${rawType}`)
}

forEachDatabase((_, openDatabase) => {
  it('two words of one account that are taught at one moment are both known, and the last word on one holds', async () => {
    const world = await fresh({ open: openDatabase })
    const { db } = world.ports
    // From before words had rows of their own.
    const values = [accountId, JSON.stringify({ kinds: { Charge: 'fee', Once: 'fee' } }), 'staff_1', '2026-11-01']
    const bytes = new TextEncoder().encode(
      'Date,Type,Amount,Ref\n2026-11-13,In,22.00,A1\n2026-11-13,Back,3.00,A2\n2026-11-14,In,9.00,A3\n',
    )
    await uploadBytes(world, bytes, { accountId, mapping, claims: { rows: 3 } })
    await db.together({
      sql: 'insert into column_mappings (account_id, mapping, actor, at) values (?, ?, ?, ?)',
      values,
    })
    const both = [await saying(world, 'In', 'topup'), await saying(world, 'Back', 'return')]
    for (const writes of both) expect(await db.together(...writes)).toMatchObject({ done: true })
    const earlier = { Charge: 'fee', Once: 'fee' }
    expect((await readRemembered(db, accountId)).kinds).toEqual({ ...earlier, In: 'topup', Back: 'return' })
    world.wait(1)
    expect(await db.together(...(await saying(world, 'In', 'other')))).toMatchObject({ done: true })
    expect((await readRemembered(db, accountId)).kinds).toEqual({ ...earlier, In: 'other', Back: 'return' })
  })
})
