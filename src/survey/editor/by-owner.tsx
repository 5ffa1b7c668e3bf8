/** Languages of texts, question by question. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { type Language, languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import type { InLanguages } from './kept-translations.ts'
import { ownerOf, partLabel } from './names.ts'

export interface ByOwnerProps {
  texts: readonly InLanguages[]
  questionnaire: Questionnaire
  language: Language
  /** The address of the editor, where each leads to its place in it; null for whoever may not edit. */
  editor: string | null
}

/** Each question, page or list with how many of its texts there are in which languages. */
export function ByOwner({ texts, questionnaire, language, editor }: ByOwnerProps) {
  const byOwner = Map.groupBy(texts, ({ at }) => ownerOf(questionnaire, at))
  return (
    <ul class="points">
      {[...byOwner].map(([owner, own]) => {
        const name = partLabel(questionnaire, owner, language)
        const href = editor !== null && owner !== '' ? `${editor}?${new URLSearchParams({ at: owner })}` : editor
        return (
          <li>
            {href === null ? name : <a href={href}>{name}</a>}:{' '}
            {languages
              .flatMap((one) => {
                const count = own.filter((text) => text.languages.includes(one)).length
                return count === 0 ? [] : [`${commonMessages(one).name} (${count})`]
              })
              .join(' · ')}
          </li>
        )
      })}
    </ul>
  )
}
