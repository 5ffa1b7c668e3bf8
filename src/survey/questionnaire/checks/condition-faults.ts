/** Whether a condition looks only at what is there, has come before and can be looked at in that way. */
import type { Condition, Question } from '../../../../schema/questionnaire.ts'
import { type ContentFault, faultAt, type Path } from './fault.ts'

/** A question that may be referred to, and what its answer can be. */
export interface Target {
  question: Question
  pageAt: number
  codes: ReadonlySet<number>
}

/** Faults of a condition that may look at questions on pages before page number `before`. */
export function conditionFaults(
  condition: Condition,
  path: Path,
  before: number,
  targets: ReadonlyMap<string, Target>,
  facts: readonly string[],
): ContentFault[] {
  const inside = (inner: Condition, ...at: (string | number)[]) =>
    conditionFaults(inner, [...path, ...at], before, targets, facts)
  if ('all' in condition) return condition.all.flatMap((inner, n) => inside(inner, 'all', n))
  if ('any' in condition) return condition.any.flatMap((inner, n) => inside(inner, 'any', n))
  if ('not' in condition) return inside(condition.not, 'not')
  if ('fact' in condition) {
    return facts.includes(condition.fact) ? [] : [faultAt([...path, 'fact'], `${condition.fact} is not a fact`)]
  }
  const target = targets.get(condition.q)
  if (!target) return [faultAt([...path, 'q'], `${condition.q} is not a question`)]
  if (target.pageAt >= before) return [faultAt([...path, 'q'], `${condition.q} is not on an earlier page`)]
  return answerFaults(condition, path, target)
}

function answerFaults(condition: Extract<Condition, { q: string }>, path: Path, target: Target): ContentFault[] {
  if ('answered' in condition) return []
  const { question } = target
  if (question.type === 'matrix' || question.type === 'text') {
    return [faultAt(path, `of ${condition.q} one can only ask whether it was answered`)]
  }
  if ('in' in condition || 'only' in condition) {
    const [key, codes] = 'in' in condition ? (['in', condition.in] as const) : (['only', condition.only] as const)
    return codes.flatMap((code, n) => {
      if (isAnswer(target, code)) return []
      return [faultAt([...path, key, n], `${code} is not an answer of ${condition.q}`)]
    })
  }
  if (question.type === 'multi' || question.type === 'rank') {
    return [faultAt(path, `${condition.q} is not one number`)]
  }
  if (condition.min === undefined && condition.max === undefined) {
    return [faultAt(path, 'a range needs min or max; to ask whether there is an answer, say answered')]
  }
  return []
}

function isAnswer({ question, codes }: Target, code: number): boolean {
  if (code === -1 && question.optional) return true
  if (question.type === 'nps') return code >= 0 && code <= 10
  if (question.type === 'year' || question.type === 'number') return code >= question.min && code <= question.max
  return codes.has(code)
}
