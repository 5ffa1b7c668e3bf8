/** Which pages look at which questions and facts to decide the way. */
import type { Condition, Questionnaire } from '../../../../schema/questionnaire.ts'
import { carriedFrom, withoutOf } from '../parts.ts'
import { atomsOf } from './kinds.ts'
import { eachQuestion, placedConditions } from './places.ts'

export interface Uses {
  /** The last page that looks at a question, by its code. */
  questions: Map<string, number>
  facts: Map<string, { first: number; last: number }>
}

/** Up to which page each question and fact has a say in the way, in a questionnaire whose references are sound. */
export function usesOf(questionnaire: Questionnaire): Uses {
  const uses: Uses = { questions: new Map(), facts: new Map() }
  const useQuestion = (code: string, at: number) => {
    uses.questions.set(code, Math.max(at, uses.questions.get(code) ?? at))
  }
  for (const { condition, path, pageAt } of placedConditions(questionnaire)) {
    // Consents and wordings decide nothing about the way.
    if (path.includes('consents') || path.includes('text')) continue
    for (const atom of atomsOf(condition)) useQuestion(atom.q, pageAt)
    for (const fact of factsOf(condition)) {
      const { first, last } = uses.facts.get(fact) ?? { first: pageAt, last: pageAt }
      uses.facts.set(fact, { first: Math.min(first, pageAt), last: Math.max(last, pageAt) })
    }
  }
  eachQuestion(questionnaire, (question, _, at) => {
    for (const code of [carriedFrom(question), withoutOf(question)?.q]) {
      if (code !== undefined) useQuestion(code, at)
    }
  })
  return uses
}

function factsOf(condition: Condition): string[] {
  if ('fact' in condition) return [condition.fact]
  if ('all' in condition) return condition.all.flatMap(factsOf)
  if ('any' in condition) return condition.any.flatMap(factsOf)
  return 'not' in condition ? factsOf(condition.not) : []
}
