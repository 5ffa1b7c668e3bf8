import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { wordsFor } from '../../../src/platform/i18n/words/index.ts'

/** Written alike in any language. */
const alike = new Set(['channels.alipay_hk', 'channels.mpay'])

/** Pairs that tell the two scripts apart; any text of some length has one of them. */
const simplified =
  '们这个来时对会过还没说给题选择请单双边远进开关页码领问卷备设续编号报酬发钱现间类约钟录连网络环绑处显项数满际预应从两种让'
const traditional =
  '們這個來時對會過還沒說給題選擇請單雙邊遠進開關頁碼領問卷備設續編號報酬發錢現間類約鐘錄連網絡環綁處顯項數滿際預應從兩種讓'
const onlySimplified = [...simplified].filter((letter, i) => letter !== [...traditional][i])
const onlyTraditional = [...traditional].filter((letter, i) => letter !== [...simplified][i])

/** Every text by its path; a function's text is what it says of 3 and 7, or of a name, or of nothing known. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const calls: unknown[][] = path.includes('faults.') ? [[{ min: 3, max: 7 }], [{}]] : argumentsOf(path, value.length)
    return calls.map((given, i): [string, string] => [`${path}(${i})`, value(...given)])
  }
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
}

function argumentsOf(path: string, count: number): unknown[][] {
  if (path.endsWith('progress'))
    return [
      [3, 7],
      [7, 7],
    ]
  if (path.endsWith('chooseBetween'))
    return [
      [3, 7],
      [3, null],
    ]
  if (path.endsWith('choice')) return [[1], [3], [4]]
  if (/runBy|specifyIf|forPlaces|forOthers|longKnown/.test(path)) return [['X']]
  if (/^life\.(expected|endsSoon|atLeast)|receive\.(until|opensOn|event)$/.test(path)) return [['X']]
  if (/^life\.(closure|slow)$/.test(path)) return [['X', 'Y']]
  return count === 2 ? [[3, 7]] : [[3], [1]]
}

const texts = Object.fromEntries(
  languages.map((language) => [language, new Map(leaves(wordsFor(language)))]),
) as unknown as Record<Language, Map<string, string>>

describe('words', () => {
  test('every text exists in every language', () => {
    const paths = [...texts.en.keys()]
    expect(paths.length).toBeGreaterThan(150)
    for (const language of languages) {
      expect([...texts[language].keys()], language).toEqual(paths)
      const empty = [...texts[language]].filter(([path, text]) => text.trim() === '' && path !== 'space')
      expect(empty, language).toEqual([])
      expect([...texts[language]].filter(([, text]) => /undefined|NaN|null|\[object/.test(text))).toEqual([])
    }
  })

  test('English and Chinese never share a text', () => {
    const copied = [...texts.en].filter(
      ([path, text]) =>
        !alike.has(path) && (texts['zh-Hans'].get(path) === text || texts['zh-Hant'].get(path) === text),
    )
    expect(copied).toEqual([])
  })

  test('every Chinese text is Chinese, and English has none outside the names of wallets', () => {
    const chinese = /\p{Script=Han}/u
    const allowed = /^(listSeparator|space|channels|page\.choice|page\.noChoice)/
    for (const language of ['zh-Hans', 'zh-Hant'] as const) {
      const foreign = [...texts[language]].filter(([path, text]) => !chinese.test(text) && !allowed.test(path))
      expect(foreign, language).toEqual([])
    }
    expect([...texts.en].filter(([path, text]) => chinese.test(text) && !path.startsWith('channels'))).toEqual([])
  })

  test('Simplified and Traditional are not mixed', () => {
    const mixed = (language: Language, letters: string[]) =>
      [...texts[language]].filter(
        ([path, text]) => !path.startsWith('channels') && letters.some((letter) => text.includes(letter)),
      )
    expect(onlySimplified.length).toBeGreaterThan(40)
    expect(mixed('zh-Hans', onlyTraditional)).toEqual([])
    expect(mixed('zh-Hant', onlySimplified)).toEqual([])
  })

  test('a message of limits names them', () => {
    for (const language of languages) {
      const { faults } = wordsFor(language).page
      expect(faults.too_few({ min: 2 })).toContain('2')
      expect(faults.too_many({ max: 5 })).toContain('5')
      expect(faults.too_long({ max: 300 })).toContain('300')
      expect(faults.out_of_range({ min: 2010, max: 2030 })).toMatch(/2010.*2030/)
    }
  })
})
