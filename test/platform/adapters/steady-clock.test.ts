import { beforeEach, expect, it } from 'vitest'
import { type SteadyClock, steadyClock } from '../../../src/platform/adapters/steady-clock.ts'
import { sentenceOf } from '../../../src/platform/time/clock-doubt.ts'

const start = Date.parse('2026-11-23T08:00:00.000Z')
const day = 86_400_000
let wall: number
let passed: number
let logged: string[]
let clock: SteadyClock

const after = (ms: number) => new Date(start + ms).toISOString()
const sentence = () => sentenceOf(clock.doubt() ?? { is: 'behind', ms: 0 })
/** Time passes, and the machine's clock sees it. */
const pass = (ms: number) => {
  wall += ms
  passed += ms
}

beforeEach(() => {
  wall = start
  passed = 0
  logged = []
  clock = steadyClock({ wall: () => wall, passed: () => passed, say: (doubt) => logged.push(sentenceOf(doubt)) })
  clock.now()
})

it('is the machine’s clock for as long as that goes on', () => {
  for (const ms of [0, 1, 999, 60_000, day]) {
    const before = wall - start
    pass(ms)
    expect(clock.now()).toBe(after(before + ms))
  }
  expect(logged).toEqual([])
  expect(clock.doubt()).toBeNull()
})

it('never goes back, goes on at half speed after a jump, and is the machine’s again once that has caught up', () => {
  wall += day
  expect(clock.now()).toBe(after(day))
  pass(22_000)
  expect(clock.now()).toBe(after(day + 22_000))
  wall -= day
  expect(clock.now()).toBe(after(day + 22_000))
  pass(60_000)
  expect(clock.now()).toBe(after(day + 22_000 + 30_000))
  for (let i = 0; i < 2 * 24 * 60; i++) {
    const before = clock.now()
    pass(61_000)
    expect(clock.now() > before).toBe(true)
  }
  expect(clock.now()).toBe(new Date(wall).toISOString())
  expect(clock.doubt()).toBeNull()
})

it('says each jump, either way, and what it is in doubt about until it is not', () => {
  wall += day
  clock.now()
  expect(logged).toEqual(["The machine's clock jumped 24 h ahead, to 2026-11-24T08:00:00.000Z."])
  expect(clock.doubt()).toEqual({ is: 'ahead', ms: day, to: '2026-11-24T08:00:00.000Z' })
  pass(11 * 60_000)
  expect(clock.doubt()).toBeNull()
  wall -= day
  expect(sentence()).toMatch(/^The machine's clock is 24 h behind what was written before\./)
  expect(logged[1]).toMatch(/jumped 24 h back/)
})

it('takes a small correction, and time that passed while nobody asked, for what they are', () => {
  wall -= 3_000
  clock.now()
  pass(10 * day)
  clock.now()
  expect(logged).toEqual([])
  expect(clock.doubt()).toBeNull()
})

it('begins at what stands in the database', () => {
  clock.raise(after(-1_000))
  expect(clock.now()).toBe(after(0))
  clock.raise(after(day))
  expect(clock.now()).toBe(after(day))
  expect(logged).toEqual([expect.stringMatching(/24 h behind what was written before/)])
  clock.raise('no time')
  expect(clock.now()).toBe(after(day))
})
