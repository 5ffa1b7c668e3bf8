import { describe, expect, it, test } from 'vitest'
import { type YearEdit, yearFault } from '../../../src/rewards/calendar/edit.ts'
import { readDays, readRanges } from '../../../src/rewards/calendar/read-days.ts'
import { calendarOf } from './days.ts'

test.each([
  '2027-02-05..2027-02-07, 2027-01-01',
  '01-01\n02-05..02-07\n02-06',
  '2027年1月1日；2月5日至2月7日',
  '2027/1/1; 2/5 - 2/7',
  '1-1, 2-5 to 2-7',
  ' 2027-01-01 \r\n\r\n2027-02-05 ～ 2027-02-07 ',
])('days are read however they are written: %j', (text) => {
  expect(readDays(text, 2027)).toEqual({ days: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07'] })
})

test('nothing is no day, and a range keeps its ends', () => {
  expect(readDays(' \n', 2027)).toEqual({ days: [] })
  expect(readRanges('2027-01-20..2027-02-20, 07-01', 2027)).toEqual({
    ranges: [
      ['2027-01-20', '2027-02-20'],
      ['2027-07-01', '2027-07-01'],
    ],
  })
})

test.each([
  ...['2027-02-29', '2027-13-01', '2026-12-31', 'Monday', '2027-02-07..2027-02-05', '2027-02-05..', '20270205'],
  ...['2027-01-01..2027-01-02..2027-01-03', '2027-12-30..2028-01-02'],
])('%s is no day of 2027, and is named', (text) => {
  expect(readDays(`2027-01-01\n${text}`, 2027)).toEqual({ bad: text })
})

test('a leap day exists in its year', () => {
  expect(readDays('02-29', 2028)).toEqual({ days: ['2028-02-29'] })
})

describe('a year to be published', () => {
  const now = '2026-11-23T08:00:00.000Z'
  const fault = (edit: Partial<YearEdit>) =>
    yearFault(calendarOf([2026]), now, {
      ...{ calendar: 'test', year: 2027, closed: ['2027-01-01'], working: [], slow: [] },
      ...edit,
    })

  it('is in order with its closed days and the weekend days that make up for them', () => {
    expect(fault({})).toBeNull()
    expect(fault({ working: ['2027-02-20'] })).toBeNull()
  })

  it('is refused when it is there already, long over, far off, or has no holiday', () => {
    expect(fault({ year: 2026 })).toEqual({ fault: 'published' })
    expect(fault({ year: 2025 })).toEqual({ fault: 'too_far' })
    expect(fault({ year: 2030 })).toEqual({ fault: 'too_far' })
    expect(fault({ closed: [] })).toEqual({ fault: 'no_closures' })
  })

  it('is refused when a day is closed and working at once, or works anyway', () => {
    const both = { closed: ['2027-02-20'], working: ['2027-02-20'] }
    expect(fault(both)).toEqual({ fault: 'closed_and_working', day: '2027-02-20' })
    expect(fault({ working: ['2027-02-19'] })).toEqual({ fault: 'works_anyway', day: '2027-02-19' })
  })
})
