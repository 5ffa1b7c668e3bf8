import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openBackground } from '../../../src/entry/stopping/background.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const everyMs = 60_000

it('work of which more is left goes on a second after its turn, other work waits for its next one, and nothing begins after a stop', async () => {
  const background = openBackground()
  const left = [true, true, false]
  const turn = vi.fn(async () => left.shift())
  background.repeat({ firstMs: everyMs, everyMs }, turn)
  await vi.advanceTimersByTimeAsync(everyMs)
  expect(turn).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(turn).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(50_000)
  expect(turn).toHaveBeenCalledTimes(3)
  left.push(true)
  await vi.advanceTimersByTimeAsync(8_000)
  expect(turn).toHaveBeenCalledTimes(4)
  background.stop()
  await vi.advanceTimersByTimeAsync(2 * everyMs)
  expect(turn).toHaveBeenCalledTimes(4)
})
