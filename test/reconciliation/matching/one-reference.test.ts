/** A reference of ours that stands in all lines of a file: what is read for it does not grow with the lines. */
import { expect, it } from 'vitest'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { staffAs } from '../../support/claimed.ts'
import { interpose, rowsOf } from '../../support/databases/fresh.ts'
import { finishWork } from '../../support/finish-work.ts'
import { type Booked, bankBatch, part, statement } from './bank-batch.ts'

it('names its payout in the first hundred lines and no more, each line read once', async () => {
  const { world, attempts } = await bankBatch(1)
  const details = part(-2_000, `<EndToEndId>${attempts[0]?.reference}</EndToEndId>`)
  const lines = Array.from(
    { length: 400 },
    (_, n): Booked => ({ day: '2026-11-23', minor: -2_000, ref: `R${n}`, details }),
  )
  let read = 0
  interpose(world, (db) => ({
    ...db,
    read: async (query) => {
      const rows = await db.read(query)
      if (query.sql.includes('from matches join statement_lines')) read += rows.length
      return rows
    },
  }))
  const done = await receiveStatement(world.ports, await staffAs(world, 'preparer'), {
    accountId: null,
    bytes: statement('2026-11-23', '2026-11-23', 2_000_000, lines),
  })
  if (!('statementId' in done)) throw new Error(JSON.stringify(done))
  await finishWork(world.ports, done.statementId, 50)
  expect(await rowsOf(world, 'matches')).toHaveLength(100)
  expect(read).toBeLessThan(16 * 100)
  const classes = (await rowsOf(world, 'exceptions')).map((one) => one.class)
  const countOf = (name: string) => classes.filter((one) => one === name).length
  expect([countOf('duplicate'), countOf('missing_in_ledger')]).toEqual([99, 300])
})
