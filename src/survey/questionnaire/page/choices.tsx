/** Choosing among options: one (radio buttons) or several (tick boxes). */

import type { Text } from '../../../../schema/questionnaire.ts'
import type { Html } from '../../../platform/http/html.ts'
import { textWidth } from '../../../platform/i18n/text-width.ts'
import { ariaDescribedBy, type Draw, elementId, errorAt, firstValue, formHolds, localized } from './draw.ts'
import { drawnOnce } from './drawn-once.ts'
import { codeInList } from './list-entry.ts'
import { FieldError, Group } from './question-frame.tsx'
import { sortedList } from './sorted-list.ts'
import type { BaseView, OptionView } from './view.ts'

/** What a question among whose options people tick or choose looks like. */
interface ChoiceView extends BaseView {
  options: OptionView[]
  /** Only where several may be picked: the most, if there is one. */
  max?: number | null
}

/** Enough for any place or reason in a few words; the server decides what is too long. */
const detailLength = 200

/** What an option asks for besides being picked: a short text, or an entry of a list. */
export function OptionDetail(props: { draw: Draw; code: string; option: OptionView; label: string; when?: number }) {
  const { draw, code, option } = props
  if (!option.detail) return null
  const field = `${code}.text`
  const id = elementId(field)
  return (
    <div class="detail" data-when={props.when}>
      <label for={id}>{props.label}</label>
      <FieldError draw={draw} field={field} />
      {option.detail === 'text' ? (
        <input
          type="text"
          id={id}
          name={field}
          value={firstValue(draw, field)}
          maxlength={detailLength}
          autocomplete="off"
          {...ariaDescribedBy(draw, field)}
        />
      ) : (
        <Listed draw={draw} field={field} list={option.detail.list} />
      )}
    </div>
  )
}

/** An entry of a long list: typed with the names on offer, or typed alone where a browser offers none. */
function Listed({ draw, field, list }: { draw: Draw; field: string; list: readonly { code: string; label: Text }[] }) {
  const id = elementId(field)
  const typed = firstValue(draw, field)
  const code = codeInList(list, typed)
  const entry = list.find((one) => one.code === code)
  return (
    <>
      <input
        type="text"
        id={id}
        name={field}
        value={entry ? localized(draw, entry.label) : typed}
        list={`${id}-l`}
        maxlength={detailLength}
        autocomplete="off"
        {...ariaDescribedBy(draw, field)}
      />
      <datalist id={`${id}-l`}>
        {sortedList(list, draw.language).map(({ label }) => (
          <option>{localized(draw, label)}</option>
        ))}
      </datalist>
    </>
  )
}

interface OneChoice {
  draw: Draw
  question: ChoiceView
  option: OptionView
}

function Choice(props: OneChoice): Html {
  const { draw, question, option } = props
  const { code } = question
  const isTouched =
    draw.errors.length > 0 || formHolds(draw, code, option.code) || (option.detail && draw.fill[`${code}.text`])
  if (isTouched) return <DrawnChoice {...props} />
  const { detail, exclusive } = option
  const kind = `${question.max !== undefined} ${exclusive} ${typeof detail} ${detail ? draw.words.page.specify : ''}`
  return drawnOnce(draw, option.label, `${code} ${option.code} ${kind}`, () => <DrawnChoice {...props} />)
}

function DrawnChoice(props: OneChoice): Html {
  const { draw, question, option } = props
  const { code } = question
  const several = question.max !== undefined
  const id = `${code}-o${option.code}`
  const faulty = several && errorAt(draw, code) !== null
  return (
    <div class={option.detail ? 'o more-asked' : 'o'}>
      <input
        type={several ? 'checkbox' : 'radio'}
        id={id}
        name={code}
        value={option.code}
        checked={formHolds(draw, code, option.code)}
        aria-invalid={faulty ? 'true' : undefined}
        data-exclusive={several && option.exclusive ? '' : undefined}
      />
      <label for={id}>{localized(draw, option.label)}</label>
      <OptionDetail draw={draw} code={code} option={option} label={draw.words.page.specify} />
    </div>
  )
}

/** The longest word that half a phone has room for, in Latin letters; a longer one would break in the middle. */
const widestWord = 9

/** Two columns where there are many short labels, so that a list of places fits a phone. */
function columns(draw: Draw, options: readonly OptionView[]): string {
  const short = options.every((option) => {
    const label = localized(draw, option.label)
    return textWidth(label) <= 18 && (label.match(/[a-z]+/gi) ?? []).every((word) => word.length <= widestWord)
  })
  return short && options.length > 8 ? 'os two' : 'os'
}

/** One of several options, and several of several. */
export function OptionChoices({
  draw,
  question,
  hint = null,
}: {
  draw: Draw
  question: ChoiceView
  hint?: string | null
}): Html {
  const shown = question.options.filter((option) => !option.hidden)
  const more = question.options.filter((option) => option.hidden)
  const list = (options: OptionView[]) => (
    <div class={columns(draw, question.options)}>
      {options.map((option) => (
        <Choice draw={draw} question={question} option={option} />
      ))}
    </div>
  )
  const several = question.max !== undefined
  return (
    <Group
      draw={draw}
      question={question}
      hint={hint}
      {...(!several && { role: 'radiogroup' as const })}
      max={question.max ?? null}
    >
      {list(shown)}
      {more.length > 0 && (
        <details class="more" open={more.some((option) => formHolds(draw, question.code, option.code))}>
          <summary>{draw.words.page.showAll}</summary>
          {list(more)}
        </details>
      )}
    </Group>
  )
}
