/** Templates: each can be asked as it stands, in every language, and is told apart from the others. */
import { expect, test } from 'vitest'
import { languages } from '../../../schema/questionnaire.ts'
import { templates } from '../../../schema/templates/index.ts'
import { checkQuestionnaire } from '../../../src/survey/questionnaire/checks/check.ts'

test.each(templates.map((one) => [one.id, one] as const))(
  '%s can be asked as it stands',
  (_, { questionnaire, purpose }) => {
    expect(checkQuestionnaire(questionnaire)).toMatchObject({ ok: true })
    expect(questionnaire.pages.flatMap(({ consents = [] }) => consents).length).toBeGreaterThan(0)
    for (const language of languages) expect(purpose[language].trim()).not.toBe('')
  },
)

test('each template is one, by its id and by the code of its questionnaire', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  expect(new Set(templates.map(({ questionnaire }) => questionnaire.code)).size).toBe(templates.length)
})
