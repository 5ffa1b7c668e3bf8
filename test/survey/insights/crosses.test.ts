/** What is counted of two questions, by hand-made answers: who is in the base, in which share, and who stands beside. */

import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../schema/text.ts'
import type { Axis, OneAxis, SeveralAxis } from '../../../src/survey/insights/axes/axis.ts'
import { numberBands } from '../../../src/survey/insights/axes/bands.ts'
import { comparedOf } from '../../../src/survey/insights/compare/compared.ts'
import { matchOf } from '../../../src/survey/insights/compare/match.ts'
import { sideCountingOf } from '../../../src/survey/insights/compare/sides.ts'
import { countingOf } from '../../../src/survey/insights/crosses/count.ts'
import { people as ofPeople } from '../../../src/survey/insights/crosses/joint-counts.ts'
import { crossPicture } from '../../../src/survey/insights/crosses/picture.ts'
import { type CrossTable, tableOf } from '../../../src/survey/insights/crosses/table.ts'
import { testsOf } from '../../../src/survey/insights/crosses/tests.ts'
import { flowCountingOf } from '../../../src/survey/insights/flows/count.ts'
import { flowOf } from '../../../src/survey/insights/flows/flow.ts'
import { alphabet } from '../../../src/survey/insights/segments/alphabet.ts'
import type { StoredColumn } from '../../../src/survey/insights/segments/layout.ts'
import { randomFrom } from '../../../src/survey/insights/statistics/random.ts'

const text = (words: string) => wholeText({ en: words })
const category = (key: string) => ({ key, label: text(key) })

/** Codes 1 to `most`, -1 for blank. */
const one = (column: string, most: number, about: Partial<OneAxis> = {}): OneAxis => ({
  kind: 'one',
  key: column,
  column,
  question: column,
  label: text(column),
  categories: Array.from({ length: most }, (_, at) => category(String(at + 1))),
  missing: [category('blank'), category('not shown')],
  placeOf: (value) => (typeof value !== 'number' ? most + 1 : value === -1 ? most : value - 1),
  isTested: true,
  isOrdered: false,
  ...about,
})

const several = (code: string, options: number[], noAnswer: number[] = []): SeveralAxis => {
  const optionOf = (option: number) => ({ ...category(String(option)), column: `${code}_${option}` })
  return {
    kind: 'several',
    key: code,
    question: code,
    label: text(code),
    categories: options.map(optionOf),
    noAnswer: noAnswer.map(optionOf),
    missing: [...noAnswer.map(optionOf), category('blank'), category('not shown')],
  }
}

/** Slots: 0 not shown, 1 blank, from 2 on the codes of a list from 0. */
const decoder = () => (slot: number) => (slot === 0 ? null : slot === 1 ? -1 : slot - 2)

type Value = number | null
type Person = Record<string, Value>

const slotOf = (value: Value | undefined) => (value === null || value === undefined ? 0 : value === -1 ? 1 : value + 2)
const segmentOf = (people: readonly Person[]) => ({
  size: people.length,
  slots: (column: string) => people.map((person) => slotOf(person[column])),
  // The columns of one question of several picks share characters: three in the first, one in the second.
  block: (column: string) => {
    const [code] = column.split('_')
    const character = (person: Person, options: readonly number[]) =>
      options.reduce((all, option, at) => all | (slotOf(person[`${code}_${option}`]) << (2 * at)), 0)
    const numbers = people.flatMap((person) => [character(person, [1, 2, 3]), character(person, [98])])
    return { bytes: Uint8Array.from(numbers, (number) => alphabet.charCodeAt(number)), width: 2 }
  },
})
const storedOf = (size: number) => ({
  decoder,
  layout: {
    fields: {
      get: (column: string) => {
        const [block = '', option] = column.split('_')
        const [at, shift] = option === '98' ? [1, 0] : [0, 2 * (Number(option) - 1)]
        return { block, at, shift, bits: 2 } as StoredColumn
      },
    } as ReadonlyMap<string, StoredColumn>,
  },
  size,
})

/** Counts people in segments of three. */
function crossed(rows: Axis, columns: Axis, people: readonly Person[], everybody = (_: Person) => true): CrossTable {
  const size = 3
  const counting = countingOf(rows, columns, storedOf(size), false)
  for (let from = 0; from < people.length; from += size) {
    const here = people.slice(from, from + size)
    counting.add(
      segmentOf(here),
      Uint8Array.from(here, (person) => (everybody(person) ? 1 : 0)),
      null,
    )
  }
  return tableOf(rows, columns, counting.counts(ofPeople))
}

const counts = ({ cells }: CrossTable) => cells.map((row) => row.map(({ count }) => count))

it('a picture has a hole where nobody was offered the option, and a cell where nobody picked it', () => {
  const people: Person[] = [
    { A: 1, B_1: null, B_2: 1, B_3: 0 },
    { A: 2, B_1: 1, B_2: 0, B_3: 1 },
  ]
  const { option } = crossPicture(
    { table: crossed(one('A', 2), several('B', [1, 2, 3]), people), weighed: null },
    'row',
    'en',
  )
  const [series] = [option.series].flat() as unknown as { data: { value: number[] }[] }[]
  // Column, row, share.
  expect(series?.data.map(({ value }) => value)).toEqual([
    [1, 0, 1],
    [2, 0, 0],
    [0, 1, 1],
    [1, 1, 0],
    [2, 1, 1],
  ])
})

describe('two questions of one answer', () => {
  const people: Person[] = [
    { A: 1, B: 1 },
    { A: 1, B: 2 },
    { A: 1, B: 2 },
    { A: 2, B: 1 },
    { A: 2, B: -1 },
    { A: 2, B: null },
    { A: -1, B: 2 },
    { A: null, B: null },
    { A: -1, B: -1 },
  ]

  it('have those for a base who answered both; the others stand beside and outside', () => {
    const table = crossed(one('A', 2), one('B', 2), people)
    expect(table.base).toBe(4)
    expect(counts(table)).toEqual([
      [1, 2],
      [1, 0],
    ])
    expect([table.rowTotals, table.columnTotals]).toEqual([
      [3, 1],
      [2, 2],
    ])
    expect(table.cells[0]?.[1]).toEqual({ count: 2, ofRow: 3, ofColumn: 2, ofWhole: 4 })
    // Blank, not shown: of the columns by row, of the rows by column, of both.
    expect(table.besideRows).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(table.besideColumns).toEqual([
      [0, 1],
      [0, 0],
    ])
    expect(table.outside).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  it('count nobody who is filtered out', () => {
    expect(crossed(one('A', 2), one('B', 2), people, ({ A }) => A === 1).base).toBe(3)
  })

  it('are tested as a whole, and not where one is in ranks or bands', () => {
    expect(testsOf(crossed(one('A', 2), one('B', 2), people))).toMatchObject({
      kind: 'whole',
      association: { base: 4 },
    })
    expect(testsOf(crossed(one('A', 2, { isTested: false }), one('B', 2), people))).toEqual({ kind: 'none' })
    expect(testsOf(crossed(one('A', 2), one('B', 2), people.slice(0, 3)))).toEqual({ kind: 'nothing' })
  })
})

describe('a question of several picks', () => {
  const picks = (first: Value, second: Value, none: Value = 0) => ({ M_1: first, M_2: second, M_98: none })
  const people: Person[] = [
    { A: 1, ...picks(1, 0) },
    // The second option was not offered: it is in no share of it.
    { A: 1, ...picks(1, null) },
    { A: 1, ...picks(0, 1) },
    { A: 2, ...picks(1, 1) },
    { A: 2, ...picks(0, 0, 1) },
    { A: 2, ...picks(-1, -1, -1) },
    { A: 2, ...picks(null, null, null) },
    { A: null, ...picks(1, 0) },
  ]
  const m = several('M', [1, 2], [98])

  it('has for each option those as its base who were offered it and gave an answer', () => {
    const table = crossed(one('A', 2), m, people)
    expect(table.base).toBe(4)
    expect(table.cells).toEqual([
      [
        { count: 2, ofRow: 3, ofColumn: 3, ofWhole: 4 },
        { count: 1, ofRow: 2, ofColumn: 2, ofWhole: 3 },
      ],
      [
        { count: 1, ofRow: 1, ofColumn: 3, ofWhole: 4 },
        { count: 1, ofRow: 1, ofColumn: 2, ofWhole: 3 },
      ],
    ])
    // Don't know, blank, not shown.
    expect(table.besideRows).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ])
    expect(table.besideColumns).toEqual([
      [0, 0],
      [1, 0],
    ])
  })

  it('is the same table when it stands in the rows', () => {
    const [table, turned] = [crossed(one('A', 2), m, people), crossed(m, one('A', 2), people)]
    expect(turned.cells.map((row) => row.map(({ count, ofRow, ofColumn }) => [count, ofColumn, ofRow]))).toEqual(
      [0, 1].map((option) => table.cells.map((row) => row[option]).map((it) => [it?.count, it?.ofRow, it?.ofColumn])),
    )
    expect([turned.rowTotals, turned.columnTotals]).toEqual([table.columnTotals, table.rowTotals])
    expect(turned.besideColumns).toEqual([0, 1, 2].map((missing) => table.besideRows.map((row) => row[missing])))
  })

  it('is tested option by option, with as many corrections', () => {
    const tests = testsOf(crossed(one('A', 2), m, [...people, ...people, ...people]))
    if (tests.kind !== 'options') throw new Error(tests.kind)
    expect(tests.options.map(({ row, column }) => [row, column])).toEqual([
      [null, 0],
      [null, 1],
    ])
    for (const { adjusted, association } of tests.options) expect(adjusted).toBeGreaterThanOrEqual(association.p)
  })

  it('with weights tells how many options are not tested, where too few people are expected', () => {
    const crowd: Person[] = Array.from({ length: 60 }, (_, at) => ({
      A: 1 + (at % 2),
      M_1: at % 3 === 0 ? 1 : 0,
      M_2: at === 0 ? 1 : 0,
    }))
    const table = crossed(one('A', 2), several('M', [1, 2]), crowd)
    expect(testsOf(table, { people: table, squares: table })).toMatchObject({
      kind: 'options',
      options: [{ column: 0 }],
      few: 1,
    })
  })

  it('with another of them counts, for each two options, those who were offered both', () => {
    const random = randomFrom(3)
    const draw = () => [null, 0, 1][Math.floor(random() * 3)] ?? null
    const crowd: Person[] = Array.from({ length: 200 }, () => ({
      M_1: draw(),
      M_2: draw(),
      N_1: draw(),
      N_2: draw(),
      N_3: draw(),
    }))
    const table = crossed(several('M', [1, 2]), several('N', [1, 2, 3]), crowd)
    const offered = (value: Value | undefined) => value === 0 || value === 1
    table.cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        const both = crowd.map((person) => [person[`M_${r + 1}`], person[`N_${c + 1}`]] as const)
        const of = both.filter(([m, n]) => offered(m) && offered(n))
        expect(cell).toEqual({
          count: of.filter(([m, n]) => m === 1 && n === 1).length,
          ofRow: of.filter(([m]) => m === 1).length,
          ofColumn: of.filter(([, n]) => n === 1).length,
          ofWhole: of.length,
        })
      })
    })
    expect(testsOf(table)).toMatchObject({ kind: 'options', options: { length: 6 } })
  })
})

it.each([
  [{ min: 0, max: 10 }, 11, '0-0', '10-10'],
  [{ min: 1, max: 100 }, 11, '1-9', '100-100'],
  [{ min: 1950, max: 2027 }, 8, '1950-1959', '2020-2027'],
  [{ min: 0, max: 1_000_000 }, 6, '0-199999', '1000000-1000000'],
])('numbers of %j are put into %i bands', (range, count, first, last) => {
  const bands = numberBands(range).map(({ from, to }) => `${from}-${to}`)
  expect([bands.length, bands[0], bands.at(-1)]).toEqual([count, first, last])
})

describe('ways through questions', () => {
  const stages = [one('A', 10), one('B', 2)]
  const flowsOf = (people: readonly Person[]) => {
    const counting = flowCountingOf(stages, storedOf(people.length))
    counting.add(segmentOf(people), new Uint8Array(people.length).fill(1))
    return counting.counts()
  }

  it('are of those who answered each; whoever did not is counted where they did not', () => {
    const counts = flowsOf([{ A: 1, B: 2 }, { A: 1, B: 2 }, { A: 2, B: 1 }, { A: 2, B: -1 }, { B: 1 }, {}])
    expect(counts).toMatchObject({ all: 6, without: [2, 2] })
    const flow = flowOf(stages, counts)
    expect(flow.base).toBe(3)
    expect(flow.nodes).toEqual([
      { stage: 0, place: 0, count: 2 },
      { stage: 0, place: 1, count: 1 },
      { stage: 1, place: 0, count: 1 },
      { stage: 1, place: 1, count: 2 },
    ])
    expect(flow.links).toEqual([
      { from: 0, to: 3, count: 2 },
      { from: 1, to: 2, count: 1 },
    ])
    expect(flow.ways).toEqual([
      { nodes: [0, 3], count: 2 },
      { nodes: [1, 2], count: 1 },
    ])
  })

  it('join the smallest answers of a question that has many', () => {
    const people = Array.from({ length: 10 }, (_, at) =>
      Array.from({ length: at + 1 }, () => ({ A: at + 1, B: 1 })),
    ).flat()
    const { nodes, links, base } = flowOf(stages, flowsOf(people))
    expect(nodes.filter(({ stage }) => stage === 0).map(({ place, count }) => [place, count])).toEqual([
      [3, 4],
      [4, 5],
      [5, 6],
      [6, 7],
      [7, 8],
      [8, 9],
      [9, 10],
      [null, 6],
    ])
    expect(links.reduce((sum, { count }) => sum + count, 0)).toBe(base)
  })
})

describe('two groups side by side', () => {
  const counted = (axes: readonly Axis[], people: readonly Person[]) => {
    const counting = sideCountingOf(axes, storedOf(people.length))
    counting.add(segmentOf(people), new Uint8Array(people.length).fill(1))
    return { size: people.length, counts: counting.counts() }
  }
  const axes = [one('A', 2), several('M', [1, 2])]
  const { matched } = matchOf(axes, axes)
  const first = [{ A: 1, M_1: 1, M_2: 0 }, { A: 1, M_1: 1, M_2: null }, { A: 2, M_1: 0, M_2: 1 }, { A: -1 }]
  const second = [{ A: 2, M_1: 1, M_2: 1 }]

  it('have each their bases, and what lies between with its interval', () => {
    const groups = { one: counted(axes, first), other: counted(axes, second), overlap: 0 }
    const [single, multi] = comparedOf(matched, groups)
    expect(single?.bases).toEqual([3, 1])
    expect(single?.answers.map(({ one, other }) => [one?.count, one?.base, other?.count, other?.base])).toEqual([
      [2, 3, 0, 1],
      [1, 3, 1, 1],
    ])
    expect(single?.beside.map(({ label, one, other }) => [label.en, one, other])).toEqual([['blank', 1, 0]])
    expect(multi?.answers.map(({ one, other }) => [one?.count, one?.base, other?.count, other?.base])).toEqual([
      [2, 3, 1, 1],
      [1, 2, 1, 1],
    ])
    expect(single?.answers[0]?.difference?.interval).not.toBeNull()
  })

  it('claim no interval where somebody is in both', () => {
    const groups = { one: counted(axes, first), other: counted(axes, second), overlap: 1 }
    const [single] = comparedOf(matched, groups)
    expect(single?.answers[0]?.difference).toEqual({ value: 2 / 3, interval: null })
  })

  it('leave out what says something else in the other version, or stands in one alone', () => {
    const other = one('A', 3)
    const renamed = one('B', 2, { categories: [{ key: '1', label: text('one') }, category('2')] })
    const found = matchOf([one('A', 2), one('B', 2), one('C', 2)], [other, renamed, one('D', 2)])
    expect(found.matched.map(({ one }) => one.key)).toEqual(['A'])
    expect(found.matched[0]?.categories.map(({ one, other }) => [one, other])).toEqual([
      [0, 0],
      [1, 1],
      [null, 2],
    ])
    expect(found.leftOut.map(({ key }) => key)).toEqual(['B', 'C', 'D'])
  })

  it('leave out a row that is another one under the same code', () => {
    const row = (words: string) => [one('A_1', 2, { part: text(words) })]
    expect(matchOf(row('Price'), row('Price')).matched).toHaveLength(1)
    expect(matchOf(row('Price'), row('Noise'))).toMatchObject({ matched: [], leftOut: [{ key: 'A_1' }] })
  })
})
