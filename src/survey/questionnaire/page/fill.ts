/** Puts facts and earlier answers in place of the `{placeholders}` of a text. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Language, Text } from '../../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../../schema/text.ts'
import type { Index } from '../asked.ts'
import { carriedFrom } from '../parts.ts'
import { typeOf } from '../types/index.ts'
import { everywhere, replaced } from './placeholders.ts'

const missing = '…'

/**
 * The text with `{fact}` and `{Q07}` replaced in all three languages; the same object when it has no placeholder.
 * What is not known is shown as an ellipsis.
 */
export function fillText(text: Text, index: Index, answers: Answers, circumstances: Circumstances): Text {
  return replaced(text, (name, language) => {
    if (index.questions.has(name)) return answerText(index, name, answers, circumstances)[language]
    return factText(name, language, circumstances)
  })
}

/**
 * What was typed, or picked from a long list, for an option of a question, there or in the question that the pick
 * was carried from; null when nothing was.
 */
export function typedFor(index: Index, code: string, option: number, answers: Answers): Text | null {
  const question = index.questions.get(code)
  if (!question) return null
  const detail = question.optionsByCode.get(option)?.detail
  const typed = answers[`${code}.text`]
  if (detail && typeof typed === 'string') {
    return detail === 'text' ? everywhere(typed) : (index.lists.get(detail.list)?.get(typed) ?? everywhere(typed))
  }
  const from = carriedFrom(question.question)
  return from === undefined ? null : typedFor(index, from, option, answers)
}

function answerText(index: Index, code: string, answers: Answers, circumstances: Circumstances): Text {
  const answer = answers[code]
  if (answer === undefined || answer === -1) return everywhere(missing)
  const question = index.questions.get(code)?.question
  if (typeof answer === 'string') return question ? typeOf(question.type).say(answer) : everywhere(answer)
  if (typeof answer !== 'number' && !Array.isArray(answer)) return everywhere(missing)
  const labels = [answer].flat().map((pick): Text => {
    const label = index.questions.get(code)?.optionsByCode.get(pick)?.label ?? everywhere(String(pick))
    // What was typed is shown as it stands; only labels may hold placeholders, and of those only facts.
    const typed = typedFor(index, code, pick, answers)
    return typed ?? replaced(label, (name, language) => factText(name, language, circumstances))
  })
  return inEachLanguage((language) =>
    labels.map((label) => label[language]).join(commonMessages(language).listSeparator),
  )
}

function factText(name: string, language: Language, { facts }: Circumstances): string {
  const fact = facts[name]
  if (typeof fact === 'string') return fact
  return typeof fact === 'object' ? fact[language] : missing
}
