/** Whether a condition looks only at what is there, has come before and can be looked at in that way. */
import type { Condition, Question } from '../../../../schema/questionnaire.ts'
import { isAnswered } from '../parts.ts'
import { dataOf } from '../types/data/index.ts'
import { type ContentError, contentErrorAt, type Path } from './content-error.ts'

/** A question that may be referred to, and what its answer can be. */
export interface Target {
  question: Question
  pageAt: number
  codes: ReadonlySet<number>
}

/** Errors of a condition that may look at questions on pages before page number `before`. */
export function conditionErrors(
  condition: Condition,
  path: Path,
  before: number,
  targets: ReadonlyMap<string, Target>,
  facts: readonly string[],
): ContentError[] {
  const inside = (inner: Condition, ...at: (string | number)[]) =>
    conditionErrors(inner, [...path, ...at], before, targets, facts)
  if ('all' in condition) return condition.all.flatMap((inner, n) => inside(inner, 'all', n))
  if ('any' in condition) return condition.any.flatMap((inner, n) => inside(inner, 'any', n))
  if ('not' in condition) return inside(condition.not, 'not')
  if ('fact' in condition) {
    return facts.includes(condition.fact) ? [] : [contentErrorAt([...path, 'fact'], `${condition.fact} is not a fact`)]
  }
  const target = targets.get(condition.q)
  if (!target) return [contentErrorAt([...path, 'q'], `${condition.q} is not a question`)]
  if (target.pageAt >= before) return [contentErrorAt([...path, 'q'], `${condition.q} is not on an earlier page`)]
  return answerErrors(condition, path, target)
}

function answerErrors(condition: Extract<Condition, { q: string }>, path: Path, target: Target): ContentError[] {
  const { conditions } = dataOf(target.question.type)
  if (conditions === 'none') return [contentErrorAt([...path, 'q'], `${condition.q} has no answer`)]
  if ('answered' in condition) return []
  if (conditions === 'answered') {
    return [contentErrorAt(path, `of ${condition.q} one can only ask whether it was answered`)]
  }
  if ('in' in condition || 'only' in condition) {
    const [key, codes] = 'in' in condition ? (['in', condition.in] as const) : (['only', condition.only] as const)
    return codes.flatMap((code, n) => {
      if (code === -1 && isNumberAndBlank(target)) {
        return [contentErrorAt([...path, key, n], `-1 of ${condition.q} is a number, and not a blank`)]
      }
      if (isAnswer(target, code)) return []
      return [contentErrorAt([...path, key, n], `${code} is not an answer of ${condition.q}`)]
    })
  }
  if (conditions === 'codes') {
    return [contentErrorAt(path, `${condition.q} is not one number`)]
  }
  if (condition.min === undefined && condition.max === undefined) {
    return [contentErrorAt(path, 'a range needs min or max; to ask whether there is an answer, say answered')]
  }
  return []
}

function isAnswer({ question, codes }: Target, code: number): boolean {
  if (code === -1 && isAnswered(question) && question.optional) return true
  const range = dataOf(question.type).range(question)
  return range ? code >= range.min && code <= range.max : codes.has(code)
}

/** Both are answers then, and a list of codes cannot say which it means: a range does, or that it was answered. */
function isNumberAndBlank({ question }: Target): boolean {
  const range = dataOf(question.type).range(question)
  return isAnswered(question) && question.optional === true && range !== null && range.min <= -1 && range.max >= -1
}
