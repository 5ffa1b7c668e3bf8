/** Where somebody lives, as a questionnaire that asks for it has it. */
import type { Answer, Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'

/** The answer to the place question; undefined where it was not answered, and of a questionnaire without one. */
export function placeIn({ place }: Questionnaire, answers: Answers): Answer | undefined {
  return place === undefined ? undefined : answers[place]
}
