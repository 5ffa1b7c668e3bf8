/** A text that is only read. */
import { localized } from '../page/draw.ts'
import { everywhere } from '../page/placeholders.ts'
import type { BaseView } from '../page/view.ts'
import type { QuestionTypePage } from './question-type.ts'

interface NoteView extends BaseView {
  type: 'note'
}

export const note: QuestionTypePage<'note', NoteView> = {
  read: () => undefined,
  validate: (result) => result,
  hasField: () => false,
  view: (base) => ({ ...base, type: 'note' }),
  draw: ({ draw, question }) => (
    <div class="note" id={question.code}>
      <p>{localized(draw, question.text)}</p>
      {question.hint && <p class="hint">{localized(draw, question.hint)}</p>}
    </div>
  ),
  fill: () => ({}),
  describe: () => '',
  say: everywhere,
}
