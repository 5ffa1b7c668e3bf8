import { expect, it } from 'vitest'
import { candidate, forgetElections } from '../../../src/platform/elections/elect.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { closeAfterwards } from '../../support/run/closing.ts'

const minute = 60_000
const begin = Date.parse('2026-03-01T08:00:00.000Z')

forEachDatabase((_, open) => {
  async function servers() {
    const opened = closeAfterwards(await open())
    const other = closeAfterwards(await opened.again())
    let now = begin
    const clockAt = (aheadMs: number) => ({ now: () => new Date(now + aheadMs).toISOString() })
    const server = (holder: string, aheadMs = 0, db = opened.db) =>
      candidate({ db, clock: clockAt(aheadMs) }, 'sweep', holder, 3 * minute)
    return {
      db: opened.db,
      server,
      one: server('one'),
      two: server('two', 0, other),
      pass: (ms: number) => {
        now += ms
      },
    }
  }

  it('one of several servers is elected, and stays so while it comes back', async () => {
    const { one, two, pass } = await servers()
    const asked = await Promise.all([one.isElected(), two.isElected()])
    expect(asked.filter(Boolean)).toHaveLength(1)
    const [elected, waits] = asked[0] ? [one, two] : [two, one]
    for (let n = 0; n < 5; n++) {
      expect([await elected.isElected(), await waits.isElected()]).toEqual([true, false])
      pass(minute)
    }
  })

  it('one that is gone is followed by another once its time is over, and one that resigns at once', async () => {
    const { one, two, pass } = await servers()
    expect(await one.isElected()).toBe(true)
    pass(3 * minute - 1)
    expect(await two.isElected()).toBe(false)
    pass(1)
    expect([await two.isElected(), await one.isElected()]).toEqual([true, false])
    // Only whoever holds it can let go of it.
    await one.resign()
    expect(await one.isElected()).toBe(false)
    await two.resign()
    expect(await one.isElected()).toBe(true)
  })

  it('one whose clock was far ahead stands in nobody’s way when it is gone', async () => {
    const { server, one } = await servers()
    expect(await server('ahead', 24 * 60 * minute).isElected()).toBe(true)
    expect(await one.isElected()).toBe(true)
  })

  it('whoever has the database alone forgets those that had it before', async () => {
    const { db, one, two } = await servers()
    expect(await one.isElected()).toBe(true)
    expect(await db.together(forgetElections({}))).toMatchObject({ done: true })
    expect(await two.isElected()).toBe(true)
  })
})
