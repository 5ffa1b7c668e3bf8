/** What holds of the words of each language, in the whole catalogue. */
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../schema/questionnaire.ts'
import { leavesOf } from '../../scripts/compile-messages.ts'
import { readCatalogue } from '../../scripts/messages.ts'
import { messageOf } from '../../src/survey/questionnaire/page/draw.ts'

/** Names of wallets, firms, this service and kinds of files, which are written alike in any language. */
const alike =
  /^(studies\/frame\.brand$|studies\/versions\.files\.(xlsx|json)$|insights\/files\.facts\.hash$|(insights\/files\.formats|common\.channels|payouts\.providers|payouts\.file|reports\.files|statements\.formats)\.)/

/** Pairs that tell the two scripts apart; any text of some length has one of them. */
const simplified =
  '们这个来时对会过还没说给题选择请单双边远进开关页码领问卷备设续编号报酬发钱现间类约钟录连网络环绑处显项数满际预应从两种让'
const traditional =
  '們這個來時對會過還沒說給題選擇請單雙邊遠進開關頁碼領問卷備設續編號報酬發錢現間類約鐘錄連網絡環綁處顯項數滿際預應從兩種讓'
const onlySimplified = [...simplified].filter((letter, i) => letter !== [...traditional][i])
const onlyTraditional = [...traditional].filter((letter, i) => letter !== [...simplified][i])

/** Every text of the catalogue by language, its area before its path. */
const texts = Object.fromEntries(
  languages.map((language) => [
    language,
    new Map(
      [...readCatalogue()].flatMap(([area, byLanguage]) =>
        leavesOf(byLanguage[language] ?? {}).map(([path, text]): [string, string] => [`${area}.${path}`, text]),
      ),
    ),
  ]),
) as Record<Language, Map<string, string>>

/** The text without what is put in, and without the machinery of plurals and choices. */
const plain = (text: string) =>
  text.replace(/\{\w+\}/g, '').replace(/\{\w+, (plural|select),|=\d+ |\b(one|other|\w+) (?=\{)|[{}#]/g, '')

describe('words', () => {
  test('every text exists in every language', () => {
    const paths = [...texts.en.keys()].sort()
    expect(paths.length).toBeGreaterThan(1000)
    for (const language of languages) {
      expect([...texts[language].keys()].sort(), language).toEqual(paths)
      const empty = [...texts[language]].filter(([, text]) => text.trim() === '')
      expect(empty, language).toEqual([])
      expect([...texts[language]].filter(([, text]) => /undefined|NaN|null|\[object/.test(text))).toEqual([])
    }
  })

  test('English and Chinese never share a text', () => {
    const copied = [...texts.en].filter(
      ([path, text]) =>
        !alike.test(path) && (texts['zh-Hans'].get(path) === text || texts['zh-Hant'].get(path) === text),
    )
    expect(copied).toEqual([])
  })

  test('every Chinese text is Chinese, and English has none outside the names of wallets', () => {
    const chinese = /\p{Script=Han}/u
    for (const language of ['zh-Hans', 'zh-Hant'] as const) {
      const foreign = [...texts[language]].filter(
        ([path, text]) => /\p{L}/u.test(plain(text)) && !chinese.test(text) && !alike.test(path),
      )
      expect(foreign, language).toEqual([])
    }
    expect([...texts.en].filter(([path, text]) => chinese.test(text) && !path.startsWith('common.channels'))).toEqual(
      [],
    )
  })

  test('Simplified and Traditional are not mixed', () => {
    const mixed = (language: Language, letters: string[]) =>
      [...texts[language]].filter(
        ([path, text]) => !path.startsWith('common.channels') && letters.some((letter) => text.includes(letter)),
      )
    expect(onlySimplified.length).toBeGreaterThan(40)
    expect(mixed('zh-Hans', onlyTraditional)).toEqual([])
    expect(mixed('zh-Hant', onlySimplified)).toEqual([])
  })

  // By docs/glossary.md: a response is 答卷, an answer in it 答案, whoever gives them 参与者. Participants read of 您的回答.
  const students = /^(trust|survey|accounts|voucher|common|landing|problems|claim)\./
  test.each([
    ['a response by another word', /[份条條题題]\}*回答(?!卷)|回答[数數]|最早的回答/u, students],
    ['who answers by another word', /受访者|受訪者|填答者|其他作答者/u, null],
    ['a decision by another word', /驳回|駁回|否決|认可|認可|暂扣|暫扣/u, null],
    ['the audit trail by another word', /审计日志|審計日誌|[入进]操作(日志|紀錄)/u, null],
    ['a study as something else', /[项項次]调查|[項次]調查/u, null],
  ])('no Chinese page names %s', (_, word, apart) => {
    const found = (['zh-Hans', 'zh-Hant'] as const).flatMap((language) =>
      [...texts[language]].filter(([path, text]) => word.test(text) && !apart?.test(path)),
    )
    expect(found).toEqual([])
  })

  test('in English files are uploaded, and what comes back is restored: nobody brought it', () => {
    expect([...texts.en].filter(([, text]) => /\bbrought\b|\bbring (a|an|the|your) /i.test(text))).toEqual([])
  })

  test('a message of limits names them', () => {
    for (const language of languages) {
      const wordsFor = (code: 'too_few' | 'too_many' | 'too_long' | 'out_of_range', limits: Record<string, number>) =>
        messageOf(language, { field: 'Q01', code, limits })
      expect(wordsFor('too_few', { min: 2 })).toContain('2')
      expect(wordsFor('too_many', { max: 5 })).toContain('5')
      expect(wordsFor('too_long', { max: 300 })).toContain('300')
      expect(wordsFor('out_of_range', { min: 2010, max: 2030 })).toMatch(/2010.*2030/)
      expect(wordsFor('out_of_range', {})).not.toMatch(/undefined|\d/)
      expect(wordsFor('too_long', {})).not.toMatch(/undefined|\d/)
    }
  })
})
