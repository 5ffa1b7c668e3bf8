/** Days of any zone: they begin where the one before ends, whatever clocks do. */
import { expect, it } from 'vitest'
import { dayBegins, dayThere } from '../../../src/platform/time/wall-clock.ts'
import { dayLater } from '../../../src/platform/time/zone.ts'

it.each([
  ['Asia/Shanghai', '2026-11-23', '2026-11-22T16:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-23', '2026-11-22T18:15:00.000Z'],
  ['Europe/Lisbon', '2026-10-26', '2026-10-26T00:00:00.000Z'],
  // Midnight is skipped, is there twice, or comes an hour after it should have; a whole day is skipped.
  ['Africa/Cairo', '2023-04-28', '2023-04-27T22:00:00.000Z'],
  ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z'],
  ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00.000Z'],
  ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
])('in %s %s begins at %s', (zone, day, begins) => {
  expect(dayBegins(zone, day)).toBe(begins)
  expect(dayThere(zone, begins)).toBe(day)
  expect(dayThere(zone, new Date(Date.parse(begins) - 1).toISOString()) < day).toBe(true)
  for (let n = -200; n < 200; n++) {
    const at = dayBegins(zone, dayLater(day, n))
    expect(dayThere(zone, new Date(Date.parse(at) - 1).toISOString()) < dayThere(zone, at)).toBe(true)
  }
})
