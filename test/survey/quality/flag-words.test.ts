import { expect, test } from 'vitest'
import { flagForStaff } from '../../../src/survey/quality/flag-words.ts'

test.each([
  ['en', 'Q11, Q20'],
  ['zh-Hans', 'Q11、Q20'],
  ['zh-Hant', 'Q11、Q20'],
] as const)('questions that a flag names stand as a list of that language does (%s)', (language, list) => {
  const facts = JSON.stringify({ questions: ['Q11', 'Q20'] })
  expect(flagForStaff(language, { name: 'straight_lines', facts })).toContain(list)
})
