/**
 * Whether every question, option and row is on some route (`walk.ts`). Facts are taken to be free of one another, so a
 * question that needs two facts which no study sets together counts as reachable. A questionnaire with more combinations
 * to try on a page than `mostCombinations` is refused, not guessed at.
 */
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import type { Asked } from '../asked.ts'
import { rowsOf } from '../parts.ts'
import type { Kinds } from '../types/data/question-data.ts'
import { type ContentError, contentErrorAt } from './content-error.ts'
import { kindsOf } from './kinds.ts'
import { eachQuestion, optionsAt } from './places.ts'
import { mostCombinations, walkRoutes } from './walk.ts'

/** Faults for what no route reaches, in a questionnaire whose references are sound. */
export function routeErrors(questionnaire: Questionnaire): ContentError[] {
  const reach = reaching(questionnaire)
  const stopped = walkRoutes<null>(questionnaire, {
    begin: null,
    asked: (page) => {
      for (const question of page.questions) reach.note(question)
      return null
    },
    merged: () => null,
  })
  if (stopped === null) return reach.unreached()
  return [
    contentErrorAt(
      ['pages', stopped],
      `more than ${mostCombinations} combinations of answers to tell apart: too many to check`,
    ),
  ]
}

/** Notes what a walk is asked, and says what it was never asked. */
export function reaching(questionnaire: Questionnaire) {
  const kinds = kindsOf(questionnaire)
  const reached = new Set<string>()
  return {
    note: (question: Asked) => note(reached, question, kinds),
    unreached: () => unreached(questionnaire, reached, kinds),
  }
}

function note(reached: Set<string>, { code, options, rows }: Asked, kinds: Kinds): void {
  reached.add(code)
  const kind = kinds.label(code)
  for (const { option } of options) reached.add(`${code}=${kind(option.code)}`)
  for (const row of rows) reached.add(`${code}/${kind(Number(row.code))}`)
}

function unreached(questionnaire: Questionnaire, reached: ReadonlySet<string>, kinds: Kinds): ContentError[] {
  const errors: ContentError[] = []
  eachQuestion(questionnaire, (question, path) => {
    const { code } = question
    if (!reached.has(code)) {
      errors.push(contentErrorAt(path, `no route reaches ${code}`))
      return
    }
    const kind = kinds.label(code)
    const rows = rowsOf(question)
    rows.forEach((row, at) => {
      if (reached.has(`${code}/${kind(row.code)}`)) return
      errors.push(contentErrorAt([...path, 'rows', at], `no route shows row ${row.code} of ${code}`))
    })
    // What rows share as their scale is offered on each of them.
    if (rows.length > 0) return
    const { options, path: place } = optionsAt(questionnaire, question, path)
    options.forEach((option, at) => {
      if (reached.has(`${code}=${kind(option.code)}`)) return
      errors.push(contentErrorAt([...place, at], `no route offers option ${option.code} of ${code}`))
    })
  })
  return errors
}
