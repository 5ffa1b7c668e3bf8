import type { Language, Question, Questionnaire } from '../../../schema/questionnaire.ts'

/** How fast people read on a phone: words of Latin letters and Chinese characters, each a second. */
const speeds = { words: 3.5, characters: 6 }
/** What it takes besides to think and press, a question and a row of one, in seconds. */
const perAnswer = { question: 4, row: 2 }

const known = new WeakMap<Questionnaire, Map<Language, number>>()

/**
 * How long a questionnaire may take before anybody has been timed, in whole minutes: by the words of its pages in this
 * language and by how many questions and rows it has. Long lists, which nobody reads through, are not in the pages.
 */
export function estimatedMinutes(questionnaire: Questionnaire, language: Language): number {
  const found = known.get(questionnaire) ?? new Map<Language, number>()
  known.set(questionnaire, found)
  const minutes = found.get(language) ?? Math.max(1, Math.round(secondsOf(questionnaire, language) / 60))
  found.set(language, minutes)
  return minutes
}

function secondsOf({ pages }: Questionnaire, language: Language): number {
  return pages.reduce(
    (sum, { title, questions }) =>
      questions.reduce(
        (sum, question) => sum + secondsOfQuestion(question, language),
        sum + secondsToRead(title, language),
      ),
    0,
  )
}

/** How long one question may take, in seconds. */
export function secondsOfQuestion(question: Question, language: Language): number {
  const rows = 'rows' in question ? question.rows.length * perAnswer.row : 0
  return secondsToRead(question, language) + perAnswer.question + rows
}

/** How long it takes to read every text in there, in seconds. */
export function secondsToRead(part: unknown, language: Language): number {
  if (typeof part !== 'object' || part === null) return 0
  const text: unknown = Reflect.get(part, language)
  if (typeof text === 'string') {
    const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
    return characters / speeds.characters + (text.match(/[\p{Script=Latin}\d]+/gu)?.length ?? 0) / speeds.words
  }
  return Object.values(part).reduce((sum: number, inner) => sum + secondsToRead(inner, language), 0)
}
