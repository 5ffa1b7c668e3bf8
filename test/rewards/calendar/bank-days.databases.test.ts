/** The days on which banks of Hong Kong and Macao are closed, as the governments list them, each with its source. */
import { expect, it } from 'vitest'
import { daysOfYear, weekdayOf } from '../../../src/platform/time/zone.ts'
import { loadCalendar, rowsOfYear } from '../../../src/rewards/calendar/store.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { shared } from '../../support/databases/fresh.ts'

const lists = [
  [
    'hk',
    2026,
    '01-01 02-17 02-18 02-19 04-03 04-04 04-06 04-07 05-01 05-25 06-19 07-01 09-26 10-01 10-19 12-25 12-26',
    /^info\.gov\.hk.+P2025051300354/,
  ],
  [
    'hk',
    2027,
    '01-01 02-06 02-08 02-09 03-26 03-27 03-29 04-05 05-01 05-13 06-09 07-01 09-16 10-01 10-08 12-25 12-27',
    /^gov\.hk.+2027\.htm$/,
  ],
  // The six days in lieu of the list are those of 6 and 7 April, 25 May, 28 September, 19 October and 21 December.
  [
    'mo',
    2026,
    '01-01 02-17 02-18 02-19 04-03 04-04 04-05 04-06 04-07 05-01 05-24 05-25 06-19 09-26 09-28 10-01 10-02 10-18 10-19 11-02 12-08 12-20 12-21 12-22 12-24 12-25',
    /^gov\.mo/,
  ],
  [
    'mo',
    2027,
    '01-01 02-06 02-07 02-08 02-09 02-10 03-26 03-27 03-29 04-05 05-01 05-03 05-13 06-09 09-16 10-01 10-02 10-04 10-08 11-02 12-08 12-20 12-22 12-24 12-25 12-27',
    /^(bo\.io\.gov\.mo|abm\.org\.mo)/,
  ],
] as const

forEachDatabase((_, open, once) => {
  const share = shared({ open })

  once.each(lists)(
    '%s %i is closed on the days of its list, the source beside each',
    async (id, year, days, source) => {
      const rows = await share().ports.db.read(rowsOfYear({ id, year }))
      expect(rows.map(({ day }) => day)).toEqual(daysOfYear(year))
      const closed = rows.filter(({ kind }) => kind === 'closed')
      expect(closed.map(({ day }) => day.slice(5)).join(' ')).toBe(days)
      for (const row of closed) {
        expect(row.source, row.day).toMatch(source)
      }
      for (const { day, kind } of rows.filter((row) => row.kind !== 'closed')) {
        expect(kind, day).toBe(weekdayOf(day) < 5 ? 'working' : 'rest')
      }
    },
  )

  it('lasts to midnight of the place', async () => {
    const { db, clock } = share().ports
    for (const [id, zone] of [
      ['hk', 'Asia/Hong_Kong'],
      ['mo', 'Asia/Macau'],
    ] as const) {
      expect(await loadCalendar(db, id, clock.now())).toMatchObject({ id, zone, years: [2026, 2027] })
    }
  })
})
