/** A file that is uploaded into a set-up: a form or JSON, read and told in words. */
import { expect, test } from 'vitest'
import { setupMessages } from '../../../messages/generated/studies/setup.ts'
import { event } from '../../../schema/templates/event.ts'
import { Upload } from '../../../src/journey/setup/pages/upload.tsx'
import { readUploadedQuestionnaire } from '../../../src/journey/setup/upload.ts'
import { workbookFile } from '../../../src/platform/files/workbook.ts'
import { inPlace } from '../../../src/platform/offload/job.ts'
import { writeXlsform } from '../../../src/survey/questionnaire/xlsform/xlsform.ts'

const here = { offload: inPlace }
const file = (bytes: Uint8Array | string) => new File([bytes as BlobPart], 'form.xlsx')

test('a form of ours and its JSON are the same questionnaire, and nothing is told of them', async () => {
  const all = ['en', 'zh-Hans', 'zh-Hant'] as const
  const asked = { questionnaire: event, told: [] }
  expect(await readUploadedQuestionnaire(here, file(await writeXlsform(event)), all, 'en')).toEqual(asked)
  expect(await readUploadedQuestionnaire(here, file(JSON.stringify(event)), all, 'en')).toEqual(asked)
})

test('a form in one language can be asked in it; what was left out and put in is told in words', async () => {
  const survey = [
    ['type', 'name', 'label', 'required'],
    ['integer', 'Age', 'Your age', 'yes'],
    ['geopoint', 'here', 'Where?', null],
  ]
  const bytes = await workbookFile([{ name: 'survey', rows: survey }])
  const english = await readUploadedQuestionnaire(here, file(bytes), ['en'], 'en')
  expect('told' in english && english.told).toEqual([
    'survey!A3: geopoint here (no places on a map are asked for)',
    expect.stringContaining('called “form”'),
    'Numbers without limits got wide ones: Age.',
    expect.stringContaining('the usual one stands on the page'),
    'The reward is held when the page “page” is left.',
  ])
  const chinese = await readUploadedQuestionnaire(here, file(bytes), ['en', 'zh-Hans'], 'zh-Hans')
  // In two it can still be made, and says what keeps it from opening.
  expect('told' in chinese && chinese.told.at(-1)).toMatch(/^还有\d处文字尚未翻译/)
})

/** A questionnaire with a condition that is turned round so often. */
const nested = (times: number) =>
  JSON.stringify({ ...event, pages: event.pages.map((page) => ({ ...page, when: 'here' })) }).replace(
    '"here"',
    `${'{"not":'.repeat(times)}{"question":"Q1","is":[1]}${'}'.repeat(times)}`,
  )

test.each<[string, Uint8Array | string, string]>([
  ['a workbook of Excel 97', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), '.xlsx'],
  ['no JSON', '{', 'not JSON'],
  ['a table in text, with its byte order mark', '\uFEFFtype,name,label\ntext,q,Name', 'Save it as .xlsx'],
  ['a page', '<html></html>', 'Save it as .xlsx'],
  ['JSON that is nested without end', nested(3000), 'brackets within one another'],
])('%s is refused with a way on', async (_, bytes, expected) => {
  const read = await readUploadedQuestionnaire(here, file(bytes), ['en'], 'en')
  expect('lines' in read && read.lines).toEqual([expect.stringContaining(expected)])
})

test('what is wrong with JSON is said in the language of the page', async () => {
  const wrong = JSON.stringify({ ...event, place: 'Q99' })
  const read = await readUploadedQuestionnaire(here, file(`\uFEFF${wrong}`), ['en'], 'zh-Hant')
  expect('lines' in read && read.lines).toEqual([
    expect.stringMatching(/^place: .*[一-龥].*Q99|^place: .*Q99.*[一-龥]/),
  ])
})

test.each([
  ['{"title": {"en": "x"}', /line 1, column \d+$/, /^这不是JSON.*第1行第\d+列$/],
  ['[1,2,3]', /another kind/, /^此处[一-龥]+$/],
])('a file that is no questionnaire is refused without the program’s own words: %s', async (text, en, chinese) => {
  for (const [language, expected] of [
    ['en', en],
    ['zh-Hans', chinese],
  ] as const) {
    const read = await readUploadedQuestionnaire(here, file(text), ['en'], language)
    expect('lines' in read && read.lines).toEqual([expect.stringMatching(expected)])
  }
})

test('without scripts people are told that a chosen file is sent by a button of its own', () => {
  const page = String(Upload({ id: 'study_1', words: setupMessages('en'), mark: '1' }))
  expect(page).toMatch(/<noscript>.*Press Upload to send it.*<\/noscript>/s)
})
