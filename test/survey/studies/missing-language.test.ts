import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import { textSchema } from '../../../schema/shapes/text.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { templates } from '../../../schema/templates/index.ts'
import { versionOf } from '../../../src/platform/crypto/version.ts'
import { readStored } from '../../../src/survey/questionnaire/stored.ts'

describe('a text that lacks a language', () => {
  test('says there what it says in its base language', () => {
    expect(textSchema.parse({ en: 'A' })).toEqual(Object.fromEntries(languages.map((language) => [language, 'A'])))
    expect(textSchema.parse({ 'zh-Hant': '丙', 'zh-Hans': '乙' })).toMatchObject({
      en: '乙',
      'zh-Hans': '乙',
      'zh-Hant': '丙',
    })
  })

  test.each([{}, { en: '' }, { en: 'A', zxx: 'B' }, { en: 1 }])(
    'is refused when it says nothing, or in a language that is not known: %j',
    (text) => {
      expect(textSchema.safeParse(text).success).toBe(false)
    },
  )
})

test('a stored questionnaire that lacks a language stays valid, shows its base language and keeps its version', () => {
  const stored = JSON.stringify(studyAbroad, (_, value) => {
    if (value === null || typeof value !== 'object' || !('zh-Hant' in value)) return value
    const { 'zh-Hant': _without, ...others } = value
    return others
  })
  const document = JSON.parse(stored)
  const version = versionOf(document)
  const read = questionnaireSchema.parse(document)
  expect(read.title['zh-Hant']).toBe(studyAbroad.title.en)
  expect(read.title['zh-Hans']).toBe(studyAbroad.title['zh-Hans'])
  expect(JSON.stringify(document)).toBe(stored)
  expect(versionOf(document)).toBe(version)
})

describe('what is stored is read without its schema, and to the same', () => {
  /** With only these languages of each text. */
  const only = (questionnaire: unknown, those: readonly string[]) =>
    JSON.stringify(questionnaire, (_, value) => {
      if (value === null || typeof value !== 'object' || !('zh-Hant' in value)) return value
      return Object.fromEntries(Object.entries(value).filter(([language]) => those.includes(language)))
    })
  test.each(templates)('$id', ({ questionnaire }) => {
    for (const those of [languages, ['en', 'zh-Hans'], ['zh-Hans', 'zh-Hant'], ['zh-Hant']]) {
      const document = only(questionnaire, those)
      expect(readStored(document)).toEqual(questionnaireSchema.parse(JSON.parse(document)))
    }
  })
})

test('a questionnaire in every language is read as it is stored', () => {
  expect(questionnaireSchema.parse(studyAbroad)).toEqual(studyAbroad)
})

test('a stored text has its languages in the one order, and what is no text stays as it is', () => {
  const stored =
    '{"title":{"zh-Hant":"丙","en":"A","zh-Hans":"乙"},"sets":{},"en":"A","pages":[null,{"en":1},{"en":"A","code":"B"}]}'
  const translations: Partial<Record<Language, string>> = { 'zh-Hans': '乙', 'zh-Hant': '丙' }
  const title = JSON.stringify(
    Object.fromEntries(languages.map((language) => [language, translations[language] ?? 'A'])),
  )
  expect(JSON.stringify(readStored(stored))).toBe(stored.replace(/\{"zh-Hant.*?\}/, title))
})
