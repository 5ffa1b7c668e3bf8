/** The day on which a bank is asked to pay. */
import { expect, it, test } from 'vitest'
import { daysOfYear } from '../../../src/platform/time/zone.ts'
import { bankHolidays } from '../../../src/rewards/calendar/bank-holidays.ts'
import { executionDay } from '../../../src/rewards/calendar/execution-day.ts'
import { loadCalendar } from '../../../src/rewards/calendar/store.ts'
import { shared } from '../../support/databases/fresh.ts'

const share = shared()
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
  ['behind Easter in Macao, which has no day in lieu', 'MOP', '2026-04-03', '2026-04-07'],
  ['Establishment Day in Hong Kong only', 'HKD', '2026-07-01', '2026-07-02'],
  ['Establishment Day in Hong Kong only, not in Macao', 'MOP', '2026-07-01', '2026-07-01'],
  ['behind Christmas in Hong Kong', 'HKD', '2026-12-25', '2026-12-28'],
  ['behind Christmas Eve in Macao', 'MOP', '2026-12-24', '2026-12-28'],
  ['of a currency without holidays of its own', 'USD', '2026-12-25', '2026-12-25'],
  ['that would lie in a year which is not published', 'HKD', '2027-01-01', null],
])('%s', async (_, currency, from, day) => {
  expect(executionDay(await shipped(), currency, from)).toBe(day)
})

it('is never a closed day, whatever the currency and the day', async () => {
  const calendar = await shipped()
  for (const currency of ['CNY', 'HKD', 'MOP']) {
    for (const from of daysOfYear(2026)) {
      const day = executionDay(calendar, currency, from)
      if (day === null) continue
      expect(day >= from).toBe(true)
      expect(calendar.day(day)?.kind).not.toBe('closed')
      expect(bankHolidays[currency]?.['2026']?.days ?? []).not.toContain(day.slice(5))
    }
  }
})

it('knows the bank holidays of every year of our calendar, each a day of that year, in order', async () => {
  const { years } = await shipped()
  for (const [currency, byYear] of Object.entries(bankHolidays)) {
    for (const year of years) expect(Object.keys(byYear), currency).toContain(String(year))
    for (const [year, { days }] of Object.entries(byYear)) {
      const known = daysOfYear(Number(year)).map((day) => day.slice(5))
      expect(days.filter((day) => !known.includes(day))).toEqual([])
      expect([...days].sort()).toEqual(days)
    }
  }
})
