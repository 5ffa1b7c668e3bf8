/** What a line without a known reference could be about is shown to people; that it is the only one is not said lightly. */
import { expect, it } from 'vitest'
import type { Movement } from '../../../simulation/statements/movement.ts'
import { candidatesOf } from '../../../src/reconciliation/matching/candidates.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import type { TestDatabase } from '../../support/databases/test-database.ts'
import { filledUp, movementsOf, open, paidWorld, uploadStatement } from '../../support/paid.ts'
import { close } from '../exceptions/two-people.ts'

/** Two lines of what left for payouts whose references the provider has lost, two days apart. */
function lost(movement: Movement | undefined, id: string, days = 0): Movement {
  if (movement === undefined) throw new Error('no movement')
  const at = new Date(Date.parse(movement.at) + days * 86_400_000).toISOString()
  return { ...movement, id, providerId: id, reference: `X${id}`, at }
}

async function shown(openDatabase: TestDatabase['open'], payouts: number, ...lines: [string, number][]) {
  const { world, attempts } = await paidWorld(payouts, { open: openDatabase })
  const [movement] = movementsOf(attempts)
  world.wait(5 * 24 * 60)
  await uploadStatement(world, [filledUp, ...lines.map(([id, days]) => lost(movement, id, days))])
  const found = async () => {
    const exceptions = (await open(world)).filter((one) => one.class === 'missing_in_ledger')
    return Promise.all(exceptions.map((one) => candidatesOf(world.ports, one, JSON.parse(one.detail))))
  }
  return { world, attempts, found }
}

forEachDatabase((_, openDatabase, once) => {
  it('one payout and one line for it are each other’s only one', async () => {
    const { attempts, found } = await shown(openDatabase, 1, ['71', 1])
    expect(await found()).toMatchObject([{ isOnly: true, attempts: [{ id: attempts[0]?.id }] }])
  })

  once('a payout that two lines could be about is the only one of neither, until one of them is decided', async () => {
    const { world, attempts, found } = await shown(openDatabase, 1, ['71', 0], ['72', 2])
    const only = { isOnly: false, attempts: [{ id: attempts[0]?.id }] }
    expect(await found()).toMatchObject([only, only])
    const [first] = (await open(world)).filter((one) => one.class === 'missing_in_ledger')
    if (first !== undefined) await close(world, first, 'book')
    expect(await found()).toMatchObject([{ ...only, isOnly: true }])
  })

  once('of two payouts neither is the only one, and one of another week is none', async () => {
    const { found } = await shown(openDatabase, 2, ['71', 1])
    expect(await found()).toMatchObject([{ isOnly: false, attempts: [{}, {}] }])
    const apart = await shown(openDatabase, 1, ['71', -8])
    expect(await apart.found()).toEqual([{ isOnly: false, attempts: [] }])
  })
})
