/** What parts of a questionnaire are called on the pages of the editor. */
import { editorMessages } from '../../../messages/generated/studies/editor.ts'
import type { Language, Question, Questionnaire, Text } from '../../../schema/questionnaire.ts'
import type { Address } from './document.ts'

/** The wording of a question; of several, the one that always fits. */
export function wordingAt({ text }: Pick<Question, 'text'>): Text {
  if (!Array.isArray(text)) return text
  const last = text.at(-1)
  if (last === undefined) throw new RangeError('A question has no wording.')
  return last.text
}

/** The wording in one language. */
export function wordingIn(question: Pick<Question, 'text'>, language: Language): string {
  return wordingAt(question)[language]
}

/** The question, page, consent or long list that an address is in; the empty address for the questionnaire as a whole. */
export function ownerOf(questionnaire: Questionnaire, address: Address): Address {
  const [room = '', code = ''] = address.split('/')
  if (room === 'lists' && code !== '') return `lists/${code}`
  if (room !== 'sets') return ['pages', 'questions', 'consents'].includes(room) && code !== '' ? `${room}/${code}` : ''
  const user = questionnaire.pages
    .flatMap(({ questions }) => questions)
    .find((question) =>
      [question].some((one) => {
        const given = 'options' in one ? one.options : 'scale' in one ? one.scale : []
        return !Array.isArray(given) && given.set === code
      }),
    )
  return user === undefined ? '' : `questions/${user.code}`
}

/** Its name for people: the code and the wording of a question, the title of a page. */
export function partLabel(questionnaire: Questionnaire, owner: Address, language: Language): string {
  const words = editorMessages(language)
  const [room, code = ''] = owner.split('/')
  const page = questionnaire.pages.find((one) => one.code === code)
  if (room === 'pages' && page) return words.pageNamed({ title: page.title[language] })
  if (room === 'consents') return words.consentNamed({ code })
  if (room === 'lists') return words.listNamed({ name: code })
  const question = questionnaire.pages.flatMap(({ questions }) => questions).find((one) => one.code === code)
  if (room === 'questions' && question) return words.coded({ code, text: wordingIn(question, language) })
  return words.whole
}
