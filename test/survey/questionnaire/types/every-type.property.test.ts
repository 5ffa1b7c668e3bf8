/** What holds of every type of question alike, the next one too: it has only to be among the examples. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../../schema/answers.ts'
import { languages } from '../../../../schema/questionnaire.ts'
import { cells } from '../../../../src/survey/questionnaire/cells.ts'
import { checkPage, draftOf } from '../../../../src/survey/questionnaire/check-answers.ts'
import { checkQuestionnaire } from '../../../../src/survey/questionnaire/checks/check.ts'
import { columns } from '../../../../src/survey/questionnaire/columns.ts'
import { describePosted } from '../../../../src/survey/questionnaire/page/describe-posted.ts'
import { postedFrom } from '../../../../src/survey/questionnaire/page/fill-form.ts'
import { pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { withPage } from '../../../../src/survey/questionnaire/route/page-answers.ts'
import { drawer } from '../../../../src/survey/questionnaire/route/shuffle.ts'
import { samplePosted } from '../../../../src/survey/questionnaire/sample.ts'
import { nextPage, pruneAnswers } from '../route/whole-route.ts'
import { given } from '../small.ts'
import { everyType, types } from './every-type.ts'

const all = columns(everyType)

/** Somebody's way from the first page to the last, with what each page held. */
function walk(seed: string) {
  const circumstances = given({}, seed)
  const pick = drawer(seed, 'picks')
  let answers: Answers = {}
  const steps = []
  for (let at = nextPage(everyType, answers, circumstances); 'page' in at; ) {
    const { page } = at
    const view = pageView(everyType, page, answers, circumstances)
    const posted = samplePosted(view, pick)
    const checked = checkPage(everyType, page, answers, posted, circumstances)
    if (!checked.ok) throw new Error(`${page}: ${JSON.stringify([checked.errors, posted])}`)
    steps.push({ page, view, posted, before: answers, given: checked.answers })
    answers = pruneAnswers(everyType, withPage(everyType, page, answers, checked.answers), circumstances)
    at = nextPage(everyType, answers, circumstances)
  }
  return { answers, steps, circumstances }
}

describe('a question of any type', () => {
  test('is one that the checker accepts', () => {
    expect(checkQuestionnaire(everyType)).toEqual({ ok: true, questionnaire: everyType })
  })

  test('is accepted when its form is filled in, and kept as it was given', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { answers, circumstances, steps } = walk(seed)
        expect(steps.map(({ page }) => page)).toEqual(
          answers.Q1 === 3 ? ['place', 'required'] : ['place', 'required', 'optional'],
        )
        expect(pruneAnswers(everyType, answers, circumstances)).toEqual(answers)
        expect(Object.assign({}, ...steps.map((step) => step.given))).toEqual(answers)
      }),
    )
  })

  test('comes back into the form as it was stored, and says so to the eye in every language', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { steps, circumstances } = walk(seed)
        for (const { page, view, before, given: stored, posted } of steps) {
          const again = postedFrom(view, stored)
          expect(checkPage(everyType, page, before, again, circumstances)).toEqual({ ok: true, answers: stored })
          expect(draftOf(everyType, page, before, posted, circumstances)).toEqual(
            Object.fromEntries(Object.entries(stored).filter(([, answer]) => answer !== -1)),
          )
          for (const language of languages) {
            for (const question of view.questions) {
              const described = describePosted(question, posted, language)
              expect(described).toBe(describePosted(question, again, language))
              const isBlank = (stored[question.code] ?? -1) === -1
              expect(described === '', `${question.code}: ${described}`).toBe(isBlank)
            }
          }
        }
      }),
      { numRuns: Math.min(50, fc.readConfigureGlobal().numRuns ?? 50) },
    )
  })

  test('fills its own columns in the exports, and no other', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { answers, circumstances } = walk(seed)
        const row = cells(everyType, all, answers, circumstances)
        const filled = new Set(all.filter((_, at) => row[at] !== null).map(({ question }) => question))
        expect([...filled].sort()).toEqual(
          Object.keys(answers)
            .filter((key) => !key.includes('.'))
            .sort(),
        )
      }),
    )
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  test.each(types)('%s takes no field that is not its own', (type) => {
    const { steps, circumstances } = walk('fields')
    const step = steps.find(({ page }) => page === 'required')
    for (const part of ['.0', '.99', '.__proto__', '.1x']) {
      const field = `R_${type}${part}`
      const checked = checkPage(
        everyType,
        'required',
        step?.before ?? {},
        { ...step?.posted, [field]: ['1'] },
        circumstances,
      )
      expect(checked).toMatchObject({ ok: false, errors: [{ field, code: 'not_shown' }] })
    }
  })
})
