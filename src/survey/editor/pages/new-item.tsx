/** A line for one more option, row or entry of a list: its name in each language. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import { languages } from '../../../../schema/questionnaire.ts'
import type { Html } from '../../../platform/http/html.ts'
import type { Address } from '../document.ts'
import { newItemField } from '../form/fields.ts'
import { type EditorDesk, idOfField, shownIn } from './desk.ts'

/** @param first what is asked before the names */
export function NewItem({ desk, list, first }: { desk: EditorDesk; list: Address; first?: Html }) {
  const { words } = desk
  return (
    <fieldset class="texts tight new">
      <legend>{words.addItem}</legend>
      {first}
      {languages.map((language) => {
        const name = newItemField(list, language)
        return (
          <div class="text">
            <label for={idOfField(name)} lang={language}>
              {commonMessages(language).name}
            </label>
            <input
              type="text"
              id={idOfField(name)}
              name={name}
              lang={language}
              value={shownIn(desk, name, '')}
              autocomplete="off"
            />
          </div>
        )
      })}
      <button class="button quiet small" type="submit" name="do" value="save">
        {words.add}
      </button>
    </fieldset>
  )
}
