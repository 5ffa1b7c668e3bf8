/** Says what a form held, as words a person can compare. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { type QuestionView, typeOf } from '../types/index.ts'
import { codeInList } from './list-entry.ts'

/** The answer to `question` that `posted` holds, in words; empty when there is none. */
export function describePosted(question: QuestionView, posted: Posted, language: Language): string {
  const answer = typeOf(question.type).describe(question, posted, language)
  const typed = posted[`${question.code}.text`]?.[0]
  if (!typed) return answer
  const { bracketed } = commonMessages(language)
  const lists = 'options' in question ? question.options.map((option) => option.detail) : []
  for (const detail of lists) {
    if (typeof detail !== 'object') continue
    const code = codeInList(detail.list, typed)
    const entry = detail.list.find((one) => one.code === code)
    if (entry) return answer + bracketed({ text: entry.label[language] })
  }
  return answer + bracketed({ text: typed })
}
