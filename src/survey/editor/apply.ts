/** One edit to a questionnaire: pure, total, and what comes out can always be read again. */
import { readableDraft } from '../drafts/draft.ts'
import { type QuestionnaireDocument, withValue } from './document.ts'
import type { Edit, Edited } from './edit.ts'
import { addConsent, addItem, addPage, addQuestion } from './edits/add.ts'
import { move, remove } from './edits/move.ts'
import { editCondition, editSetting, editText } from './edits/text.ts'

/**
 * The document after an edit, or why it cannot be made. Whether it is a questionnaire that people can be asked is for the
 * checker: a draft may be unfinished.
 * @param before versions that people have answered: codes that they have are not given to anything new
 */
export function applyEdit(
  document: QuestionnaireDocument,
  edit: Edit,
  before: readonly QuestionnaireDocument[] = [],
): Edited<QuestionnaireDocument> {
  const done = made(document, edit, before)
  if ('fault' in done || done.document === document) return done
  return readableDraft(done.document).ok ? done : { fault: 'not_so' }
}

function made(
  document: QuestionnaireDocument,
  edit: Edit,
  before: readonly QuestionnaireDocument[],
): Edited<QuestionnaireDocument> {
  switch (edit.edit) {
    case 'text':
      return editText(document, edit)
    case 'add_page':
      return addPage(document, edit, before)
    case 'add_question':
      return addQuestion(document, edit, before)
    case 'add_item':
      return addItem(document, edit, before)
    case 'add_consent':
      return addConsent(document, edit, before)
    case 'remove':
      return remove(document, edit)
    case 'move':
      return move(document, edit)
    case 'set':
      return editSetting(document, edit)
    case 'condition':
      return editCondition(document, edit)
    default:
      return ofPage(document, edit)
  }
}

/** What a page does when it is left: it may end the response, or set the reward aside. */
function ofPage(
  document: QuestionnaireDocument,
  edit: Extract<Edit, { edit: 'add_end' | 'remove_end' | 'lease' }>,
): Edited<QuestionnaireDocument> {
  const at = document.pages.findIndex(({ code }) => code === edit.page)
  const page = document.pages[at]
  if (!page) return { fault: 'not_found' }
  if (edit.edit === 'lease') {
    const pages = document.pages.map(({ lease: _, ...one }) =>
      one.code === edit.page ? { ...one, lease: true as const } : one,
    )
    return { document: { ...document, pages } }
  }
  const ends = page.ends ?? []
  if (edit.edit === 'remove_end' && ends[edit.n] === undefined) return { fault: 'not_found' }
  const left = edit.edit === 'add_end' ? [...ends, { when: edit.when, as: edit.as }] : ends.toSpliced(edit.n, 1)
  return { document: withValue(document, ['pages', at, 'ends'], left.length === 0 ? undefined : left) }
}
