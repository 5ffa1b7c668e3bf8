import { describe, expect, it } from 'vitest'
import { languages } from '../../../schema/questionnaire.ts'
import { nearestLanguage, wishesOf } from '../../../src/platform/i18n/language.ts'

const languageOfHeader = (header: string | undefined) => nearestLanguage(wishesOf(header), languages)

describe('the first guess of a language', () => {
  it.each([
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-Hant-HK,zh;q=0.9', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['yue-Hans-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['en', 'en'],
    ['en-GB;q=0.8', 'en'],
    ['en-GB;q=0.8, zh-HK;q=0.9', 'zh-Hant'],
    ['en;q=0.1, zh-CN;q=0', 'en'],
    ['zxx', 'en'],
    ['zxx-CH, zxx;q=0.9, zh-TW;q=0.5', 'zh-Hant'],
    ['ZH-hk', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['*', 'en'],
    ['', 'en'],
    [',;q=,;;', 'en'],
    ['zh-HK;q=oops', 'zh-Hant'],
    [undefined, 'en'],
  ])('follows Accept-Language %j to %s', (header, language) => {
    expect(languageOfHeader(header)).toBe(language)
  })

  it('takes the first of several that are wanted alike', () => {
    expect(languageOfHeader('zxx, zh-CN, zh-HK, en')).toBe('zh-Hans')
    expect(languageOfHeader('zh-HK, zh-CN, en')).toBe('zh-Hant')
  })
})

describe('the language of a study that is not offered in all', () => {
  it.each([
    ['as it is wished for', ['zh-Hans', 'en'], ['en', 'zh-Hans'], 'zh-Hans'],
    ['the other script of a wish', ['zh-Hans', 'en'], ['en', 'zh-Hant'], 'zh-Hant'],
    ['a later wish', ['en', 'zh-Hans'], ['zh-Hans'], 'zh-Hans'],
    ['English where no wish is there', [], ['zh-Hant', 'en'], 'en'],
    ['what there is', ['en'], ['zh-Hans', 'zh-Hant'], 'zh-Hans'],
  ] as const)('is %s', (_what, wishes, spoken, language) => {
    expect(nearestLanguage(wishes, spoken)).toBe(language)
  })
})
