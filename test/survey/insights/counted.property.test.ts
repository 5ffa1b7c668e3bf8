/** Whatever people answered and whatever is filtered by: the page counts what the documents say, and so does a file. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered } from '../../../bench/data/records.ts'
import type { Answer, Answers } from '../../../schema/answers.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { countRecords } from '../../../src/survey/exports/formats/count.ts'
import { type Clause, type Filter, filterFromQuery, filterToQuery } from '../../../src/survey/insights/filter/filter.ts'
import { readResults } from '../../../src/survey/insights/questions/read-results.ts'
import type { NonAnswers, ResultFigures } from '../../../src/survey/insights/questions/result.ts'
import { flagFamilies } from '../../../src/survey/insights/segments/about.ts'
import { pageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { recordOf } from '../../../src/survey/variables/record.ts'
import { runs } from '../../support/run/whole.ts'
import { stored } from './stored.ts'

const people = answered(240).filter(({ version }) => version.dataVersion === 'version-1')
const versions = [...new Map(people.map(({ version }) => [version.n, version])).values()].sort((a, b) => a.n - b.n)
const [first] = versions
if (first === undefined) throw new Error('There is no version')
const { questionnaire } = first
const dictionary = dictionaryOf(versions, {})

interface Standing {
  judged: 'held' | 'rejected' | null
  state: 'complete' | 'screened_out' | 'withdrawn'
  language: Language
  invited: 0 | 1
  flags: number
  shownTo: string
}
type One = (typeof people)[number] & Standing

const standing: fc.Arbitrary<Standing> = fc.record({
  judged: fc.constantFrom(null, null, null, 'held', 'rejected'),
  state: fc.constantFrom('complete', 'complete', 'complete', 'complete', 'screened_out', 'withdrawn'),
  language: fc.constantFrom(...languages),
  invited: fc.constantFrom(0, 1),
  flags: fc.constantFrom(0, 0, 1, 2, 5, 32),
  shownTo: fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21'),
})

const some = (codes: readonly (number | string)[]) =>
  fc.subarray(codes.map(String), { minLength: 1 }).map((chosen) => chosen.join('.'))
const between = (least: number, most: number) => fc.integer({ min: least - 1, max: most + 1 }).map(String)
const day = fc.integer({ min: 0, max: 2200 }).map((n) => new Date(Date.UTC(2020, 7, 25 + n)).toISOString().slice(0, 10))
const cities = [1, 2, 3, 4, 97]
const troubles = [1, 2, 3, 4, 90, 97, 98, 99, -1, 'blank']
const degrees = [1, 2, 3, 4, 5, 97, 98, 99, -1]

/** Names and values of an address. */
type Said = readonly (readonly [name: string, value: string])[]

/** Every kind of clause, as an address has it. */
const clause: fc.Arbitrary<Said> = fc.oneof(
  ...['Q01', 'Q12'].map((on) => some(cities).map((codes) => [[`is.${on}`, codes] as const])),
  ...['Q02', 'Q03'].map((on) => some(troubles).map((codes) => [[`is.${on}`, codes] as const])),
  ...['Q04_r1', 'Q04_r3'].map((on) => some([1, 2, 3, 4, -1]).map((codes) => [[`is.${on}`, codes] as const])),
  ...['Q05_1', 'Q05_3', 'Q06'].map((on) => some(degrees).map((codes) => [[`is.${on}`, codes] as const])),
  ...['Q07', 'Q09', 'Q10', 'Q11'].map((on) =>
    fc.constantFrom('blank', '-1').map((code) => [[`is.${on}`, code] as const]),
  ),
  fc.tuple(between(0, 10), between(0, 10)).map(([a, b]) => [['from.Q07', a] as const, ['to.Q07', b] as const]),
  fc
    .tuple(between(1960, 2012), between(1960, 2012))
    .map(([a, b]) => [['from.Q08', a] as const, ['to.Q08', b] as const]),
  between(0, 400).map((end) => [['from.Q09', end] as const]),
  between(0, 400).map((end) => [['to.Q09', end] as const]),
  day.map((end) => [['from.Q10', end] as const]),
  day.map((end) => [['to.Q10', end] as const]),
  some(['CN', 'GB', 'JP']).map((codes) => [['is.Q01_4_text', codes] as const]),
  some(languages).map((codes) => [['is._language', codes] as const]),
  some(['open_link', 'invitation']).map((codes) => [['is._door', codes] as const]),
  some([1, 2]).map((codes) => [['is._version', codes] as const]),
  some([...flagFamilies, 'none']).map((codes) => [['is._flags', codes] as const]),
  fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-22').map((end) => [['from._day', end] as const]),
  fc.constant([['is.Q99', '1'] as const]),
)
const addresses = fc
  .tuple(fc.array(clause, { maxLength: 3 }), fc.boolean())
  .map(
    ([clauses, isOut]) =>
      new URLSearchParams([...clauses.flat(), ...(isOut ? [['held', 'out'] as const] : [])].map((pair) => [...pair])),
  )

/** What the document says to what a clause names: values, of which any will do. */
function valuesOf({ answers, language, invited, version, flags, shownTo }: One, on: string): (number | string)[] {
  const known: Record<string, (number | string)[]> = {
    _language: [language],
    _door: [invited === 1 ? 'invitation' : 'open_link'],
    _version: [version.n],
    // Pace is nothing that is filtered by.
    _flags: (flags & ~1) === 0 ? ['none'] : flagFamilies.filter((_, at) => at > 0 && (flags >> at) % 2 === 1),
    _day: [shownTo],
  }
  if (known[on]) return known[on]
  const [code = '', part = '', more] = on.split('_')
  const answer: Answer | undefined = answers[code]
  if (more === 'text') return answer === Number(part) ? [answers[`${code}.text`] as string] : []
  if (answer === undefined) return []
  if (part.startsWith('r') && Array.isArray(answer)) return [answer[Number(part.slice(1)) - 1] ?? -1]
  if (Array.isArray(answer)) return answer
  if (typeof answer === 'object') return [(answer as Record<string, number>)[part] ?? []].flat()
  return [answer]
}

function isMet(one: One, it: Clause): boolean {
  const values = valuesOf(one, it.on)
  if ('codes' in it)
    return values.some(
      (value) => it.codes.includes(value === -1 ? 'blank' : String(value)) || it.codes.includes(String(value)),
    )
  return values.some((value) => {
    if (value === -1) return false
    if (typeof value === 'number') return value >= Number(it.from ?? -1e9) && value <= Number(it.to ?? 1e9)
    return value >= (it.from ?? '') && value <= (it.to ?? '9')
  })
}

function isIn(one: One, { held, clauses }: Filter): boolean {
  if (one.state !== 'complete' || one.judged === 'rejected' || (one.judged === 'held' && held === 'out')) return false
  return clauses.every((it) => isMet(one, it))
}

/** The options that somebody was shown, by the page itself. */
function offered({ answers, given, version }: One, question: string): number[] {
  const page = version.questionnaire.pages.find(({ questions }) => questions.some(({ code }) => code === question))
  const view = pageView(version.questionnaire, page?.code ?? '', answers, given).questions.find(
    ({ code }) => code === question,
  )
  return view !== undefined && 'options' in view ? view.options.map(({ code }) => code) : []
}

const no = new Set([97, 98, 99])
const isReal = (value: unknown) => typeof value === 'number' && value >= 0 && !no.has(value)
const count = (all: readonly One[], meets: (answers: Answers, one: One) => boolean) =>
  all.filter((one) => meets(one.answers, one)).length

/** The page's figures, and the same counted over the documents, each under its name. */
function figures(
  code: string,
  result: ResultFigures,
  all: readonly One[],
): Record<string, [page: number, naive: number]> {
  const found: Record<string, [number, number]> = {}
  const beside = (name: string, { notShown, blank, noAnswer }: NonAnswers, of: (one: One) => Answer | undefined) => {
    found[`${name} not shown`] = [notShown, all.filter((one) => of(one) === undefined).length]
    found[`${name} blank`] = [blank, all.filter((one) => of(one) === -1).length]
    for (const no of noAnswer) {
      const says = (value: Answer | undefined) =>
        value === no.code.code || (Array.isArray(value) && value.includes(no.code.code))
      found[`${name} ${no.code.code}`] = [no.count, all.filter((one) => says(of(one))).length]
    }
  }
  const whole = ({ answers }: One) => answers[code]
  switch (result.kind) {
    case 'one':
      found.base = [result.base, count(all, (answers) => isReal(answers[code]))]
      for (const it of result.options) found[it.code.code] = [it.count, count(all, (a) => a[code] === it.code.code)]
      beside('', result.beside, whole)
      break
    case 'several': {
      const picks = ({ answers }: One) => (Array.isArray(answers[code]) ? answers[code] : [])
      const real = all.filter((one) => picks(one).length > 0 && picks(one).every((pick) => isReal(pick)))
      found.base = [result.base, real.length]
      for (const { code: option, count: picked, of } of result.options) {
        found[`${option.code} picked`] = [picked, count(real, (_, one) => picks(one).includes(option.code))]
        found[`${option.code} offered`] = [of, count(real, (_, one) => offered(one, code).includes(option.code))]
      }
      beside('', result.beside, whole)
      break
    }
    case 'matrix':
      for (const { variable, base, options, beside: outside } of result.rows) {
        const row = variable.column?.row ?? ''
        const on = (one: One) => (whole(one) as Record<string, number> | undefined)?.[row]
        found[`${row} base`] = [base, all.filter((one) => isReal(on(one))).length]
        for (const it of options)
          found[`${row} is ${it.code.code}`] = [it.count, all.filter((one) => on(one) === it.code.code).length]
        beside(row, outside, on)
      }
      break
    case 'nps':
      result.counts.forEach((given, value) => {
        found[value] = [given, count(all, (answers) => answers[code] === value)]
      })
      beside('', result.beside, whole)
      break
    case 'rank':
      found.base = [result.base, count(all, (answers) => answers[code] !== undefined)]
      for (const { code: option, places } of result.options) {
        places.forEach((given, at) => {
          const is = (a: Answers) => Array.isArray(a[code]) && a[code][at] === option.code
          found[`${option.code} at ${at}`] = [given, count(all, is)]
        })
      }
      break
    case 'numbers': {
      const given = all.flatMap(({ answers }) => {
        const value = answers[code]
        if (typeof value === 'string') return [Date.parse(value) / 86_400_000]
        return typeof value === 'number' && value !== -1 ? [value] : []
      })
      found.n = [result.base, given.length]
      found.sum = [Math.round((result.numbers.mean ?? 0) * given.length), given.reduce((sum, one) => sum + one, 0)]
      found.least = [result.numbers.quantiles[0] ?? 0, given.length === 0 ? 0 : Math.min(...given)]
      beside('', result.beside, whole)
      break
    }
    case 'text':
      found.written = [result.base, count(all, (answers) => typeof answers[code] === 'string')]
      beside('', result.beside, whole)
  }
  return found
}

test('a page under any filter counts what the documents say, and a file of the same responses does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(standing, { minLength: people.length, maxLength: people.length }),
      addresses,
      async (standings, address) => {
        const all = people.map((one, at): One => ({ ...one, ...(standings[at] as Standing) }))
        const filter = filterFromQuery(address)
        expect(filterFromQuery(new URLSearchParams(filterToQuery(filter)))).toEqual(filter)
        const chosen = all.filter((one) => isIn(one, filter))
        const rows = all.map((one) => ({ ...one, ...one.given, versionN: one.version.n }))
        const page = await readResults(() => stored(questionnaire, rows, 51), questionnaire, dictionary, filter)
        expect(page.n).toBe(chosen.length)
        const records = chosen.map(({ version, answers, given }) =>
          recordOf(dictionary, version.questionnaire, answers, given),
        )
        const inFile = await countRecords(
          dictionary,
          (async function* () {
            yield { records }
          })(),
        )
        const codesOf = (name: string) => inFile.variables[dictionary.variables.findIndex((one) => one.name === name)]
        for (const { question, result } of page.counted) {
          const both = Object.entries(figures(question.code, result, chosen))
          expect(both.length, question.code).toBeGreaterThan(0)
          const apart = both.filter(([, [counted, naive]]) => counted !== naive)
          expect(apart, `${question.code} of ${filterToQuery(filter)}`).toEqual([])
          const name = question.code
          if (result.kind === 'one' || result.kind === 'nps' || result.kind === 'numbers') {
            expect([result.beside.notShown, result.base], name).toEqual([codesOf(name)?.empty, codesOf(name)?.valid])
          }
          if (result.kind === 'matrix') {
            for (const { variable, base, beside } of result.rows) {
              expect([base, beside.notShown]).toEqual([codesOf(variable.name)?.valid, codesOf(variable.name)?.empty])
            }
          }
        }
      },
    ),
    { numRuns: runs(30) },
  )
})
