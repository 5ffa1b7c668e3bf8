/** What is counted of packed characters is what a plain loop counts, whatever the width of a place, the size and who is chosen. */

import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../schema/text.ts'
import type { Axis, OneAxis, SeveralAxis } from '../../../src/survey/insights/axes/axis.ts'
import { sideCountingOf } from '../../../src/survey/insights/compare/sides.ts'
import { countingOf } from '../../../src/survey/insights/crosses/count.ts'
import { jointCounts, people, square, weight } from '../../../src/survey/insights/crosses/joint-counts.ts'
import { tableOf } from '../../../src/survey/insights/crosses/table.ts'
import { alphabet, codes } from '../../../src/survey/insights/segments/alphabet.ts'
import { choosing, countingBlock, countingNamed } from '../../../src/survey/insights/segments/counting-characters.ts'
import { weighingBlock, weighingNamed } from '../../../src/survey/insights/segments/counting-weights.ts'
import type { StoredColumn } from '../../../src/survey/insights/segments/layout.ts'
import { randomFrom } from '../../../src/survey/insights/statistics/random.ts'

const widths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13]

describe.each(widths)('characters in places of %i', (width) => {
  it.each([0, 0.2, 0.5, 0.9, 1])('are counted of those who are chosen, a share of %f', (share) => {
    const random = randomFrom(100 * width + 10 * share)
    const counting = countingBlock(width)
    const choose = choosing()
    const naive = Array.from({ length: width }, () => new Float64Array(codes))
    // Sizes that are whole words and others, in arrays with something behind their end.
    for (const size of [64, 1, 7, 0, 61]) {
      const bytes = Uint8Array.from({ length: (64 * width + 3) & ~3 }, () =>
        alphabet.charCodeAt(Math.floor(random() * 64)),
      )
      const selected = Uint8Array.from({ length: size }, () => (random() < share ? 1 : 0))
      selected.forEach((is, place) => {
        naive.forEach((counts, at) => {
          const code = bytes[place * width + at] ?? 0
          counts[code] = (counts[code] ?? 0) + is
        })
      })
      const chosen = choose(selected)
      expect(chosen.n).toBe(selected.reduce((sum, is) => sum + is, 0))
      counting.add({ bytes, width }, chosen)
    }
    expect(counting.counts()).toEqual(naive)
  })
})

describe.each([
  ['a few weights', 3],
  ['many', 300],
  ['more than are counted by weight', 2_100],
])('with %s', (_, different) => {
  it.each([1, 3, 7])('characters in places of %i are counted with their weights', (width) => {
    const random = randomFrom(different + width)
    const units = Float64Array.from({ length: different }, (_, at) => (at === 0 ? 0 : 2_000 + 7 * at))
    const [block, named] = [weighingBlock(width, units, 64), weighingNamed(width)]
    const empty = () => Array.from({ length: width }, () => new Float64Array(codes))
    const naive = { people: empty(), weights: empty(), squares: empty() }
    for (const size of [64, 1, 0, 61]) {
      const bytes = Uint8Array.from({ length: (64 * width + 3) & ~3 }, () =>
        alphabet.charCodeAt(Math.floor(random() * 64)),
      )
      const which = Uint16Array.from({ length: 64 }, () => Math.floor(random() * different))
      const places = Uint16Array.from({ length: size }, (_, place) => place).filter((place) => which[place] !== 0)
      for (const place of places) {
        const unit = units[which[place] ?? 0] ?? 0
        for (let at = 0; at < width; at += 1) {
          const code = bytes[place * width + at] ?? 0
          for (const [of, much] of [
            ['people', 1],
            ['weights', unit],
            ['squares', unit ** 2],
          ] as const) {
            // biome-ignore format: pairs
            const counts = naive[of][at] ?? new Float64Array()
            counts[code] = (counts[code] ?? 0) + much
          }
        }
      }
      block.add({ bytes, width }, size, { units, which })
      named.addNamed({ bytes, width }, { places, count: places.length }, { units, which })
    }
    expect(block.counts()).toEqual(naive)
    expect(named.counts()).toEqual(naive)
  })
})

it('whoever is named is counted, and taken away again', () => {
  const counting = countingNamed(2)
  const block = { bytes: Uint8Array.from('0A0B0A', (character) => character.charCodeAt(0)), width: 2 }
  counting.add(block, { places: Uint16Array.of(0, 2, 1), count: 2 })
  counting.add(block, { places: Uint16Array.of(0), count: 1 }, -1)
  expect(counting.counts()[1]?.['A'.charCodeAt(0)]).toBe(1)
  expect(counting.counts()[1]?.['B'.charCodeAt(0)]).toBe(0)
})

it('a table of counts keeps what it has when it grows', () => {
  const counts = jointCounts(false)
  const cells = [
    [0, 0],
    [1, 2],
    [1, 40],
    [9, 3],
    [70, 41],
  ] as const
  for (const [row, column] of cells) {
    const many = Uint8Array.of(...Array.from({ length: row + 1 }, () => 1))
    const at = (number: number) => ({ numbers: new Uint16Array(row + 1).fill(number), count: () => number + 1 })
    counts.add(at(row), at(column), many, null)
  }
  const found: number[][] = []
  counts.each(people, (count, row, column) => found.push([row, column, count]))
  expect(found).toEqual(cells.map(([row, column]) => [row, column, row + 1]))
})

const label = wholeText({})
const missing = ['blank', 'not shown'].map((key) => ({ key, label }))
const categories = (code: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: String(at), label, column: `${code}_${at}` }))
const several = (code: string, options: number): SeveralAxis => ({
  ...{ kind: 'several', key: code, question: code, label, missing, noAnswer: [] },
  categories: categories(code, options),
})
const one: OneAxis = {
  ...{ kind: 'one', key: 'C', question: 'C', label, missing, isTested: true, isOrdered: false, column: 'C' },
  categories: categories('C', 3),
  placeOf: (value) => (typeof value === 'number' && value > 0 ? value - 1 : value === null ? 4 : 3),
}

/** Where a column of a question stands: three options in a character, and C in one of its own. */
function fieldOf(column: string) {
  const [block = '', option = '0'] = column.split('_')
  if (block === 'C') return { block, at: 0, width: 1, shift: 0, bits: 6 } as StoredColumn
  return { block, at: Math.floor(+option / 3), width: 1, shift: 2 * (+option % 3), bits: 2 } as StoredColumn
}
const storedOf = (size: number) => ({
  decoder: (column: string) => (slot: number) => (column === 'C' ? slot : ([null, -1, 0, 1][slot] ?? null)),
  layout: { fields: { get: fieldOf } as ReadonlyMap<string, StoredColumn> },
  size,
})

it('questions of very many options are counted in little memory, crossed and beside each other', () => {
  const [random, size, options] = [randomFrom(1), 2_048, 90]
  const picks = (share: number) =>
    Array.from({ length: 3 }, (_, n) => (random() < share ? 3 : 2) * 4 ** n).reduce((sum, bits) => sum + bits)
  const bytes = Uint8Array.from({ length: (size * options) / 3 }, () => alphabet.charCodeAt(picks(0.03)))
  const segment = { size, slots: () => [], block: () => ({ bytes, width: options / 3 }) }
  const [one, other, stored] = [several('A', options), several('B', options), storedOf(size)]
  const before = process.memoryUsage().arrayBuffers
  const crossed = countingOf(one, other, stored, true)
  const beside = sideCountingOf([one, other], stored)
  const which = new Uint16Array(size).fill(1)
  crossed.add(segment, new Uint8Array(size).fill(1), { units: Float64Array.of(0, 10_000), which })
  beside.add(segment, new Uint8Array(size).fill(1))
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(96 * 2 ** 20)
  expect(crossed.counts(weight).pairs[89]?.[89]?.both).toBe(10_000 * (beside.counts()[0]?.shares[89]?.count ?? 0))
})

// Of seven and more, more patterns are met than are told apart at once: the options are counted in parts from then on.
describe.each([2, 7, 31])('questions of %i options, three in a character, and people with weights', (options) => {
  it('are crossed option by option as a plain loop does it', () => {
    const random = randomFrom(options)
    const stored = storedOf(600)
    const [A, B] = [several('A', options), several('B', options)]
    const crosses = [
      ...[A, one].map((rows) => ({ rows, columns: B, counting: countingOf(rows, B, stored, true) })),
      { rows: A, columns: one, counting: countingOf(A, one, stored, true) },
    ]
    // Slots of each option: 0 not offered, 2 offered, 3 picked; some were shown nothing at all.
    const person = () => Array.from({ length: options }, () => [0, 2, 2, 3][Math.floor(random() * 4)] ?? 0)
    const nobody = new Array<number>(options).fill(0)
    const units = Float64Array.of(0, 2_000, 9_999, 50_000)
    const all: { A: number[]; B: number[]; C: number; unit: number }[] = []
    for (const size of [40, 13, 600]) {
      const which = Uint16Array.from({ length: size }, () => Math.floor(random() * units.length))
      const some = Array.from(which, (own) => ({
        ...{ A: random() < 0.1 ? nobody : person(), B: person(), C: 1 + Math.floor(random() * 3) },
        unit: units[own] ?? 0,
      }))
      all.push(...some)
      const block = (column: string) => {
        const code = column[0] as 'A' | 'B' | 'C'
        const numbers = some.flatMap(({ [code]: given }) => {
          if (typeof given === 'number') return [given]
          return Array.from({ length: Math.ceil(options / 3) }, (_, at) =>
            [0, 1, 2].reduce((sum, n) => sum + (given[3 * at + n] ?? 0) * 4 ** n, 0),
          )
        })
        return { bytes: Uint8Array.from(numbers, (n) => alphabet.charCodeAt(n)), width: numbers.length / size }
      }
      const selected = Uint8Array.from(which, (own) => Math.min(own, 1))
      for (const { counting } of crosses) {
        counting.add({ size, slots: () => [], block }, selected, { units, which })
        const marked = new Uint8Array(size).fill(1)
        const isIn = ({ A, B }: (typeof some)[number]) => A.some((slot) => slot > 0) && B.some((slot) => slot > 0)
        if (counting === crosses[0]?.counting) {
          const answered = some.filter((each) => each.unit > 0 && isIn(each)).length
          expect(counting.answeredBoth(selected, marked)).toBe(answered)
        }
      }
    }
    const slotsOf = (axis: Axis, { A, B, C }: (typeof all)[number]) =>
      axis.kind === 'one' ? axis.categories.map((_, at) => (at + 1 === C ? 3 : 2)) : axis.key === 'A' ? A : B
    for (const { rows, columns, counting } of crosses) {
      const everybody = all.map((each) => ({ r: slotsOf(rows, each), c: slotsOf(columns, each), unit: each.unit }))
      const both = everybody.filter(({ r, c }) => r.some((slot) => slot > 0) && c.some((slot) => slot > 0))
      for (const measure of [people, weight, square] as const) {
        const { cells, base } = tableOf(rows, columns, counting.counts(measure))
        const nothing = () => ({ count: 0, ofRow: 0, ofColumn: 0, ofWhole: 0 })
        const naive = rows.categories.map(() => columns.categories.map(nothing))
        let sum = 0
        for (const { r, c, unit } of both) {
          const much = measure === people ? Math.sign(unit) : unit ** measure
          sum += much
          for (const [row, line] of naive.entries()) {
            for (const [column, cell] of line.entries()) {
              if (r[row] === 0 || c[column] === 0) continue
              cell.ofWhole += much
              if (r[row] === 3) cell.ofRow += much
              if (c[column] === 3) cell.ofColumn += much
              if (r[row] === 3 && c[column] === 3) cell.count += much
            }
          }
        }
        expect(base).toBe(sum)
        expect(cells, `${rows.key} ${columns.key} ${measure}`).toEqual(naive)
      }
    }
  })
})
