/** Rows that share a scale. */

import { commonMessages } from '../../../../messages/generated/common.ts'
import type { RowAnswers } from '../../../../schema/answers.ts'
import type { Html } from '../../../platform/http/html.ts'
import { ariaDescribedBy, type Draw, elementId, errorAt, localized } from '../page/draw.ts'
import { KeyRow } from '../page/keys.tsx'
import { optionViews, rowViews } from '../page/option-views.ts'
import { everywhere } from '../page/placeholders.ts'
import { numberAt } from '../page/posted-values.ts'
import { FieldError, Group } from '../page/question-frame.tsx'
import type { BaseView, OptionView, RowView } from '../page/view.ts'
import { labelsOf, offeredAs, pickFault } from './picks.ts'
import { addError, type QuestionTypePage } from './question-type.ts'

interface MatrixView extends BaseView {
  type: 'matrix'
  rows: RowView[]
  options: OptionView[]
}

export const matrix: QuestionTypePage<'matrix', MatrixView> = {
  read: (posted, { code, rows, optional }, _, errors) => {
    const answer: RowAnswers = {}
    let blank = true
    for (const row of rows) {
      const field = `${code}.${row.field}`
      const pick = numberAt(posted, field, field, errors)
      if (pick !== undefined) blank = false
      if (pick !== undefined) answer[row.code] = pick
      else if (optional && !errors.some((error) => error.field === field)) answer[row.code] = -1
    }
    return blank ? undefined : answer
  },
  validate: (result, { answer }, asked) => {
    if (typeof answer !== 'object' || Array.isArray(answer)) return addError(result, asked.code, 'wrong_type')
    const accepted: RowAnswers = {}
    let any = false
    for (const row of asked.rows) {
      const field = `${asked.code}.${row.field}`
      const pick = Object.hasOwn(answer, row.code) ? answer[row.code] : undefined
      if (pick === undefined) {
        addError(result, field, 'required')
      } else if ((pick === -1 && asked.optional) || offeredAs(asked, pick)) {
        accepted[row.code] = pick
        any = true
      } else {
        addError(result, field, pickFault(asked, pick))
      }
    }
    if (any) result.answer = accepted
    return result
  },
  hasField: (part, { rows }) => rows.some((row) => row.field === part),
  view: (base, asked, _, words) => ({
    ...base,
    type: 'matrix',
    rows: rowViews(asked, words),
    options: optionViews(asked, words),
  }),
  draw: Matrix,
  fill: ({ code, rows }, answer) => {
    if (typeof answer !== 'object' || Array.isArray(answer)) return {}
    const fields = rows.flatMap((row): [string, string[]][] => {
      const picked = answer[row.code]
      return picked === undefined ? [] : [[`${code}.${row.field}`, [String(picked)]]]
    })
    return Object.fromEntries(fields)
  },
  describe: ({ code, rows, options }, posted, language) =>
    rows
      .flatMap((row) => {
        const picked = labelsOf(options, posted[`${code}.${row.field}`] ?? [], language)
        return picked ? [commonMessages(language).labelled({ label: row.label[language], text: picked })] : []
      })
      .join(commonMessages(language).rowSeparator),
  say: everywhere,
}

/**
 * On a phone each row is a small question with every label in sight; on a wide screen the same markup is a grid, and
 * the labels move to its head (kept for readers of the page by ear).
 */
function Matrix({ draw, question }: { draw: Draw; question: MatrixView }): Html {
  return (
    <Group draw={draw} question={question} class="matrix">
      <div class={`heads n${question.options.length}`} aria-hidden="true">
        {question.options.map((option) => (
          <span>{localized(draw, option.label)}</span>
        ))}
      </div>
      {question.rows.map((row) => {
        const field = `${question.code}.${row.field}`
        const id = elementId(field)
        return (
          <div
            class={errorAt(draw, field) === null ? 'row' : 'row bad'}
            role="radiogroup"
            id={id}
            aria-labelledby={`${id}-l`}
            {...ariaDescribedBy(draw, field)}
          >
            <div class="name">
              <p id={`${id}-l`}>{localized(draw, row.label)}</p>
              <FieldError draw={draw} field={field} />
            </div>
            <KeyRow draw={draw} field={field} options={question.options} />
          </div>
        )
      })}
    </Group>
  )
}
