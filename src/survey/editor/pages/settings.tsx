/** What is set on a question besides its texts: limits, boxes to be ticked, its variable's name. */
import type { Question } from '../../../../schema/questionnaire.ts'
import { isAnswered } from '../../questionnaire/parts.ts'
import type { Address } from '../document.ts'
import type { QuestionSetting } from '../edit.ts'
import { settingField, shownBoxes } from '../form/fields.ts'
import { type EditorDesk, idOfField, shownIn } from './desk.ts'

type BoxName = 'optional' | 'draftOnly' | 'withheld' | 'shuffle' | 'showAll' | 'exclusive' | 'last' | 'always' | 'decoy'

/** A box to be ticked. */
export function Box({ desk, at, name, checked }: { desk: EditorDesk; at: Address; name: BoxName; checked: boolean }) {
  const field = settingField(at, name)
  const isTicked = desk.fill === null ? checked : desk.fill[field] !== undefined
  return (
    <p class="o">
      <input type="hidden" name={shownBoxes} value={`${at}/${name}`} />
      <input type="checkbox" id={idOfField(field)} name={field} value="1" checked={isTicked} />
      <label for={idOfField(field)}>{desk.words.boxes[name]}</label>
    </p>
  )
}

/** Everything that may be set on this question. */
export function QuestionSettings({ desk, question }: { desk: EditorDesk; question: Question }) {
  const at = `questions/${question.code}`
  const isMulti = question.type === 'multi'
  const isDate = question.type === 'date'
  const limits: [QuestionSetting, string | number | undefined][] = [
    ...('min' in question || isMulti ? ([['min', 'min' in question ? question.min : undefined]] as const) : []),
    ...('max' in question || isMulti ? ([['max', 'max' in question ? question.max : undefined]] as const) : []),
    ...('maxLength' in question ? ([['maxLength', question.maxLength]] as const) : []),
  ].map(([key, value]) => [key, value])
  const kind = isDate ? 'dates' : isMulti || question.type === 'rank' ? 'picks' : 'numbers'
  return (
    <section class="settings" aria-label={desk.words.settings}>
      {limits.length > 0 && (
        <div class="line">
          {limits.map(([key, value]) => (
            <Line
              desk={desk}
              at={at}
              name={key}
              label={
                key === 'maxLength' ? desk.words.maxLength : desk.words.limits[kind][key === 'min' ? 'min' : 'max']
              }
              value={String(value ?? '')}
              type={isDate ? 'date' : 'text'}
            />
          ))}
        </div>
      )}
      {isAnswered(question) && <Box desk={desk} at={at} name="optional" checked={question.optional === true} />}
      {('options' in question || 'rows' in question) && question.type !== 'scale' && (
        <Box desk={desk} at={at} name="shuffle" checked={'shuffle' in question && question.shuffle === true} />
      )}
      {isMulti && <Box desk={desk} at={at} name="showAll" checked={question.showAll === true} />}
      {isAnswered(question) && (
        <details class="more">
          <summary>{desk.words.more}</summary>
          <Line desk={desk} at={at} name="name" label={desk.words.variable} value={question.name} type="text" />
          <Box desk={desk} at={at} name="draftOnly" checked={question.draftOnly === true} />
          <Box desk={desk} at={at} name="withheld" checked={question.withheld === true} />
        </details>
      )}
    </section>
  )
}

interface LineProps {
  desk: EditorDesk
  at: Address
  name: QuestionSetting
  label: string
  value: string
  type: 'text' | 'date'
}

/** A value to be typed. */
export function Line({ desk, at, name, label, value, type }: LineProps) {
  const field = settingField(at, name)
  const isNumber = type === 'text' && name !== 'name'
  return (
    <p class="setting">
      <label for={idOfField(field)}>{label}</label>
      <input
        type={type}
        id={idOfField(field)}
        name={field}
        value={shownIn(desk, field, value)}
        inputmode={isNumber ? 'numeric' : undefined}
        class="short"
        autocomplete="off"
      />
    </p>
  )
}
