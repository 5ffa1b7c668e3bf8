import { describe, expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { fresh, rewards, rowsOf } from '../../support/databases/fresh.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import { storm } from './storm.ts'

describe('a storm of students', () => {
  it.each([1, 2, 3, 4])('leaves books that balance, seed %i', async (seed) => {
    const world = await fresh({ open: sqlite.open, study: rewards(6, 3, 2) })
    for (let gusts = 0; gusts < 3; gusts++) {
      await storm(world, seed * 10 + gusts, 40)
      await expectBooksToBalance(world)
    }
    world.wait(31)
    await sweep(world.ports)
    await expectBooksToBalance(world)
    const open = (await rowsOf(world, 'leases')).filter((row) => row.state === 'open')
    expect(open).toEqual([])
    const failures = world.logged.filter((line) => line.failure !== undefined || Number(line.status) >= 500)
    expect(failures).toEqual([])
    expect((await rowsOf(world, 'vouchers')).length).toBeGreaterThan(0)
  })
})
