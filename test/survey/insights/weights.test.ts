/** Raking, and everything that is counted with its weights. Values are R's; the commands stand beside them. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { answered } from '../../../bench/data/records.ts'
import { axesOf } from '../../../src/survey/insights/axes/axes-of.ts'
import type { OneAxis } from '../../../src/survey/insights/axes/axis.ts'
import { decoderOf } from '../../../src/survey/insights/decoder.ts'
import { numbersOf } from '../../../src/survey/insights/questions/numbers.ts'
import { readResults } from '../../../src/survey/insights/questions/read-results.ts'
import { layoutOf } from '../../../src/survey/insights/segments/layout.ts'
import { quantileOfCounts } from '../../../src/survey/insights/statistics/quantiles.ts'
import { weightedAssociationOf } from '../../../src/survey/insights/statistics/rao-scott.ts'
import { netPromoterScore, wilsonOf } from '../../../src/survey/insights/statistics/shares.ts'
import { weightingCells } from '../../../src/survey/insights/weights/cells.ts'
import {
  checkMargins,
  type MarginProblem,
  marginsFromQuery,
  marginsToQuery,
  rakingAxes,
} from '../../../src/survey/insights/weights/margins.ts'
import { type RakingCell, rake, unitsOfOne } from '../../../src/survey/insights/weights/rake.ts'
import { rakeCells } from '../../../src/survey/insights/weights/read-weights.ts'
import { readMargins } from '../../../src/survey/insights/weights/upload.ts'
import { weighingOf } from '../../../src/survey/insights/weights/weighing.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { recordOf } from '../../../src/survey/variables/record.ts'
import { stored } from './stored.ts'

// R: d <- expand.grid(a=1:3, b=1:2, c=1:2, y=1:3); d$n <- c(…these…); x <- d[rep(1:36, d$n), 1:4]
const counts = [
  14, 9, 4, 11, 16, 8, 5, 8, 11, 3, 6, 2, 10, 7, 3, 9, 12, 4, 4, 6, 8, 3, 5, 2, 6, 4, 3, 5, 7, 3, 3, 4,
].concat([3, 2, 3, 2])
const [outcomes, combinations] = [3, 12]
const inCell = (cell: number) =>
  Array.from({ length: outcomes }, (_, outcome) => counts[outcome * combinations + cell] ?? 0)
const sampled = Array.from(
  { length: combinations },
  (_, cell): RakingCell => ({
    people: inCell(cell).reduce((sum, count) => sum + count, 0),
    places: [cell % 3, Math.floor(cell / 3) % 2, Math.floor(cell / 6)],
  }),
)
const targets = [
  [0.5, 0.3, 0.2],
  [0.45, 0.55],
  [0.6, 0.4],
]

describe('raking', () => {
  it('comes to the weights of R: survey::rake(svydesign(ids=~1, data=x), list(~a, ~b, ~c), …, epsilon=1e-12)', () => {
    const { units, refused, figures, rounds } = rake(sampled, targets)
    expect(refused).toBeNull()
    expect(units.map((unit) => unit / unitsOfOne)).toEqual(
      [1.0936047057, 0.525639031164, 0.587892883732, 1.599641022765, 0.768864428832, 0.859924586011, 1.464059853138]
        .concat([0.70369759636, 0.787039745285, 2.141514377779, 1.029314830937, 1.151221329374])
        .map((weight) => Math.round(weight * unitsOfOne) / unitsOfOne),
    )
    // R: w <- round(weights(r), 4); sum(w)^2 / sum(w^2); nrow(x) * sum(w^2) / sum(w)^2
    expect(figures?.effective).toBeCloseTo(186.1277952, 6)
    expect(figures?.designEffect).toBeCloseTo(1.15512, 5)
    expect([figures?.people, figures?.least, figures?.most, rounds]).toEqual([215, 0.5256, 2.1415, 3])
  })

  it('leaves whoever gave none of the answers at their own share, and weights them by the other margins', () => {
    const cells = [
      { people: 30, places: [0, 0] },
      { people: 20, places: [1, 0] },
      { people: 20, places: [0, 1] },
      { people: 20, places: [1, 1] },
      { people: 10, places: [2, 1] },
    ]
    const { units, margins } = rake(cells, [
      [0.4, 0.6],
      [0.6, 0.4],
    ])
    const weightOf = (at: number) => ((units[at] ?? 0) * (cells[at]?.people ?? 0)) / unitsOfOne
    expect(weightOf(4)).toBeCloseTo(10, 2)
    expect(weightOf(0) + weightOf(2)).toBeCloseTo(36, 2)
    expect(margins.flat().map(({ after, target }) => Math.abs(after - target) < 0.0001)).toEqual(Array(4).fill(true))
  })

  it.each<[string, number[], number[], ReturnType<typeof rake>['refused']]>([
    ['an answer that nobody gave', [10, 0, 10], [0.3, 0.3, 0.4], { why: 'empty', margin: 0, place: 1 }],
    ['an answer whose target is nothing', [10, 5, 10], [0.5, 0, 0.5], { why: 'zero', margin: 0, place: 1 }],
    ['a margin that nobody answered', [0, 0, 0], [0.3, 0.3, 0.4], { why: 'nobody', margin: 0 }],
    ['a weight above 5', [1, 10, 10], [0.3, 0.3, 0.4], { why: 'weights' }],
    ['a weight below 0.2', [60, 10, 10], [0.1, 0.45, 0.45], { why: 'weights' }],
  ])('refuses %s', (_, people, shares, refused) => {
    const cells = [...people.map((count, place) => ({ people: count, places: [place] })), { people: 5, places: [3] }]
    const raked = rake(
      cells.filter((cell) => cell.people > 0),
      [shares],
    )
    expect(raked.refused).toEqual(refused)
  })

  it('refuses margins that contradict each other in these answers after 50 rounds', () => {
    const cells = [
      { people: 50, places: [0, 0] },
      { people: 50, places: [1, 1] },
    ]
    expect(
      rake(cells, [
        [0.5, 0.5],
        [0.3, 0.7],
      ]).refused,
    ).toMatchObject({ why: 'rounds' })
  })

  test('weights are positive, come to the number of people, meet every margin, and hang on no order of margins', () => {
    const share = fc.double({ min: 0.7, max: 1.4, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 24, maxLength: 24 }),
        fc.array(share, { minLength: 9, maxLength: 9 }),
        (people, tilt) => {
          const cells = people.map(
            (count, at): RakingCell => ({
              people: count,
              places: [at % 2, Math.floor(at / 2) % 3, Math.floor(at / 6)],
            }),
          )
          // Near to what they are, so that there are weights; the last of four is nobody's answer.
          const wanted = [2, 3, 3].map((size, margin) => {
            const own = Array.from({ length: size }, (_, place) => {
              const here = cells.filter(({ places }) => places[margin] === place)
              return here.reduce((sum, cell) => sum + cell.people, 0) * (tilt[margin * 3 + place] ?? 1)
            })
            const all = own.reduce((sum, one) => sum + one, 0)
            return own.map((one) => one / all)
          })
          const raked = rake(cells, wanted)
          fc.pre(raked.refused === null)
          const total = cells.reduce((sum, cell, at) => sum + cell.people * (raked.units[at] ?? 0), 0) / unitsOfOne
          expect(raked.units.every((unit) => unit >= 2_000 && unit <= 50_000)).toBe(true)
          expect(Math.abs(total / people.reduce((sum, one) => sum + one, 0) - 1)).toBeLessThan(1e-4)
          for (const { after, target } of raked.margins.flat()) expect(Math.abs(after - target)).toBeLessThan(0.001)
          const turned = rake(
            cells.map((cell) => ({ ...cell, places: cell.places.toReversed() })),
            wanted.toReversed(),
          )
          expect(turned.units.every((unit, at) => Math.abs(unit - (raked.units[at] ?? 0)) <= 1)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('weighted statistics', () => {
  const { units } = rake(sampled, targets)
  const tableOf = (columns: number, columnOf: (cell: number, outcome: number) => number, power: 1 | 2) => {
    const table = Array.from({ length: 3 }, () => new Array<number>(columns).fill(0))
    for (let cell = 0; cell < combinations; cell += 1) {
      for (const [outcome, count] of inCell(cell).entries()) {
        const [row, column] = [table[cell % 3] ?? [], columnOf(cell, outcome)]
        row[column] = (row[column] ?? 0) + count * ((units[cell] ?? 0) / unitsOfOne) ** power
      }
    }
    return table
  }

  it.each<[string, number, (cell: number, outcome: number) => number, number[]]>([
    // R: g <- svydesign(ids=~1, weights=~w, data=cbind(x, w)); V <- vcov(svymean(~interaction(a, y) - 1, g)); the eigenvalues
    // of N G V t(G) diag(1 / outer(pr, pc)) with G the gradient of p - outer(pr, pc); c(X2 * tr / tr2, tr^2 / tr2, pchisq(…));
    // svychisq(~a + y, g) says p = 0.9955
    ['a and y', 3, (_, outcome) => outcome, [0.176835716, 3.8739568947, 0.995448799]],
    ['a, and b with c', 4, (cell) => Math.floor(cell / 3), [14.13921842955, 5.45623471529, 0.02005878405]],
  ])(
    'tests %s with the correction of Rao and Scott, as R does',
    (_, columns, columnOf, [chiSquare = 0, df = 0, p = 0]) => {
      const found = weightedAssociationOf(tableOf(columns, columnOf, 1), tableOf(columns, columnOf, 2), 215)
      if (found === null || found === 'few') throw new Error('There is no test')
      expect(found.association.chiSquare).toBeCloseTo(chiSquare, 8)
      expect(found.association.df).toBeCloseTo(df, 8)
      expect(found.association.p).toBeCloseTo(p, 8)
    },
  )

  it('tests nothing of one row, and says where too few people are expected', () => {
    expect(weightedAssociationOf([[3, 4]], [[3, 4]], 7)).toBeNull()
    expect(weightedAssociationOf([[3, 1], [1, 0.5]], [[3, 1], [1, 0.5]], 6)).toBe('few') // biome-ignore format: a table
  })

  it('finds quantiles of weighted numbers as R does: Hmisc::wtd.quantile(c(1, 2, 5, 9), c(.5, 1.5, 1.2, .8), normwt = TRUE)', () => {
    const pairs = [[1, 0.5], [2, 1.5], [5, 1.2], [9, 0.8]] as const // biome-ignore format: pairs
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantileOfCounts(pairs, share))).toEqual([2, 2, 3.5, 6, 9])
  })

  it('of numbers are from the least to the most that anybody gave, and their histogram has the weights', () => {
    // R: Hmisc::wtd.quantile(c(1, 2, 5, 9), c(.4, 3.6, 3.6, .4), c(.1, .5), normwt = TRUE), of four people who count 8
    const given = [[1, 0.4], [2, 3.6], [5, 3.6], [9, 0.4]] as const // biome-ignore format: pairs
    const mass = (weight: number) => ({ people: 1, weight, squares: weight ** 2 })
    const { quantiles, bins, mean } = numbersOf(new Map(given.map(([value, weight]) => [value, mass(weight)])), false)
    expect([quantiles[0], quantiles[1], quantiles[3], quantiles.at(-1)]).toEqual([1, 2, 3.5, 9])
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(8, 10)
    expect(mean).toBeCloseTo(3.65, 10)
  })

  it('of two options test nothing where everybody picked one of them, however sums come out', () => {
    // What is left of sums of weights that are nothing.
    const left = 1e-14
    expect(weightedAssociationOf([[40.3, 39.8], [0, left]], [[50, 50], [0, 0]], 80)).toBeNull() // biome-ignore format: a table
    expect(weightedAssociationOf([[40.3, 0], [39.8, left]], [[50, 0], [50, 0]], 80)).toBeNull() // biome-ignore format: a table
  })

  it('intervals are those of the effective number of people', () => {
    expect(wilsonOf(0.5, 40).high).toBeGreaterThan(wilsonOf(0.5, 50).high)
    const given = new Map([[2, 20], [8, 30], [10, 50]]) // biome-ignore format: pairs
    const [plain, fewer] = [netPromoterScore(given), netPromoterScore(given, 60)]
    expect(fewer.score).toBe(plain.score)
    expect(fewer.interval?.low).toBeLessThan(plain.interval?.low ?? 0)
    expect(netPromoterScore(given, 100)).toEqual(plain)
  })
})

const people = answered(400).filter(({ version }) => version.dataVersion === 'version-1')
const versions = [...new Map(people.map(({ version }) => [version.n, version])).values()].sort((a, b) => a.n - b.n)
const [first] = versions
if (first === undefined) throw new Error('There is no version')
const { questionnaire } = first
const dictionary = dictionaryOf(versions, {})
const rows = people.map(({ version, answers, given }) => recordOf(dictionary, version.questionnaire, answers, given))
const axes = rakingAxes(axesOf(dictionary))
const axis = (key: string) => axes.find((one) => one.key === key) as OneAxis
const filter = { held: 'in', clauses: [] } as const
const segments = () => stored(questionnaire, people, 64)
const into = { decoder: decoderOf(questionnaire), layout: layoutOf(questionnaire), size: 64 }

async function weightsFor(query: string) {
  const { margins, problems } = checkMargins(marginsFromQuery(new URLSearchParams(query)), axes)
  expect(problems).toEqual([])
  const cells = weightingCells(margins, into)
  const inCells = new Float64Array(cells.size)
  for await (const segment of segments()) {
    const own = cells.read(segment)
    for (let at = 0; at < segment.size; at += 1) inCells[own[at] ?? 0] = (inCells[own[at] ?? 0] ?? 0) + 1
  }
  const { raked, units } = rakeCells(margins, cells, inCells)
  expect(raked.refused).toBeNull()
  return weighingOf(cells, units ?? new Float64Array())
}

describe('weighted results', () => {
  const query = 't.Q12.1=35&t.Q12.2=25&t.Q12.3=20&t.Q12.4=20&t.Q06.1=15&t.Q06.2=15&t.Q06.3=20&t.Q06.4=25&t.Q06.5=25'

  it('are those of a plain loop over people, for every type of question', async () => {
    const weighing = await weightsFor(query)
    const each: number[] = []
    for await (const segment of segments()) {
      const { units, which } = weighing.weigh(segment, new Uint8Array(segment.size).fill(1))
      each.push(...Array.from(which.subarray(0, segment.size), (at) => units[at] ?? 0))
    }
    const weights = each.map((unit) => unit / unitsOfOne)
    const { counted } = await readResults(segments, questionnaire, dictionary, filter, dictionary.questions, weighing)
    const names = dictionary.variables.map(({ name }) => name)
    const column = (name: string) => {
      const at = names.indexOf(name)
      return rows.map((row, person) => ({ value: row[at] ?? null, weight: weights[person] ?? 0 }))
    }
    const sum = (of: readonly { weight: number }[], power = 1) =>
      of.reduce((all, { weight }) => all + weight ** power, 0)
    let shares = 0
    for (const { question, result } of counted) {
      if (result.kind === 'one') {
        const all = column(question.code).filter(({ value }) => result.options.some(({ code }) => code.code === value))
        expect([result.base, result.effective]).toEqual([all.length, expect.closeTo(sum(all) ** 2 / sum(all, 2), 6)])
        for (const { code, share, count } of result.options) {
          const some = all.filter(({ value }) => value === code.code)
          expect(share).toBeCloseTo(sum(some) / sum(all), 8)
          expect(count).toBeCloseTo(sum(some), 6)
          shares += 1
        }
      }
      if (result.kind === 'several') {
        const silent = question.options
          .filter(({ isMissing }) => isMissing)
          .map(({ code }) => `${question.code}_${code}`)
        const isSilent = people.map((_, at) => silent.some((name) => column(name)[at]?.value === 1))
        for (const { code, share, interval } of result.options) {
          const given = column(`${question.code}_${code.code}`)
          const offered = given.filter(({ value }, at) => (value === 0 || value === 1) && !isSilent[at])
          const picked = offered.filter(({ value }) => value === 1)
          expect(share).toBeCloseTo(sum(picked) / sum(offered), 8)
          const expected = wilsonOf(sum(picked) / sum(offered), sum(offered) ** 2 / sum(offered, 2))
          expect(interval?.low).toBeCloseTo(expected.low, 8)
          shares += 1
        }
      }
      if (result.kind === 'numbers' && !result.isDay) {
        const given = column(question.code).filter(({ value }) => typeof value === 'number' && value !== -1)
        const total = given.reduce((all, { value, weight }) => all + Number(value) * weight, 0)
        expect(result.numbers.mean).toBeCloseTo(total / sum(given), 6)
        shares += 1
      }
    }
    expect(shares).toBeGreaterThan(20)
  })

  it('are the same as those without weights, where everybody has 1', async () => {
    const margin = [{ axis: axis('Q12'), targets: [{ place: 0, share: 1 }], untargeted: [] }]
    const cells = weightingCells(margin, into)
    const ones = weighingOf(cells, new Float64Array(cells.size).fill(unitsOfOne))
    const plain = await readResults(segments, questionnaire, dictionary, filter)
    expect(await readResults(segments, questionnaire, dictionary, filter, dictionary.questions, ones)).toEqual(plain)
  })

  it('under a filter count those who meet it, each with the weight that everybody gave them', async () => {
    const weighing = await weightsFor(query)
    const some = { held: 'in', clauses: [{ on: 'Q12', codes: ['1'] }] } as const
    const { n, counted } = await readResults(segments, questionnaire, dictionary, some, dictionary.questions, weighing)
    const own = counted.find(({ question }) => question.code === 'Q12')?.result
    expect(own?.base).toBe(n)
    expect(own?.effective ?? 0).toBeLessThan(n)
  })
})

describe('margins', () => {
  const problemsOf = (query: string) => checkMargins(marginsFromQuery(new URLSearchParams(query)), axes).problems

  it.each<[string, MarginProblem[]]>([
    ['', [{ why: 'nothing' }]],
    ['t.Q12.1=60&t.Q12.2=40', []],
    ['t.Q12.1=33&t.Q12.2=33&t.Q12.3=33', []],
    ['t.Q12.1=33.3&t.Q12.2=33.3&t.Q12.3=33.3', []],
    ['t.Q12.1=60&t.Q12.2=45', [{ why: 'sum', on: 'Q12', sum: 105 }]],
    // As a formula of a workbook comes to.
    ['t.Q12.1=33.3333333333333&t.Q12.2=66.6666666666667', []],
    ['t.Q12.1=60.0&t.Q12.2=40.2', [{ why: 'sum', on: 'Q12', sum: 100.2 }]],
    ['t.Q12.1=1,200&t.Q12.2=800&unit=count', []],
    ['t.Q12.1=%EF%BC%96%EF%BC%90%25&t.Q12.2=40 %25', []],
    ['t.Q12.1=60&t.Q12.8=40', [{ why: 'code', on: 'Q12', code: '8' }]],
    ['t.Q12.1=60&t.Q12.1=40', [{ why: 'twice', on: 'Q12', code: '1' }]],
    [
      't.Q12.1=many&t.Q12.2=-4',
      [
        { why: 'value', on: 'Q12', code: '1' },
        { why: 'value', on: 'Q12', code: '2' },
      ],
    ],
    ['t.Q12.1=100', [{ why: 'few', on: 'Q12' }]],
    ['t.Q99.1=60&t.Q99.2=40', [{ why: 'question', on: 'Q99' }]],
    ['t.Q09.1=60&t.Q09.2=40', [{ why: 'question', on: 'Q09' }]],
  ])('%s', (query, problems) => {
    expect(problemsOf(query)).toEqual(problems)
  })

  it('are one text whatever the order in which they were typed, and keep what was typed', () => {
    const one = marginsToQuery(marginsFromQuery(new URLSearchParams('unit=count&t.Q12.2=40.0&t.Q06.10=1&t.Q06.9=2')))
    expect(one).toBe('t.Q06.9=2&t.Q06.10=1&t.Q12.2=40.0&unit=count')
    expect(marginsToQuery(marginsFromQuery(new URLSearchParams(one)))).toBe(one)
  })

  it('an answer without a target is told', () => {
    const { margins } = checkMargins(marginsFromQuery(new URLSearchParams('t.Q12.1=60&t.Q12.2=40')), axes)
    expect(margins[0]?.untargeted.length).toBe(axis('Q12').categories.length - 2)
  })

  it.each<[string, string, unknown]>([
    ['with a header', 'question,answer,share\r\nQ12,1,60\r\nQ12,2,40', 'percent Q12.1=60 Q12.2=40'],
    ['without one', 'Q12,1,60\nQ12,2,40\n', 'percent Q12.1=60 Q12.2=40'],
    [
      'of counts, as Excel writes it in Europe',
      '\uFEFFQ;A;Count\nQ12;1;"1,200"\nQ12;2;800',
      'count Q12.1=1200 Q12.2=800',
    ],
    ['of counts in Chinese', '题目,答案,人数\nQ12,1,1200\nQ12,2,800', 'count Q12.1=1200 Q12.2=800'],
    ['with a line that is none', 'question,answer,share\nQ12,1,60\nQ12,,40', 'line 3'],
    ['with a quote that does not end', 'Q12,1,60\nQ12,2,"40', 'line 2'],
    ['of nothing', '\n\n', 'line 1'],
    ['that is no table', '\0\0\0', 'line 1'],
  ])('a table %s is read', async (_, text, expected) => {
    const read = await readMargins(new TextEncoder().encode(text))
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
    expect(await readMargins(new Uint8Array(utf16))).toEqual(read)
    expect(await readMargins(new Uint8Array(utf16.swap16()))).toEqual(read)
    const summary =
      'why' in read
        ? [read.why, 'line' in read ? read.line : ''].join(' ').trim()
        : [read.unit, ...read.targets.map(({ on, code, value }) => `${on}.${code}=${value}`)].join(' ')
    expect(summary).toBe(expected)
  })
})
