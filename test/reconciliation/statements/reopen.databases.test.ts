/** A refused file that is opened again: it goes to one of those who ask for it, whole, and the sweep throws it away after a day. */
import { expect, it } from 'vitest'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { finishStatement } from '../../../src/reconciliation/statements/receive.ts'
import { reopenStatement } from '../../../src/reconciliation/statements/reopen.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { finishWork } from '../../support/finish-work.ts'
import { uploadBytes } from '../../support/paid.ts'

const bytes = new TextEncoder().encode('Date,Amount,Ref\n13/11/2026,-22.00,A1\n14/11/2026,-22.00,A2\n')
const mapping = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'DD/MM/YYYY' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'HKD' },
  key: 'Ref',
})

forEachDatabase((_, openDatabase) => {
  it('goes to one of two who ask for it at once, and is read to its end', async () => {
    const world = await fresh({ open: openDatabase })
    const staff = await staffAs(world, 'preparer')
    const { statement } = await uploadBytes(world, bytes, { accountId: 'manual:HKD', mapping, claims: { rows: 3 } })
    expect(statement?.state).toBe('refused')
    const asked = await Promise.all([1, 2].map(() => reopenStatement(world.ports, staff, statement?.id ?? '')))
    expect(asked.filter((one) => 'refused' in one)).toEqual([{ refused: 'gone' }])
    const id = asked.map((one) => ('statementId' in one ? one.statementId : '')).join('')
    const uploadEnd = { bytes: bytes.length, mapping, claims: { rows: 2 } }
    expect(await finishStatement(world.ports, staff, id, uploadEnd)).toEqual({ staged: true })
    await finishWork(world.ports, id)
    const ends = (await rowsOf(world, 'statements')).map(({ state, lines_new: lines }) => `${state} ${lines}`)
    expect(ends.sort()).toEqual(['published 2', 'refused 0'])
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
  })

  it('is kept for a day, and no longer', async () => {
    const world = await fresh({ open: openDatabase })
    const staff = await staffAs(world, 'preparer')
    const { statement } = await uploadBytes(world, bytes, { accountId: 'manual:HKD', mapping, claims: { rows: 3 } })
    world.wait(23 * 60)
    await sweepStatements(world.ports)
    expect(await rowsOf(world, 'statement_chunks')).toHaveLength(1)
    world.wait(2 * 60)
    await sweepStatements(world.ports)
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
    expect(await reopenStatement(world.ports, staff, statement?.id ?? '')).toEqual({ refused: 'gone' })
    expect(await reopenStatement(world.ports, staff, 'statement_none')).toEqual({ refused: 'not_found' })
  })
})
