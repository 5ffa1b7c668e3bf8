import { describe, expect, it, test } from 'vitest'
import { daysOfYear, weekdayOf } from '../../../src/platform/time/zone.ts'
import {
  type Calendar,
  calendarsOf,
  closesWithin,
  dayOf,
  mayStart,
  nextOpenDay,
  promise,
  startOf,
  workingDaysBetween,
} from '../../../src/rewards/calendar/calendar.ts'
import { calendarGaps } from '../../../src/rewards/calendar/gaps.ts'
import { calendarOf } from './days.ts'

/** The `count`-th working day after `day`, from its noon, where no day is slow; null when nobody can promise it. */
const addWorkingDays = (calendar: Calendar, day: string, count: number) =>
  promise(calendar, `${day}T04:00:00.000Z`, count)?.day ?? null

describe('a day of a zone', () => {
  test.each(['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Macau'])(
    'in %s begins eight hours before UTC (row 10 of the fault table)',
    (zone) => {
      expect(dayOf(zone, '2026-03-04T15:59:59.999Z')).toBe('2026-03-04')
      expect(dayOf(zone, '2026-03-04T23:59:59+08:00')).toBe('2026-03-04')
      expect(dayOf(zone, '2026-03-04T16:00:00.000Z')).toBe('2026-03-05')
      expect(startOf(zone, '2026-03-05')).toBe('2026-03-04T16:00:00.000Z')
      expect(dayOf(zone, startOf(zone, '2028-02-29'))).toBe('2028-02-29')
    },
  )

  test('is what the runtime itself calls it, around the clock of a year', () => {
    const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    for (let at = Date.parse('2026-01-01T00:00:00Z'); at < Date.parse('2027-01-02T00:00:00Z'); at += 3_599_000 * 5) {
      const iso = new Date(at).toISOString()
      expect(dayOf('Asia/Shanghai', iso)).toBe(local.format(at))
    }
  })

  test('is not guessed for other zones, nor for what is no day', () => {
    expect(() => dayOf('Europe/London', '2026-03-04T00:00:00Z')).toThrow(RangeError)
    expect(() => startOf('UTC', '2026-03-04')).toThrow(RangeError)
    expect(() => startOf('Asia/Shanghai', '2026-13-01')).toThrow(RangeError)
  })

  test('of a leap year is one of 366', () => {
    expect(daysOfYear(2028)).toHaveLength(366)
    expect(daysOfYear(2028)).toContain('2028-02-29')
    expect(daysOfYear(2027)).toHaveLength(365)
    expect(weekdayOf('2026-02-14')).toBe(5)
    expect(weekdayOf('2026-02-16')).toBe(0)
  })
})

describe('starting', () => {
  // Wednesday the 4th is closed between two working days, and so is Friday the 6th.
  const calendar = calendarOf([2026], { '2026-03-04': 'closed', '2026-03-06': 'closed' })

  it('names the rows of today and of the day it may settle on', () => {
    expect(mayStart(calendar, '2026-03-02T08:00:00.000Z', 12)).toEqual({
      day: { day: '2026-03-02', n: 1, kind: 'working', slow: false },
      settlesDay: { day: '2026-03-03', n: 1, kind: 'working', slow: false },
    })
  })

  it('is refused when a closed day lies between, however open the last one is', () => {
    expect(mayStart(calendar, '2026-03-03T08:00:00.000Z', 48)).toMatchObject({ refused: 'would_settle_in_closure' })
  })

  it('is possible again on the first day whose beginning leaves time enough', () => {
    // The 5th is open, but not for 24 hours before the 6th is closed.
    expect(mayStart(calendar, '2026-03-04T08:00:00.000Z', 24)).toEqual({ refused: 'closed', opensOn: '2026-03-07' })
    expect(mayStart(calendar, '2026-03-04T08:00:00.000Z', 23)).toEqual({ refused: 'closed', opensOn: '2026-03-05' })
  })

  it('goes on at weekends: rest is not a closure', () => {
    expect(mayStart(calendar, '2026-03-14T08:00:00.000Z', 24)).toMatchObject({ day: { kind: 'rest' } })
  })

  it('has no day to name when the calendar ends in a closure', () => {
    const ending = calendarOf([2026], { '2026-12-30': 'closed', '2026-12-31': 'closed' })
    expect(mayStart(ending, '2026-12-30T08:00:00.000Z', 0)).toEqual({ refused: 'closed', opensOn: null })
    expect(mayStart(calendar, '2025-12-31T08:00:00.000Z', 0)).toEqual({ refused: 'not_published', opensOn: null })
  })

  it('crosses a leap day like any other', () => {
    const leap = calendarOf([2028])
    expect(mayStart(leap, '2028-02-28T08:00:00.000Z', 24)).toMatchObject({ settlesDay: { day: '2028-02-29' } })
    expect(addWorkingDays(leap, '2028-02-28', 2)).toBe('2028-03-01')
    const closed = calendarOf([2028], { '2028-02-29': 'closed' })
    expect(mayStart(closed, '2028-02-28T08:00:00.000Z', 24)).toEqual({
      refused: 'would_settle_in_closure',
      opensOn: '2028-03-01',
    })
  })
})

test.each([
  ['CNY', null],
  ['HKD', 'hk'],
  ['MOP', 'mo'],
])(
  'money of %s goes out by the calendar of the mainland, and %s is that of the banks that clear it',
  (currency, banks) => {
    expect(calendarsOf(currency)).toEqual({ sends: 'cn', banks })
  },
)

test('a closure is near from so many hours before its first minute until its last', () => {
  const calendar = calendarOf([2026], { '2026-03-04': 'closed' })
  expect(closesWithin(calendar, '2026-03-03T03:59:59.999Z', 12)).toBe(false)
  expect(closesWithin(calendar, '2026-03-03T04:00:00.000Z', 12)).toBe(true)
  expect(closesWithin(calendar, '2026-03-04T15:59:59.999Z', 0)).toBe(true)
  expect(closesWithin(calendar, '2026-03-04T16:00:00.000Z', 12)).toBe(false)
  expect(closesWithin(calendar, '2026-12-31T12:00:00.000Z', 24)).toBe(false)
})

describe('working days', () => {
  const calendar = calendarOf([2026], { '2026-03-04': 'closed', '2026-03-07': 'working' })

  it('are counted over weekends and closures, and a working Saturday is one', () => {
    expect(addWorkingDays(calendar, '2026-03-02', 0)).toBe('2026-03-02')
    expect(addWorkingDays(calendar, '2026-03-02', 1)).toBe('2026-03-03')
    expect(addWorkingDays(calendar, '2026-03-02', 4)).toBe('2026-03-07')
    expect(addWorkingDays(calendar, '2026-03-02', 5)).toBe('2026-03-09')
    expect(workingDaysBetween(calendar, '2026-03-02', '2026-03-09')).toBe(5)
    expect(workingDaysBetween(calendar, '2026-03-09', '2026-03-02')).toBe(0)
    expect(nextOpenDay(calendar, '2026-03-03')).toBe('2026-03-05')
    expect(nextOpenDay(calendar, '2026-03-07')).toBe('2026-03-08')
  })

  it('are not known where no year is published', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toBe('2026-12-31')
    expect(addWorkingDays(calendar, '2026-12-30', 2)).toBeNull()
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-01')).toBeNull()
    expect(workingDaysBetween(calendar, '2025-12-30', '2026-01-02')).toBeNull()
    expect(nextOpenDay(calendar, '2026-12-31')).toBeNull()
    expect(promise(calendar, '2025-06-01T00:00:00Z', 1)).toBeNull()
  })

  it('take twice as long where they are slow, and only there', () => {
    const slow = calendarOf([2026], {}, [['2026-03-03', '2026-03-05']])
    expect(promise(slow, '2026-02-26T04:00:00Z', 2)).toEqual({ day: '2026-03-02', slow: false })
    expect(promise(slow, '2026-03-02T04:00:00Z', 1)).toEqual({ day: '2026-03-04', slow: true })
    expect(promise(slow, '2026-03-02T04:00:00Z', 2)).toEqual({ day: '2026-03-06', slow: true })
    expect(promise(slow, '2026-03-05T04:00:00Z', 1)).toEqual({ day: '2026-03-06', slow: false })
  })
})

test('a missing year is told of from sixty days before it begins', () => {
  const calendar = calendarOf([2026])
  expect(calendarGaps(calendar, '2026-11-01T15:59:59.000Z')).toEqual([])
  expect(calendarGaps(calendar, '2026-11-01T16:00:00.000Z')).toEqual([
    { calendar: 'test', year: 2027, from: '2027-01-01', inDays: 60 },
  ])
  expect(calendarGaps(calendar, '2027-03-01T00:00:00.000Z')).toEqual([
    { calendar: 'test', year: 2027, from: '2027-03-01', inDays: 0 },
  ])
  expect(calendarGaps(calendar, '2027-12-01T00:00:00.000Z').map(({ year }) => year)).toEqual([2027, 2028])
  expect(calendarGaps(calendarOf([2026, 2027]), '2026-12-31T00:00:00.000Z')).toEqual([])
})
