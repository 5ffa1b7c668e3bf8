/** The figures of the insights against those of R 4.2.2; what R was asked stands beside each. */
import { describe, expect, it } from 'vitest'
import { associationOf, type CountTable } from '../../../src/survey/insights/statistics/association.ts'
import { differenceOf } from '../../../src/survey/insights/statistics/difference.ts'
import { chiSquareTail } from '../../../src/survey/insights/statistics/gamma.ts'
import { holm } from '../../../src/survey/insights/statistics/holm.ts'
import {
  groupedMedian,
  quantile,
  quantileOfCounts,
  rankScore,
} from '../../../src/survey/insights/statistics/quantiles.ts'
import { netPromoterScore, wilson } from '../../../src/survey/insights/statistics/shares.ts'

const close = (value: number | undefined | null, expected: number) => expect(value).toBeCloseTo(expected, 9)

describe('the interval of a share', () => {
  it.each([
    // prop.test(7, 30, correct = FALSE)$conf.int
    [7, 30, 0.117923881445, 0.409283261581],
    [0, 12, 0, 0.242494006655],
    [999, 1000, 0.994357441402, 0.999823453629],
  ])('of %i of %i is Wilson’s', (count, base, low, high) => {
    const interval = wilson(count, base)
    close(interval?.low, low)
    close(interval?.high, high)
  })

  it('is none where nobody was asked', () => expect(wilson(0, 0)).toBeNull())
})

describe('the interval between two shares', () => {
  // w <- prop.test(x, n, correct = FALSE)$conf.int of either; p - q - sqrt((p - w1[1])^2 + (w2[2] - q)^2), p - q + ...
  it.each([
    [56, 70, 48, 80, 0.0524314724024, 0.3338726540369],
    [9, 10, 3, 10, 0.170522723935, 0.809017973535],
    [0, 20, 0, 30, -0.113513393174, 0.161125158053],
  ])('of %i of %i and %i of %i is Newcombe’s', (count, base, otherCount, otherBase, low, high) => {
    const found = differenceOf({ count, base }, { count: otherCount, base: otherBase })
    close(found?.low, low)
    close(found?.high, high)
    close(found?.difference, count / base - otherCount / otherBase)
  })

  it('is none where nobody is in one of them', () => {
    expect(differenceOf({ count: 0, base: 0 }, { count: 1, base: 2 })).toBeNull()
  })
})

describe('quantiles', () => {
  // quantile(c(1, 2, 4, 8, 16, 23.5), c(.1, .25, .5, .8, .9))
  it.each([
    [0.1, 1.5],
    [0.25, 2.5],
    [0.5, 6],
    [0.8, 16],
    [0.9, 19.75],
  ])('the %f quantile is of type 7', (share, value) => {
    close(quantile([1, 2, 4, 8, 16, 23.5], share), value)
  })

  it('of numbers that were counted are those of the numbers', () => {
    const numbers = [1, 1, 2, 5, 5, 5, 9]
    for (const share of [0, 0.1, 0.35, 0.5, 0.77, 1]) {
      expect(
        quantileOfCounts(
          [
            [1, 2],
            [2, 1],
            [5, 3],
            [9, 1],
          ],
          share,
        ),
      ).toBe(quantile(numbers, share))
    }
  })

  it('are none of nothing', () => expect([quantile([], 0.5), quantileOfCounts([], 0.5)]).toEqual([null, null]))
})

describe('a median of bands', () => {
  const bands = (...counts: number[]) =>
    counts.map((count, at) => ({ from: at * 10, to: at === counts.length - 1 ? null : (at + 1) * 10, count }))
  it.each([
    [[2, 4, 2], { value: 15, atLeast: false }],
    [[5, 5, 0], { value: 10, atLeast: false }],
    [[0, 1, 9], { value: 20, atLeast: true }],
    [[0, 0, 0], null],
  ])('of %j is interpolated, and at least the top band’s beginning', (counts, median) => {
    expect(groupedMedian(bands(...counts))).toEqual(median)
  })
})

it('a rank counts three, two and one over all who saw the question', () => {
  expect([rankScore([4, 3, 2], 10), rankScore([0, 0, 0], 10), rankScore([], 0)]).toEqual([2, 0, null])
})

it('a net promoter score has the interval of the three groups with 3/4, 1 1/2 and 3/4 added', () => {
  const { score, interval, base } = netPromoterScore(
    new Map([
      [10, 40],
      [9, 10],
      [8, 20],
      [6, 20],
      [0, 10],
    ]),
  )
  expect([score, base]).toEqual([20, 100])
  // n <- 103; p <- 50.75/n; d <- 30.75/n; 100*(p-d + c(-1,1)*qnorm(.975)*sqrt((p+d-(p-d)^2)/n))
  close(interval?.low, 2.653079866223)
  close(interval?.high, 36.181871590088)
  expect(netPromoterScore(new Map()).score).toBeNull()
})

describe('two questions that are crossed', () => {
  const counted = (rows: number, columns: number, count: (row: number, column: number) => number): CountTable =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => count(row, column)))
  const one: CountTable = [
    [30, 25, 22],
    [14, 31, 28],
  ]
  const other: CountTable = [
    [120, 80, 44],
    [90, 100, 61],
    [60, 75, 90],
  ]
  it.each([
    // chisq.test(t, correct = FALSE); V with Bergsma's correction
    [one, 7.0794065390223, 2, 0.0290219374983, 0.184394745767],
    [other, 40.1955056908, 4, 3.94360166192e-8, 0.158751401227],
  ])('have the chi-square, p and V of R', (table, chiSquare, df, p, v) => {
    const found = associationOf(table)
    close(found?.chiSquare, chiSquare)
    expect(found?.df).toBe(df)
    close((found?.p ?? 0) / p, 1)
    close(found?.v, v)
    expect(found?.drawn).toBeNull()
  })

  const few: CountTable = [
    [3, 1, 4],
    [0, 2, 1],
  ]
  const middling: CountTable = [
    [30, 2, 5, 1],
    [44, 8, 1, 0],
    [10, 3, 6, 2],
  ]
  const large: CountTable = [
    [300_000, 2, 1, 1],
    [400_000, 9, 0, 2],
    [299_000, 4, 5, 0],
  ]
  // sapply(0:11, function(c) sapply(0:7, function(r) if (c < 3) 3 + ((r*7 + c*3) %% 4) else 100 + (r*31 + c*17) %% 50))
  const wide = counted(8, 12, (r, c) => (c < 3 ? 3 + ((r * 7 + c * 3) % 4) : 100 + ((r * 31 + c * 17) % 50)))

  // p and its standard error, 5 of which the drawn one may be off: chisq.test(t, simulate.p.value = TRUE, B = 1e6)$p.value
  it.each<[string, CountTable, number]>([
    ['few people', few, 0.363379],
    ['some cells of few people', middling, 0.002326],
    ['a million people of whom few are in some cells', large, 0.0314],
    ['many columns', wide, 0.00234],
  ])('with %s have a p that is drawn, the same for a seed', (_, table, p) => {
    const found = associationOf(table, { seed: 7 })
    const drawn = Number(found?.drawn)
    expect(drawn).toBeGreaterThan(500)
    expect(Math.abs((found?.p ?? 1) - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / drawn))
    expect(associationOf(table, { seed: 7 })).toEqual(found)
    // Turned, it is the same table.
    const turned = associationOf(table[0]?.map((_, column) => table.map((row) => row[column] ?? 0)) ?? [], { seed: 7 })
    expect(turned?.p).toBe(found?.p)
  })

  it('of two by two are added up over every table where many are tested', () => {
    const found = associationOf(
      [
        [3, 17],
        [1, 60],
      ],
      { isExact: true },
    )
    // k <- 0:4; d <- dhyper(k, 20, 61, 4); sum(d[abs(k - 80/81) >= abs(3 - 80/81)])
    close(found?.p, 0.0447095098994)
    expect(found?.drawn).toBe('all')
  })

  it('cost a bounded time: tables that take longer are drawn less often', () => {
    const countries = counted(10, 200, (r, c) => (c < 150 ? (r * 7 + c * 3) % 4 : 500 + ((r * 31 + c * 17) % 500)))
    expect(associationOf(countries)?.drawn).toBe(199)
  })

  it('say nothing where one of them has a single answer', () => {
    expect(
      associationOf([
        [5, 0],
        [7, 0],
      ]),
    ).toBeNull()
    expect(
      associationOf([
        [5, 6],
        [0, 0],
      ]),
    ).toBeNull()
    expect(associationOf([])).toBeNull()
  })
})

it.each([
  // pchisq(x, df, lower.tail = FALSE)
  [0.5, 1, 0.479500122187],
  [3.84, 1, 0.0500435212487],
  [12, 5, 0.0347877805062],
  [45.3, 12, 9.15395874055e-6],
  [200, 60, 5.89325969866e-17],
])('chance gives a chi-square of %f at %i degrees as often as R says', (x, df, p) => {
  close(chiSquareTail(x, df) / p, 1)
})

it('several tests are corrected as Holm did', () => {
  // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm")
  expect(holm([0.01, 0.04, 0.03, 0.005, 0.5]).map((p) => Number(p.toFixed(9)))).toEqual([0.04, 0.09, 0.09, 0.025, 0.5])
})
