/**
 * Where a doing can be cut: before and after each write and each call to the outside. A doing that reaches its cut either
 * ends there, as when the machine goes down, or waits there while another one is done from beginning to end.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '../src/platform/db/together.ts'

/** The machine went down. */
class Crash extends Error {}

export interface Cut {
  how: 'crash' | 'wait'
  /** At which boundary, counted from 1. */
  at: number
}

interface Doing {
  cut: Cut | null
  passed: number
  isDown: boolean
  reached: () => void
  goOn: Promise<void>
}

const current = new AsyncLocalStorage<Doing>()

/** To be awaited wherever the machine may go down. */
export async function boundary(): Promise<void> {
  const doing = current.getStore()
  if (doing === undefined || doing.cut === null) return
  // Whatever caught the first one, nothing more is done by a machine that is down.
  if (doing.isDown) throw new Crash('The machine is down.')
  doing.passed += 1
  if (doing.passed !== doing.cut.at) return
  if (doing.cut.how === 'crash') {
    doing.isDown = true
    throw new Crash('The machine went down.')
  }
  doing.reached()
  await doing.goOn
}

/** Does `work` up to a crash at its cut, if it comes so far. Whether it came so far. */
export async function cutShort(at: number, work: () => Promise<unknown>): Promise<boolean> {
  const doing: Doing = {
    cut: { how: 'crash', at },
    passed: 0,
    isDown: false,
    reached: () => undefined,
    goOn: Promise.resolve(),
  }
  try {
    await current.run(doing, work)
  } catch (error) {
    if (!(error instanceof Crash)) throw error
  }
  return doing.isDown
}

/** Does `one`, and in the middle of it, at its cut, all of `other`. */
export async function interleaved(
  at: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<void> {
  let goOn: () => void = () => undefined
  let reached: () => void = () => undefined
  const isThere = new Promise<void>((resolve) => {
    reached = resolve
  })
  const doing: Doing = {
    cut: { how: 'wait', at },
    passed: 0,
    isDown: false,
    reached,
    goOn: new Promise((resolve) => {
      goOn = resolve
    }),
  }
  const running = current.run(doing, one)
  // Handled below as well; this keeps a failure while `other` runs from being nobody's.
  running.catch(() => undefined)
  await Promise.race([isThere, running.catch(() => undefined)])
  try {
    await current.exit(other)
  } finally {
    goOn()
  }
  await running
}

/** A database whose every write has a boundary before and after it: after a crash behind it, it is made all the same. */
export function withBoundaries(db: Database): Database {
  return {
    ...db,
    async together(...writes) {
      await boundary()
      const outcome = await db.together(...writes)
      await boundary()
      return outcome
    },
  }
}
