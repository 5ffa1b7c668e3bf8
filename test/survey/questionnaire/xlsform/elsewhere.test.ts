/** Forms that were made elsewhere: what becomes of each thing that they have, and that nothing of it goes in silence. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as forms name an answer

import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../../../schema/text.ts'
import { checkQuestionnaire } from '../../../../src/survey/questionnaire/checks/check.ts'
import { otherLabel } from '../../../../src/survey/questionnaire/xlsform/standard-texts.ts'
import { left, read, yesNo } from './form.ts'

test('a form of one language becomes a questionnaire that lacks nothing but its translations', () => {
  const { questionnaire, unfinished, added, leftOut, pages } = read({
    survey: `
      | type            | name       | label              | required |
      | select_one yn   | has_pet    | Do you have a pet? | yes      |
      | begin group     | pet        | Your pet           |          |
      | text            | pet_name   | What is its name?  | yes      |
      | end group       |            |                    |          |`,
    choices: yesNo,
    settings: `
      | form_title | form_id |
      | Pets       | Pets 1  |`,
  })
  expect(leftOut).toEqual([])
  expect(questionnaire).toMatchObject({ code: 'pets-1', title: { en: 'Pets' } })
  expect(pages.map(({ code, title }) => [code, title.en])).toEqual([
    ['page', 'Pets'],
    ['pet', 'Your pet'],
  ])
  expect(pages[0]).toMatchObject({
    lease: true,
    consents: [{ code: 'C0a', text: { en: expect.stringContaining('agree') } }],
    questions: [
      {
        code: 'Has_pet',
        name: 'has_pet',
        type: 'single',
        options: [
          { code: 1, label: { en: 'Yes' } },
          { code: 2, label: { en: 'No' } },
        ],
      },
    ],
  })
  expect(new Set(unfinished.map(({ values }) => values.message))).toEqual(new Set(['missing translation']))
  expect(unfinished.map(({ sheet, cell }) => `${sheet}!${cell}`)).toContain('survey!C2')
  expect(added.map(({ code }) => code)).toEqual([
    'choice_codes',
    'question_code',
    'question_code',
    'length',
    'consent',
    'lease',
  ])
})

test('a form in every language can be asked as it comes', () => {
  const own: readonly Language[] = ['en', 'zh-Hans', 'zh-Hant']
  const more = (cell: (language: Language) => string) =>
    languages.map((language) => (own.includes(language) ? '' : ` ${cell(language)} |`)).join('')
  const { questionnaire } = read({
    survey: `
      | type     | name | label::English (en) | label::简体中文 (zh-Hans) | label::Chinese Traditional (zh) | required |${more((language) => `label::${language}`)}
      | integer  | Age  | Your age            | 您的年龄                | 您的年齡                         | true()   |${more(() => 'Your age')}`,
    settings: `
      | form_title | form_id | honorarium::title::zh-CN | honorarium::title::zh_HK |${more((language) => `honorarium::title::${language}`)}
      | Age        | age     | 年龄                      | 年齡                      |${more(() => 'Age')}`,
  })
  // The page takes the form's title.
  expect(checkQuestionnaire(questionnaire)).toMatchObject({ ok: true })
})

describe('headers', () => {
  test.each([
    ['label', 'hint'],
    ['label:en', 'hint:en'],
    ['label::English', 'hint::English'],
    ['label::English (en)', 'hint::English (en)'],
    ['Label :: english', 'HINT'],
    ['caption', 'hint::eng'],
  ])('%s is the English label', (label, hint) => {
    const { pages } = read({ survey: `| TYPE | Name | ${label} | ${hint} |\n| text | a | Words | More |` })
    expect(pages[0].questions[0]).toMatchObject({ text: { en: 'Words' }, hint: { en: 'More' } })
  })

  test.each([
    ['label::Chinese (zh)', 'zh-Hans'],
    ['label::中文', 'zh-Hans'],
    ['label::Simplified Chinese', 'zh-Hans'],
    ['label::zh-TW', 'zh-Hant'],
    ['label::繁體中文', 'zh-Hant'],
    ['label::Cantonese (yue)', 'zh-Hant'],
  ])('%s is %s', (label, language) => {
    const { pages } = read({ survey: `| type | name | ${label} |\n| text | a | 字 |` })
    expect(pages[0].questions[0].text).toEqual({ [language]: '字' })
  })

  test('words that name no language are what they look like, or what the settings say', () => {
    const survey = '| type | name | label |\n| text | a | 您为什么这样说？ |'
    expect(read({ survey }).pages[0].questions[0].text).toEqual({ 'zh-Hans': '您为什么这样说？' })
    const settings = '| default_language |\n| 繁體中文 (zh-Hant) |'
    expect(read({ survey, settings }).pages[0].questions[0].text).toEqual({ 'zh-Hant': '您为什么这样说？' })
  })

  test('another language is left out beside ours, and taken with a word about it where there is no other', () => {
    const beside = read({
      survey: '| type | name | label::English | label::Esperanto (eo) |\n| text | a | Name | Nomo |',
    })
    expect(beside.pages[0].questions[0].text).toEqual({ en: 'Name' })
    expect(left(beside)).toEqual(['survey!D1 label::Esperanto (eo): language'])
    const alone = read({ survey: '| type | name | label::Esperanto (eo) |\n| text | a | Nomo |' })
    expect(alone.pages[0].questions[0].text).toEqual({ en: 'Nomo' })
    expect(alone.added).toContainEqual({ code: 'language', values: { language: 'Esperanto (eo)' } })
  })
})

describe('types', () => {
  const choices = `
    | list_name | name | label |
    | l         | a    | A     |
    | l         | b    | B     |`
  const asked = (type: string, more: Record<string, string> = {}) => {
    const headers = ['type', 'name', 'label', ...Object.keys(more)]
    const cells = [type, 'x', 'Words', ...Object.values(more)]
    const result = read({
      survey: `| ${headers.join(' | ')} |\n| ${cells.join(' | ')} |\n| text | y | More |`,
      // A list that no question uses is told.
      ...(/ l$|^select/.test(type) && { choices }),
    })
    return { question: result.pages[0].questions[0], told: left(result) }
  }

  test.each<[string, Record<string, string>, object, string[]]>([
    ['select_one l', {}, { type: 'single', optional: true }, []],
    ['select one l', { required: 'yes' }, { type: 'single' }, []],
    ['select_one l', { appearance: 'likert' }, { type: 'scale' }, []],
    ['select_multiple l', { constraint: 'count-selected(.) <= 2' }, { type: 'multi', max: 2 }, []],
    ['select all that apply from l', { parameters: 'randomize=true' }, { type: 'multi', shuffle: true }, []],
    ['rank l', {}, { type: 'rank', max: 2 }, []],
    ['integer', { constraint: '. >= 18 and . < 100' }, { type: 'number', min: 18, max: 99 }, []],
    ['int', { constraint: '. > 0' }, { type: 'number', min: 1, max: 1_000_000_000 }, []],
    ['decimal', { constraint: '. >= 0.5 and . <= 9.5' }, { type: 'number', min: 1, max: 9 }, ['survey!A2 x: decimal']],
    ['range', { parameters: 'start=1 end=5 step=1' }, { type: 'number', min: 1, max: 5 }, []],
    ['text', { constraint: 'string-length(.) <= 40' }, { type: 'text', maxLength: 40 }, []],
    ['date', { constraint: ". >= date('2026-01-01')" }, { type: 'date', min: '2026-01-01', max: '2100-12-31' }, []],
    ['date', { appearance: 'year' }, { type: 'year', min: 1900, max: 2100 }, []],
    ['dateTime', {}, { type: 'date' }, ['survey!A2 x: time']],
    ['time', {}, { type: 'text' }, ['survey!A2 x: time']],
    ['note', {}, { type: 'note', code: 'X' }, []],
    ['text', { constraint: "regex(., '[a-z]+')" }, { type: 'text' }, ["survey!D2 regex(., '[a-z]+'): constraint"]],
    ['text', { required: '${y} = 1' }, { optional: true }, ['survey!D2 ${y} = 1: required']],
    [
      'text',
      { default: 'abc', 'media::image': 'a.png' },
      { type: 'text' },
      ['survey!D1 default: default', 'survey!E1 media::image: media'],
    ],
    ['text', { constraint_message: 'No!' }, { type: 'text' }, ['survey!D1 constraint_message: message']],
    ['select_one l', { appearance: 'minimal' }, { type: 'single' }, ['survey!D2 minimal: appearance']],
    ['integer', { constraint: '. < 0' }, { min: -1_000_000_000, max: -1 }, []],
    ['text', { calculation: 'once(1)' }, { type: 'text' }, ['survey!D2 once(1): calculation']],
    ['text', { parameters: 'rows=5' }, { type: 'text' }, ['survey!D2 rows=5: parameter']],
    ['text', { constraint: 'string-length(.) >= 3' }, {}, ['survey!D2 string-length(.) >= 3: constraint']],
    ['text', { constraint: 'string-length(.) > 0' }, {}, []],
    ['range', { constraint: '. < 5' }, { min: 0, max: 10 }, ['survey!D2 . < 5: constraint']],
    [
      'select_one l',
      { appearance: 'likert', constraint: ". != 'b'", parameters: 'randomize=true' },
      { type: 'scale' },
      ["survey!E2 . != 'b': constraint", 'survey!F2 randomize=true: parameter'],
    ],
  ])('%s with %j', (type, more, expected, leftOut) => {
    const found = asked(type, more)
    expect(found.question).toMatchObject(expected)
    expect(found.told).toEqual(leftOut)
  })

  test('one of several excludes the others where the constraint says so', () => {
    const { question } = asked('select_multiple l', { constraint: "not(selected(., 'b') and count-selected(.) > 1)" })
    expect(question.options).toMatchObject([{ code: 1 }, { code: 2, exclusive: true }])
  })

  test('or_other offers another answer, typed, in every language', () => {
    const { question } = asked('select_one l or_other')
    expect(question.options[2]).toEqual({
      code: 3,
      detail: 'text',
      label: { ...otherLabel, en: 'Other', 'zh-Hans': '其他', 'zh-Hant': '其他' },
    })
  })

  test('or_other behind a list that has such a choice asks there for more', () => {
    const { pages } = read({
      survey: `
        | type                  | name | label | relevant         |
        | select_one o or_other | x    | Which |                  |
        | text                  | y    | Why   | \${x} = 'other' |`,
      choices: '| list_name | name | label |\n| o | a | A |\n| o | other | Something else |',
    })
    expect(pages[0].questions[0].options).toEqual([
      { code: 1, label: { en: 'A' } },
      { code: 2, label: { en: 'Something else' }, detail: 'text' },
    ])
    expect(pages[1].questions[0].when).toEqual({ q: 'X', in: [2] })
  })

  test('cells that the type of their row has no use for are told, and cells without a header', () => {
    const found = read({
      survey: `
        | type         | name | label     | hint     | required | appearance |         |
        | begin_group  | page | The page  | On pages |          |            |         |
        | begin_group  | part | The part  | On parts |          |            |         |
        | text         | a    | A         | Read     |          |            | To do   |
        | end_group    |      |           |          |          |            |         |
        | acknowledge  | c    | I agree   | Boxes    |          |            |         |
        | begin_group  | rate | How       | Read     |          | table-list |         |
        | select_one l | one  | One       | On rows  | yes      |            |         |
        | select_one l | two  | Two       |          |          |            |         |
        | end_group    |      |           |          |          |            |         |
        | end_group    |      |           |          |          |            |         |`,
      choices,
      settings: '| form_title | version |\n| A form | 7 |',
    })
    expect(left(found)).toEqual([
      'survey!D2 On pages: unused',
      'survey!C3 The part: group_title',
      'survey!D3 On parts: unused',
      'survey!E6 c: must_tick',
      'survey!D6 Boxes: unused',
      'survey!D8 On rows: unused',
      'survey!E8 yes: required',
      'survey!G4 To do: column',
      'settings!B1 version: setting',
    ])
  })

  test('words are plain: HTML, styles and Markdown of other programs are left out, and told once a text', () => {
    const found = read({
      survey: `
        | type         | name | label | hint |
        | text         | a    | <style>p { color: red }</style><p>Your <b>first</b> name&nbsp;&amp; surname</p><br>As 1 < 2 | Plain, 3 * 4 & more |
        | select_one l | b    | **Which** one? | |
        | text         | c    | Ends <b in the middle | |
        | text         | d    | In İzmir <B>or</B> <STYLE>x</Style>İ <i>there</i>? | |`,
      choices: '| list_name | name | label |\n| l | x | <span style="color:red">Red</span> |\n| l | y | Blue |',
    })
    const [a, b, c, d] = found.pages[0].questions
    expect(d?.text).toEqual({ en: 'In İzmir or İ there?' })
    expect([a?.text, a?.hint]).toEqual([{ en: 'Your first name & surname\nAs 1 < 2' }, { en: 'Plain, 3 * 4 & more' }])
    expect([b?.text, b?.options[0]?.label, c?.text]).toEqual([
      { en: 'Which one?' },
      { en: 'Red' },
      { en: 'Ends <b in the middle' },
    ])
    expect(left(found).map((line) => line.replace(/ .*:/, ':'))).toEqual([
      'survey!C2: markup',
      'survey!C3: markup',
      'choices!C2: markup',
      'survey!C5: markup',
    ])
  })

  test.each([
    ['Is ${indexed-repeat(${me}, ${r}, 1)} there?', 'Is … there?'],
    ['{ a: 1 } and ${me}', '… and {Me}'],
    ['Hello {winter}', 'Hello {winter}'],
  ])('in “%s” what is no answer is left out', (label, expected) => {
    const { pages } = read({
      survey: `| type | name | label |\n| text | me | Me |\n| note | n | ${label} |\n| text | z | Z |`,
    })
    const notes = pages.flatMap(({ questions }) => questions).filter(({ type }) => type === 'note')
    expect(notes[0]?.text).toEqual({ en: expected })
  })

  test.each([
    ['sensor_statistic pct_quiet', 'device'],
    ['text audit', 'device'],
    ['geopoint', 'place_on_map'],
    ['image', 'media'],
    ['audio', 'media'],
    ['barcode', 'media'],
    ['calculate', 'calculation'],
    ['hidden', 'not_asked'],
    ['start', 'device'],
    ['select_one_from_file towns.csv', 'external'],
    ['begin repeat', 'repeat'],
  ])('%s is left out, and told', (type, why) => {
    const end = type.startsWith('begin') ? '| text | z | More |\n| end repeat | | |' : ''
    const found = read({ survey: `| type | name | label |\n| text | y | Words |\n| ${type} | x | Words |\n${end}` })
    expect(found.leftOut).toMatchObject([{ sheet: 'survey', cell: 'A3', why }])
  })

  test('a group that is shown as a table of the same choices is one matrix', () => {
    const { pages } = read({
      survey: `
        | type         | name  | label            | appearance | required |
        | begin_group  | rate  | How do you find… | table-list |          |
        | select_one l | food  | The food         |            | yes      |
        | select_one l | place | The place        |            | yes      |
        | end_group    |       |                  |            |          |`,
      choices,
    })
    expect(pages[0].questions).toMatchObject([
      {
        code: 'Rate',
        type: 'matrix',
        rows: [
          { code: 1, label: { en: 'The food' }, name: 'food' },
          { code: 2, name: 'place' },
        ],
        scale: [{ code: 1 }, { code: 2 }],
      },
    ])
    expect(pages[0].questions[0].optional).toBeUndefined()
  })

  test('choices whose names are numbers keep them as codes; words get free ones, each time the same', () => {
    const tables = {
      survey: '| type | name | label |\n| select_one m | x | Words |',
      choices:
        '| list name | name | label |\n| m | none | None |\n| m | 1 | One |\n| m | 99 | Other |\n| m | all | All |',
    }
    const { pages, added } = read(tables)
    expect(pages[0].questions[0].options.map(({ code }) => code)).toEqual([2, 1, 99, 3])
    expect(added).toContainEqual({ code: 'choice_codes', values: { list: 'm', codes: 'none = 2, all = 3' } })
    expect(read(tables).pages).toEqual(pages)
  })

  test('a list that several questions use is one label set', () => {
    const { questionnaire, pages } = read({
      survey: '| type | name | label |\n| select_one l | x | Words |\n| select_one l | y | Words |',
      choices,
    })
    expect(pages[0].questions.map(({ options }) => options)).toEqual([{ set: 'l' }, { set: 'l' }])
    expect(questionnaire).toMatchObject({ sets: { l: [{ code: 1 }, { code: 2 }] } })
  })

  test('names become codes that are at most 16 characters and stand once, and are kept beside them', () => {
    const { pages } = read({
      survey: `
        | type | name                   | label |
        | text | how_satisfied_are_you  | Words |
        | text | how_satisfied_are_they | Words |
        | text | _2nd                   | Words |
        | text | 年龄                    | Words |
        | text | Q04                    | Words |`,
    })
    expect(pages[0].questions.map(({ code, name }) => [code, name])).toEqual([
      ['How_satisfied_ar', 'how_satisfied_are_you'],
      ['How_satisfied__2', 'how_satisfied_are_they'],
      ['Q2nd', 'q2nd'],
      ['Q', 'q'],
      ['Q04', 'q04'],
    ])
  })
})

describe('pages and conditions', () => {
  test('groups are pages, groups within them are taken apart, and no page looks at itself', () => {
    const { pages, added } = read({
      survey: `
        | type          | name  | label    | relevant                  |
        | begin group   | home  | Home     |                           |
        | select_one yn | pet   | A pet?   |                           |
        | begin group   | about | The pet  | \${pet} = 'yes'           |
        | text          | kind  | Which?   |                           |
        | integer       | age   | How old? | \${kind} != ''            |
        | end group     |       |          |                           |
        | end group     |       |          |                           |
        | text          | last  | Anything | not(selected(\${pet}, 'no')) |`,
      choices: yesNo,
    })
    expect(pages.map(({ code, questions }) => [code, questions.map(({ code: it }) => it)])).toEqual([
      ['home', ['Pet']],
      ['home-2', ['Kind']],
      ['home-3', ['Age']],
      ['page', ['Last']],
    ])
    const isPet = { q: 'Pet', in: [1] }
    expect(pages[1].questions[0].when).toEqual(isPet)
    expect(pages[2].questions[0].when).toEqual({ all: [isPet, { q: 'Kind', answered: true }] })
    expect(pages[3].questions[0].when).toEqual({ not: { q: 'Pet', in: [2] } })
    expect(added.filter(({ code }) => code === 'page').map(({ values }) => values.name)).toEqual(['kind', 'age'])
  })

  test('a group’s condition is that of its page', () => {
    const { pages } = read({
      survey: `
        | type          | name | label | relevant        |
        | select_one yn | a    | A     |                 |
        | begin group   | g    | G     | \${a} = 'yes'   |
        | text          | b    | B     |                 |
        | end group     |      |       |                 |`,
      choices: yesNo,
    })
    expect(pages[1]).toMatchObject({ code: 'g', when: { q: 'A', in: [1] } })
    expect(pages[1].questions[0].when).toBeUndefined()
  })

  test('what cannot be said, or looks ahead, is left out and asked of everybody', () => {
    const found = read({
      survey: `
        | type      | name | label | relevant               |
        | calculate | c    |       |                        |
        | text      | a    | A     | \${c} > 3              |
        | text      | b    | B     | \${z} = 'x'            |
        | text      | d    | D     | \${e} != ''            |
        | text      | e    | E     | \${a} = \${b}          |
        | text      | f    | F     | once(1 + 2) = 3        |`,
    })
    expect(found.pages[0].questions.every(({ when }) => when === undefined)).toBe(true)
    expect(left(found)).toEqual([
      'survey!A2 calculate c: calculation',
      'survey!D3 ${c} > 3: condition',
      "survey!D4 ${z} = 'x': condition",
      "survey!D5 ${e} != '': later",
      'survey!D6 ${a} = ${b}: condition',
      'survey!D7 once(1 + 2) = 3: condition',
    ])
  })

  test('a choice filter is the condition of each choice, and begins a page of its own', () => {
    const { pages, leftOut } = read({
      survey: `
        | type            | name   | label  | choice_filter     |
        | select_one land | land   | Land   |                   |
        | select_one town | town   | Town   | land = \${land}   |`,
      choices: `
        | list_name | name | label | land |
        | land      | hk   | HK    |      |
        | land      | mo   | MO    |      |
        | town      | st   | ST    | hk   |
        | town      | tp   | TP    | mo   |`,
    })
    expect(leftOut).toEqual([])
    expect(pages.map(({ questions }) => questions.length)).toEqual([1, 1])
    expect(pages[1].questions[0].options).toMatchObject([
      { when: { q: 'Land', in: [1] } },
      { when: { q: 'Land', in: [2] } },
    ])
  })

  test('an answer in a text is told there, and one that is not known then is not', () => {
    const found = read({
      survey: `
        | type      | name | label                 |
        | text      | me   | Your name             |
        | calculate | c    |                       |
        | note      | n    | Hello \${me}, \${c}!  |
        | text      | z    | Anything else?        |`,
    })
    expect(found.pages[1].questions[0].text).toEqual({ en: 'Hello {Me}, …!' })
    expect(left(found)).toEqual(['survey!A3 calculate c: calculation', 'survey!C4 ${c}: reference'])
  })

  test('what is only read joins the page behind it, or the one before', () => {
    const { pages } = read({
      survey: `
        | type        | name    | label   |
        | begin group | welcome | Welcome |
        | note        | hello   | Hello   |
        | end group   |         |         |
        | begin group | body    | Body    |
        | text        | a       | A       |
        | end group   |         |         |
        | begin group | end     | End     |
        | note        | bye     | Thanks  |
        | end group   |         |         |`,
    })
    expect(pages.map(({ code, questions }) => [code, questions.map(({ code: it }) => it)])).toEqual([
      ['body', ['Hello', 'A', 'Bye']],
    ])
  })

  test('a box to be ticked is a consent of its page, and then no other is put in', () => {
    const { pages, added } = read({
      survey: '| type | name | label | required |\n| acknowledge | ok | I agree | yes |\n| text | a | A | |',
    })
    expect(pages[0].consents).toEqual([{ code: 'Ok', text: { en: 'I agree' } }])
    expect(added.map(({ code }) => code)).not.toContain('consent')
  })

  test('our own columns may be used in any form: an end, a reward, a place', () => {
    const { pages, questionnaire } = read({
      survey: `
        | type          | name | label | honorarium::screened_out | honorarium::when |
        | begin group   | g    | G     | \${a} = 'no'             |                  |
        | select_one yn | a    | A     |                          |                  |
        | end group     |      |       |                          |                  |
        | text          | b    | B     |                          | {"q":"A","in":[1]} |`,
      choices: yesNo,
      settings: '| honorarium::place |\n| a |',
    })
    expect(pages[0]).toMatchObject({ lease: true, ends: [{ when: { q: 'A', in: [2] }, as: 'screened_out' }] })
    expect(pages[1].questions[0].when).toEqual({ q: 'A', in: [1] })
    expect(questionnaire).toMatchObject({ place: 'A' })
  })
})

test('a group in which nothing is asked is told with its condition, and so is a list that no question uses', () => {
  const { leftOut, pages } = read({
    survey: `
      | type          | name  | label             | relevant      |
      | select_one yn | home  | Are you at home?  |               |
      | begin_group   | map   | Where you are     | \${home} = 1  |
      | begin_group   | inner | The place         |               |
      | geopoint      | spot  | Stand at the door |               |
      | end_group     |       |                   |               |
      | end_group     |       |                   |               |
      | begin_group   | more  | More              |               |
      | text          | why   | Why?              |               |
      | end_group     |       |                   |               |`,
    choices: `${yesNo}
      | roof      | tin  | Tin    |
      | roof      | tile | Tiles  |`,
  })
  expect(pages.map(({ questions }) => questions.map(({ name }) => name))).toEqual([['home'], ['why']])
  expect(leftOut.map(({ sheet, cell, what, why }) => `${sheet}!${cell} ${what}: ${why}`)).toEqual([
    'survey!A5 geopoint spot: place_on_map',
    'survey!A4 The place: group_empty',
    'survey!A3 Where you are: group_empty',
    'choices!A4 roof: list_unused',
  ])
})

describe('tables as they are made of questions one below the other', () => {
  const rows = `
        | select_one yn | head   | How well do you know them? | label        | Think of today |
        | select_one yn | python | Python                     | list-nolabel |                |
        | select_one yn | rust   | Rust                       | list-nolabel |                |`
  const head = '| type | name | label | appearance | hint |'

  test('the words of the head stand below the title of the table, and its hint is told', () => {
    const found = read({
      survey: `
        ${head}
        | begin_group   | skills | Languages                  | field-list   |                |${rows}
        | end_group     |        |                            |              |                |`,
      choices: yesNo,
    })
    expect(found.pages[0].questions).toMatchObject([
      { type: 'matrix', text: { en: 'Languages' }, hint: { en: 'How well do you know them?' } },
    ])
    expect(left(found)).toEqual(['survey!E3 Think of today: unused'])
  })

  test('where something else stands among them, the head is read and not answered', () => {
    const found = read({
      survey: `
        ${head}
        | begin_group   | skills | Languages                  | field-list   |                |${rows}
        | text          | other  | Any other                  |              |                |
        | end_group     |        |                            |              |                |`,
      choices: yesNo,
    })
    const [note, ...others] = found.pages[0].questions
    expect(note).toMatchObject({ type: 'note', text: { en: 'How well do you know them?' } })
    expect(others.map(({ type }) => type)).toEqual(['single', 'single', 'text'])
    expect(left(found)).toEqual([])
  })
})

test('the title of a group that only has something to read is told, for it has no page', () => {
  const found = read({
    survey: `
      | type        | name  | label        |
      | begin_group | start | Welcome      |
      | note        | hello | Good morning |
      | end_group   |       |              |
      | text        | q     | Your name    |`,
  })
  expect(found.pages[0].questions.map(({ type }) => type)).toEqual(['note', 'text'])
  expect(left(found)).toEqual(['survey!C2 Welcome: group_title'])
})

test('what is switched off is not asked, and what looks at it is told', () => {
  const found = read({
    survey: `
      | type        | name | label | disabled | relevant   |
      | text        | a    | One   | no       |            |
      | integer     | b    | Two   | Yes      |            |
      | text        | c    | Three |          | \${b} > 1 |
      | begin_group | g    | Part  | yes      |            |
      | text        | d    | Four  |          |            |
      | end_group   |      |       | yes      |            |`,
  })
  expect(found.pages.flatMap(({ questions }) => questions.map(({ code }) => code))).toEqual(['A', 'C', 'D'])
  expect(left(found)).toEqual([
    'survey!A3 integer b: not_asked',
    'survey!A5 begin_group g: not_asked',
    expect.stringMatching(/^survey!E4 .*: (condition|calculation|not_asked)$/),
  ])
})
