/** How large the form of a page becomes when all its texts are filled to their limits: a larger one cannot be sent. */
import type { Page, Question, Questionnaire } from '../../../../schema/questionnaire.ts'
import { largestBody } from '../../../platform/http/form.ts'
import { detailMaxLength } from '../page/view.ts'
import { rowsOf } from '../parts.ts'
import { optionsAt } from './places.ts'

/** A Chinese character in a posted form: three bytes of UTF-8, each written in three characters, such as `%E5%AD%97`. */
const bytesOfCharacter = 9
/** The name of a field with its code, and what every form has beside its answers, at the most. */
const bytesOfField = 40
const bytesAround = 2_000

/** How many characters may be typed for a question; of its options one may ask for a text. */
function charactersOf(questionnaire: Questionnaire, question: Question): number {
  if ('maxLength' in question) return question.maxLength
  const { options } = optionsAt(questionnaire, question, [])
  return options.some(({ detail }) => detail === 'text') ? detailMaxLength : 0
}

/** The pages whose forms are too large when every text is filled with Chinese, with the bytes of their forms as they are posted. */
export function oversizedPages(questionnaire: Questionnaire): { page: Page; bytes: number }[] {
  const bytesOf = (question: Question) =>
    charactersOf(questionnaire, question) * bytesOfCharacter + Math.max(1, rowsOf(question).length) * bytesOfField
  return questionnaire.pages
    .map((page) => ({ page, bytes: page.questions.reduce((sum, one) => sum + bytesOf(one), bytesAround) }))
    .filter(({ bytes }) => bytes > largestBody)
}
