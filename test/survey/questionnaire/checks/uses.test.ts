/** Up to which page a question or a fact has a say in the way. */
import { expect, test } from 'vitest'
import type { Condition } from '../../../../schema/questionnaire.ts'
import { usesOf } from '../../../../src/survey/questionnaire/checks/uses.ts'
import { text } from '../small.ts'
import { sound } from './sound.ts'

const used = (change: (pages: typeof sound.pages) => void = () => undefined) => {
  const made = structuredClone(sound)
  change(made.pages)
  const { questions, facts } = usesOf(made)
  return { questions: Object.fromEntries(questions), facts: Object.fromEntries(facts) }
}

test('conditions, carries and what is taken away have a say up to the last page that looks', () => {
  expect(used()).toEqual({ questions: { Q1: 2, Q2: 2, Q3: 2, Q4: 2 }, facts: { flag: { first: 2, last: 2 } } })
})

test('a fact has a say from the first page that looks, however deep it stands', () => {
  const when: Condition = { any: [{ fact: 'flag' }, { all: [{ not: { fact: 'name' } }, { q: 'Q1', in: [1] }] }] }
  expect(used((pages) => pages[1] && Object.assign(pages[1], { when })).facts).toEqual({
    flag: { first: 1, last: 2 },
    name: { first: 1, last: 1 },
  })
})

test('consents and wordings decide nothing', () => {
  const when = { fact: 'name' }
  const wording = [{ when: { any: [when, { q: 'Q8', in: [1] }] }, text: text('a') }, { text: text('b') }]
  const changed = used((pages) => {
    for (const page of pages) {
      for (const consent of page.consents ?? []) consent.when = when
      for (const question of page.questions) question.text = wording
    }
  })
  expect(changed).toEqual(used())
})
