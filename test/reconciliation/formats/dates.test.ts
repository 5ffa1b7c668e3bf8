import { describe, expect, test } from 'vitest'
import { isDay } from '../../../src/platform/time/day.ts'
import { isoMoment, momentOf, writtenMoment } from '../../../src/reconciliation/formats/dates.ts'

const zone = 'Asia/Shanghai'

test('a day is one of the calendar', () => {
  expect(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31'].every(isDay)).toBe(true)
  expect(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-2-1', ''].some(isDay)).toBe(false)
})

test('local time is the instant at UTC+8, and its day stays local', () => {
  expect(momentOf('2026-02-24 00:00:00', zone, 7)).toEqual({
    day: '2026-02-24',
    bookedAt: '2026-02-23T16:00:00.000Z',
  })
  expect(() => momentOf('2026-02-24 24:00:00', zone, 7)).toThrow(expect.objectContaining({ why: 'day', line: 7 }))
})

describe('an ISO date', () => {
  test('with an offset keeps its own day for a bank, and takes ours for a provider abroad', () => {
    const text = '2026-02-23T23:30:00-05:00'
    expect(isoMoment(text, zone, true)).toEqual({ day: '2026-02-23', bookedAt: '2026-02-24T04:30:00.000Z' })
    expect(isoMoment(text, zone, false)).toEqual({ day: '2026-02-24', bookedAt: '2026-02-24T04:30:00.000Z' })
  })

  test('may be a day alone, also with a zone behind it', () => {
    expect(isoMoment('2026-02-23+08:00', zone, true)).toEqual({ day: '2026-02-23', bookedAt: null })
    expect(isoMoment('2026-02-30', zone, true)).toBeNull()
  })
})

test.each([
  ['14.02.2026', 'DD.MM.YYYY', '2026-02-14', null],
  ['02/03/2026', 'DD/MM/YYYY', '2026-03-02', null],
  ['02/03/2026', 'MM/DD/YYYY', '2026-02-03', null],
  ['20260214', 'YYYYMMDD', '2026-02-14', null],
  ['2026年2月14日', 'YYYY年MM月DD日', '2026-02-14', null],
  ['2026/2/4 9:05', 'YYYY/MM/DD', '2026-02-04', '2026-02-04T01:05:00.000Z'],
  ['2026-02-14T10:00:00', 'YYYY-MM-DD', '2026-02-14', '2026-02-14T02:00:00.000Z'],
] as const)('%s as %s is %s', (text, format, day, bookedAt) => {
  expect(writtenMoment(text, format, zone)).toEqual({ day, bookedAt })
})

test.each([
  ['14/02/2026', 'MM/DD/YYYY'],
  ['14.02.2026x', 'DD.MM.YYYY'],
  ['2026-02-1410:00', 'YYYY-MM-DD'],
] as const)('%s is no day as %s', (text, format) => {
  expect(writtenMoment(text, format, zone)).toBeNull()
})
