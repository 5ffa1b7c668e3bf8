/** A text in all languages, side by side. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import { languages } from '../../../../schema/questionnaire.ts'
import type { Address } from '../document.ts'
import { press } from '../form/buttons.ts'
import { textField } from '../form/fields.ts'
import { isToDo, statesOf, wordsAt } from '../translation-state.ts'
import { type EditorDesk, idOfField, shownIn } from './desk.ts'

export interface TextFields {
  desk: EditorDesk
  at: Address
  label: string
  /** Whose text it is, told to those who do not see what stands above it. */
  of?: string
  /** Of one line; a wording has several. */
  short?: boolean
}

/** One text: a field for each language, and what is missing or should be looked at. */
export function TextFields({ desk, at, label, of, short = false }: TextFields) {
  const now = wordsAt(desk.draft.document, at)
  const states = now === null ? null : statesOf(at, now, wordsAt(desk.live, at), desk.isConfirmed)
  return (
    <fieldset class={short ? 'texts tight' : 'texts'}>
      <legend class={short ? 'sr' : undefined}>
        {of === undefined ? (
          label
        ) : (
          <>
            <span class="sr">{of} </span>
            {label}
          </>
        )}
      </legend>
      {languages.map((language) => {
        const name = textField(at, language)
        const value = shownIn(desk, name, now?.[language] ?? '')
        const state = states?.[language] ?? 'said'
        const isOld = state === 'old'
        const about = isOld || state === 'confirmed' ? `${idOfField(name)}-n` : undefined
        const common = { id: idOfField(name), name, lang: language, 'aria-describedby': about, autocomplete: 'off' }
        return (
          <div class={isToDo(state) ? `text ${state}` : 'text'}>
            <label for={idOfField(name)} lang={language}>
              {commonMessages(language).name}
            </label>
            {short ? (
              <input type="text" {...common} value={value} />
            ) : (
              <textarea {...common} rows={3}>
                {value}
              </textarea>
            )}
            {about !== undefined && (
              <p class="mark">
                <span id={about}>{isOld ? desk.words.lookAgain : desk.words.foundRight}</span>{' '}
                <button
                  class="button quiet small"
                  type="submit"
                  name="do"
                  value={isOld ? press.right(at, language) : press.notRight(at, language)}
                  aria-describedby={about}
                >
                  {isOld ? desk.words.stillRight : desk.words.lookOnceMore}
                </button>
              </p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
