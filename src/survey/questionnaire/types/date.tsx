/** A calendar day of `min` to `max`. */

import { inEachLanguage } from '../../../../schema/text.ts'
import type { Html } from '../../../platform/http/html.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import { isDay } from '../../../platform/time/day.ts'
import { ariaDescribedBy, type Draw, firstValue } from '../page/draw.ts'
import { oneValue } from '../page/posted-values.ts'
import { hintId, Single } from '../page/question-frame.tsx'
import type { BaseView } from '../page/view.ts'
import { oneField } from './one-field.ts'
import { addError, type QuestionTypePage } from './question-type.ts'

interface DateView extends BaseView {
  type: 'date'
  min: string
  max: string
}

export const date: QuestionTypePage<'date', DateView> = {
  ...oneField,
  read: (posted, { code }, _, errors) => {
    const typed = oneValue(posted, code, errors)
    if (typed === undefined) return undefined
    const day = writtenDay(typed)
    if (day === null) errors.push({ field: code, code: 'not_a_date' })
    return day ?? undefined
  },
  validate: (result, { answer }, { code }, { min, max }) => {
    if (typeof answer !== 'string') return addError(result, code, 'wrong_type')
    if (!isDay(answer)) return addError(result, code, 'not_a_date')
    if (answer < min) return addError(result, code, 'too_early', { day: min })
    if (answer > max) return addError(result, code, 'too_late', { day: max })
    result.answer = answer
    return result
  },
  view: (base, _, { min, max }) => ({ ...base, type: 'date', min, max }),
  draw: CalendarDay,
  describe: ({ code }, posted, language) =>
    (posted[code] ?? [])
      .map((typed) => dayText(writtenDay(typed) ?? typed, (day) => formatDate(day, language)))
      .join(' '),
  say: (answer) => inEachLanguage((language) => dayText(answer, (day) => formatDate(day, language))),
}

const dayText = (text: string, say: (day: string) => string) => (isDay(text) ? say(text) : text)

/**
 * The day as a browser's own control sends it, or as people type it where there is none: year, month and day with
 * anything usual between them, or eight digits, of any width. Day and month first is not read, for nobody knows
 * which is which. Null for anything else; whether such a day exists is another question.
 */
function writtenDay(typed: string): string | null {
  if (typed.length > 24) return null
  const written = typed.normalize('NFKC').replace(/\s/g, '')
  const [, year, month, day] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(written) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}

/** A browser without a control of its own for days shows a field for text. */
function CalendarDay({ draw, question }: { draw: Draw; question: DateView }): Html {
  const { code, min, max } = question
  const { language, words } = draw
  const hint = words.page.fromDay({ min: formatDate(min, language), max: formatDate(max, language) })
  const typed = firstValue(draw, code)
  return (
    <Single draw={draw} question={question} hint={hint}>
      <input
        type="date"
        class="short"
        id={code}
        name={code}
        value={writtenDay(typed) ?? typed}
        min={min}
        max={max}
        placeholder={words.page.dayExample}
        autocomplete="off"
        {...ariaDescribedBy(draw, code, hintId(question, hint))}
      />
    </Single>
  )
}
