/** The year that is shipped. */
import { expect, it } from 'vitest'
import { daysOfYear, weekdayOf } from '../../../src/platform/time/zone.ts'
import { type Calendar, type Day, mayStart, nextOpenDay, promise } from '../../../src/rewards/calendar/calendar.ts'
import { loadCalendar } from '../../../src/rewards/calendar/store.ts'
import { shared } from '../../support/databases/fresh.ts'

const share = shared()
const shipped = (): Promise<Calendar> => loadCalendar(share().ports.db, 'cn', share().ports.clock.now())

function daysWhere(calendar: Calendar, isIt: (day: Day) => boolean): string[] {
  const known = daysOfYear(2026).map((day) => calendar.day(day))
  return known.filter((day) => day !== undefined && isIt(day)).map((day) => day?.day ?? '')
}

it('is the only one, and knows all of its days', async () => {
  const calendar = await shipped()
  expect(calendar).toMatchObject({ id: 'cn', zone: 'Asia/Shanghai', years: [2026] })
  expect(daysWhere(calendar, ({ n }) => n === 1)).toHaveLength(365)
  expect(calendar.day('2025-12-31')).toBeUndefined()
  expect(calendar.day('2027-01-01')).toBeUndefined()
})

it('is closed on the public holidays, the Spring Festival from the 15th to the 23rd of February', async () => {
  const calendar = await shipped()
  const closed = daysWhere(calendar, ({ kind }) => kind === 'closed')
  const span = (month: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `2026-${month}-${String(from + i).padStart(2, '0')}`)
  expect(closed).toEqual([
    ...span('01', 1, 3),
    ...span('02', 15, 23),
    ...span('04', 4, 6),
    ...span('05', 1, 5),
    ...span('06', 19, 21),
    ...span('09', 25, 27),
    ...span('10', 1, 7),
  ])
})

it('works on the weekend days that make up for them, the 14th and the 28th of February among them', async () => {
  const calendar = await shipped()
  const working = daysWhere(calendar, ({ day, kind }) => weekdayOf(day) > 4 && kind === 'working')
  expect(working).toEqual([...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']])
  const resting = daysWhere(calendar, ({ kind }) => kind === 'rest')
  expect(resting.every((day) => weekdayOf(day) > 4)).toBe(true)
  // Of 104 weekend days, fourteen lie in closures and six make up for one.
  expect(resting.length).toBe(104 - 14 - 6)
})

it('is slow from the 19th of January to the 24th of February', async () => {
  const calendar = await shipped()
  const slow = daysWhere(calendar, (day) => day.slow)
  expect([slow[0], slow.at(-1), slow.length]).toEqual(['2026-01-19', '2026-02-24', 37])
})

it("lets WeChat's 24 hours begin until the last minute of the 13th of February, and again on the 24th", async () => {
  const calendar = await shipped()
  expect(mayStart(calendar, '2026-02-13T15:59:59.999Z', 24)).toMatchObject({
    day: { day: '2026-02-13', n: 1 },
    settlesDay: { day: '2026-02-14', n: 1 },
  })
  expect(mayStart(calendar, '2026-02-13T16:00:00.000Z', 24)).toEqual({
    refused: 'would_settle_in_closure',
    opensOn: '2026-02-24',
  })
  expect(mayStart(calendar, '2026-02-14T15:59:59.000Z', 0)).toMatchObject({ settlesDay: { day: '2026-02-14' } })
  expect(mayStart(calendar, '2026-02-14T16:00:00.000Z', 0)).toEqual({ refused: 'closed', opensOn: '2026-02-24' })
  expect(mayStart(calendar, '2026-02-23T15:59:59.000Z', 24)).toEqual({ refused: 'closed', opensOn: '2026-02-24' })
  expect(mayStart(calendar, '2026-02-23T16:00:00.000Z', 24)).toMatchObject({ day: { day: '2026-02-24' } })
  expect(nextOpenDay(calendar, '2026-02-14')).toBe('2026-02-24')
})

it('ends with its last day: 24 hours cannot begin in it, and nothing is promised past it', async () => {
  const calendar = await shipped()
  const notPublished = { refused: 'not_published', opensOn: null }
  expect(mayStart(calendar, '2026-12-30T15:59:59.000Z', 24)).toMatchObject({ settlesDay: { day: '2026-12-31' } })
  expect(mayStart(calendar, '2026-12-30T16:00:00.000Z', 24)).toEqual(notPublished)
  expect(mayStart(calendar, '2026-12-31T08:00:00.000Z', 0)).toMatchObject({ day: { day: '2026-12-31' } })
  expect(mayStart(calendar, '2026-12-31T16:00:00.000Z', 0)).toEqual(notPublished)
  expect(promise(calendar, '2026-12-28T08:00:00.000Z', 3)).toEqual({ day: '2026-12-31', slow: false })
  expect(promise(calendar, '2026-12-29T08:00:00.000Z', 3)).toBeNull()
})

it('promises over the closure, and longer for what falls in slow days', async () => {
  const calendar = await shipped()
  // Ten working days of an ordinary month, the 1st to the 14th of July.
  expect(promise(calendar, '2026-06-30T08:00:00.000Z', 10)).toEqual({ day: '2026-07-14', slow: false })
  // Two on slow days take four: Wednesday to Saturday the 14th, which works.
  expect(promise(calendar, '2026-02-10T08:00:00.000Z', 2)).toEqual({ day: '2026-02-14', slow: true })
  // Three take the 12th, 13th, 14th and 24th as halves; the 25th is not slow any more.
  expect(promise(calendar, '2026-02-11T08:00:00.000Z', 3)).toEqual({ day: '2026-02-25', slow: true })
  // Asked on the last slow day, all of it lies behind.
  expect(promise(calendar, '2026-02-24T08:00:00.000Z', 2)).toEqual({ day: '2026-02-26', slow: false })
})
