import { describe, expect, it } from 'vitest'
import { freeStarts, queueRings, workFor } from '../../../src/journey/door/cost.ts'

const counts = (connection: number, block = connection, study = connection) => ({ connection, block, study })

describe('what a start costs', () => {
  it.each([
    ['nobody before', counts(0), 0],
    ['the hundredth of an hour', counts(99), 0],
    ['the one behind it', counts(100), 1_000],
    ['a campus in its lecture', counts(299), 1_000],
    ['the three-hundredth', counts(300), 2_500],
    ['a thousand', counts(1_000), 5_000],
    ['two thousand, which cost no more', counts(2_000), 5_000],
    ['many quiet addresses of one /24', counts(1, 399), 0],
    ['more of them', counts(1, 400), 1_000],
    ['a whole /24 at work', counts(20, 4_000), 5_000],
    ['a study that is popular', counts(1, 1, 1_999), 0],
    ['a study that is crowded', counts(1, 1, 2_000), 1_000],
    ['a study that is overrun', counts(1, 1, 20_000), 5_000],
  ])('%s', (_, counted, mostKeys) => {
    expect(workFor(counted, 100)).toBe(mostKeys)
  })

  it.each([
    ['a busy campus behind one address', counts(500, 500), ['connection']],
    ['a quiet address of a busy /24', counts(3, 400), ['block']],
    ['a busy address of a busier /24', counts(150, 4_000), ['block']],
    ['a quiet /24 of a crowded study', counts(1, 300, 2_000), ['study', 'connection']],
    ['one of many bought addresses of an overrun study', counts(50, 50, 20_000), ['study', 'connection']],
    ['a crowded /24 of an overrun study', counts(50, 500, 20_000), ['study', 'block']],
    ['a campus that is fuller than its study', counts(2_000, 2_000, 20_000), ['connection']],
  ])('those who cannot work wait together: %s', (_, counted, rings) => {
    expect(queueRings(counted, 100)).toEqual(rings)
  })

  it('is in proportion to what is free', () => {
    expect(workFor(counts(4), 5)).toBe(0)
    expect(workFor(counts(5), 5)).toBe(1_000)
    expect(freeStarts(5)).toEqual({ connection: 5, block: 20, study: 100 })
  })
})
