/** Conditions in words, with questions by their wording and answers by their labels. */
import { type EditorMessages, editorMessages } from '../../../../messages/generated/studies/editor.ts'
import type { Condition, Language, Questionnaire } from '../../../../schema/questionnaire.ts'
import { optionsAt } from '../../questionnaire/checks/places.ts'
import { wordingIn } from '../names.ts'

/**
 * What a condition asks, as a sentence without its full stop.
 * @param language of what is quoted from the questionnaire
 * @param around the language of the words around it
 */
export function conditionWords(
  questionnaire: Questionnaire,
  condition: Condition,
  language: Language,
  around: Language = language,
): string {
  const words = editorMessages(around)
  const labels = labelsOf(questionnaire, language, words)
  return conditionText(condition, words, labels)
}

interface Labels {
  question: (code: string) => string
  answers: (code: string, picks: readonly number[]) => string
}

function conditionText(condition: Condition, words: EditorMessages, labels: Labels): string {
  const { asks } = words
  if ('fact' in condition) return asks.fact({ fact: condition.fact })
  if ('all' in condition) return condition.all.map((one) => nested(one, words, labels)).join(words.and)
  if ('any' in condition) return condition.any.map((one) => nested(one, words, labels)).join(words.or)
  if ('not' in condition) {
    const inner = condition.not
    if ('in' in inner) return asks.isNot(picked(inner.q, inner.in, labels))
    if ('answered' in inner) return asks.notAnswered({ question: labels.question(inner.q) })
    return asks.not({ condition: conditionText(inner, words, labels) })
  }
  const question = labels.question(condition.q)
  if ('in' in condition) return asks.is(picked(condition.q, condition.in, labels))
  if ('only' in condition) return asks.only(picked(condition.q, condition.only, labels))
  if ('answered' in condition) return asks.answered({ question })
  const { min, max } = condition
  if (min === undefined) return asks.atMost({ question, max: max ?? 0 })
  return max === undefined ? asks.atLeast({ question, min }) : asks.between({ question, min, max })
}

function nested(condition: Condition, words: EditorMessages, labels: Labels): string {
  const text = conditionText(condition, words, labels)
  return 'all' in condition || 'any' in condition ? words.asks.group({ condition: text }) : text
}

const picked = (q: string, codes: readonly number[], labels: Labels) => ({
  question: labels.question(q),
  answers: labels.answers(q, codes),
})

function labelsOf(questionnaire: Questionnaire, language: Language, words: EditorMessages): Labels {
  const { listed, blank, quoted } = words
  const find = (code: string) =>
    questionnaire.pages.flatMap(({ questions }) => questions).findLast((question) => question.code === code)
  return {
    question: (code) => {
      const question = find(code)
      return question === undefined ? code : quoted({ text: wordingIn(question, language) })
    },
    answers: (code, picks) => {
      const question = find(code)
      const options = question === undefined ? [] : optionsAt(questionnaire, question, []).options
      const labelOf = (pick: number) => {
        if (pick === -1) return blank
        const option = options.findLast((one) => one.code === pick)
        return option === undefined ? String(pick) : quoted({ text: option.label[language] })
      }
      return picks.map(labelOf).join(listed)
    },
  }
}
