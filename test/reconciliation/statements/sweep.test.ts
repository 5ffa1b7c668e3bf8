/** How much of the work on statements one run of the sweep does: as much as there is time for, in turn. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import type { Movement } from '../../../simulation/statements/movement.ts'
import { takeBackByHand } from '../../../src/reconciliation/statements/discard.ts'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { stepStatement, sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { interpose, rowsOf } from '../../support/databases/fresh.ts'
import { filledUp } from '../../support/paid.ts'
import { world as makeWorld, type World } from '../../support/world.ts'

const count = 4_000
const lines: Movement[] = Array.from({ length: count }, (_, i) => ({
  ...filledUp,
  id: `19000092312026112${i}`,
  at: new Date(Date.parse('2026-11-22T01:00:00.000Z') + i * 1000).toISOString(),
  amountMinor: 1,
}))

/** A world with a statement of each of two accounts, in which every write takes a second. */
async function received(): Promise<World> {
  const world = await makeWorld()
  const staff = await staffAs(world, 'preparer')
  const wechat = await makeFile('wechat_fund_bill', lines, { openingMinor: 0 })
  const alipay = await makeFile('alipay_bill', lines, { openingMinor: 0 })
  for (const { bytes } of [wechat, alipay]) await receiveStatement(world.ports, staff, { accountId: null, bytes })
  interpose(world, (db) => ({
    ...db,
    together(...writes) {
      world.wait(1 / 60)
      return db.together(...writes)
    },
  }))
  return world
}

const states = async (world: World) =>
  (await rowsOf<{ state: string; rows_done: number }>(world, 'statements')).map(({ state, rows_done }) => ({
    state,
    rows_done,
  }))

it('a run goes on as long as there is time, so that all rows of a file are done in one', async () => {
  const world = await received()
  await sweepStatements(world.ports)
  expect(await states(world)).toEqual([
    { state: 'published', rows_done: count },
    { state: 'published', rows_done: count },
  ])
})

it('a run ends when its time is up, has given every statement its turn, and the next one goes on', async () => {
  const world = await received()
  await sweepStatements(world.ports, 0)
  // Whoever calls it may begin the next one at once.
  expect(await sweepStatements(world.ports, 0)).toBe(true)
  const before = await states(world)
  expect(before.map(({ state }) => state)).toEqual(['staging', 'staging'])
  for (const { rows_done } of before) expect(rows_done).toBeGreaterThan(0)
  await sweepStatements(world.ports, 0)
  const after = await states(world)
  for (const [i, { rows_done }] of after.entries()) expect(rows_done).toBeGreaterThan(before[i]?.rows_done ?? count)
})

it('however many files wait, the one that they wait for is read on', async () => {
  const world = await makeWorld()
  const staff = await staffAs(world, 'preparer')
  const ids: string[] = []
  for (let n = 0; n < 22; n += 1) {
    const { bytes } = await makeFile('wechat_fund_bill', lines.slice(n * 2, n * 2 + 2), { openingMinor: -2 * n })
    const done = await receiveStatement(world.ports, staff, { accountId: null, bytes })
    if ('statementId' in done) ids.push(done.statementId)
    // Ids are ordered by time.
    world.wait(1)
  }
  // The first is taken back, and a page starts the last: all others are older than the one that they wait for.
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  await takeBackByHand(world.ports, staff, first)
  while (await stepStatement(world.ports, first));
  await stepStatement(world.ports, last)
  expect((await rowsOf<{ id: string; state: string }>(world, 'statements')).find(({ id }) => id === last)?.state).toBe(
    'staging',
  )
  await sweepStatements(world.ports)
  const waiting = (await states(world)).filter(({ state }) => ['receiving', 'staging'].includes(state))
  expect(waiting).toEqual([])
})

it('files of one account that wait for one another are all read in one run', async () => {
  const world = await makeWorld()
  const staff = await staffAs(world, 'preparer')
  for (let day = 0; day < 4; day += 1) {
    const { bytes } = await makeFile('wechat_fund_bill', lines.slice(day * 2, day * 2 + 2), { openingMinor: -2 * day })
    await receiveStatement(world.ports, staff, { accountId: null, bytes })
  }
  const waiting = (await states(world)).filter(({ state }) => state === 'receiving')
  expect(waiting).toHaveLength(3)
  expect(await sweepStatements(world.ports)).toBe(false)
  expect((await states(world)).map(({ state }) => state)).not.toContain('receiving')
})
