/** The figures of the page of questions, for tables made by hand. */
import { describe, expect, test } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { chartFile } from '../../../src/platform/charts/chart.ts'
import { axesOf } from '../../../src/survey/insights/axes/axes-of.ts'
import type { OneAxis } from '../../../src/survey/insights/axes/axis.ts'
import { sideCountingOf } from '../../../src/survey/insights/compare/sides.ts'
import { decoderOf } from '../../../src/survey/insights/decoder.ts'
import { filterFromQuery, filterToQuery } from '../../../src/survey/insights/filter/filter.ts'
import { matcherOf, matches } from '../../../src/survey/insights/filter/matcher.ts'
import { clauseWords, subjectsOf } from '../../../src/survey/insights/filter/subjects.ts'
import { themesOn } from '../../../src/survey/insights/filter/theme-column.ts'
import { bandsOfOptions } from '../../../src/survey/insights/questions/bands.ts'
import { questionChart } from '../../../src/survey/insights/questions/chart-of.ts'
import { readResults } from '../../../src/survey/insights/questions/read-results.ts'
import type { ResultFigures } from '../../../src/survey/insights/questions/result.ts'
import { tableFile } from '../../../src/survey/insights/questions/table-file.ts'
import { layoutOf } from '../../../src/survey/insights/segments/layout.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import type { Value } from '../../../src/survey/variables/variable.ts'
import { ask, option, page, row, small, text } from '../questionnaire/small.ts'
import { type Person, stored } from './stored.ts'

const scale = [option(1), option(2), option(3), option(97)]
const questionnaire = small([
  page('one', [ask('Q1', 'single', { options: [option(1), option(2), option(98), option(99)], optional: true })], {
    lease: true,
  }),
  page('two', [
    ask('Q2', 'multi', {
      options: [option(1), option(2, { when: { q: 'Q1', in: [1] } }), option(99, { exclusive: true })],
      optional: true,
      when: { q: 'Q1', answered: true },
    }),
    ask('Q3', 'matrix', { rows: [row(1), row(2)], scale, when: { q: 'Q1', in: [1, 2] } }),
    ask('Q4', 'number', { min: 0, max: 100, optional: true }),
    ask('Q5', 'nps', { low: text('low'), high: text('high'), optional: true }),
    ask('Q6', 'rank', { options: [option(1), option(2), option(3)], max: 2, optional: true }),
    ask('Q7', 'text', { maxLength: 20, optional: true }),
    ask('Q8', 'date', { min: '2026-01-01', max: '2026-12-31', optional: true }),
  ]),
])
const dictionary = dictionaryOf([{ n: 1, version: 'v1', dataVersion: 'v1', questionnaire }], {})
const nothing = { Q4: -1, Q5: -1, Q6: -1, Q7: -1, Q8: -1 }

const people: Person[] = [
  { answers: { Q1: 1, Q2: [1], Q3: { 1: 3, 2: 97 }, Q4: 10, Q5: 10, Q6: [1, 2], Q7: 'more', Q8: '2026-03-01' } },
  { answers: { Q1: 1, Q2: [1, 2], Q3: { 1: 2, 2: 1 }, Q4: 20, Q5: 9, Q6: [2], Q7: -1, Q8: '2026-03-03' } },
  { answers: { Q1: 2, Q2: [1], Q3: { 1: 3, 2: 3 }, Q4: 40, Q5: 3, Q6: -1, Q7: 'less', Q8: -1 }, language: 'zh-Hans' },
  { answers: { Q1: 2, Q2: [99], Q3: { 1: 1, 2: 2 }, ...nothing }, judged: 'held', invited: 1, flags: 2 },
  { answers: { Q1: 99, Q2: -1, ...nothing }, shownTo: '2026-11-25' },
  { answers: { Q1: -1, ...nothing } },
  // None of these counts anywhere.
  { answers: { Q1: 1, Q2: [2], Q3: { 1: 1, 2: 1 }, ...nothing }, judged: 'rejected' },
  { answers: null, state: 'withdrawn' },
  { answers: { Q1: 2 }, state: 'screened_out' },
  { answers: { Q1: 1, Q2: [2], ...nothing }, seed: '' },
]

const read = async (query = '', size = 3) => {
  const filter = filterFromQuery(new URLSearchParams(query))
  const { n, counted } = await readResults(() => stored(questionnaire, people, size), questionnaire, dictionary, filter)
  return { n, of: <Kind extends ResultFigures['kind']>(code: string, kind: Kind) => ofKind(counted, code, kind) }
}

function ofKind<Kind extends ResultFigures['kind']>(
  counted: readonly { question: { code: string }; result: ResultFigures }[],
  code: string,
  kind: Kind,
) {
  const found = counted.find(({ question }) => question.code === code)?.result
  if (found?.kind !== kind) throw new Error(`${code} is no ${kind}`)
  return found as Extract<ResultFigures, { kind: Kind }>
}

const counts = (options: readonly { code: { code: number }; count: number; of: number }[]) =>
  options.map(({ code, count, of }) => [code.code, count, of])

describe('figures', () => {
  test.each([1, 3, 100])('count complete responses, held ones among them, by segments of %i', async (size) => {
    expect((await read('', size)).n).toBe(6)
    expect((await read('held=out', size)).n).toBe(5)
  })

  test('a share is of real answers; prefer not to say, blank and not shown stand beside it', async () => {
    const { of } = await read()
    const one = of('Q1', 'one')
    expect([one.base, counts(one.options)]).toEqual([
      4,
      [
        [1, 2, 4],
        [2, 2, 4],
      ],
    ])
    expect(one.beside.noAnswer.map(({ code, count }) => [code.code, count])).toEqual([
      [98, 0],
      [99, 1],
    ])
    expect([one.beside.blank, one.beside.notShown]).toEqual([1, 0])
  })

  test('a share of several picks is of those who were offered the option and gave an answer', async () => {
    const several = (await read()).of('Q2', 'several')
    // The second option was offered to two; whoever preferred not to say was asked, and gave no answer.
    expect([several.base, counts(several.options)]).toEqual([
      3,
      [
        [1, 3, 3],
        [2, 1, 2],
      ],
    ])
    expect(several.beside).toMatchObject({ blank: 1, notShown: 1 })
    expect(several.beside.noAnswer.map(({ count }) => count)).toEqual([1])
  })

  test('a matrix has a base for each row, its mean, and the two highest degrees together', async () => {
    const { rows } = (await read()).of('Q3', 'matrix')
    expect(rows.map(({ base, mean, topTwo }) => [base, mean, topTwo.count, topTwo.of])).toEqual([
      [4, 9 / 4, 3, 4],
      [3, 2, 2, 3],
    ])
    expect(rows[1]?.beside).toMatchObject({ blank: 0, notShown: 2 })
    expect(rows[1]?.beside.noAnswer[0]?.count).toBe(1)
  })

  test('the net promoter score is of those who answered', async () => {
    const { nps, beside } = (await read()).of('Q5', 'nps')
    expect(nps).toMatchObject({ base: 3, promoters: 2, detractors: 1 })
    expect(nps.score).toBeCloseTo(100 / 3)
    expect(beside.blank).toBe(3)
  })

  test('ranks score three, two and one points over all who saw the question', async () => {
    const ranked = (await read()).of('Q6', 'rank')
    expect(ranked.base).toBe(6)
    expect(ranked.options.map(({ score, places }) => [score, places])).toEqual([
      [3 / 6, [1, 0]],
      [5 / 6, [1, 1]],
      [0, [0, 0]],
    ])
  })

  test('numbers and days have quantiles of type 7', async () => {
    const { of } = await read()
    // R: quantile(c(10, 20, 40), c(0, .1, .25, .5, .75, .9, 1))
    expect(of('Q4', 'numbers').numbers.quantiles).toEqual([10, 12, 15, 20, 30, 36, 40])
    expect(of('Q4', 'numbers').numbers.mean).toBeCloseTo(70 / 3)
    expect(of('Q8', 'numbers').numbers.n).toBe(2)
    expect(of('Q7', 'text')).toMatchObject({ base: 2, beside: { blank: 4, notShown: 0 } })
  })

  interface Range {
    min: number
    max: number
    optional?: true
  }
  test.each<[Range, number[], string, Record<string, number>]>([
    // -1 is a number where the question has to be answered, and a blank where it can be left out.
    [{ min: -5, max: 5 }, [-1, 3, -1], 'to.Q1=-1', { n: 2, base: 2, mean: -1, blank: 0 }],
    [{ min: -5, max: 5 }, [-1, 3, -1], 'is.Q1=-1', { n: 2, base: 2, mean: -1, blank: 0 }],
    [{ min: -5, max: 5 }, [-1, 3, -1], 'is.Q1=blank', { n: 0, base: 0, mean: 0, blank: 0 }],
    [{ min: -5, max: 5, optional: true }, [-1, 3, -5], 'is.Q1=blank', { n: 1, base: 0, mean: 0, blank: 1 }],
    [{ min: -5, max: 5, optional: true }, [-1, 3, -5], 'from.Q1=-1&to.Q1=-1', { n: 0, base: 0, mean: 0, blank: 0 }],
    [{ min: -5, max: 5, optional: true }, [-1, 3, -5], 'to.Q1=5', { n: 2, base: 2, mean: -1, blank: 0 }],
    [{ min: -5, max: 5, optional: true }, [-1, 3, -5], '', { n: 3, base: 2, mean: -1, blank: 1 }],
    // Of a range of billions nobody has room for every number.
    [{ min: 0, max: 1e9 }, [999_999_999, 1, 1], '', { n: 3, base: 3, mean: 1_000_000_001 / 3, blank: 0 }],
    [{ min: 0, max: 9e12 }, [8e12, 5], 'from.Q1=5', { n: 2, base: 2, mean: 4_000_000_000_002.5, blank: 0 }],
  ])('count numbers of any range: %j, %j, %s', async (range, given, query, expected) => {
    const form = small([page('one', [ask('Q1', 'number', range)], { lease: true })])
    const of = dictionaryOf([{ n: 1, version: 'v1', dataVersion: 'v1', questionnaire: form }], {})
    const people = given.map((Q1): Person => ({ answers: { Q1 } }))
    const { n, counted } = await readResults(
      () => stored(form, people),
      form,
      of,
      filterFromQuery(new URLSearchParams(query)),
    )
    const { numbers, base, beside } = ofKind(counted, 'Q1', 'numbers')
    expect({ n, base, mean: numbers.mean ?? 0, blank: beside.blank }).toEqual(expected)
    const axis = axesOf(of)[0] as OneAxis
    const stands = { decoder: decoderOf(form), layout: layoutOf(form), size: 3 }
    const side = sideCountingOf([axis], stands)
    for await (const segment of stored(form, people)) side.add(segment, new Uint8Array(segment.size).fill(1))
    const blanks = range.optional ? given.filter((one) => one === -1).length : 0
    expect(side.counts()[0]?.base).toBe(given.length - blanks)
  })
})

describe('a filter', () => {
  test.each([
    ['', 6],
    ['is.Q1=1', 2],
    ['is.Q1=1.99', 3],
    ['is.Q1=blank', 1],
    ['is.Q1=-1', 1],
    ['is.Q2=2', 1],
    ['is.Q2=1.99', 4],
    ['is.Q2=blank', 1],
    ['is.Q2=-1', 1],
    ['is.Q3_2=97', 1],
    ['from.Q4=20', 2],
    ['from.Q4=5&to.Q4=20', 2],
    ['from.Q8=2026-03-02', 1],
    ['is._language=zh-Hans', 1],
    ['is._door=invitation', 1],
    ['is._flags=pattern', 1],
    ['is._flags=none', 5],
    ['from._day=2026-11-21', 1],
    ['is._version=1', 6],
    ['is.Q1=1&is._language=zh-Hans', 0],
    // Nobody meets what there is not: leaving it out would show more people than were asked for.
    ['is.Q1=7', 0],
    ['is.Q77=1', 0],
    ['is.Q1=<script>', 0],
    ['is._key=1', 0],
    ['from.Q4=x', 0],
    // A form that was sent with nothing chosen.
    ['is.Q1=&from.Q4=', 6],
  ])('%s is met by %i', async (query, n) => {
    expect((await read(query)).n).toBe(n)
  })

  test('means what the newest version means by a name, whoever else has a column of it', () => {
    const version = (n: number, label: string) => ({
      n,
      version: `v${n}`,
      dataVersion: `v${n}`,
      questionnaire: small([
        page('one', [ask('Q1', 'single', { options: [option(1), option(2, { label: text(label) })] })], {
          lease: true,
        }),
        page('two', [ask('Q2', 'multi', { options: [option(1), option(2, { label: text(label) })] })]),
      ]),
    })
    const both = dictionaryOf([version(1, 'Macao'), version(2, 'Zhuhai')], {})
    const [older, newer] = [...both.columns.values()]
    const meets = (query: string, columns: typeof older, record: Record<string, Value>) => {
      const here = new Set(both.variables.filter((_, at) => columns?.[at]))
      const matcher = matcherOf(both, filterFromQuery(new URLSearchParams(query)), (one) => here.has(one))
      return matches(matcher, (column) => ({ _status: 'complete', ...record })[column] ?? null)
    }
    const record = { Q1: 2, Q2_1: 0, Q2_2: 1 }
    const of = (query: string) => [meets(query, older, record), meets(query, newer, record)]
    expect(['is.Q1=2', 'is.Q1_v1=2', 'is.Q2=2', 'is.Q2_2_v1=1', 'is.Q1=7'].map(of)).toEqual([
      [false, true],
      [true, false],
      [false, true],
      [true, false],
      [false, false],
    ])
    expect(meets('is.Q2=1', older, { Q2_1: 1 }), 'an option that both have').toBe(true)
  })

  test('can be by what was picked from a long list, and says it by its name', () => {
    const of = dictionaryOf([{ n: 1, version: 'v', dataVersion: 'v', questionnaire: studyAbroad }], {})
    const subjects = subjectsOf({ dictionary: of, ns: [1], themes: new Map() }, 'zh-Hans')
    const [country] = subjects.filter(({ on }) => on.endsWith('_text'))
    expect(country?.choices.length).toBeGreaterThan(100)
    const { code = '', label } = country?.choices.find((one) => one.code === 'FR') ?? {}
    expect(clauseWords(subjects, { on: country?.on ?? '', codes: [code] }, 'zh-Hans')).toContain(label)
    expect(label).toBe('法国')
  })

  test('names an entry of a long list by itself, whatever its code has in it', () => {
    const plain = ['GB', 'SCT', 'x'.repeat(40), 'blank', '-1', '-']
    const codes = [...plain, 'GB.SCT', 'U.S.', '香港 岛', '~2E', "a'(b)*!", '👩‍🎓', 'é\u0301']
    const towns = codes.map((code) => ({ code, label: text(`The town ${code}`) }))
    const listed = [option(1), option(2, { detail: { list: 'towns' } })]
    const pages = [page('one', [ask('Q1', 'single', { options: listed })])]
    const of = dictionaryOf(
      [{ n: 1, version: 'v', dataVersion: 'v', questionnaire: { ...small(pages), lists: { towns } } }],
      {},
    )
    for (const code of codes) {
      const written = filterToQuery({ held: 'in', clauses: [{ on: 'Q1_2_text', codes: [code] }] })
      const filter = filterFromQuery(new URLSearchParams(written))
      const met = [...codes, -1].filter((one) =>
        matches(matcherOf(of, filter), (column) => ({ _status: 'complete', Q1_2_text: one })[column] ?? null),
      )
      expect([written, met]).toEqual([written, [code]])
      const subjects = subjectsOf({ dictionary: of, ns: [1], themes: new Map() }, 'en')
      expect(filter.clauses.map((clause) => clauseWords(subjects, clause, 'en'))[0]).toContain(`The town ${code}`)
    }
    const ofTheme = { on: themesOn('Q1_-2_text'), codes: ['1'] }
    const address = new URLSearchParams(filterToQuery({ held: 'in', clauses: [ofTheme] }))
    expect(filterFromQuery(address).clauses, 'a text beside an option of a code below 0').toEqual([ofTheme])
    for (const broken of ['~', '~2', '~FF', '~00', 'a~0Ab']) {
      expect(filterFromQuery(new URLSearchParams(`is.Q1=${broken}`)).clauses[0]).toEqual({ on: '', codes: [] })
    }
  })

  test('decides alike for a record', () => {
    const record: Record<string, Value> = { _status: 'complete', Q1: 1, Q4: 20, _language: 'en' }
    const meets = (query: string, more = {}) =>
      matches(
        matcherOf(dictionary, filterFromQuery(new URLSearchParams(query))),
        (column) => ({ ...record, ...more })[column] ?? null,
      )
    expect([meets('is.Q1=1&from.Q4=20'), meets('is.Q1=2'), meets('', { _status: 'rejected' })]).toEqual([
      true,
      false,
      false,
    ])
    expect([meets('', { _status: 'held' }), meets('held=out', { _status: 'held' })]).toEqual([true, false])
  })

  test.each([
    ['is.Q2=3.1&is.Q1=2&is.Q2=1', 'is.Q1=2&is.Q2=1.3'],
    ['to.Q4=9&held=out&from.Q4=1&v=2&lang=en', 'from.Q4=1&to.Q4=9&held=out'],
    ['is._language=zh-Hant.en', 'is._language=en.zh-Hant'],
    ['held=in', ''],
    ['is.Q9=9.HK.10.5x', 'is.Q9=9.10.5x.HK'],
    ['is.Q9=5x.10.HK.9', 'is.Q9=9.10.5x.HK'],
  ])('has one address: %s', (query, canonical) => {
    const written = filterToQuery(filterFromQuery(new URLSearchParams(query)))
    expect(written).toBe(canonical)
    expect(filterToQuery(filterFromQuery(new URLSearchParams(written)))).toBe(canonical)
  })

  test('of any length is kept short, and met by nobody', () => {
    const codes = Array.from({ length: 5_000 }, (_, at) => at).join('.')
    const names = Array.from({ length: 500 }, (_, at) => `is.Q${at}=1`).join('&')
    for (const long of [`is.Q1=${codes}`, names]) {
      const written = filterToQuery(filterFromQuery(new URLSearchParams(long)))
      expect(written.length).toBeLessThan(2_000)
      expect(filterFromQuery(new URLSearchParams(written)).clauses[0]).toEqual({ on: '', codes: [] })
    }
  })

  test('stays one that nobody meets when it is written down', () => {
    const written = filterToQuery(filterFromQuery(new URLSearchParams('is.Q1=a b')))
    const again = filterFromQuery(new URLSearchParams(written))
    expect(matches(matcherOf(dictionary, again), () => 1)).toBe(false)
  })
})

describe('bands', () => {
  const coded = (labels: string[]) =>
    labels.map((label, at) => ({ code: at + 1, label: text(label), isMissing: false }))

  test.each([
    [
      ['Under 14', '14 to 17', '18 or over'],
      [
        [0, 14],
        [14, 18],
        [18, null],
      ],
    ],
    [
      ['Under CNY 100,000 (about HKD 110,000)', 'CNY 100,000 to under 200,000', 'CNY 200,000 or more'],
      [
        [0, 100_000],
        [100_000, 200_000],
        [200_000, null],
      ],
    ],
    [
      ['1 to 3 months', '4 to 6 months', '7 to 9 months'],
      [
        [1, 4],
        [4, 7],
        [7, 10],
      ],
    ],
    [
      ['25 to 29', '30 to 35', 'More than 35'],
      [
        [25, 30],
        [30, 36],
        [36, null],
      ],
    ],
    [
      ['10 to 20', '20 to 30', '30 to 40'],
      [
        [10, 20],
        [20, 30],
        [30, 40],
      ],
    ],
    [
      ['10 to 20', '20 to 30', 'More than 30'],
      [
        [10, 20],
        [20, 30],
        [30, null],
      ],
    ],
    [['1 to 2.5', '3 to 5', '6 or more'], null],
    [['Under 14', '15 to 17', '18 or over'], null],
    [['Yes', 'No', 'Perhaps'], null],
    [['Within 3 months', '4 to 6 months', 'More than 12 months'], null],
  ])('%j', (labels, bands) => {
    expect(bandsOfOptions(coded(labels))?.map(({ from, to }) => [from, to]) ?? null).toEqual(bands)
  })

  test('are found in the study itself', () => {
    const { questions } = dictionaryOf([{ n: 1, version: 'v', dataVersion: 'v', questionnaire: studyAbroad }], {})
    const banded = questions.filter(
      ({ type, options }) => type === 'single' && bandsOfOptions(options.filter((one) => !one.isMissing)) !== null,
    )
    expect(banded.map(({ code }) => code)).toEqual(['Q01', 'Q13'])
  })
})

describe('files', () => {
  const filter = filterFromQuery(new URLSearchParams())
  const results = () => readResults(() => stored(questionnaire, people), questionnaire, dictionary, filter)

  test('a table says of how many it is, and has a row for what stands outside', async () => {
    const { n, counted } = await results()
    const { question, result } = counted[1] ?? {}
    if (question === undefined || result === undefined) throw new Error('There is no second question')
    const lines = tableFile(question, result, n, 'en').split('\r\n')
    const head = 'Question,Item,Code,Answer,Count,Offered to,Share,95 % interval ↓,95 % interval ↑,Value'
    expect(lines[0]?.replace('\uFEFF', '')).toBe(head)
    expect(lines[1]).toMatch(/,6,,,,,$/)
    expect(lines).toContain('Q2,,1,option 1,3,3,1,0.438503,1,')
    expect(lines).toContain('Q2,,99,option 99,1,,,,,')
    expect(lines).toContain('Q2,,-1,Left blank,1,,,,,')
  })

  test.each([
    [[1, 1, 2], ',,Median,,,,,,10.5\r\n'],
    [[1, 3, 3], ',,Median (≥),,,,,,18\r\n'],
  ])('a table says of a median in the top band that it is at least that: %j', async (given, line) => {
    const bands = ['Under 14', '14 to 17', '18 or over'].map((en, at) => option(at + 1, { label: text(en) }))
    const form = small([page('one', [ask('Q1', 'single', { options: bands })], { lease: true })])
    const of = dictionaryOf([{ n: 1, version: 'v1', dataVersion: 'v1', questionnaire: form }], {})
    const { n, counted } = await readResults(
      () =>
        stored(
          form,
          given.map((Q1) => ({ answers: { Q1 } })),
        ),
      form,
      of,
      filter,
    )
    const [{ question, result }] = counted as [(typeof counted)[number]]
    expect(tableFile(question, result, n, 'en')).toContain(line)
  })

  test('a picture is the same for the same data, has its words, and nothing that the content policy forbids', async () => {
    const { counted } = await results()
    for (const { question, result } of counted) {
      const chart = questionChart(question, result, 'zh-Hant')
      if (question.type === 'text') {
        expect(chart).toBeNull()
        continue
      }
      if (chart === null) throw new Error(`${question.code} has no picture`)
      const [file, again] = [await chartFile(chart), await chartFile(chart)]
      expect(file).toBe(again)
      expect(file).toContain(`<title id="chart-t">${question.code}的圖`)
      expect(file).not.toMatch(/ style="|ecmeta|zr\d|NaN|undefined/)
      // Its title and description are read; what is drawn stands in the table.
      expect(file).toMatch(/<g aria-hidden="true">.+<\/g><\/g><\/svg>\n$/s)
    }
  })

  test('says in a file what it shows, whom and when, above the picture, in lines that fit', async () => {
    const about = { option: {}, width: 300, height: 100, title: 'A picture', description: 'n = 5' }
    const heading = '在您从第一次申请到回国的整个跨境求学期间，遇到过以下哪些困难？'
    const file = await chartFile({ ...about, heading }, ['A study', 'Only & alone', 'As of 5 June 2027'])
    const lines = [...file.matchAll(/<text x="12" y="(\d+)"[^>]*>([^<]*)</g)].map(
      ([, y, text]) => [Number(y), text] as const,
    )
    expect(lines.map(([, text]) => text)).toEqual([
      '在您从第一次申请到回国的整个跨境求学',
      '期间，遇到过以下哪些困难？',
      'n = 5',
      'A study',
      'Only &amp; alone',
      'As of 5 June 2027',
    ])
    const below = Number(/translate\(0 (\d+)\)/.exec(file)?.[1])
    expect(below).toBeGreaterThan(lines.at(-1)?.[0] ?? 0)
    expect(file).toContain(`height="${below + 100}" viewBox="0 0 300 ${below + 100}"`)
  })

  test('says a title with a dollar sign in it as it is', async () => {
    const title = "Prices in US$' and $& and $1"
    const file = await chartFile({ option: {}, width: 10, height: 10, title, description: title })
    expect(file).toContain('<title id="chart-t">Prices in US$')
    expect(file.match(/<svg /g)).toHaveLength(1)
  })
})
