/** A questionnaire that the checker accepts, and what it says after one thing of it was changed. */
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { checkQuestionnaire } from '../../../../src/survey/questionnaire/checks/check.ts'
import { ask, option, page, row, small, text } from '../small.ts'

/** Three pages that the checker accepts and that have a bit of everything. */
export const sound: Questionnaire = small(
  [
    page('first', [ask('Q1', 'single', { options: [option(1), option(2), option(3)] })], {
      lease: true,
      consents: [{ code: 'C1', text: text('I agree') }],
      ends: [{ when: { q: 'Q1', in: [3] }, as: 'screened_out' }],
    }),
    page('second', [
      ask('Q2', 'multi', {
        options: [option(1), option(2), option(0, { exclusive: true }), option(9, { decoy: true })],
      }),
      ask('Q3', 'year', { min: 2010, max: 2030 }),
      ask('Q4', 'text', { optional: true, maxLength: 300 }),
    ]),
    page('third', [
      ask('Q5', 'single', {
        options: [option(1), option(2), option(98, { always: true })],
        carry: { from: 'Q2' },
        without: { q: 'Q1', codes: [1] },
      }),
      ask('Q6', 'matrix', { rows: [row(1), row(2)], carry: { from: 'Q2' }, scale: { set: 'scale' } }),
      ask('Q7', 'matrix', {
        rows: [row(1), row(2)],
        scale: { set: 'scale' },
        attention: { code: 'AC', targets: [1], label: text('Choose {target}') },
      }),
      ask('Q8', 'nps', {
        when: { all: [{ fact: 'flag' }, { q: 'Q3', min: 2020 }, { not: { q: 'Q4', answered: true } }] },
        low: text('low'),
        high: text('high'),
      }),
    ]),
  ],
  {
    facts: ['flag', 'name'],
    sets: { scale: [option(1), option(2)] },
    lists: { countries: [{ code: 'AA', label: text('A') }] },
  },
)

/** The errors of a questionnaire after the value at a path such as `pages[0].title` was replaced (or taken out). */
export function errorsAfter(path: string, value?: unknown, base: Questionnaire = sound): string[] {
  const data: unknown = structuredClone(base)
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '')
  const last = parts.pop()
  let holder: unknown = data
  for (const part of parts) holder = Reflect.get(holder as object, part)
  if (value === undefined) Reflect.deleteProperty(holder as object, last ?? '')
  else Reflect.set(holder as object, last ?? '', value)
  const checked = checkQuestionnaire(data)
  return checked.ok ? [] : checked.errors.map((error) => `${error.path}: ${error.message}`)
}
