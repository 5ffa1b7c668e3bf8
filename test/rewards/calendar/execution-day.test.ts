/** The day on which a bank is asked to pay. */
import { expect, it, test } from 'vitest'
import { daysOfYear, weekdayOf } from '../../../src/platform/time/zone.ts'
import { bankCalendars } from '../../../src/rewards/calendar/calendar.ts'
import { executionDay, readBankCalendar } from '../../../src/rewards/calendar/execution-day.ts'
import { loadCalendar } from '../../../src/rewards/calendar/store.ts'
import { shared } from '../../support/databases/fresh.ts'
import { calendarOf } from './days.ts'

const share = shared()
const banksOf = (currency: string) => readBankCalendar(share().ports.db, currency)
const shipped = () => loadCalendar(share().ports.db, 'cn', share().ports.clock.now())

test.each([
  ['a working day itself', 'CNY', '2026-11-27', '2026-11-27'],
  ['behind a Saturday and a Sunday', 'CNY', '2026-11-28', '2026-11-30'],
  ['behind a Sunday', 'CNY', '2026-11-29', '2026-11-30'],
  ['a Saturday that is worked in the mainland', 'CNY', '2026-10-10', '2026-10-10'],
  ['which is none in Hong Kong', 'HKD', '2026-10-10', '2026-10-12'],
  ['nor in Macao', 'MOP', '2026-10-10', '2026-10-12'],
  ['behind Spring Festival, which is longer in the mainland', 'HKD', '2026-02-15', '2026-02-24'],
  ['behind Good Friday, Ching Ming and Easter, with their days in lieu', 'HKD', '2026-04-03', '2026-04-08'],
  ['behind Good Friday and Ching Ming in Macao, with their days in lieu', 'MOP', '2026-04-03', '2026-04-08'],
  ['behind Establishment Day in Macao, its day in lieu and Winter Solstice', 'MOP', '2026-12-18', '2026-12-18'],
  ['behind them from the Sunday on', 'MOP', '2026-12-20', '2026-12-23'],
  ['Establishment Day in Hong Kong only', 'HKD', '2026-07-01', '2026-07-02'],
  ['Establishment Day in Hong Kong only, not in Macao', 'MOP', '2026-07-01', '2026-07-01'],
  ['behind Christmas in Hong Kong', 'HKD', '2026-12-25', '2026-12-28'],
  ['behind Christmas Eve in Macao', 'MOP', '2026-12-24', '2026-12-28'],
  ['of a currency without holidays of its own', 'USD', '2026-12-25', '2026-12-25'],
  ['that would lie in a year which is not published', 'HKD', '2027-01-01', null],
])('%s', async (_, currency, from, day) => {
  expect(executionDay(await shipped(), await banksOf(currency), from)).toBe(day)
})

it('is never a closed day, whatever the currency and the day', async () => {
  const calendar = await shipped()
  for (const currency of ['CNY', 'HKD', 'MOP']) {
    const banks = await banksOf(currency)
    for (const from of daysOfYear(2026)) {
      const day = executionDay(calendar, banks, from)
      if (day === null) continue
      expect(day >= from).toBe(true)
      expect(calendar.day(day)?.kind).not.toBe('closed')
      expect((banks ?? calendar).day(day)?.kind).toBe('working')
    }
  }
})

it('follows our calendar in a year that banks have not published', () => {
  const ours = calendarOf([2028, 2029], { '2028-05-01': 'closed' })
  const banks = calendarOf([2027, 2028], { '2028-12-29': 'closed' })
  expect(executionDay(ours, banks, '2028-12-29')).toBe('2029-01-01')
  expect(executionDay(ours, banks, '2028-04-29')).toBe('2028-05-02')
})

it('knows the bank holidays of every year of our calendar, each a day of that year, in order', async () => {
  const { years } = await shipped()
  for (const currency of Object.keys(bankCalendars)) {
    const banks = await banksOf(currency)
    expect(banks?.years, currency).toEqual([2026, 2027])
    expect(banks?.years).toEqual(expect.arrayContaining([...years]))
    for (const year of banks?.years ?? []) {
      const kinds = daysOfYear(year).map((day) => [banks?.day(day)?.kind, weekdayOf(day) > 4])
      expect(kinds.filter(([kind]) => kind === undefined)).toEqual([])
      expect(kinds.filter(([kind, isWeekend]) => kind !== 'closed' && (kind === 'rest') !== isWeekend)).toEqual([])
    }
  }
})
