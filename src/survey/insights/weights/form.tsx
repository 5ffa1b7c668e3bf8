/** Where margins are typed: a field for each answer of the questions that were chosen. It works by its address alone. */
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { controlAttributes, Field } from '../../../staff/frame/field.tsx'
import type { OneAxis } from '../axes/axis.ts'
import { axisTitle } from '../axes/title.ts'
import { type TypedMargins, units } from './margins.ts'

interface MarginFormProps {
  language: Language
  action: string
  axes: readonly OneAxis[]
  typed: TypedMargins
  /** A question that was added, by its key. */
  added: string
  /** What else stands in the address and stays. */
  stays: readonly (readonly [string, string])[]
}

export function MarginForm({ language, action, axes, typed, added, stays }: MarginFormProps) {
  const words = weightsMessages(language).type
  const add = { name: 'add', label: words.add }
  const chosen = axes.filter(({ key }) => key === added || typed.targets.some(({ on }) => on === key))
  const others = axes.filter((axis) => !chosen.includes(axis))
  const targetOf = (on: string, code: string) =>
    typed.targets.find((one) => one.on === on && one.code === code)?.value ?? ''
  return (
    <form method="get" action={action}>
      {stays.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {chosen.length > 0 && (
        <>
          <p class="hint">{words.hint}</p>
          <fieldset>
            <legend>{words.unit}</legend>
            {units.map((unit) => (
              <label class="box">
                <input type="radio" name="unit" value={unit} checked={unit === typed.unit} />{' '}
                <span>{words.units[unit]}</span>
              </label>
            ))}
          </fieldset>
        </>
      )}
      {chosen.map((axis) => (
        <fieldset>
          <legend>{axisTitle(axis, language)}</legend>
          <table class="table">
            <tbody>
              {axis.categories.map(({ key, label }) => {
                const name = `t.${axis.key}.${key}`
                return (
                  <tr>
                    <td>
                      <label for={name}>{label[language]}</label>
                    </td>
                    <td>
                      <input
                        id={name}
                        name={name}
                        class="short"
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        value={targetOf(axis.key, key)}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </fieldset>
      ))}
      <Field {...add}>
        <select {...controlAttributes(add)}>
          <option value="">{words.choose}</option>
          {others.map((axis) => (
            <option value={axis.key}>{axisTitle(axis, language)}</option>
          ))}
        </select>
      </Field>
      <p class="actions">
        <button class="button quiet small" type="submit">
          {words.next}
        </button>
      </p>
      {chosen.length > 0 && (
        <p class="actions">
          <button class="button" type="submit">
            {words.check}
          </button>
        </p>
      )}
    </form>
  )
}
