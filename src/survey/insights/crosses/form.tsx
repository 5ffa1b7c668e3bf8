/** The two questions to cross, and of what the shares are. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Axis } from '../axes/axis.ts'
import { ChoiceForm } from '../axes/choice-form.tsx'
import { AxisField } from '../axes/field.tsx'
import { type ShareBase, shares } from './shares.ts'

interface CrossFormProps {
  language: Language
  action: string
  axes: readonly Axis[]
  rows: string
  columns: string
  share: ShareBase
  /** What else is in the address: it stays there. */
  kept: readonly (readonly [name: string, value: string])[]
}

export function CrossForm({ language, action, axes, rows, columns, share, kept }: CrossFormProps) {
  const words = crossesMessages(language)
  return (
    <ChoiceForm action={action} kept={kept} show={words.show}>
      <AxisField language={language} name="rows" label={words.rows} axes={axes} value={rows} />
      <AxisField language={language} name="columns" label={words.columns} axes={axes} value={columns} />
      <div class="field">
        <label class="ask" for="share">
          {words.share}
        </label>
        <select id="share" name="share">
          {shares.map((one) => (
            <option value={one} selected={one === share}>
              {words.shares[one]}
            </option>
          ))}
        </select>
      </div>
    </ChoiceForm>
  )
}
