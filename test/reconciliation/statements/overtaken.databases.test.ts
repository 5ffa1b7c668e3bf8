/** Whoever reads, publishes, refuses or takes back at the same time as another: one of them decides, and nothing is half. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { first, type Write } from '../../../src/platform/db/together.ts'
import type { Ports } from '../../../src/ports.ts'
import { takeBackByHand } from '../../../src/reconciliation/statements/discard.ts'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { statementById } from '../../../src/reconciliation/statements/store.ts'
import { stepStatement } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { finishWork } from '../../support/finish-work.ts'
import { filledUp } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'

const lines = [1, 2, 3].map((n) => ({ ...filledUp, id: `${filledUp.id}${n}`, at: `2026-11-22T02:00:0${n}.000Z` }))

async function received(world: World, movements = lines, accountId: string | null = null) {
  const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0 })
  const done = await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId, bytes })
  if (!('staged' in done)) throw new Error(JSON.stringify(done))
  return done
}

async function statementOf(world: World, id: string) {
  const statement = await first(world.ports.db, statementById({ id }))
  if (statement === undefined) throw new Error('no statement')
  return statement
}

/** Ports of somebody whose next write waits until it is let go; `holds` is when it has come that far. */
function slow({ ports }: World) {
  const held = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  let writes = 0
  const db: Ports['db'] = {
    ...ports.db,
    async together(...all: Write[]) {
      writes += 1
      if (writes === 1) {
        held.resolve()
        await letGo.promise
      }
      return ports.db.together(...all)
    },
  }
  return { ports: { ...ports, db }, holds: held.promise, go: () => letGo.resolve() }
}

async function step(world: World, id: string, times: number) {
  for (let n = 0; n < times; n += 1) await stepStatement(world.ports, id, 1)
}

/** Steps after which a file of three lines, read one a step, is read to its end. */
async function readWhole(world: World, id: string) {
  for (let n = 0; n < 9; n += 1) {
    const { checkpoint } = await statementOf(world, id)
    if (checkpoint !== null && JSON.parse(checkpoint).isRead) return
    await stepStatement(world.ports, id, 1)
  }
  throw new Error('not read')
}

forEachDatabase((_, openDatabase) => {
  it.each([0, 1, 2])('a reader who is slow stages nothing of a file that was taken back: step %s', async (before) => {
    const world = await fresh({ open: openDatabase })
    const { statementId: id } = await received(world)
    await step(world, id, before)
    const reader = slow(world)
    const reading = stepStatement(reader.ports, id, 1)
    await reader.holds
    expect(await takeBackByHand(world.ports, await staffAs(world, 'preparer'), id)).toEqual({ discarded: true })
    await finishWork(world.ports, id, 1)
    reader.go()
    await reading
    expect(await statementOf(world, id)).toMatchObject({ state: 'discarded' })
    expect(await rowsOf(world, 'statement_lines')).toEqual([])
    const next = await received(world)
    expect(next.staged).toBe(true)
    await finishWork(world.ports, next.statementId)
    expect(await statementOf(world, next.statementId)).toMatchObject({ state: 'published', linesNew: 3 })
  })

  it('who publishes too late publishes nothing that was taken back', async () => {
    const world = await fresh({ open: openDatabase })
    const { statementId: id } = await received(world)
    await readWhole(world, id)
    const publisher = slow(world)
    const publishing = stepStatement(publisher.ports, id, 1)
    await publisher.holds
    expect(await takeBackByHand(world.ports, await staffAs(world, 'preparer'), id)).toEqual({ discarded: true })
    publisher.go()
    await publishing
    expect((await statementOf(world, id)).state).toBe('staging')
    await finishWork(world.ports, id, 1)
    expect((await statementOf(world, id)).state).toBe('discarded')
    expect(await rowsOf(world, 'statement_lines')).toEqual([])
  })

  it('who takes back too late is told that it counts, and it has no problem', async () => {
    const world = await fresh({ open: openDatabase })
    const { statementId: id } = await received(world)
    await readWhole(world, id)
    const person = slow(world)
    const taking = takeBackByHand(person.ports, await staffAs(world, 'preparer'), id)
    await person.holds
    await finishWork(world.ports, id)
    person.go()
    expect(await taking).toEqual({ refused: 'counts' })
    expect(await statementOf(world, id)).toMatchObject({ state: 'published', problem: null, linesNew: 3 })
  })

  it('a file is taken back that begins to be read meanwhile', async () => {
    const world = await fresh({ open: openDatabase })
    const one = await received(world)
    const two = await received(world, lines.slice(0, 2))
    expect([one.staged, two.staged]).toEqual([true, false])
    const person = slow(world)
    const taking = takeBackByHand(person.ports, await staffAs(world, 'preparer'), two.statementId)
    await person.holds
    await finishWork(world.ports, one.statementId)
    await stepStatement(world.ports, two.statementId)
    expect((await statementOf(world, two.statementId)).state).toBe('staging')
    person.go()
    expect(await taking).toEqual({ discarded: true })
    await finishWork(world.ports, two.statementId)
    expect((await statementOf(world, two.statementId)).state).toBe('discarded')
    expect(await rowsOf(world, 'statement_lines')).toHaveLength(3)
  })

  it('several at once refuse a file without a line once', async () => {
    const world = await fresh({ open: openDatabase })
    const { statementId: id } = await received(world, [], 'wechat:CNY')
    await Promise.all([1, 2, 3].map((rows) => finishWork(world.ports, id, rows)))
    expect((await statementOf(world, id)).state).toBe('refused')
    const entries = await rowsOf<{ action: string; subject: string }>(world, 'audit_entries')
    const actions = entries.filter(({ subject }) => subject === id).map(({ action }) => action)
    expect(actions.sort()).toEqual(['statement.received', 'statement.refused', 'statement.staged'])
  })

  it('of two who come to the end of matching at once, one says so', async () => {
    const world = await fresh({ open: openDatabase })
    const { statementId: id } = await received(world)
    const isMatched = async () => (await statementOf(world, id)).linesMatched === lines.length
    for (let n = 0; n < 20 && !(await isMatched()); n += 1) await stepStatement(world.ports, id, 1)
    const other = slow(world)
    const finishing = stepStatement(other.ports, id, 1)
    await other.holds
    await stepStatement(world.ports, id, 1)
    other.go()
    await finishing
    expect((await statementOf(world, id)).matchedAt).not.toBeNull()
    const entries = await rowsOf<{ action: string }>(world, 'audit_entries')
    expect(entries.filter(({ action }) => action === 'statement.matched')).toHaveLength(1)
  })

  it.each(['currency', 'discarded'])('a file that an earlier version has left standing comes free: %s', async (why) => {
    const world = await fresh({ open: openDatabase })
    const { statementId: id } = await received(world, [], 'wechat:CNY')
    await stepStatement(world.ports, id)
    const problem = JSON.stringify({ line: 0, why, detail: null })
    const write = (sql: string, ...values: string[]) => ({ sql, values })
    const outcome = await world.ports.db.together(
      write('delete from statement_progress'),
      write(`insert into statement_progress (statement_id, phase, from_row, to_row) values (?, 'stage', 0, 0)`, id),
      write('update statements set problem = ? where id = ?', problem, id),
    )
    expect(outcome).toMatchObject({ done: true })
    const waits = await received(world, lines, 'wechat:CNY')
    expect(waits.staged).toBe(false)
    await step(world, id, 1)
    expect((await statementOf(world, id)).state).toBe(why === 'discarded' ? 'discarded' : 'refused')
    await stepStatement(world.ports, waits.statementId)
    expect((await statementOf(world, waits.statementId)).state).toBe('staging')
  })

  it('a file that an earlier version was in the middle of is read to its end', async () => {
    const world = await fresh({ open: openDatabase })
    const { statementId: id } = await received(world)
    await step(world, id, 2)
    const moved = await world.ports.db.together({
      sql: `update statement_progress set phase = 'stage' where statement_id = ?`,
      values: [id],
    })
    expect(moved).toMatchObject({ done: true })
    await finishWork(world.ports, id, 1)
    expect(await statementOf(world, id)).toMatchObject({ state: 'published', linesNew: 3, linesMatched: 3 })
  })
})
