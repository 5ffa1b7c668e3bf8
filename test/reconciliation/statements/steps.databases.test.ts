/** Work in steps: cut off anywhere, made twice, made by two at once, it comes to the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { mistakeClasses, withMistakes } from '../../../simulation/statements/mistakes.ts'
import type { Movement } from '../../../simulation/statements/movement.ts'
import { openSqlite } from '../../../src/platform/db/sqlite.ts'
import type { Database } from '../../../src/platform/db/together.ts'
import { receiveStatement } from '../../../src/reconciliation/statements/receive.ts'
import { stepStatement, sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { interpose, rowsOf } from '../../support/databases/fresh.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import type { TestDatabase } from '../../support/databases/test-database.ts'
import { finishWork } from '../../support/finish-work.ts'
import { filledUp, movementsOf, open, paidWorld, uploadStatement } from '../../support/paid.ts'
import { world as makeWorld, type World } from '../../support/world.ts'

const byTime = (one: Movement, other: Movement) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
const each = Object.fromEntries(
  mistakeClasses.map((name) => [name, name === 'state_conflict' || name === 'balance_break' ? 0 : 1]),
)

async function prepared(openDatabase: TestDatabase['open'], make?: typeof makeWorld) {
  const { world, attempts } = await paidWorld(9, { open: openDatabase }, undefined, make)
  const { movements } = withMistakes(movementsOf(attempts), 5, each)
  return { world, movements: [filledUp, ...movements].toSorted(byTime) }
}

/**
 * All that statements have come to: lines, books and exceptions, without ids and times. Of two lines that pay the same
 * payout whichever came second is the one too many, so that lines and matches are counted and not named.
 */
async function books(world: World) {
  const exceptions = await open(world)
  const accounts = await rowsOf(world, 'provider_accounts')
  const entries = await rowsOf(world, 'provider_entries')
  return {
    lines: (await rowsOf(world, 'statement_lines')).map(({ day, outcome }) => `${day} ${outcome}`).sort(),
    matches: (await rowsOf(world, 'matches')).map(({ kind, rule }) => `${kind} ${rule}`).sort(),
    entries: entries.map(({ cause, kind, amount_minor }) => `${cause} ${kind} ${amount_minor}`).sort(),
    days: await rowsOf(world, 'provider_days'),
    provider: await rowsOf(world, 'statement_days'),
    exceptions: exceptions.map(({ class: name, amountMinor, day }) => `${name} ${amountMinor} ${day}`).sort(),
    stops: accounts.map(({ stops }) => stops),
  }
}

/** Lets the first so many writes through and cuts the next one off, before or after it was made. */
function cutOff(world: World, at: number, isMade: boolean): { restore: () => void } {
  const real = world.ports.db
  let count = 0
  interpose(
    world,
    (db): Database => ({
      ...db,
      async together(...writes) {
        count += 1
        if (count !== at) return db.together(...writes)
        if (isMade) await db.together(...writes)
        throw new Error('cut off')
      },
    }),
  )
  return {
    restore() {
      world.ports.db = real
    },
  }
}

/** What the file comes to when nothing goes wrong, on whichever database. */
let wanted: Awaited<ReturnType<typeof books>>

beforeAll(async () => {
  const { world, movements } = await prepared(sqlite.open, makeWorld)
  await uploadStatement(world, movements)
  wanted = await books(world)
  await world.close()
})

forEachDatabase((_, openDatabase) => {
  it('cut off before and after every write, and gone on with, it comes to what it would have come to', async () => {
    const { world, movements } = await prepared(openDatabase)
    const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0 })
    const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId: null, bytes })
    if (!('staged' in received)) throw new Error('not received')
    let steps = 0
    for (let more = true; more; steps += 1) {
      // The first write says that a step is tried, the second one is the step's own.
      for (const [at, isMade] of [
        [1, false],
        [1, true],
        [2, false],
        [2, true],
      ] as const) {
        const { restore } = cutOff(world, at, isMade)
        await stepStatement(world.ports, received.statementId, 4).catch(() => undefined)
        restore()
      }
      more = await stepStatement(world.ports, received.statementId, 4)
    }
    expect(steps).toBeGreaterThan(4)
    expect(wanted.exceptions).toHaveLength(7)
    expect(await books(world)).toEqual(wanted)
  })

  it('several at once come to the same', async () => {
    const { world, movements } = await prepared(openDatabase)
    const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0 })
    const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId: null, bytes })
    if (!('staged' in received)) throw new Error('not received')
    await Promise.all([2, 3, 3, 4].map((rows) => finishWork(world.ports, received.statementId, rows)))
    expect(await books(world)).toEqual(wanted)
  })

  it('whoever is slow finds it done by others', async () => {
    const { world, movements } = await prepared(openDatabase)
    const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0 })
    const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId: null, bytes })
    if (!('staged' in received)) throw new Error('not received')
    const { statementId } = received
    const { offload } = world.ports
    const slow: typeof offload = async (...job) => {
      const found = await offload(...job)
      // Between two looks at the file the others come to its end, and its pieces go.
      await finishWork(world.ports, statementId)
      return found
    }
    await stepStatement({ ...world.ports, offload: slow }, statementId)
    expect(await books(world)).toEqual(wanted)
  })

  it('a refusal that is cut off leaves nothing either', async () => {
    const { world, movements } = await prepared(openDatabase)
    const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0, fault: 'totals' })
    const received = await receiveStatement(world.ports, await staffAs(world, 'preparer'), { accountId: null, bytes })
    if (!('staged' in received)) throw new Error('not received')
    for (let more = true; more; ) {
      const { restore } = cutOff(world, 2, true)
      await stepStatement(world.ports, received.statementId, 2).catch(() => undefined)
      restore()
      more = await stepStatement(world.ports, received.statementId, 2)
    }
    expect(await rowsOf(world, 'statement_lines')).toEqual([])
    expect((await rowsOf(world, 'statements')).map(({ state }) => state)).toEqual(['refused'])
  })
})

describe('whatever the files are', () => {
  let directory: string
  let path = ''
  let whole: World
  let movements: Movement[]
  let copies = 0

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'honorarium-statements-'))
    const opened = await sqlite.openBound()
    path = opened.address ?? ''
    const { world: made, attempts } = await paidWorld(9, { open: async () => opened }, undefined, makeWorld)
    whole = made
    movements = [filledUp, ...withMistakes(movementsOf(attempts), 5, each).movements].toSorted(byTime)
  })

  afterAll(async () => {
    await whole.close()
    rmSync(directory, { recursive: true, force: true })
  })

  /** The same world on a copy of its database, in which no file has come yet. */
  async function copied(use: (world: World) => Promise<void>): Promise<void> {
    copies += 1
    const to = join(directory, `${copies}.sqlite`)
    const file = new SqliteFile(path)
    file.prepare('vacuum into ?').run(to)
    file.close()
    const db = openSqlite(to)
    try {
      await use({ ...whole, ports: { ...whole.ports, db } })
    } finally {
      await db.close()
      rmSync(to)
    }
  }

  it('shuffling, splitting and repeating them never changes the books', async () => {
    const sums = movements.map((_, i) => movements.slice(0, i).reduce((sum, one) => sum + signed(one), 0))
    let wanted: Awaited<ReturnType<typeof books>> | undefined
    await copied(async (world) => {
      await uploadStatement(world, movements)
      world.wait(4 * 24 * 60)
      await sweepStatements(world.ports)
      wanted = await books(world)
    })
    expect(wanted?.exceptions).toHaveLength(8)
    const split = fc.uniqueArray(fc.integer({ min: 1, max: movements.length - 1 }), { maxLength: 4 }).chain((cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), movements.length]
      const parts = at.slice(1).map((to, i) => [at[i] ?? 0, to] as const)
      const repeated = fc.subarray(parts).map((again) => [...parts, ...again])
      return repeated.chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
    })
    await fc.assert(
      fc.asyncProperty(split, fc.integer(), (parts, seed) =>
        copied(async (world) => {
          // What does not join yet is refused, and brought again once the rest is there.
          for (let waiting = parts, round = 0; waiting.length > 0; round += 1) {
            expect(round).toBeLessThan(parts.length)
            const refused: (readonly [number, number])[] = []
            for (const [from, to] of waiting) {
              const options = { openingMinor: sums[from] ?? 0, seed: (seed + round) >>> 0 }
              const { statement } = await uploadStatement(world, movements.slice(from, to), options)
              if (statement?.state === 'refused') refused.push([from, to])
            }
            waiting = refused
          }
          await sweepStatements(world.ports)
          expect(await books(world)).toEqual(wanted)
        }),
      ),
      { numRuns: 15 },
    )
  })
})

function signed({ direction, amountMinor }: Movement): number {
  return direction === 'debit' ? -amountMinor : amountMinor
}
