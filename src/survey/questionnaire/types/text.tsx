/** An open text. */

import type { Html } from '../../../platform/http/html.ts'
import { lengthOf, sanitizeText } from '../../../platform/i18n/normalize-text.ts'
import { ariaDescribedBy, type Draw, firstValue } from '../page/draw.ts'
import { oneValue } from '../page/posted-values.ts'
import { hintId, Single } from '../page/question-frame.tsx'
import type { BaseView } from '../page/view.ts'
import { oneField } from './one-field.ts'
import { addError, type QuestionTypePage } from './question-type.ts'

interface TextView extends BaseView {
  type: 'text'
  maxLength: number
}

export const text: QuestionTypePage<'text', TextView> = {
  ...oneField,
  read: (posted, { code }, _, errors) => sanitizeText(oneValue(posted, code, errors) ?? '') || undefined,
  validate: (result, { answer }, { code }, { maxLength }) => {
    if (typeof answer !== 'string') return addError(result, code, 'wrong_type')
    if (answer === '') return addError(result, code, 'required')
    if (lengthOf(answer) > maxLength) return addError(result, code, 'too_long', { max: maxLength })
    result.answer = answer
    return result
  },
  view: (base, _, { maxLength }) => ({ ...base, type: 'text', maxLength }),
  draw: OpenText,
}

/** The page's script counts what is left. */
function OpenText({ draw, question }: { draw: Draw; question: TextView }): Html {
  const { code, maxLength } = question
  return (
    <Single draw={draw} question={question}>
      <textarea
        id={code}
        name={code}
        rows={4}
        maxlength={maxLength}
        data-left={draw.words.page.charactersLeft({ n: '{n}' })}
        {...ariaDescribedBy(draw, code, hintId(question))}
      >
        {firstValue(draw, code)}
      </textarea>
    </Single>
  )
}
