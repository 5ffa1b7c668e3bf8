/** What is counted of packed characters is what a plain loop counts, whatever the width of a place, the size and who is chosen. */

import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../schema/text.ts'
import type { SeveralAxis } from '../../../src/survey/insights/axes/axis.ts'
import { patternCounts } from '../../../src/survey/insights/crosses/pattern-counts.ts'
import { tableOf } from '../../../src/survey/insights/crosses/table.ts'
import { alphabet, codes } from '../../../src/survey/insights/segments/alphabet.ts'
import { choosing, countingBlock, countingNamed } from '../../../src/survey/insights/segments/counting-characters.ts'
import { weighingBlock, weighingNamed } from '../../../src/survey/insights/segments/counting-weights.ts'
import type { StoredColumn } from '../../../src/survey/insights/segments/layout.ts'
import { randomFrom } from '../../../src/survey/insights/statistics/random.ts'
import { countingOf } from './counting-both.ts'

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
  const counts = patternCounts()
  const cells = [
    [0, 0],
    [1, 2],
    [1, 40],
    [9, 3],
    [70, 41],
  ] as const
  for (const [row, column] of cells) {
    counts.make(row + 1, column + 1)
    counts.table[row * counts.width + column] = row + 1
  }
  const found: number[][] = []
  counts.each((count, row, column) => found.push([row, column, count]))
  expect(found).toEqual(cells.map(([row, column]) => [row, column, row + 1]))
})

describe.each([2, 7, 24, 31])('two questions of %i options each, three in a character', (options) => {
  it('are crossed option by option as a plain loop does it', () => {
    const random = randomFrom(options)
    const axis = (code: string): SeveralAxis => {
      const categories = Array.from({ length: options }, (_, at) => ({
        key: String(at),
        label: wholeText({}),
        column: `${code}_${at}`,
      }))
      const label = wholeText({})
      const missing = ['blank', 'not shown'].map((key) => ({ key, label }))
      return { kind: 'several', key: code, question: code, label, categories, noAnswer: [], missing }
    }
    const width = Math.ceil(options / 3)
    const field = (column: string) => {
      const [block = '', option] = column.split('_')
      return { block, at: Math.floor(Number(option) / 3), shift: 2 * (Number(option) % 3), bits: 2 } as StoredColumn
    }
    const stored = {
      decoder: () => (slot: number) => [null, -1, 0, 1][slot] ?? null,
      layout: { fields: { get: field } as ReadonlyMap<string, StoredColumn> },
      size: 50,
    }
    const counting = countingOf(axis('A'), axis('B'), stored)
    // Slots of each option: 0 not offered, 2 offered, 3 picked; some were shown nothing at all.
    const person = () => Array.from({ length: options }, () => [0, 2, 2, 3][Math.floor(random() * 4)] ?? 0)
    const nobody = new Array<number>(options).fill(0)
    const all: Record<string, number[]>[] = []
    for (const size of [50, 13, 50]) {
      const some = Array.from({ length: size }, () => ({ A: random() < 0.1 ? nobody : person(), B: person() }))
      all.push(...some)
      const block = (column: string) => {
        const slots = some.map((one) => one[column.startsWith('A') ? 'A' : 'B'])
        const text = slots.flatMap((given) =>
          Array.from({ length: width }, (_, at) =>
            [0, 1, 2].reduce((sum, n) => sum + (given[3 * at + n] ?? 0) * 4 ** n, 0),
          ),
        )
        return { bytes: Uint8Array.from(text, (number) => alphabet.charCodeAt(number)), width }
      }
      counting.add({ size, slots: () => [], block }, new Uint8Array(size).fill(1))
    }
    const both = all.filter(({ A = [], B = [] }) => A.some((slot) => slot > 0) && B.some((slot) => slot > 0))
    const { cells, base } = tableOf(axis('A'), axis('B'), counting.counts())
    expect(base).toBe(both.length)
    const naive = nobody.map((_, row) =>
      nobody.map((_, column) => {
        const of = both.filter(({ A, B }) => A?.[row] !== 0 && B?.[column] !== 0)
        const [rows, columns] = [of.filter(({ A }) => A?.[row] === 3), of.filter(({ B }) => B?.[column] === 3)]
        const count = rows.filter(({ B }) => B?.[column] === 3).length
        return { count, ofRow: rows.length, ofColumn: columns.length, ofWhole: of.length }
      }),
    )
    expect(cells).toEqual(naive)
  })
})
