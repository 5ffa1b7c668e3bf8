import { expect, test } from 'vitest'
import { wholeText } from '../../../schema/text.ts'
import { flagForStaff } from '../../../src/survey/quality/flag-words.ts'

test.each([
  ['en', 'Q11, Q20'],
  ['zh-Hans', 'Q11、Q20'],
  ['zh-Hant', 'Q11、Q20'],
] as const)('questions that a flag names stand as a list of that language does (%s)', (language, list) => {
  const facts = JSON.stringify({ questions: ['Q11', 'Q20'] })
  expect(flagForStaff(language, { name: 'straight_lines', facts })).toContain(list)
})

test.each([
  ['en', 'within a second: Money, last'],
  ['zh-Hans', '费用、last'],
  ['zh-Hant', '費用、last'],
] as const)('pages that a flag names stand by their titles, and one without by its code (%s)', (language, list) => {
  const titles = new Map([['money', wholeText({ en: 'Money', 'zh-Hans': '费用', 'zh-Hant': '費用' })]])
  const facts = JSON.stringify({ pages: ['money', 'last'] })
  expect(flagForStaff(language, { name: 'page_too_fast', facts }, titles)).toContain(list)
})
