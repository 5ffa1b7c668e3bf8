import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDays, openSomeDaysAgo } from '../../demo/opened.ts'
import { openNode } from '../../src/entry/node-ports.ts'
import { dayMs } from '../../src/platform/time/zone.ts'
import { ownDirectory } from '../support/run/memory.ts'

it('a demonstration has been open for weeks, and its budgets are as old, so that nobody seeded into it came before', async () => {
  const folder = mkdtempSync(join(ownDirectory(), 'opened-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { ports, close } = await openNode({ DATA_DIR: folder }, { to: 'set-up' })
  onTestFinished(close)
  const at = ports.clock.now()
  const held = { ...ports, clock: { now: () => at } }
  expect(await openSomeDaysAgo(held)).toBe(true)
  const opened = new Date(Date.parse(at) - openDays * dayMs).toISOString()
  const times = await ports.db.read<{ at: string }>({
    sql: 'select opens_at as "at" from studies union select at as "at" from transfers',
    values: [],
  })
  expect(times.map((row) => row.at)).toEqual([opened])
  expect(await openSomeDaysAgo(held)).toBe(false)
})
