/** What is wrong with a form is told by sheet and cell, all at once, in words that say a way on. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as forms name an answer

import { describe, expect, test } from 'vitest'
import { npsTemplate } from '../../../../schema/templates/nps.ts'
import { languages } from '../../../../schema/text.ts'
import type { FormFault } from '../../../../src/survey/questionnaire/xlsform/form.ts'
import { readQuestionnaireJson } from '../../../../src/survey/questionnaire/xlsform/json.ts'
import { readXlsForm } from '../../../../src/survey/questionnaire/xlsform/reading/read-form.ts'
import {
  addedText,
  cellReference,
  formFaultText,
  leftOutText,
} from '../../../../src/survey/questionnaire/xlsform/words.ts'
import { writeForm } from '../../../../src/survey/questionnaire/xlsform/writing/write-form.ts'
import { faults, read, sheet, yesNo } from './form.ts'

test('all faults of a form are told at once, each at its cell', () => {
  const survey = `
    | type            | name | label |
    | selct_one yn    | a    | A     |
    | select_one nope | b    | B     |
    | text            |      | C     |
    | end group       |      |       |
    | begin group     | g    | G     |
    | text            | d    | D     |`
  const choices = `
    | list_name | name | label |
    | yn        | yes  | Yes   |
    | yn        | yes  | Again |
    |           | no   | No    |
    | yn        |      | None  |`
  expect(faults({ survey, choices })).toEqual([
    'survey!A2 unknown_type',
    'survey!A5 not_opened',
    'survey!A6 not_closed',
    'choices!A4 no_list_named',
    'choices!B3 choice_twice',
    'choices!B5 no_name',
    'survey!B4 no_name',
    'survey!A3 no_list',
  ])
})

test.each([
  ['no sheet for it', { settings: '| form_title |\n| A |' }, ['! no_survey']],
  ['no column for types', { survey: '| name | label |\n| a | A |' }, ['survey! no_column']],
  ['a column twice', { survey: '| type | name | label | label |\n| text | a | A | B |' }, ['survey!D1 column_twice']],
  [
    'a column twice, and all else that is wrong',
    { survey: '| type | name | label | label |\n| tekst | a | A | B |\n| text | | A | |' },
    ['survey!D1 column_twice', 'survey!A2 unknown_type', 'survey!B3 no_name'],
  ],
  [
    'a list that is called as what every object has',
    {
      survey: '| type | name | label |\n| select_one __proto__ | a | A |\n| select_one __proto__ | b | B |',
      choices: '| list_name | name | label |\n| __proto__ | a | A |\n| __proto__ | b | B |',
    },
    ['survey!A2 content', 'survey!A3 content'],
  ],
  [
    'a language twice',
    { survey: '| type | name | label::en | label::English |\n| text | a | A | B |' },
    ['survey!D1 column_twice'],
  ],
  ['nothing to answer', { survey: '| type | name | label |\n| note | a | A |' }, ['survey! no_questions']],
  [
    'our own JSON broken',
    { survey: '| type | name | label | honorarium::when |\n| text | a | A | {"q":1} |' },
    ['survey!D2 not_json'],
  ],
  [
    'our own condition broken',
    { survey: '| type | name | label | honorarium::when |\n| text | a | A | 1 + 1 |' },
    ['survey!D2 condition'],
  ],
  [
    'no number',
    { survey: '| type | name | label | honorarium::max |\n| rank yn | a | A | two |', choices: yesNo },
    ['survey!D2 not_a_number'],
  ],
  [
    'no words at an end',
    { survey: '| type | name | label | honorarium::type |\n| integer | a | A | nps |' },
    ['survey!A2 no_label'],
  ],
])('%s', (_, tables, expected) => {
  expect(faults(tables as Record<string, string>)).toEqual(expected)
})

describe('a few kilobytes that come to more than any form has are refused before anything is made of them', () => {
  const many = (count: number, row: (n: number) => string) => Array.from({ length: count }, (_, n) => row(n)).join('\n')
  const choices = `| list_name | name | label |\n${many(400, (n) => `| l | c${n} | C |`)}`
  test.each([
    [
      'lists',
      `| type | name | label |\n${many(60, (n) => `| select_one l | q${n} | Q |`)}`,
      'choices! too_many_options',
    ],
    [
      'filters',
      `| type | name | label | choice_filter |\n${many(40, (n) => `| select_one l | q${n} | Q | name != 'abcdefgh' |`)}`,
      'survey! too_many_conditions',
    ],
    [
      'groups',
      `| type | name | label | relevant |\n| begin_group | g | | |\n| begin_group | h | | ${'1 = 1 and '.repeat(100)} 1 = 1 |\n${many(300, (n) => `| text | q${n} | Q | |`)}\n| end_group | | | |\n| end_group | | | |`,
      'survey! too_many_conditions',
    ],
  ])('%s', (_, survey, fault) => {
    expect(faults({ survey, choices })).toEqual([fault])
  })
})

test('what is missing is told as far as anybody could read it', () => {
  const result = read({
    survey: '| type | name | label |\n| select_multiple l | a | A |',
    choices: `| list_name | name | label |\n${Array.from({ length: 1_500 }, (_, n) => `| l | ${n} | C |`).join('\n')}`,
  })
  expect(result.unfinished).toHaveLength(2_001)
  expect(result.unfinished.at(-1)).toMatchObject({
    code: 'more',
    values: { count: String(1_503 * (languages.length - 1) - 2_000) },
  })
})

test('what stops a questionnaire from being published is told by sheet and cell, too', () => {
  const sheets = writeForm(npsTemplate)
  const [survey] = sheets
  const header = survey?.rows[0]?.indexOf('label::繁體中文 (zh-Hant)') ?? 0
  const broken = survey && {
    ...survey,
    rows: survey.rows.map((row, n) => row.map((cell, at) => (n === 2 && at === header ? null : cell))),
  }
  const result = readXlsForm(broken ? [broken, ...sheets.slice(1)] : [], 'x')
  expect('unfinished' in result && result.unfinished).toEqual([
    {
      sheet: 'survey',
      cell: `${String.fromCharCode(65 + header)}3`,
      code: 'content',
      values: { message: 'missing translation', path: 'pages[0].questions[0].text.zh-Hant' },
    },
  ])
})

test('in a form of ours nothing is put in or taken apart: what does not hold is told', () => {
  const { unfinished, leftOut, added, pages } = read({
    survey: `
      | type            | name | label | required | relevant        | honorarium::name |
      | begin_group     | p    | P     |          |                 |                  |
      | select_one yn   | A    | A     | yes      |                 | a                |
      | text            | B    | B     | yes      | \${A} = 'yes'   | b                |
      | end_group       |      |       |          |                 |                  |`,
    choices: yesNo,
    settings: '| honorarium::format | form_id | form_title |\n| 1 | f | F |',
  })
  expect(pages).toHaveLength(1)
  expect(leftOut).toEqual([])
  expect(added.map(({ code }) => code)).toEqual(['choice_codes', 'length'])
  const lines = unfinished.map(({ sheet: of, cell, values }) => `${of}!${cell} ${values.message}`)
  expect(lines).toContain('survey!E4 A is not on an earlier page')
  expect(lines).toContain('settings! no page takes the lease')
})

describe('words', () => {
  const values = {
    bytes: '1',
    rows: '2',
    columns: '3',
    column: 'c',
    type: 't',
    list: 'l',
    name: 'n',
    text: 'x',
    message: 'm',
    path: 'p',
    page: 'p',
    code: 'C',
    codes: '1',
    names: 'n',
    language: 'fr',
    title: 'T',
  }
  test.each(languages)('every fault, and all that was left out or put in, has its words in %s', (language) => {
    const fault: FormFault = { sheet: 'survey', cell: 'C12', code: 'no_list', values }
    expect(formFaultText(fault, language)).toContain('l')
    expect(formFaultText({ ...fault, code: 'old_workbook' }, language)).toContain('.xlsx')
    expect(cellReference(fault)).toBe('survey!C12')
    expect(cellReference({ sheet: 'survey', cell: '' })).toBe('survey')
    expect(leftOutText({ sheet: '', cell: '', what: 'x', why: 'media' }, language)).not.toBe('')
    expect(addedText({ code: 'lease', values }, language)).toContain('p')
  })
})

describe('JSON', () => {
  const without = (path: string[], value?: unknown) => {
    const copy = structuredClone(npsTemplate) as unknown as Record<string, unknown>
    const last = path.at(-1) ?? ''
    const holder = path.slice(0, -1).reduce((part, key) => part[key] as Record<string, unknown>, copy)
    if (value === undefined) delete holder[last]
    else holder[last] = value
    return JSON.stringify(copy)
  }
  test.each<[string, string, string[]]>([
    ['is none', '{"code":', ['']],
    ['is nested without end', '['.repeat(50_000), ['']],
    [
      'is nested within texts alone',
      JSON.stringify({ a: '['.repeat(500) }),
      ['code', 'title', 'facts', 'sets', 'lists', 'rates', 'pages', 'a'],
    ],
    [
      'has a fault in its shape',
      without(['pages', '0', 'questions', '0', 'type'], 'slider'),
      ['pages[0].questions[0].type'],
    ],
    ['has two', without(['pages', '0', 'code'], 'A B').replace('"facts":[]', '"facts":0'), ['facts', 'pages[0].code']],
  ])('that %s is told by path', (_, text, paths) => {
    const result = readQuestionnaireJson(text)
    expect('faults' in result && result.faults.map(({ path }) => path)).toEqual(paths)
  })

  test('one that lacks a translation is read, and told what it lacks', () => {
    const result = readQuestionnaireJson(`\uFEFF${without(['title', 'zh-Hans'])}`)
    expect(result).toMatchObject({ unfinished: [{ path: 'title.zh-Hans', message: 'missing translation' }] })
  })

  test('one that is too large is refused before it is read', () => {
    expect(readQuestionnaireJson(' '.repeat(1_048_577))).toMatchObject({ faults: [{ path: '' }] })
  })
})

test('a sheet’s name is written in any letters', () => {
  expect('faults' in readXlsForm([sheet('Survey ', '| type | name | label |\n| text | a | A |')], 'x')).toBe(false)
})
