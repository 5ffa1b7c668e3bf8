/** Whether a condition of the questionnaire holds for the answers so far. */
import type { Answer, Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Condition } from '../../../../schema/questionnaire.ts'
import { numberOfAnswer } from '../types/typed-number.ts'

/**
 * Whether `condition` holds; one that is not given always does. A question without an answer meets no condition
 * but `not`; so does one that was seen and left blank (-1), unless -1 is named.
 */
export function holds(condition: Condition | undefined, answers: Answers, circumstances: Circumstances): boolean {
  return condition === undefined || decideCondition(condition, answers, circumstances, nothingIsOpen) === true
}

/**
 * As `holds`, while some questions are still open: null when it depends on one of those. `isOpen` is asked only
 * about questions without an answer.
 */
export function decideCondition(
  condition: Condition,
  answers: Answers,
  circumstances: Circumstances,
  isOpen: (question: string) => boolean,
): boolean | null {
  if ('q' in condition) {
    const answer = answers[condition.q]
    if (answer === undefined) return isOpen(condition.q) ? null : false
    return meets(condition, answer)
  }
  if ('fact' in condition) {
    const fact = circumstances.facts[condition.fact]
    return fact !== undefined && fact !== false && fact !== ''
  }
  if ('not' in condition) {
    const inner = decideCondition(condition.not, answers, circumstances, isOpen)
    return inner === null ? null : !inner
  }
  const decisive = 'any' in condition
  let outcome: boolean | null = !decisive
  for (const part of decisive ? condition.any : condition.all) {
    const decided = decideCondition(part, answers, circumstances, isOpen)
    if (decided === decisive) return decisive
    if (decided === null) outcome = null
  }
  return outcome
}

function meets(condition: Extract<Condition, { q: string }>, answer: Answer): boolean {
  if ('answered' in condition) return answer !== -1
  if ('in' in condition) {
    if (typeof answer === 'number') return condition.in.includes(answer)
    return Array.isArray(answer) && answer.some((pick) => condition.in.includes(pick))
  }
  if ('only' in condition) {
    if (typeof answer === 'number') return condition.only.includes(answer)
    return Array.isArray(answer) && answer.length > 0 && answer.every((pick) => condition.only.includes(pick))
  }
  const number = answer === -1 ? null : numberOfAnswer(answer)
  return number !== null && number >= (condition.min ?? -Infinity) && number <= (condition.max ?? Infinity)
}

const nothingIsOpen = () => false
