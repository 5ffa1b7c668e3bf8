/** A file at which the program fails or dies again and again is set aside, and waits for a person. */
import { describe, expect, it } from 'vitest'
import { taken } from '../../../schema/constraints.ts'
import { makeFile } from '../../../simulation/statements/make.ts'
import type { Movement } from '../../../simulation/statements/movement.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { takeBackByHand } from '../../../src/reconciliation/statements/discard.ts'
import { tryAgain } from '../../../src/reconciliation/statements/quarantine/try-again.ts'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { stepStatement, sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { filledUp } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'

const linesFrom = (day: string, count = 30): Movement[] =>
  Array.from({ length: count }, (_, i) => ({
    ...filledUp,
    id: `19000092312026112${day}${i}`,
    at: new Date(Date.parse(`2026-11-${day}T01:00:00.000Z`) + i * 1000).toISOString(),
    amountMinor: 100 + i,
  }))

async function upload(world: World, day = '22'): Promise<string> {
  const { bytes } = await makeFile('wechat_fund_bill', linesFrom(day), { openingMinor: 0 })
  const done = await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId: null, bytes })
  if (!('statementId' in done)) throw new Error('not received')
  return done.statementId
}

type Row = { id: string; state: string; problem: string | null; tries: number; [column: string]: unknown }
const statementOf = async (world: World, id: string) =>
  (await rowsOf<Row & Record<string, string | number | null>>(world, 'statements')).find((one) => one.id === id)

/** A process that dies in the next step of a statement: what it wrote before stays, and it writes nothing any more. */
async function dieIn(world: World, work: () => Promise<unknown>) {
  const real = world.ports.db
  let isDead = false
  interpose(world, (db) => ({
    ...db,
    async together(...writes) {
      if (isDead) throw new Error('dead')
      const done = await db.together(...writes)
      isDead = writes.some(({ sql }) => sql.includes('set tries = case'))
      return done
    },
  }))
  await work().catch(() => undefined)
  world.ports.db = real
  world.wait(1)
}

async function dieThreeTimes(world: World, id: string) {
  for (let times = 0; times < 3; times += 1) await dieIn(world, () => stepStatement(world.ports, id, 10))
}

const asideAudit = (world: World) =>
  auditDatabase(world.ports, (name) =>
    ['imports_go_on', 'set_aside_is_kept', 'statement_states_are_steps'].includes(name),
  )
const isSound = async (world: World) => (await asideAudit(world)).every(({ ok }) => ok)

forEachDatabase((_, open, once) => {
  describe('a statement in whose step the process dies three times', () => {
    it('is set aside with its file, its lines are gone, and the account’s other files are read', async () => {
      const world = await fresh({ open })
      const id = await upload(world)
      await stepStatement(world.ports, id, 10)
      expect((await rowsOf(world, 'statement_lines')).length).toBeGreaterThan(0)
      const other = await upload(world, '23')
      await dieThreeTimes(world, id)
      expect((await statementOf(world, id))?.tries).toBe(3)
      await sweepStatements(world.ports)
      await sweepStatements(world.ports)
      expect(await statementOf(world, id)).toMatchObject({ state: 'quarantined' })
      expect((await statementOf(world, other))?.state).toBe('published')
      const lines = await rowsOf(world, 'statement_lines')
      expect(lines.filter(({ statement_id }) => statement_id === id)).toEqual([])
      expect((await rowsOf(world, 'statement_chunks')).some(({ statement_id }) => statement_id === id)).toBe(true)
      expect(await isSound(world)).toBe(true)
    })

    once('is touched by no sweep until a person decides, and read whole when it is tried again', async () => {
      const world = await fresh({ open })
      const id = await upload(world)
      await dieThreeTimes(world, id)
      await sweepStatements(world.ports)
      const before = await statementOf(world, id)
      expect(before?.state).toBe('quarantined')
      world.wait(60)
      await sweepStatements(world.ports)
      expect(await statementOf(world, id)).toEqual(before)
      const staff = await staffAs(world, 'preparer')
      expect(await tryAgain(world.ports, staff, id)).toEqual({ goesOn: true })
      expect(await tryAgain(world.ports, staff, id)).toEqual({ refused: 'not_stuck' })
      await sweepStatements(world.ports)
      expect(await statementOf(world, id)).toMatchObject({ state: 'published', problem: null })
      expect(await rowsOf(world, 'statement_lines')).toHaveLength(30)
      expect(await isSound(world)).toBe(true)
    })

    it('is taken back in one write, without a step', async () => {
      const world = await fresh({ open })
      const id = await upload(world)
      await dieThreeTimes(world, id)
      await sweepStatements(world.ports)
      const { tries } = (await statementOf(world, id)) ?? {}
      let writes = 0
      interpose(world, (db) => ({
        ...db,
        together(...all) {
          writes += 1
          return db.together(...all)
        },
      }))
      const staff = await staffAs(world, 'preparer')
      writes = 0
      expect(await takeBackByHand(world.ports, staff, id)).toEqual({ discarded: true })
      expect(writes).toBe(1)
      await sweepStatements(world.ports)
      expect(await statementOf(world, id)).toMatchObject({ state: 'discarded', tries })
      expect(await rowsOf(world, 'statement_chunks')).toEqual([])
      expect(await isSound(world)).toBe(true)
    })
  })

  once('a statement that counts and cannot be matched stands still as it is, until it is tried again', async () => {
    const world = await fresh({ open })
    const id = await upload(world)
    while ((await statementOf(world, id))?.state !== 'published') await stepStatement(world.ports, id, 10)
    await dieThreeTimes(world, id)
    const before = await statementOf(world, id)
    await sweepStatements(world.ports)
    expect(await statementOf(world, id)).toEqual(before)
    const staff = await staffAs(world, 'preparer')
    expect(await takeBackByHand(world.ports, staff, id)).toEqual({ refused: 'counts' })
    expect(await tryAgain(world.ports, staff, id)).toEqual({ goesOn: true })
    await sweepStatements(world.ports)
    expect((await statementOf(world, id))?.matched_at).not.toBeNull()
  })

  once('deaths in different steps are no reason, nor are tries of which one may still be going on', async () => {
    const world = await fresh({ open })
    const id = await upload(world)
    for (let step = 0; step < 3; step += 1) {
      for (const _ of [1, 2]) await dieIn(world, () => stepStatement(world.ports, id, 10))
      await stepStatement(world.ports, id, 10)
    }
    expect((await statementOf(world, id))?.problem).toBeNull()
    await dieThreeTimes(world, id)
    world.wait(-1)
    await stepStatement(world.ports, id, 10)
    expect((await statementOf(world, id))?.problem).toBeNull()
  })

  once(
    'a step that kills each process within seconds is tried three times, and set aside half a minute after the last',
    async () => {
      const world = await fresh({ open })
      const id = await upload(world)
      await stepStatement(world.ports, id, 10)
      for (let start = 0; start < 9; start += 1) {
        await dieIn(world, () => sweepStatements(world.ports))
        world.wait(-58 / 60)
      }
      expect((await statementOf(world, id))?.tries).toBe(3)
      world.wait(0.5)
      await sweepStatements(world.ports)
      expect((await statementOf(world, id))?.state).toBe('quarantined')
    },
  )

  once('a step that comes to nothing is made three times in a run, which then says that nothing is left', async () => {
    const world = await fresh({ open })
    const id = await upload(world)
    await stepStatement(world.ports, id, 10)
    interpose(world, (db) => ({
      ...db,
      // Its progress was taken, as by somebody who was quicker, and nobody was.
      together: async (...writes) =>
        writes.some(({ sql }) => sql.includes('statement_progress'))
          ? { done: false, breach: { kind: 'unique', on: taken.statementProgress } }
          : db.together(...writes),
    }))
    expect(await sweepStatements(world.ports)).toBe(false)
    expect((await statementOf(world, id))?.tries).toBe(3)
  })
})

const words = { en: 'set aside', 'zh-Hans': '搁置', 'zh-Hant': '擱置' }

it('the desk says so in each language, and its page asks whether to try again or to take it back', async () => {
  const world = await fresh()
  const id = await upload(world)
  await dieThreeTimes(world, id)
  await sweepStatements(world.ports)
  const browser = await signedIn(world, 'preparer')
  for (const [language, word] of Object.entries(words)) {
    const asked = (path: string) =>
      browser.send(path, { headers: { 'accept-language': language } }).then((reply) => reply.text())
    expect(await asked('/finance')).toContain(word)
    expect(await asked('/finance/statements')).toContain(`href="/finance/statements/${id}"`)
    const page = await asked(`/finance/statements/${id}`)
    expect(page).toContain(word)
    expect(page).toContain(`action="/finance/statements/${id}/again"`)
    expect(page).toContain(`action="/finance/statements/${id}/discard"`)
    expect(page).not.toContain('/work"')
  }
  expect((await browser.post(`/finance/statements/${id}/again`)).status).toBe(303)
  expect(await statementOf(world, id)).toMatchObject({ state: 'receiving', tries: 0 })
})
