import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Axis } from './axis.ts'
import { axisTitle } from './title.ts'

interface AxisFieldProps {
  language: Language
  name: string
  label: string
  axes: readonly Axis[]
  value: string
  /** What stands first where nothing has to be chosen; otherwise that something has. */
  nothing?: string
}

/** A choice among the sides that a study's data has. */
export function AxisField({ language, name, label, axes, value, nothing }: AxisFieldProps) {
  const words = crossesMessages(language)
  const option = (axis: Axis) => (
    <option value={axis.key} selected={axis.key === value}>
      {axisTitle(axis, language)}
    </option>
  )
  const [questions, about] = [axes.filter((one) => one.question !== null), axes.filter((one) => one.question === null)]
  return (
    <div class="field">
      <label class="ask" for={name}>
        {label}
      </label>
      <select id={name} name={name}>
        {(nothing !== undefined || value === '') && (
          <option value="">{nothing ?? questionsMessages(language).filter.choose}</option>
        )}
        <optgroup label={words.groups.questions}>{questions.map(option)}</optgroup>
        {about.length > 0 && <optgroup label={words.groups.about}>{about.map(option)}</optgroup>}
      </select>
    </div>
  )
}
