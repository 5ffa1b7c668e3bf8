/** Draws the questions and consents of a page, and the summary of what needs another look. */

import { commonMessages } from '../../../../messages/generated/common.ts'
import type { Html } from '../../../platform/http/html.ts'
import { type QuestionView, typeOf } from '../types/index.ts'
import { ariaDescribedBy, type Draw, elementId, formHolds, localized, messageOf } from './draw.ts'
import type { PageView } from './page-view.ts'
import { FieldError } from './question-frame.tsx'
import type { ValidationError } from './view.ts'

/** One question of any type, filled in, with its messages. */
export function QuestionField({ draw, question }: { draw: Draw; question: QuestionView }): Html {
  const { draw: Drawn } = typeOf(question.type)
  return <Drawn draw={draw} question={question} />
}

export interface ConsentPage {
  /** The address of the privacy notice. */
  notice: string
  /** Whether it is asked if typing and pasting may be counted. */
  asksParadata: boolean
}

/** The boxes to be ticked before going on, and one that need not be. */
export function ConsentBoxes({
  draw,
  view,
  page,
}: {
  draw: Draw
  view: PageView
  page?: ConsentPage | undefined
}): Html | null {
  if (view.consents.length === 0) return null
  return (
    <fieldset class="q consents">
      <legend>{draw.words.page.consents}</legend>
      <ul class="points small">
        {Object.values(commonMessages(draw.language).privacyPoints).map((point) => (
          <li>{point}</li>
        ))}
        <li>{draw.words.page.byYourself}</li>
        {page && (
          <li>
            <a href={page.notice}>{commonMessages(draw.language).privacy}</a>
          </li>
        )}
      </ul>
      {view.consents.map(({ code, text }) => (
        <>
          <FieldError draw={draw} field={code} />
          <div class="o">
            <input
              type="checkbox"
              id={code}
              name={code}
              value="1"
              checked={formHolds(draw, code, 1)}
              {...ariaDescribedBy(draw, code)}
            />
            <label for={code}>{localized(draw, text)}</label>
          </div>
        </>
      ))}
      {page?.asksParadata && (
        <div class="o">
          <input type="checkbox" id="paradata" name="paradata" value="1" checked={formHolds(draw, 'paradata', 1)} />
          <label for="paradata">{draw.words.page.paradata}</label>
        </div>
      )}
    </fieldset>
  )
}

/** Where an error's message stands and what the reader knows that place as. */
function placeOf(view: PageView, draw: Draw, field: string): { id: string; name: string } {
  const consent = view.consents.find((one) => one.code === field)
  if (consent) return { id: consent.code, name: localized(draw, consent.text) }
  const [code = '', part] = field.split('.')
  const question = view.questions.find((one) => one.code === code)
  if (!question) return { id: 'main', name: '' }
  const row = 'rows' in question ? question.rows.find((one) => one.field === part) : undefined
  return { id: elementId(field), name: localized(draw, row ? row.label : question.text) }
}

/** What needs another look, each leading to its place. */
export function ErrorSummary({ draw, view }: { draw: Draw; view: PageView }): Html | null {
  const { errors } = draw
  if (errors.length === 0) return null
  const line = (error: ValidationError) => {
    const { id, name } = placeOf(view, draw, error.field)
    const message = messageOf(draw.language, error)
    return (
      <li>
        <a href={`#${id}`}>{name === '' ? message : draw.words.page.errorOf({ question: name, message })}</a>
      </li>
    )
  }
  return (
    <div class="faults" id="faults" role="alert" tabindex={-1}>
      <h2>{draw.words.page.errors({ n: errors.length })}</h2>
      <ul>{errors.map(line)}</ul>
    </div>
  )
}
