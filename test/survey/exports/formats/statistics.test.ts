/** What SPSS, PSPP, Stata and R are told beside the answers themselves. */
import { expect, test } from 'vitest'
import { dta } from '../../../../src/survey/exports/formats/dta/index.ts'
import { sav } from '../../../../src/survey/exports/formats/sav/index.ts'
import { dictionaryOf } from '../../../../src/survey/variables/dictionary.ts'
import { alike, ask, page, small, text } from '../../questionnaire/small.ts'
import { readDta } from './read-dta.ts'
import { readSav } from './read-sav.ts'
import { blank, code, dictionary, gone, variable, written } from './write.ts'

const notApplicable = [code(97, 'n/a', true), code(98, 'unknown', true), code(99, 'no answer', true)]

test('values that are no answers are declared as missing: up to three by themselves, more as a range and one', async () => {
  const cases = [
    { codes: [code(1, 'one'), blank], missing: [-1] },
    { codes: [code(1, 'one'), ...notApplicable], missing: [97, 98, 99] },
    { codes: [code(1, 'one'), ...notApplicable, blank], missing: [[97, 99], -1] },
    { codes: [code(1, 'one')], missing: [] },
  ]
  const variables = cases.map(({ codes }, at) => variable(`q${at}`, { codes }))
  const read = readSav(await written(sav, dictionary(variables), [[1, 97, 98, 1]]))
  expect(read.variables.map(({ missing }) => missing)).toEqual(cases.map(({ missing }) => missing))
})

test('a text that was left blank is missing by what stands there, be the text short, long or very long', async () => {
  const variables = [8, 9, 300].map((maxBytes) => variable(`t${maxBytes}`, { type: 'text', maxBytes, codes: [blank] }))
  const read = readSav(await written(sav, dictionary(variables), [[-1, -1, -1]]))
  expect(read.variables.map(({ missing }) => missing)).toEqual([['-1'], ['-1'], ['-1']])
  expect(read.rows).toEqual([['-1', '-1', '-1']])
})

test('an entry of a long list has its label by what stands there, also where that could be taken for a code', async () => {
  const entries = ['HK', '-1'].map((entry) => ({ code: entry, label: alike(`The town ${entry}`) }))
  const read = readSav(
    await written(sav, dictionary([variable('t', { type: 'text', maxBytes: 8, entries })]), [['-1'], ['HK']]),
  )
  const labels = read.variables[0]?.labels
  expect(read.rows.map(([value]) => labels?.get(String(value)))).toEqual(['The town -1', 'The town HK'])
})

test('options of a question are a set that counts 1; names that differ in case alone do not come to the files', async () => {
  const variables = ['q02_option_1', 'q02_option_2', 'Q02_3'].map((name) => variable(name, { codes: [code(1, 'yes')] }))
  const sets = [
    { name: 'Q02', label: text('Which of\nthese'), variables: ['q02_option_1', 'q02_option_2', 'Q02_3'] },
    { name: 'Q03', label: text('One alone'), variables: ['Q02_3'] },
  ]
  const read = readSav(await written(sav, dictionary(variables, sets), [[1, 0, null]], { language: 'zh-Hant' }))
  expect(read.sets).toEqual([
    { name: '$Q02', counted: '1', label: 'Which of these繁', variables: ['q02_option_1', 'q02_option_2', 'Q02_3'] },
  ])
  expect([read.title, read.encoding]).toEqual(['A study繁', 'UTF-8'])
})

test('labels are cut on the edge of a character where a program has little room, and the part of a question stays', async () => {
  const long = '您在跨境求学期间遇到过哪些困难？'.repeat(20)
  const variables = [
    variable('alone', { label: alike(long), codes: [code(1, long), { ...code(2, long), short: alike('短') }] }),
    variable('part', { label: alike(`${long} [签证续签]`), part: alike('签证续签') }),
  ]
  const inSav = readSav(await written(sav, dictionary(variables), [])).variables
  expect(inSav.map(({ label }) => Buffer.byteLength(label))).toEqual([255, 255])
  expect(inSav[1]?.label).toMatch(/….\[签证续签\]$/)
  expect([...(inSav[0]?.labels.values() ?? [])].map((label) => Buffer.byteLength(label))).toEqual([120, 3])
  const inDta = readDta(await written(dta, dictionary(variables), []))
  expect(inDta.variables.map(({ label }) => [...label].length)).toEqual([80, 80])
  expect(inDta.variables[1]?.label).toMatch(/….\[签证续签\]$/)
  expect([inDta.notes.get('alone'), inDta.variables[0]?.labels.get(1)]).toEqual([long, long])
})

test('what was cut is known: a variable whose label, or a label of whose values, is not there in full', () => {
  const variables = [
    variable('short'),
    variable('middle', { label: alike('é'.repeat(100)) }),
    variable('long', { label: alike('好'.repeat(86)) }),
    variable('code', { codes: [code(1, '好'.repeat(41))] }),
  ]
  const cut = [sav, dta].map((format) => format.cut?.(dictionary(variables), 'en'))
  expect(cut).toEqual([
    ['long', 'code'],
    ['middle', 'long'],
  ])
})

test('numbers of many digits have room to be shown whole: neither program writes them as powers of ten', async () => {
  const asked = (min: number, max: number) => small([page('one', [ask('Q1', 'number', { min, max, optional: true })])])
  const [few, many, below] = [
    [0, 120],
    [0, 1_000_000_000],
    [-1_000_000_000, 0],
  ] as const
  const cases = [
    { ranges: [few], inSpss: 'F8', inStata: '%8.0g' },
    { ranges: [[-999_999, 9_999_999] as const], inSpss: 'F8', inStata: '%8.0g' },
    { ranges: [below], inSpss: 'F11', inStata: '%13.0g' },
    { ranges: [few, many], inSpss: 'F10', inStata: '%12.0g' },
    { ranges: [many, few], inSpss: 'F10', inStata: '%12.0g' },
  ]
  for (const { ranges, inSpss, inStata } of cases) {
    const versions = ranges.map(([min, max], at) => {
      return { n: at + 1, version: `v${at}`, dataVersion: `v${at}`, questionnaire: asked(min, max) }
    })
    const all = dictionaryOf(versions, {})
    const own = <Read extends { name: string }>(read: readonly Read[]) => read.find(({ name }) => name === 'Q1')
    const { format = 0 } = own(readSav(await written(sav, all, [])).variables) ?? {}
    expect(`F${(format >> 8) & 255}`).toBe(inSpss)
    expect(own(readDta(await written(dta, all, [])).variables)?.format).toBe(inStata)
  }
})

test('Stata has names of at most 32 characters, none of them its own words, and each once', async () => {
  const names = ['if', 'IF_2', 'str20', `${'a'.repeat(40)}1`, `${'a'.repeat(40)}2`, '_all'.slice(1), 'Q01']
  const read = readDta(await written(dta, dictionary(names.map((name) => variable(name))), []))
  const wanted = ['if_1', 'IF_2', 'str20_1', 'a'.repeat(32), `${'a'.repeat(30)}_2`, 'all', 'Q01']
  expect(read.variables.map(({ name }) => name)).toEqual(wanted)
})

test('the letters of missing values are noted in the file, and labelled where they stand', async () => {
  const variables = [variable('q1', { codes: [code(1, 'one'), ...notApplicable, blank] })]
  const read = readDta(await written(dta, dictionary(variables), [[null], [-1], [97], [98], [99], [1]]))
  expect(read.notes.get('_dta')).toBe('Missing values: .a = -1, .b = 97, .c = 98, .d = 99')
  expect(read.rows.flat()).toEqual(['.', '.a', '.b', '.c', '.d', 1])
  expect(read.variables[0]?.labels.get('.b')).toBe('n/a')
  expect([read.label, read.timestamp]).toEqual(['A study', '29 Nov 2026 16:05'])
})

test('the only instant in a file is the one at which it was asked for, and the same records make the same bytes', async () => {
  const about = dictionary([variable('t', { type: 'text', maxBytes: 900, codes: [gone] }), variable('n')])
  const records = [
    ['text', 1],
    ['', null],
    [-2, 151],
  ]
  for (const format of [sav, dta]) {
    const [first, second] = [await written(format, about, records), await written(format, about, records)]
    expect(Buffer.compare(first, second), format.id).toBe(0)
  }
  expect(readSav(await written(sav, about, records)).created).toBe('29 Nov 26 16:05:09')
})

test('a file that says how many records it has is given up when there are others', async () => {
  const about = dictionary([variable('n')])
  for (const format of [sav, dta]) {
    await expect(written(format, about, [[1], [2]], { count: 3 }), format.id).rejects.toThrow('as many responses')
  }
})

test('an SPSS file goes on behind any record with the bytes that the whole file has there', async () => {
  const about = dictionary([variable('n'), variable('t', { type: 'text', maxBytes: 300, codes: [blank] })])
  const records = Array.from({ length: 5 }, (_, at) => [at * 100, 'x'.repeat(at * 40)])
  const whole = Buffer.from(await written(sav, about, records))
  for (const from of [1, 2, 4]) {
    const rest = await written(sav, about, records.slice(from), { isContinued: true, count: 5 })
    expect(rest.length).toBeGreaterThan(0)
    expect(whole.subarray(-rest.length).equals(rest), `from ${from}`).toBe(true)
  }
})
