/** A file that is over goes some pieces a write: nobody's answer waits behind all of it, and a crash leaves none of it. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { first } from '../../../src/platform/db/together.ts'
import { discard } from '../../../src/reconciliation/statements/discard.ts'
import { addPiece } from '../../../src/reconciliation/statements/kept-file.ts'
import { beginStatement } from '../../../src/reconciliation/statements/receive.ts'
import { statementById } from '../../../src/reconciliation/statements/store.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { filledUp } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'

const chunkCount = async (world: World) => (await rowsOf(world, 'statement_chunks')).length

/** A file of ten pieces, and seven of what was inside. */
async function longFile(world: World) {
  const staff = await staffAs(world, 'preparer')
  const { bytes } = await makeFile('camt053', [filledUp], { openingMinor: 0 })
  const begun = await beginStatement(world.ports, staff, { accountId: null, head: bytes })
  if (!('statementId' in begun)) throw new Error(begun.refused)
  const id = begun.statementId
  for (const n of [2, 3, 4, 5, 6, 7, 8, 9, 10, 1_001, 1_002, 1_003, 1_004, 1_005, 1_006, 1_007]) {
    await world.ports.db.together(addPiece({ statementId: id, n, content: 'YWJj' }))
  }
  const statement = await first(world.ports.db, statementById({ id }))
  if (statement === undefined) throw new Error('no statement')
  return { staff, statement }
}

forEachDatabase((_, open) => {
  it('is deleted four pieces a write', async () => {
    const world = await fresh({ open })
    const { staff, statement } = await longFile(world)
    const deleted: number[] = []
    interpose(world, (db) => ({
      ...db,
      together: async (...writes) => {
        const before = await chunkCount(world)
        const outcome = await db.together(...writes)
        deleted.push(before - (await chunkCount(world)))
        return outcome
      },
    }))
    await discard(world.ports, staff.id, statement)
    expect(deleted.reduce((sum, count) => sum + count, 0)).toBe(17)
    expect(Math.max(...deleted)).toBe(4)
  })

  it('is deleted by the sweep where whoever did it stopped', async () => {
    const world = await fresh({ open })
    const { staff, statement } = await longFile(world)
    const { db } = world.ports
    let writes = 0
    interpose(world, (own) => ({
      ...own,
      together: async (...all) => {
        writes += 1
        if (writes > 2) throw new Error('It stopped.')
        return own.together(...all)
      },
    }))
    await expect(discard(world.ports, staff.id, statement)).rejects.toThrow('It stopped.')
    world.ports.db = db
    expect(await chunkCount(world)).toBe(9)
    await sweepStatements(world.ports)
    expect(await chunkCount(world)).toBe(0)
  })
})
