/** Whatever the variables and the answers: the files that statistics' programs open hold them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dta } from '../../../../src/survey/exports/formats/dta/index.ts'
import { dtaNames } from '../../../../src/survey/exports/formats/dta/names.ts'
import { sav } from '../../../../src/survey/exports/formats/sav/index.ts'
import type { Value, Variable } from '../../../../src/survey/variables/variable.ts'
import { runs } from '../../../support/run/whole.ts'
import { readDta } from './read-dta.ts'
import { readSav } from './read-sav.ts'
import { blank, code, dictionary, gone, variable, written } from './write.ts'

/** Where eight bytes, SPSS's pieces and Stata's kinds of text begin and end. */
const widths = [2, 7, 8, 9, 64, 65, 251, 252, 253, 254, 255, 256, 257, 504, 505, 600, 2045, 32_766, 32_767, 40_000]
const signs = ['a', 'B', ' ', '\n', '"', "'", '=', 'é', '好', '獎', '😀', '\t']

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,63}$/)
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 700 }).map((all) => all.join(''))
/** A few long texts are made of one sign, which is quick. */
const longTexts = fc.tuple(fc.constantFrom(...signs), fc.nat(33_000)).map(([sign, times]) => sign.repeat(times))
const days = fc
  .integer({ min: -40_000, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

const one: fc.Arbitrary<{ variable: Variable; value: fc.Arbitrary<Value> }> = fc.oneof(
  fc.tuple(name, fc.constantFrom(...widths)).map(([of, maxBytes]) => ({
    variable: variable(of, { type: 'text', maxBytes, codes: [blank, gone] }),
    value: fc.oneof(texts, longTexts, fc.constantFrom<Value>(null, '', -1, -2)),
  })),
  fc
    .tuple(name, fc.uniqueArray(fc.integer({ min: -150, max: 33_000 }), { minLength: 1, maxLength: 6 }))
    .map(([of, all]) => {
      const codes = [...all.map((each) => code(each, `label ${each} 标签`, [97, 98, 99].includes(each)))]
      if (!all.includes(-1)) codes.push(blank)
      const value = fc.constantFrom<Value>(null, ...codes.map((each) => each.code))
      return { variable: variable(of, { measure: 'ordinal', codes }), value }
    }),
  name.map((of) => ({
    variable: variable(of, { measure: 'scale', codes: [blank] }),
    value: fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -110, max: 160 }), fc.constantFrom<Value>(null, -1, -0)),
  })),
  name.map((of) => ({
    variable: variable(of, { type: 'day', measure: 'scale', codes: [blank] }),
    value: fc.oneof(days, fc.constantFrom<Value>(null, -1)),
  })),
)

const files = fc
  .uniqueArray(one, { minLength: 1, maxLength: 8, selector: ({ variable: { name: of } }) => of.toUpperCase() })
  .chain((all) =>
    fc.record({
      variables: fc.constant(all.map((each) => each.variable)),
      records: fc.array(fc.tuple(...all.map((each) => each.value)), { maxLength: 5 }),
    }),
  )

/** The beginning that fits, in whole characters. */
function begin(text: string, bytes: number): string {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read)
}

/** The same with a sign of three bytes that it is no more than that. */
function cut(text: string, bytes: number): string {
  const whole = begin(text, bytes)
  return whole === text || bytes < 3 ? whole : `${begin(text, bytes - 3)}…`
}

const day1970 = (value: string) => Date.parse(value) / 86_400_000

test('an SPSS system file holds every variable and every value, and a text as far as it fits', async () => {
  await fc.assert(
    fc.asyncProperty(files, async ({ variables, records }) => {
      const read = readSav(await written(sav, dictionary(variables), records))
      expect(read.n).toBe(records.length)
      expect(read.variables.map((each) => each.name)).toEqual(variables.map((each) => each.name))
      for (const [at, { codes, maxBytes, type }] of variables.entries()) {
        const labels = codes.map((each) => [type === 'text' ? String(each.code) : each.code, each.label.en])
        expect([...(read.variables[at]?.labels ?? [])]).toEqual(labels)
        expect(read.variables[at]?.width).toBe(type === 'text' ? Math.min(maxBytes ?? 0, 32_766) : 0)
      }
      const wanted = records.map((record) =>
        record.map((value, at) => {
          const { type, maxBytes } = variables[at] as Variable
          if (type === 'text') return cut(String(value ?? ''), Math.min(maxBytes ?? 0, 32_766)).replace(/ +$/, '')
          // SPSS counts seconds from the day before the Gregorian calendar's first.
          if (typeof value === 'string') return (day1970(value) + 141_428) * 86_400
          return value === null ? null : value + 0
        }),
      )
      expect(read.rows).toEqual(wanted)
    }),
    { numRuns: runs(40) },
  )
})

test('a Stata file holds every variable and every value, each kind of missing by a letter of its own', async () => {
  const letters = new Map([
    [-1, '.a'],
    [97, '.b'],
    [98, '.c'],
    [99, '.d'],
  ])
  await fc.assert(
    fc.asyncProperty(files, async ({ variables, records }) => {
      const read = readDta(await written(dta, dictionary(variables), records))
      const short = (of: string) => of.slice(0, 32).toLowerCase()
      const isFree = variables.every((each) => dtaNames()(each.name) === each.name.slice(0, 32))
      if (isFree && new Set(variables.map((each) => short(each.name))).size === variables.length) {
        expect(read.variables.map((each) => short(each.name))).toEqual(variables.map((each) => short(each.name)))
      }
      const wanted = records.map((record) =>
        record.map((value, at) => {
          const { type, codes, maxBytes } = variables[at] as Variable
          const most = (maxBytes ?? 0) <= 64 ? (maxBytes ?? 0) : Number.MAX_SAFE_INTEGER
          if (type === 'text') return begin(String(value ?? ''), Math.min(most, 200_000))
          if (value === null) return '.'
          if (typeof value === 'string') return day1970(value) + 3653
          const isMissing = codes.some((each) => each.code === value && each.isMissing)
          return isMissing ? letters.get(value) : value + 0
        }),
      )
      expect(read.rows).toEqual(wanted)
    }),
    { numRuns: runs(40) },
  )
})
