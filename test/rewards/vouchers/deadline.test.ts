/** A voucher's end: its time, its grace, and never inside a closure. */
import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../src/journey/settings-schema.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { loadCalendar } from '../../../src/rewards/calendar/store.ts'
import { deadlineOf, endsSoon, expiryOf, isPast } from '../../../src/rewards/vouchers/deadline.ts'
import { shared } from '../../support/databases/fresh.ts'

const share = shared()
const calendar = () => loadCalendar(share().ports.db, 'cn', '2026-01-10T00:00:00.000Z')

/** When a voucher ends whose time and grace run out at that hour of the mainland. */
async function end(day: string, time = '12:00:00', graceDays = 0) {
  const expiresAt = new Date(`${day}T${time}+08:00`).toISOString()
  return deadlineOf({ expiresAt }, { graceDays }, await calendar())
}

describe('the deadline', () => {
  it('is the end of the day, where the calendar is, on which the grace runs out', async () => {
    expect(await end('2026-03-10')).toEqual({
      notBefore: '2026-03-10T04:00:00.000Z',
      until: '2026-03-10T16:00:00.000Z',
      lastDay: '2026-03-10',
    })
    expect(await end('2026-03-10', '23:59:59')).toMatchObject({ lastDay: '2026-03-10' })
    expect(await end('2026-03-11', '00:00:00')).toMatchObject({ lastDay: '2026-03-11' })
    expect(await end('2026-03-10', '12:00:00', 14)).toMatchObject({ lastDay: '2026-03-24' })
  })

  it.each([
    ['2026-02-13', '2026-02-13', 'Friday before the closure, and the Saturday after it is a working day'],
    ['2026-02-14', '2026-02-24', 'its last moment would be the first of the closure'],
    ['2026-02-15', '2026-02-24', 'the first day of the closure'],
    ['2026-02-20', '2026-02-24', 'within the closure'],
    ['2026-02-23', '2026-02-24', 'the last day of the closure'],
    ['2026-02-24', '2026-02-24', 'the day after it'],
    ['2026-10-03', '2026-10-08', 'within the National Day closure'],
  ])('of %s is the end of %s: %s', async (day, lastDay) => {
    expect((await end(day))?.lastDay).toBe(lastDay)
  })

  it('is not known where the calendar is not, and then nothing expires', async () => {
    const deadline = await end('2027-02-01')
    expect(deadline).toEqual({ notBefore: '2027-02-01T04:00:00.000Z', until: null, lastDay: null })
    expect(isPast(deadline, '2027-12-01T00:00:00.000Z')).toBe(false)
    expect(await end('2026-12-31')).toMatchObject({ until: null })
    // The day before the first one that it knows.
    const known = await calendar()
    const later = { ...known, day: (day: string) => (day < '2026-03-11' ? undefined : known.day(day)) }
    expect(deadlineOf({ expiresAt: '2026-03-10T04:00:00.000Z' }, { graceDays: 0 }, later)).toMatchObject({
      until: null,
    })
  })

  it('is none for a voucher without a time', async () => {
    expect(deadlineOf({ expiresAt: null }, { graceDays: 14 }, await calendar())).toBeNull()
    expect(isPast(null, '2099-01-01T00:00:00.000Z')).toBe(false)
  })

  it('has passed from its own instant on', async () => {
    const deadline = await end('2026-03-10')
    expect(isPast(deadline, '2026-03-10T15:59:59.999Z')).toBe(false)
    expect(isPast(deadline, '2026-03-10T16:00:00.000Z')).toBe(true)
  })

  it('is warned of from fourteen days before the time ends', () => {
    const voucher = { expiresAt: '2026-03-15T00:00:00.000Z' }
    expect(endsSoon(voucher, '2026-02-28T23:59:59.999Z')).toBe(false)
    expect(endsSoon(voucher, '2026-03-01T00:00:00.000Z')).toBe(true)
    expect(endsSoon({ expiresAt: null }, '2026-03-01T00:00:00.000Z')).toBe(false)
  })
})

describe('the settings of a study', () => {
  it('that was opened before vouchers could expire have a time, a grace, a calendar and limits', () => {
    const { settings } = studyAbroadStudy('2026-01-01T00:00:00.000Z')
    expect(Object.keys(settings)).not.toContain('voucherDays')
    expect(settingsSchema.parse(settings)).toMatchObject({
      voucherDays: 180,
      graceDays: 14,
      calendar: 'cn',
      limits: { perPayoutMinor: 50_000, perBatchMinor: 1_000_000 },
    })
    expect(expiryOf({ voucherDays: 180 }, '2026-01-01T00:00:00.000Z')).toBe('2026-06-30T00:00:00.000Z')
  })
})
