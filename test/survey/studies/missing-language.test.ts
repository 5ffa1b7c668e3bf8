import { describe, expect, test } from 'vitest'
import { questionnaireSchema, textSchema } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { versionOf } from '../../../src/platform/crypto/version.ts'

describe('a text that lacks a language', () => {
  test('says there what it says in its base language', () => {
    expect(textSchema.parse({ en: 'A' })).toEqual({ en: 'A', 'zh-Hans': 'A', 'zh-Hant': 'A' })
    expect(textSchema.parse({ 'zh-Hant': '丙', 'zh-Hans': '乙' })).toEqual({
      en: '乙',
      'zh-Hans': '乙',
      'zh-Hant': '丙',
    })
  })

  test.each([{}, { en: '' }, { en: 'A', fr: 'B' }, { en: 1 }])(
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

test('a questionnaire in every language is read as it is stored', () => {
  expect(questionnaireSchema.parse(studyAbroad)).toEqual(studyAbroad)
})
