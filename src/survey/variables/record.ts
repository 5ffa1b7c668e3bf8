/** One response as a row of every file. */
import type { Answers, Circumstances } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { cells } from '../questionnaire/cells.ts'
import type { Dictionary, Value } from './variable.ts'

/**
 * The value of each variable for one response; null where the question was not shown, and where an option was not offered.
 * @param questionnaire of the version that was answered, as the dictionary was given it
 * @param answers null where there are none
 * @param about what is known of the response itself, in the order of `aboutVariables`
 */
export function recordOf(
  dictionary: Dictionary,
  questionnaire: Questionnaire,
  answers: Answers | null,
  circumstances: Circumstances,
  about: readonly Value[] = [],
): Value[] {
  const columns = dictionary.columns.get(questionnaire)
  if (columns === undefined) throw new RangeError('The dictionary was made without this questionnaire.')
  const record = answers === null ? columns.map(() => null) : cells(questionnaire, columns, answers, circumstances)
  for (let at = 0; at < about.length; at += 1) record[at] = about[at] ?? null
  return record
}
