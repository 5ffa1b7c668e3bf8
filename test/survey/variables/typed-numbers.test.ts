/** What people type is what they typed, everywhere: never a blank, and never a code that says why there is no answer. */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { csv } from '../../../src/survey/exports/formats/csv.ts'
import { csvLabels } from '../../../src/survey/exports/formats/csv-labels.ts'
import { dta } from '../../../src/survey/exports/formats/dta/index.ts'
import { jsonLines } from '../../../src/survey/exports/formats/json-lines.ts'
import { sav } from '../../../src/survey/exports/formats/sav/index.ts'
import { axesOf } from '../../../src/survey/insights/axes/axes-of.ts'
import type { OneAxis } from '../../../src/survey/insights/axes/axis.ts'
import { questionFigures } from '../../../src/survey/insights/figures/view.ts'
import { filterFromQuery } from '../../../src/survey/insights/filter/filter.ts'
import { clauseWords, subjectsOf } from '../../../src/survey/insights/filter/subjects.ts'
import { readResults } from '../../../src/survey/insights/questions/read-results.ts'
import type { ResultFigures } from '../../../src/survey/insights/questions/result.ts'
import { tableFile } from '../../../src/survey/insights/questions/table-file.ts'
import { slotsOf } from '../../../src/survey/insights/segments/slots.ts'
import { checkPage, draftOf } from '../../../src/survey/questionnaire/check-answers.ts'
import { checkQuestionnaire } from '../../../src/survey/questionnaire/checks/check.ts'
import { columns } from '../../../src/survey/questionnaire/columns.ts'
import { postedFrom } from '../../../src/survey/questionnaire/page/fill-form.ts'
import { pageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import { holds } from '../../../src/survey/questionnaire/route/conditions.ts'
import { blankBeside } from '../../../src/survey/questionnaire/types/typed-number.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { recordOf } from '../../../src/survey/variables/record.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import { readDta } from '../exports/formats/read-dta.ts'
import { readSav } from '../exports/formats/read-sav.ts'
import { written } from '../exports/formats/write.ts'
import { stored } from '../insights/stored.ts'
import { ask, given, option, page, row, small, text } from '../questionnaire/small.ts'

const questionnaire = small([
  page('one', [
    ask('Q1', 'number', { min: -120, max: 120, optional: true }),
    ask('Q2', 'number', { min: -120, max: 120 }),
    ask('Q3', 'number', { min: 0, max: 120, optional: true }),
    ask('Q4', 'year', { min: -120, max: 2030, optional: true }),
    ask('Q5', 'text', { maxLength: 20, optional: true }),
    ask('Q6', 'scale', { options: [option(-1), option(0), option(1)] }),
  ]),
])
const version = { n: 1, version: 'v1', dataVersion: 'v1', questionnaire }
const dictionary = dictionaryOf([version], {})

function answered(typed: string): Answers {
  const posted = Object.fromEntries(['Q1', 'Q2', 'Q4', 'Q5'].map((code) => [code, [typed]]))
  const checked = checkPage(questionnaire, 'one', {}, { ...posted, Q3: [''], Q6: ['-1'] }, given())
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return checked.answers
}
const recordFor = (answers: Answers) => recordOf(dictionary, questionnaire, answers, given())
const cellOf = (answers: Answers, name: string) =>
  recordFor(answers)[dictionary.variables.findIndex((variable) => variable.name === name)]

const typed = ['-1', '-2', '-9', '-99', '97', '98', '99', '0']
const left: Answers = { Q1: -1, Q2: 5, Q3: -1, Q4: -1, Q5: -1, Q6: -1 }
const everybody = [...typed.map(answered), left]
const people = everybody.map((answers) => ({ answers }))

async function results(query = '') {
  const filter = filterFromQuery(new URLSearchParams(query))
  const { n, counted } = await readResults(() => stored(questionnaire, people), questionnaire, dictionary, filter)
  const of = (code: string) => counted.find(({ question }) => question.code === code)?.result as ResultFigures
  return { n, of }
}

describe.each(typed)('%s that somebody typed', (value) => {
  const answers = answered(value)

  test('stays the number in the record, where a blank has a code of its own', () => {
    for (const name of ['Q1', 'Q2', 'Q4']) expect(cellOf(answers, name)).toBe(Number(value))
    expect(cellOf(answers, 'Q5')).toBe(value)
  })

  test('is answered to conditions, and lies in ranges', () => {
    const [least, most] = [Number(value), Number(value)]
    for (const q of ['Q1', 'Q2', 'Q4']) {
      expect(holds({ q, answered: true }, answers, given())).toBe(true)
      expect(holds({ q, min: least, max: most }, answers, given())).toBe(true)
      expect(holds({ q, min: least + 1 }, answers, given())).toBe(false)
    }
  })

  test('is shown in the form again, and kept in a draft', () => {
    const view = pageView(questionnaire, 'one', {}, given())
    expect(postedFrom(view, answers)).toMatchObject({ Q1: [value], Q2: [value], Q4: [value], Q5: [value] })
    expect(draftOf(questionnaire, 'one', {}, { Q1: [value] }, given())).toEqual({ Q1: answers.Q1 })
  })

  test('is filtered by as a number, by its code and by a range, and never as a blank', async () => {
    for (const q of ['Q1', 'Q2', 'Q4']) {
      expect((await results(`is.${q}=${value}`)).n).toBe(1)
      expect((await results(`from.${q}=${value}&to.${q}=${value}`)).n).toBe(1)
    }
    expect((await results(`is.Q1=blank.${value}`)).n).toBe(2)
  })
})

test('a page counts every number that was typed, and one blank', async () => {
  const { of } = await results()
  expect(of('Q1')).toMatchObject({ base: typed.length, beside: { blank: 1, notShown: 0 } })
  expect(of('Q2')).toMatchObject({ base: typed.length + 1, beside: { blank: 0 } })
  expect(of('Q4')).toMatchObject({ base: typed.length, beside: { blank: 1 } })
  expect(of('Q3')).toMatchObject({ base: 0, beside: { blank: typed.length + 1 } })
  const sum = typed.reduce((all, value) => all + Number(value), 0)
  expect((of('Q1') as Extract<ResultFigures, { kind: 'numbers' }>).numbers.mean).toBeCloseTo(sum / typed.length)
})

test('an option coded -1 of a question that has to be answered is an answer, and no blank', async () => {
  const { of } = await results()
  expect(of('Q6')).toMatchObject({ kind: 'one', base: typed.length + 1, beside: { blank: 0 } })
})

test('whoever left it blank is found by that word, in words too', async () => {
  expect([(await results('is.Q1=blank')).n, (await results('is.Q3=blank')).n]).toEqual([1, typed.length + 1])
  // Of a number that is never -1, addresses from before say so.
  expect((await results('is.Q3=-1')).n).toBe(typed.length + 1)
  const subjects = subjectsOf({ dictionary, ns: [1], themes: new Map() }, 'en')
  const words = (on: string, code: string) => clauseWords(subjects, { on, codes: [code] }, 'en')
  expect(words('Q1', '-1')).toMatch(/-1$/)
  expect(words('Q1', 'blank')).toMatch(/Left blank$/)
  expect(words('Q3', '-1')).toBe(words('Q3', 'blank'))
})

test('crossed, a blank stands beside the numbers', () => {
  const axis = axesOf(dictionary).find(({ key }) => key === 'Q1') as OneAxis
  const isInside = (value: number) => axis.placeOf(value) < axis.categories.length
  const code = cellOf(left, 'Q1') as number
  expect([...typed.map(Number), code].map(isInside)).toEqual([...typed.map(() => true), false])
})

test('viewers see -1 among the numbers, where it is one', () => {
  for (const name of ['Q1', 'Q2']) {
    const column = columns(questionnaire).find((one) => one.name === name)
    if (column === undefined) throw new Error(name)
    const slots = slotsOf(questionnaire, column)
    const figures = Array.from({ length: slots.most }, () => 0)
    figures[slots.slotOf(-1) - 1] = 20
    const [shown] = questionFigures(dictionary, questionnaire, { rows: { [name]: figures } })
    const seen = shown?.is === 'answers' ? shown.answers.filter(({ figure }) => figure > 0) : []
    expect(seen).toEqual([expect.objectContaining({ label: expect.objectContaining({ en: '-1' }), percent: 100 })])
  }
})

test('segments from before have blanks where they had them', () => {
  const column = columns(questionnaire).find(({ name }) => name === 'Q1')
  if (column === undefined) throw new Error('Q1')
  const slots = slotsOf(questionnaire, column)
  expect([slots.valueOf(-1 + 120 + 2), slots.valueOf(1), slots.slotOf(-1)]).toEqual([column.blank, -1, 1])
})

describe('in a file', () => {
  const all = everybody.map(recordFor)
  const at = (name: string) => dictionary.variables.findIndex((variable) => variable.name === name)
  const numbers = typed.map(Number)

  test('of codes a number is the number, a blank its own code, and a text that looks like a code is escaped', async () => {
    const [head = [], ...lines] = parseCsv(Buffer.from(await written(csv, dictionary, all)).toString())
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)])
    expect(column('Q1')).toEqual([...typed, '-999'])
    expect(column('Q2')).toEqual([...typed, '5'])
    expect(column('Q5').every((cell, n) => n === typed.length || cell?.startsWith('\\u'))).toBe(true)
    expect(column('Q5').at(-1)).toBe('-1')
  })

  test('of labels a blank is told in words, and no number is', async () => {
    const [, ...lines] = parseCsv(
      Buffer.from(await written(csvLabels, dictionary, all))
        .toString()
        .slice(1),
    )
    expect(lines.map((line) => line[at('Q1')]).slice(1, -1)).toEqual(
      typed.slice(1).map((value) => expect.stringContaining(value)),
    )
    expect(lines.at(-1)?.[at('Q1')]).toMatch(/blank/)
  })

  test('of JSON a number is the number', async () => {
    const lines = Buffer.from(await written(jsonLines, dictionary, all))
      .toString()
      .trim()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line).Q1)).toEqual([...numbers, -999])
  })

  test('of SPSS nothing that was typed is declared missing', async () => {
    const { variables, rows } = readSav(await written(sav, dictionary, all))
    const missing = (name: string) => variables.find((one) => one.name === name)?.missing
    expect([missing('Q1'), missing('Q2'), missing('Q3'), missing('Q4')]).toEqual([[-999], [], [-1], [-999]])
    expect(rows.map((cells) => cells[at('Q1')])).toEqual([...numbers, -999])
    const texts = rows.map((cells) => cells[at('Q5')])
    expect(texts).toEqual([' -1', ' -2', ...typed.slice(2), '-1'])
    expect(texts.filter((cell) => missing('Q5')?.includes(String(cell)))).toEqual(['-1'])
  })

  test('of Stata a number is the number, and a blank is .a', async () => {
    const { variables, rows } = readDta(await written(dta, dictionary, all))
    const cells = (name: string) => rows.map((row) => row[variables.findIndex((one) => one.name === name)])
    expect(cells('Q1')).toEqual([...numbers, '.a'])
    expect(cells('Q2')).toEqual([...numbers, 5])
    expect(cells('Q5')).toEqual([' -1', ' -2', ...typed.slice(2), '-1'])
  })

  test('of a table on the page a blank has the code that files have', async () => {
    const { n, of } = await results()
    const question = dictionary.questions.find(({ code }) => code === 'Q1')
    if (question === undefined) throw new Error('Q1')
    const table = tableFile(question, of('Q1'), n, 'en')
    expect(JSON.stringify(table)).toMatch(/-999/)
    // A number below nought is one, which a sheet reckons with: no apostrophe keeps it a text.
    expect(table).toMatch(/,Least,,,,,,-\d+\r\n/)
  })
})

test.each([
  [0, 10, undefined],
  [-5, -2, undefined],
  [-1, 10, -9],
  [-9, 10, -99],
  [-120, -1, -999],
  [-999_999_999, 999_999_999, -1_000_000_000],
])('of a range from %i to %i a blank is beside it: %s', (min, max, code) => {
  expect(blankBeside({ min, max })).toBe(code)
})

test('a range that holds -1 in one version and not in another is two variables', () => {
  const before = small([page('one', [ask('Q1', 'number', { min: 0, max: 9, optional: true })])])
  const after = small([page('one', [ask('Q1', 'number', { min: -9, max: 9, optional: true })])])
  const versions = [before, after].map((of, at) => ({
    n: at + 1,
    version: `v${at}`,
    dataVersion: `v${at}`,
    questionnaire: of,
  }))
  const both = dictionaryOf(versions, {}).variables.filter(({ question }) => question === 'Q1')
  expect(both.map(({ name, codes }) => [name, ...codes.map(({ code }) => code)])).toEqual([
    ['Q1', -99],
    ['Q1_v1', -1],
  ])
})

test.each([
  ['a single choice', ask('Q1', 'single', { options: [option(-1), option(2)], optional: true })],
  ['a scale', ask('Q1', 'scale', { options: [option(-1), option(2)], optional: true })],
  ['a matrix', ask('Q1', 'matrix', { rows: [row(1)], scale: [option(-1), option(2)], optional: true })],
  ['a rank', ask('Q1', 'rank', { options: [option(-1), option(2)], max: 2 })],
])('an option coded -1 of %s that may be left blank is refused', (_, question) => {
  const checked = checkQuestionnaire(small([page('one', [question])]))
  expect(checked.ok ? [] : checked.errors.map(({ message }) => message)).toContain('-1 says that nothing was answered')
})

test('a condition cannot name -1 of a number that may be left blank, since it could mean either', () => {
  const asked = page('two', [ask('Q2', 'text', { maxLength: 9, when: { q: 'Q1', in: [-1] } })])
  const checked = checkQuestionnaire(
    small([page('one', [ask('Q1', 'number', { min: -9, max: 9, optional: true })], { title: text('one') }), asked]),
  )
  expect(checked.ok ? [] : checked.errors.map(({ message }) => message)).toContain(
    '-1 of Q1 is a number, and not a blank',
  )
})
