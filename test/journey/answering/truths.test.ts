/** What pages say of time and money is so, and goes when it is not. */
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../schema/questionnaire.ts'
import { timesIn } from '../../../src/journey/landing/times.ts'
import type { Database } from '../../../src/platform/db/together.ts'
import { textOf } from '../../support/begun.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'

const landing = '/s/study-abroad'
const reward = `${landing}/reward`
const read = async (student: Student, path: string) => textOf((await student.open(path)).html)

describe('the first page', () => {
  it('calls an estimate so, and says how long a reward is kept and what then', async () => {
    const pageText = await read(new Student(await fresh({ leaseMinutes: 45 })), landing)
    expect(pageText).toMatch(/An estimate, until people have been timed: about \d+ minutes/)
    expect(pageText).toContain('until 45 minutes after your last answer. After that it may go to somebody else')
  })
})

describe('how long it takes', () => {
  const minutes = (count: number, more: Record<string, unknown> = {}) =>
    Array.from({ length: count }, (_, i) => ({ language: 'en', activeMs: (i + 1) * 60_000, review: null, ...more }))
  /** What is told at this time by somebody who reads these rows. */
  const timesOf = async (rows: unknown[], language: Language = 'en') => {
    const db = { read: async () => rows } as unknown as Database
    return timesIn({ db, clock: { now: () => '2026-11-23T08:00:00.000Z' } }, 'study_1', language)
  }

  it.each([
    ['nineteen', minutes(19), null],
    ['twenty', minutes(20), { half: 10, most: 16 }],
    ['whoever was accepted after a person had looked', minutes(20, { review: 'accepted' }), { half: 10, most: 16 }],
    ['whoever is held', [...minutes(19), ...minutes(9, { review: 'held' })], null],
    ['whoever was not accepted', [...minutes(19), ...minutes(9, { review: 'rejected' })], null],
    ['another language', [...minutes(19), ...minutes(30, { language: 'zh-Hans' })], null],
    ['those of whom no time is known', [...minutes(19), ...minutes(9, { activeMs: null })], null],
  ])('is counted by %s', async (_, rows, times) => {
    expect(await timesOf(rows)).toEqual(times)
  })

  it('is read once in a quarter of an hour, of the newest thousand', async () => {
    const world = await fresh()
    const asked: string[] = []
    const { db } = world.ports
    world.ports.db = {
      ...db,
      read(query) {
        asked.push(query.sql)
        return db.read(query)
      },
    } as Database
    const student = new Student(world)
    const times = () => asked.filter((sql) => sql.includes('response_paradata')).length
    for (const minutes of [0, 10, 10]) {
      world.wait(minutes)
      expect(textOf((await student.open(landing)).html)).toMatch(/An estimate/)
    }
    expect(times()).toBe(2)
    const limited = asked.find((sql) => sql.includes('response_paradata'))
    expect(limited).toMatch(/order by .*ended_at.* desc limit/)
  })
})

describe('a study that closes', () => {
  it('lets those go on who have begun for as long as it says, and nobody else', async () => {
    const closesAt = '2026-11-23T09:00:00.000Z'
    const world = await fresh({
      study: (study) => ({ ...study, closesAt, settings: { ...study.settings, finishDays: 2 } }),
    })
    const begun = new Student(world)
    const late = new Student(world, 2)
    await begun.start()
    expect(await read(begun, `${landing}/p/screening`)).not.toContain('you can finish until')
    world.wait(120)
    expect(await read(begun, landing)).toContain('you can finish until 25 November 2026, 17:00 (UTC+8)')
    expect((await begun.open(`${landing}/go`)).path).toBe(`${landing}/p/screening`)
    expect(await read(begun, `${landing}/p/screening`)).toContain(
      'you can finish until 25 November 2026, 17:00 (UTC+8)',
    )
    const newcomer = await late.open(landing)
    expect(textOf(newcomer.html)).toContain('no longer accepts answers')
    expect(newcomer.html).not.toContain('button big')
    world.wait(2 * 24 * 60)
    expect(await read(begun, landing)).toContain('closed before you had finished')
    expect((await begun.open(`${landing}/status`)).html).not.toContain(`href="${landing}/go"`)
    expect((await begun.open(`${landing}/p/screening`)).status).toBe(403)
    expect((await begun.post(`${landing}/p/screening`, { Q02: '3' })).status).toBe(403)
  })
})

describe('a reward that is gone', () => {
  it('may come free only while somebody holds one, and is given up after being asked once more', async () => {
    const one = (offer: { amountMinor: number }) => ({ ...offer, budgetMinor: offer.amountMinor })
    const world = await fresh({
      study: (study) => ({ ...study, offers: study.offers.map(one) as typeof study.offers }),
    })
    const [first, second, third] = [1, 2, 3].map((seed) => new Student(world, seed)) as [Student, Student, Student]
    for (const student of [first, second, third]) await student.start()
    await first.answer({ stopBefore: 'places' })
    await second.answer({ stopBefore: 'places' }).catch(() => undefined)
    expect(await read(second, reward)).toContain('Some may become available')
    await first.answer()
    expect(await read(second, reward)).toContain('waiting will not help')
    const asked = await second.post(reward, { unrewarded: 'ask' })
    expect(textOf(await asked.text())).toContain('Give up the reward?')
    const unrewarded = () => rowsOf<{ unrewarded: number }>(world, 'responses')
    expect((await unrewarded()).every((row) => row.unrewarded === 0)).toBe(true)
    await second.post(reward, { unrewarded: '1' })
    expect((await unrewarded()).filter((row) => row.unrewarded === 1)).toHaveLength(1)
  })
})
