/** Up to `max` options in order. */

import type { Html } from '../../../platform/http/html.ts'
import { OptionDetail } from '../page/choices.tsx'
import { ariaDescribedBy, type Draw, elementId, formHolds, localized } from '../page/draw.ts'
import { drawnOnce } from '../page/drawn-once.ts'
import { optionViews } from '../page/option-views.ts'
import { everywhere } from '../page/placeholders.ts'
import { numberAt } from '../page/posted-values.ts'
import { FieldError, Group } from '../page/question-frame.tsx'
import type { BaseView, OptionView } from '../page/view.ts'
import { keepPicks, labelsOf, offeredOf } from './picks.ts'
import { addError, type QuestionTypePage } from './question-type.ts'

interface RankView extends BaseView {
  type: 'rank'
  options: OptionView[]
  max: number
}

export const rank: QuestionTypePage<'rank', RankView> = {
  read: (posted, { code }, { max }, errors) => {
    const picks = places(max).flatMap((place) => numberAt(posted, `${code}.${place}`, code, errors) ?? [])
    return picks.length > 0 ? picks : undefined
  },
  validate: (result, given, asked, { max }) => {
    const { answer } = given
    if (!Array.isArray(answer)) return addError(result, asked.code, 'wrong_type')
    const offered = offeredOf(asked, answer, result)
    const allowed = new Set(offered.map(({ option }) => option.code))
    const codes = [...new Set(answer)].filter((code) => allowed.has(code))
    if (new Set(answer).size < answer.length) addError(result, asked.code, 'twice')
    if (codes.length > max) addError(result, asked.code, 'too_many', { max })
    if (codes.length === 0) return result.errors.length === 0 ? addError(result, asked.code, 'required') : result
    return keepPicks(result, codes.slice(0, max), offered, given, asked)
  },
  hasField: (part, _, { max }) => /^[1-9]\d{0,2}$/.test(part) && Number(part) <= max,
  view: (base, asked, { max }, words) => ({ ...base, type: 'rank', options: optionViews(asked, words), max }),
  draw: Rank,
  fill: ({ code }, answer) => {
    if (typeof answer === 'object' && !Array.isArray(answer)) return {}
    return Object.fromEntries([answer].flat().map((pick, at) => [`${code}.${at + 1}`, [String(pick)]]))
  },
  describe: ({ code, options, max }, posted, language) =>
    labelsOf(
      options,
      places(max).map((place) => posted[`${code}.${place}`]?.[0] ?? ''),
      language,
    ),
  say: everywhere,
}

const places = (max: number) => Array.from({ length: max }, (_, at) => at + 1)

function Place({ draw, field, option }: { draw: Draw; field: string; option: OptionView }): Html {
  const { code, label } = option
  const isPicked = formHolds(draw, field, code)
  const drawn = () => (
    <option value={code} selected={isPicked}>
      {localized(draw, label)}
    </option>
  )
  return isPicked ? drawn() : drawnOnce(draw, label, `option ${code}`, drawn)
}

/** One list for each place. */
function Rank({ draw, question }: { draw: Draw; question: RankView }): Html {
  const { code, options } = question
  const { page } = draw.words
  return (
    <Group draw={draw} question={question} hint={page.chooseUpTo({ max: question.max })} class="rank">
      {Array.from({ length: question.max }, (_, i) => `${code}.${i + 1}`).map((field, i) => (
        <div class="field">
          <label for={elementId(field)}>{page.choice({ n: i + 1 })}</label>
          <FieldError draw={draw} field={field} />
          <select
            id={elementId(field)}
            name={field}
            autocomplete="off"
            data-rank={code}
            {...ariaDescribedBy(draw, field)}
          >
            <option value="">{i === 0 ? page.choose : page.noChoice}</option>
            {options.map((option) => (
              <Place draw={draw} field={field} option={option} />
            ))}
          </select>
        </div>
      ))}
      {options.map((option) => (
        <OptionDetail
          draw={draw}
          code={code}
          option={option}
          label={page.specifyIf({ label: localized(draw, option.label) })}
          when={option.code}
        />
      ))}
    </Group>
  )
}
