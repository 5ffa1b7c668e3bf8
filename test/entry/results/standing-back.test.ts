/** What nobody waits for stands back, and how long it did is known: it is no time that its writing took. */
import { expect, it, vi } from 'vitest'
import { standingBack } from '../../../src/entry/results/standing-back.ts'

it('goes on when nothing is answered any more, and knows for how long it stood', async () => {
  let now = 0
  const answers = standingBack(() => now)
  await answers.untilFree()
  const ends = [answers.begin(), answers.begin()]
  let isFree = false
  const free = answers.untilFree().then(() => {
    isFree = true
  })
  now = 200
  ends[0]?.()
  await Promise.resolve()
  expect([isFree, answers.stoodMs()]).toEqual([false, 0])
  now = 500
  ends[1]?.()
  await free
  await answers.untilFree()
  expect(answers.stoodMs()).toBe(500)
})

it('goes on after so long at most, and stands back again the next time', async () => {
  vi.useFakeTimers()
  const answers = standingBack(() => Date.now())
  const end = answers.begin()
  const went: number[] = []
  const since = Date.now()
  const twice = (async () => {
    for (let n = 0; n < 2; n += 1) {
      await answers.untilFree(100)
      went.push(Date.now() - since)
    }
  })()
  await vi.advanceTimersByTimeAsync(150)
  expect(went).toEqual([100])
  end()
  await twice
  expect([went, answers.stoodMs(), vi.getTimerCount()]).toEqual([[100, 150], 150, 0])
  vi.useRealTimers()
})
