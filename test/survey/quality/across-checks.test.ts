/** The checks that compare responses, as tables. */
import { beforeAll, describe, expect, it } from 'vitest'
import { othersFirst } from '../../../src/platform/offload/job.ts'
import { baselineOf } from '../../../src/survey/quality/baseline.ts'
import { burst, ofNetwork, poissonQuantile, regular } from '../../../src/survey/quality/cadence.ts'
import { type AnswerModel, modelOf, type Vector } from '../../../src/survey/quality/copies/answer-model.ts'
import { vectorOf } from '../../../src/survey/quality/copies/answer-vector.ts'
import { type ComparedItems, type Comparer, comparerOf, scaleOf } from '../../../src/survey/quality/copies/comparer.ts'
import { bandsOfAnswers, bandsOfText, hashBands } from '../../../src/survey/quality/copies/min-hash.ts'
import { sameRhythm } from '../../../src/survey/quality/copies/rhythm.ts'
import { copyScore, trigrams } from '../../../src/survey/quality/copies/text-copies.ts'
import { areTwins } from '../../../src/survey/quality/copies/twins.ts'
import { longestMs, type Visit } from '../../../src/survey/quality/visit.ts'
import { picker } from '../../support/student.ts'

/** Somebody with a story: where one lives decides where one goes, and one mood colours ten rows. */
function somebody(pick: (n: number) => number): Map<string, string> {
  const skewed = (kinds: number) => Math.min(pick(kinds), pick(kinds))
  const home = skewed(5)
  const mood = 2 + pick(3)
  const answers = new Map<string, string>([['home', String(home)]])
  answers.set('goes', String(pick(4) === 0 ? pick(8) : home))
  answers.set('papers', String(pick(6) === 0 ? pick(6) : home))
  for (let row = 0; row < 10; row += 1) answers.set(`rows.${row}`, String(pick(3) === 0 ? 1 + pick(5) : mood))
  for (let other = 0; other < 30; other += 1) answers.set(`q${other}`, String(skewed(4 + (other % 4))))
  return answers
}

/** The same answers, some in a hundred of them given anew. */
function copied(from: Vector, pick: (n: number) => number, percent: number): Vector {
  const another = somebody(pick)
  return new Map([...from].map(([item, value]) => [item, pick(100) < percent ? (another.get(item) ?? value) : value]))
}

describe('the rhythm of two', () => {
  const day = 86_400_000
  const seconds = [20, 9, 41, 15, 70, 33, 12, 26]
  /** Pages one after the other from a day on, each so many seconds long. */
  const way = (from: number, times: readonly number[], more: Partial<Visit> = {}) => {
    let at = from * day
    return new Map(
      times.map((s, n): [string, Visit] => {
        const visit: Visit = { ms: s * 1000, at, base: 0, done: 1, again: 0, n: 3, ...more }
        at += visit.ms
        return [`p${n}`, visit]
      }),
    )
  }
  const slightly = [1.1, 0.95, 1.05, 0.9, 1.12, 0.98, 1.02, 0.93]
  const times = (by: (s: number, n: number) => number) => seconds.map(by)
  it.each<[string, ReadonlyMap<string, Visit>, number]>([
    ['is the same where each page took as long', way(2, seconds), 8],
    [
      'where each took nearly so',
      way(
        2,
        times((s, n) => s * (slightly[n] ?? 1)),
      ),
      8,
    ],
    [
      'where all of it took twice as long',
      way(
        2,
        times((s) => s * 2),
      ),
      8,
    ],
    ['is another where pages took as long as they do with people', way(2, [26, 12, 33, 70, 15, 41, 9, 20]), 0],
    ['says nothing of two at the same time, who may sit side by side', way(1, seconds), 0],
    ['says nothing of fewer than seven pages', way(2, seconds.slice(0, 6)), 0],
    ['says nothing of pages that were restored or sent again', way(2, seconds, { again: 1 }), 0],
    ['says nothing where nothing is known', new Map(), 0],
  ])('%s', (_, other, pages) => {
    expect(sameRhythm(way(1, seconds), other)).toBe(pages)
    expect(sameRhythm(other, way(1, seconds))).toBe(pages)
  })

  it('says nothing of pages that were open for longer than is counted, which all have one time', () => {
    const slow = times(() => longestMs / 1000)
    expect(sameRhythm(way(1, slow), way(2, slow))).toBe(0)
  })
})

describe('twins', () => {
  const pick = picker(7)
  const crowd = Array.from({ length: 400 }, () => somebody(pick))
  let model: AnswerModel
  let comparer: Comparer
  beforeAll(async () => {
    const learned = await modelOf(crowd, async () => undefined)
    model = { ...learned, scale: await scaleOf(learned, crowd, async () => undefined) }
    comparer = comparerOf(model)
  })
  const agreementOf = (one: Vector, other: Vector) =>
    comparer.agreementOf(comparer.itemsOf(one), comparer.itemsOf(other))

  it('their model is learned in pieces: an item, a response or a pair, and comes to the same whatever is done between', async () => {
    let pieces = 0
    const inTurn = async () => {
      pieces += 1
      if (pieces % 50 === 0) await othersFirst()
    }
    const learned = await modelOf(crowd, inTurn)
    expect({ ...learned, scale: await scaleOf(learned, crowd, inTurn) }).toEqual(model)
    expect(pieces).toBe(Object.keys(model.items).length + crowd.length + 600)
  })

  it('nobody of an honest crowd is anybody’s, though many answer alike', () => {
    let [pairs, found, mostAlike] = [0, 0, 0]
    crowd.forEach((one, at) => {
      for (const other of crowd.slice(at + 1)) {
        const agreement = agreementOf(one, other)
        pairs += 1
        mostAlike = Math.max(mostAlike, agreement.alike / agreement.items)
        if (areTwins(agreement, 400)) found += 1
      }
    })
    expect({ pairs, found }).toEqual({ pairs: 79_800, found: 0 })
    expect(mostAlike).toBeGreaterThan(0.6)
  })

  it.each<[number, number, number]>([
    [0, 400, 20],
    [0, 1_000_000, 20],
    [5, 10_000, 18],
    [10, 10_000, 15],
  ])('copies with %i in a hundred answers changed are found among %i', (percent, responses, least) => {
    const twins = crowd.slice(0, 20).filter((one) => areTwins(agreementOf(one, copied(one, pick, percent)), responses))
    expect(twins.length).toBeGreaterThanOrEqual(least)
  })

  it('who are no twins is mostly told by the weights alone, and it comes to the same', () => {
    let [twins, others] = [0, 0]
    for (const [at, one] of crowd.slice(0, 40).entries()) {
      const near = [0, 5, 10, 15, 20, 25, 30].map((percent) => copied(one, pick, percent))
      for (const other of [...near, ...crowd.slice(at + 1, at + 40)]) {
        const [mine, theirs] = [comparer.itemsOf(one), comparer.itemsOf(other)]
        for (const responses of [10, 400, 1_000_000]) {
          const agreement = comparer.agreementOf(mine, theirs)
          const expected = areTwins(agreement, responses) ? agreement : null
          expect(comparer.twinsAmong(responses, mine, theirs)).toEqual(expected)
          if (expected === null) others += 1
          else twins += 1
        }
      }
    }
    expect(Math.min(twins, others)).toBeGreaterThan(100)
    // Rare answers in common, up to where they make twins: there the hardest pull decides.
    const names = Array.from({ length: 20 }, (_, at) => `x${at}`)
    const rare = comparerOf({
      responses: 1000,
      scale: 1,
      items: Object.fromEntries(names.map((name) => [name, { on: null, counts: { '': { a: 999, b: 1 } } }])),
    })
    const found = names.map((_, shared) => {
      const both = rare.itemsOf(new Map(names.map((name, at) => [name, at < shared ? 'b' : 'a'])))
      return [10, 1_000, 10_000_000, 1e12].map((responses) => {
        const agreement = rare.agreementOf(both, both)
        const expected = areTwins(agreement, responses) ? agreement : null
        expect(rare.twinsAmong(responses, both, both)).toEqual(expected)
        return expected !== null
      })
    })
    expect(new Set(found.map(String)).size).toBeGreaterThan(3)
  })

  it('no answer and an empty one are the same to what hangs on it, and an empty one is an item', () => {
    const item = (on: string | null, counts: AnswerModel['items'][string]['counts']) => ({ on, counts })
    const { itemsOf, agreementOf: among } = comparerOf({
      responses: 100,
      scale: 1,
      items: {
        picks: item(null, { '': { '': 50, '1': 50 } }),
        next: item('picks', { '': { a: 99, b: 1 }, '1': { b: 99 } }),
      },
    })
    const [blank, empty, given] = [{}, { picks: '' }, { picks: '1' }].map((first) =>
      itemsOf(new Map(Object.entries({ ...first, next: 'b' }))),
    ) as [ComparedItems, ComparedItems, ComparedItems]
    expect(among(blank, empty)).toEqual({ ...among(blank, blank) })
    expect(among(empty, empty)).toMatchObject({ items: 2, alike: 2 })
    expect(among(empty, given)).toMatchObject({ items: 2, alike: 1 })
    // Among those who picked nothing hardly anybody answers so, among those who picked nearly all do.
    expect(among(blank, blank).bits).toBeGreaterThan(5)
    expect(among(given, given).bits).toBeLessThan(2)
  })

  it('a rare answer in common weighs more than one that most give', () => {
    const counts = (rare: number) => ({ on: null, counts: { '': { a: 100 - rare, b: rare } } })
    const small: AnswerModel = { responses: 100, scale: 1, items: { x: counts(2) } }
    const { itemsOf, agreementOf: among } = comparerOf(small)
    const both = (value: string) => among(itemsOf(new Map([['x', value]])), itemsOf(new Map([['x', value]]))).bits
    expect(both('b')).toBeGreaterThan(5)
    expect(both('a')).toBeLessThan(0.1)
  })

  it('too few items in common say nothing', () => {
    expect(areTwins({ items: 19, alike: 19, bits: 200 }, 10)).toBe(false)
    expect(areTwins({ items: 20, alike: 20, bits: 200 }, 10)).toBe(true)
  })

  it('an answer is an item, and what was typed, consents and attention rows are none', () => {
    const answers = { Q01: 3, Q06: [1, 2], Q11: { 1: 4, AC: 2 }, Q22: 'typed', 'Q07.text': 'typed', C0a: 1, Q28: -1 }
    const items = vectorOf(answers, (item) => item === 'C0a' || item === 'Q11.AC')
    expect([...items]).toEqual([
      ['Q01', '3'],
      ['Q06', '1 2'],
      ['Q11.1', '4'],
      ['Q28', '-1'],
    ])
  })
})

describe('signatures', () => {
  const share = (from: number, of: number) =>
    Array.from({ length: of }, (_, at) => `item${at}=${at < from ? 'same' : 'other'}`)
  const same = (of: number) => share(of, of)
  const meet = (one: string[], other: string[], banding: typeof bandsOfAnswers) => {
    const theirs = hashBands(other, banding)
    return hashBands(one, banding).some((band, at) => band === theirs[at])
  }
  it('equal answers have equal bands, in any order, and nothing has none', () => {
    expect(hashBands(same(40), bandsOfAnswers)).toEqual(hashBands(same(40).reverse(), bandsOfAnswers))
    expect(hashBands([], bandsOfAnswers)).toEqual([])
  })

  it.each<[number, number, number]>([
    [95, 90, 100],
    [60, 0, 5],
  ])('of pairs that share %i in a hundred answers, between %i and %i of a hundred meet', (percent, least, most) => {
    const pick = picker(percent)
    let met = 0
    for (let pair = 0; pair < 100; pair += 1) {
      const one = Array.from({ length: 60 }, (_, at) => `${pair}.${at}=1`)
      const other = one.map((item, at) => (at * 100 >= percent * 60 ? `${item}${pick(1000)}x` : item))
      if (meet(one, other, bandsOfAnswers)) met += 1
    }
    expect(met).toBeGreaterThanOrEqual(least)
    expect(met).toBeLessThanOrEqual(most)
  })

  it('a text and one with a word more meet', () => {
    const text = 'the queues at the border take far too long in the evening and nobody says why'
    const [one, other] = [trigrams(text.replaceAll(' ', '')), trigrams(`${text} so`.replaceAll(' ', ''))]
    expect(meet([...one], [...other], bandsOfText)).toBe(true)
  })
})

describe('copied texts', () => {
  it.each<[string, string, string, boolean]>([
    ['to the letter', '签证办理的时间太长了', '签证办理的时间太长了', true],
    ['but for spaces and signs', 'Shorter queues, please, at night!', 'shorter queues please at night', true],
    [
      'nearly',
      'the queues at the border take far too long in the evening',
      'the queues at the border take far too long in the evenings',
      true,
    ],
    ['short ones', '时间太长', '时间太长', false],
    ['short ones in English', 'too slow', 'too slow', false],
    [
      'of the same thing in other words',
      'shorter queues at the border in the evening',
      'the border takes long hours, make it quick',
      false,
    ],
  ])('%s', (_, earlier, later, isCopy) => {
    expect(copyScore(earlier, later) > 0).toBe(isCopy)
  })
})

describe('when responses end', () => {
  it.each<[number, boolean]>([
    [4, false],
    [5, true],
  ])('%i within the hour on one network', (count, isMany) => {
    expect(ofNetwork(count).length > 0).toBe(isMany)
  })

  it.each<[number, number, boolean]>([
    [10, 0, false],
    [11, 0, true],
    [30, 20, false],
    [40, 20, true],
    [1_100, 1_000, true],
    [1_090, 1_000, false],
  ])('%i in ten minutes where %i are usual', (lately, usual, isBurst) => {
    expect(burst(lately, usual) !== null).toBe(isBurst)
  })

  it('the quantile of a Poisson count is as in tables', () => {
    expect([0.1, 1, 5, 20].map((mean) => poissonQuantile(mean, 0.999))).toEqual([2, 5, 13, 35])
  })

  it.each<[string, number[], boolean]>([
    ['by a clock', Array(11).fill(60), true],
    ['nearly by a clock', [60, 58, 63, 60, 61, 57, 60, 64, 60, 59, 62], true],
    ['as people do', [60, 5, 140, 30, 8, 200, 90, 12, 55, 300, 20], false],
    ['too few to say', Array(9).fill(60), false],
    ['all at once', Array(11).fill(0), false],
  ])('%s', (_, gaps, isRegular) => {
    let at = 0
    const ends = gaps.map((gap) => {
      at += gap * 1000
      return at
    })
    expect(regular(ends) !== null).toBe(isRegular)
  })
})

it('what is usual is the median, page by page, of what counts', () => {
  const visit = (ms: number, again: 0 | 1 = 0) => ({ ms, at: 1, base: 0, done: 1 as const, again, n: 3 })
  const first = [10, 20, 90].map(
    (s) =>
      new Map<string, Visit>([
        ['start', { ...visit(999_000, 1), key: 'k' }],
        ['a', visit(s * 1000)],
        ['b', visit(5_000, s === 90 ? 1 : 0)],
      ]),
  )
  expect(baselineOf(first)).toEqual({ activeMs: 25_000, pages: { a: 20_000, b: 5_000 } })
})
