/** Says what a form held, as words a person can compare. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Posted } from '../../../platform/http/form.ts'
import type { OptionView, QuestionView } from './view.ts'

function named(options: readonly OptionView[], values: readonly string[], language: Language): string {
  return values
    .filter((value) => value !== '')
    .map((value) => options.find((option) => String(option.code) === value)?.label[language] ?? value)
    .join(commonMessages(language).listSeparator)
}

function main(question: QuestionView, posted: Posted, language: Language): string {
  const values = posted[question.code] ?? []
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'scale':
      return named(question.options, values, language)
    case 'rank': {
      const ranked = Array.from({ length: question.max }, (_, i) => posted[`${question.code}.${i + 1}`]?.[0] ?? '')
      return named(question.options, ranked, language)
    }
    case 'matrix':
      return question.rows
        .flatMap((row) => {
          const picked = named(question.options, posted[`${question.code}.${row.field}`] ?? [], language)
          return picked ? [`${row.label[language]}: ${picked}`] : []
        })
        .join('; ')
    default:
      return values.join(' ')
  }
}

/** The answer to `question` that `posted` holds, in words; empty when there is none. */
export function describePosted(question: QuestionView, posted: Posted, language: Language): string {
  const answer = main(question, posted, language)
  const typed = posted[`${question.code}.text`]?.[0]
  if (!typed) return answer
  const lists = 'options' in question ? question.options.map((option) => option.detail) : []
  for (const detail of lists) {
    if (typeof detail !== 'object') continue
    const entry = detail.list.find((one) => one.code === typed)
    if (entry) return `${answer} (${entry.label[language]})`
  }
  return `${answer} (${typed})`
}
