/** A condition as people read it. */
import type { VersionsMessages } from '../../../../messages/generated/studies/versions.ts'
import type { Condition, Language, Questionnaire } from '../../../../schema/questionnaire.ts'
import { optionsOf } from '../../questionnaire/checks/places.ts'

/**
 * The condition in words, options by their labels.
 * @param condition null for none: what it is of is always there
 */
export function conditionWords(
  condition: Condition | null,
  questionnaire: Questionnaire,
  language: Language,
  words: VersionsMessages['condition'],
): string {
  if (condition === null) return words.always
  const say = (part: Condition) => conditionWords(part, questionnaire, language, words)
  const list = (parts: readonly Condition[]) => parts.map(say).join('; ')
  if ('all' in condition) return words.all({ parts: list(condition.all) })
  if ('any' in condition) return words.any({ parts: list(condition.any) })
  if ('not' in condition) return words.not({ part: say(condition.not) })
  if ('fact' in condition) return words.fact({ fact: condition.fact })
  const question = condition.q
  const labels = (codes: readonly number[]) =>
    codes.map((code) => labelOf(questionnaire, question, code, language)).join(words.or)
  if ('in' in condition) return words.in({ question, labels: labels(condition.in) })
  if ('only' in condition) return words.only({ question, labels: labels(condition.only) })
  if ('answered' in condition) return words.answered({ question })
  const { min, max } = condition
  if (min === undefined) return words.atMost({ question, max: String(max ?? '') })
  return max === undefined
    ? words.atLeast({ question, min: String(min) })
    : words.between({ question, min: String(min), max: String(max) })
}

function labelOf(questionnaire: Questionnaire, code: string, option: number, language: Language): string {
  const question = questionnaire.pages.flatMap(({ questions }) => questions).find((one) => one.code === code)
  const found = question && optionsOf(questionnaire, question, []).options.find((one) => one.code === option)
  return found === undefined ? String(option) : `${option} “${found.label[language]}”`
}
