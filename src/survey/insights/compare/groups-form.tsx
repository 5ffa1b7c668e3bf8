/** Which two groups are compared. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { ChoiceForm } from '../axes/choice-form.tsx'

export interface GroupChoice {
  /** The filter as an address has it; '' for everybody. */
  filter: string
  label: string
}

export interface ChosenGroup {
  filter: string
  /** The number of its version. */
  version: number
}

interface GroupsFormProps {
  language: Language
  action: string
  choices: readonly GroupChoice[]
  /** Versions to choose from, by their numbers; no choice where there is one. */
  versions: readonly { n: number; label: string }[]
  a: ChosenGroup
  b: ChosenGroup
  /** What else is in the address: it stays there. */
  kept: readonly (readonly [name: string, value: string])[]
}

export function GroupsForm({ language, action, choices, versions, a, b, kept }: GroupsFormProps) {
  const words = crossesMessages(language).compare
  const sides = [
    { name: 'a', label: words.a, chosen: a },
    { name: 'b', label: words.b, chosen: b },
  ]
  return (
    <ChoiceForm action={action} kept={kept} show={words.show}>
      {sides.map(({ name, label, chosen }) => (
        <>
          <div class="field">
            <label class="ask" for={name}>
              {label}
            </label>
            <select id={name} name={name}>
              {choices.map((one) => (
                <option value={one.filter} selected={one.filter === chosen.filter}>
                  {one.label}
                </option>
              ))}
            </select>
          </div>
          {versions.length > 1 && (
            <div class="field">
              <label class="ask" for={`${name}v`}>
                {label}: {words.version}
              </label>
              <select id={`${name}v`} name={`${name}v`}>
                {versions.map(({ n, label }) => (
                  <option value={String(n)} selected={n === chosen.version}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
          )}
        </>
      ))}
    </ChoiceForm>
  )
}
