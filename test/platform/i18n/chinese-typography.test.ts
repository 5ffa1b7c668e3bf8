import { describe, expect, test } from 'vitest'
import type { Text } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { placedTexts } from '../../../src/survey/questionnaire/checks/places.ts'
import { typographyFaults } from '../../support/chinese-typography.ts'

describe('the rules', () => {
  test.each([
    ['账户：已开通（两个）', []],
    ['共3项，代码 -1 除外，见 https://example.org。', []],
    ['共 3项', ['a space beside a letter or a number, which the style sheet leaves: 共 3']],
    ['导出CSV 文件', ['a space beside a letter or a number, which the style sheet leaves: V 文']],
    ['还剩2天——请尽快领取', ['a dash between phrases: 天——请']],
    ['账户: 已开通', ['half-width mark beside Chinese: 户:']],
    ['好, 谢谢', ['half-width mark beside Chinese: 好,']],
    ['完成.', ['half-width mark beside Chinese: 成.']],
    ['账户(两个)', ['half-width bracket beside Chinese: 户(']],
    ['已付款 — 请查收', ['a lone dash: —']],
    ['已付款 - 请查收', ['a lone dash:  - ']],
    ['完成， 谢谢', ['space beside a full-width mark: ， ']],
    ['点击"领取"', ['a straight quotation mark: 击"']],
    ['你的奖励', ['你 for 您: 你']],
    ['帐户', ['帐 for 账: 帐']],
    ['「领取」', ['Traditional quotation marks: 「']],
  ])('on Simplified %s: %j', (text, faults) => {
    expect(typographyFaults(text, 'zh-Hans')).toEqual(faults)
  })

  test.each([
    ['銀行轉賬至您的賬戶', []],
    ['銀行轉帳', ['轉帳, 帳戶 for 轉賬, 賬戶: 帳']],
    ['按“領取”', ['Simplified quotation marks: “']],
  ])('on Traditional %s: %j', (text, faults) => {
    expect(typographyFaults(text, 'zh-Hant')).toEqual(faults)
  })
})

const faultsOf = (text: Partial<Text>) =>
  (['zh-Hans', 'zh-Hant'] as const).flatMap((language) =>
    typographyFaults(text[language] ?? '', language).map((fault) => `${text[language]}: ${fault}`),
  )

test('the study-abroad questionnaire is set as Chinese is', () => {
  expect(placedTexts(studyAbroad).flatMap(({ text }) => faultsOf(text))).toEqual([])
})

test('the texts of the study that a fresh installation opens are set as Chinese is', () => {
  const { organiser, paidWhen } = studyAbroadStudy('2026-01-01T00:00:00.000Z').settings
  expect([organiser, paidWhen].flatMap(faultsOf)).toEqual([])
})
