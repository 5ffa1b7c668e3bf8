/** One edit to a questionnaire: pure, total, and what comes out can always be read again. */
import { readableDraft } from '../drafts/draft.ts'
import { type QuestionnaireDocument, withValue } from './document.ts'
import type { Edit, Edited } from './edit.ts'
import { addConsent, addItem, addPage, addQuestion } from './edits/add.ts'
import { addEntry, addFact, addList, editPlace, editRate, removeFact } from './edits/lists.ts'
import { move, remove } from './edits/move.ts'
import { addAttention, addWording, editCarry, editTargets, editWithout, share } from './edits/parts.ts'
import { editCondition, editSetting, editText, withFacts } from './edits/text.ts'

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
    case 'add_end':
    case 'remove_end':
    case 'lease':
      return ofPage(document, edit)
    default:
      return ofPart(document, edit, before)
  }
}

type Simple = 'text' | `add_${'page' | 'question' | 'item' | 'consent'}` | 'remove' | 'move' | 'set' | 'condition'
type OfPage = 'add_end' | 'remove_end' | 'lease'

/** What a question has of others, and what the questionnaire has for all. */
function ofPart(
  document: QuestionnaireDocument,
  edit: Exclude<Edit, { edit: Simple | OfPage }>,
  before: readonly QuestionnaireDocument[],
): Edited<QuestionnaireDocument> {
  switch (edit.edit) {
    case 'carry':
      return editCarry(document, edit)
    case 'without':
      return editWithout(document, edit)
    case 'add_attention':
      return addAttention(document, edit, before)
    case 'targets':
      return editTargets(document, edit)
    case 'add_wording':
      return addWording(document, edit)
    case 'share':
      return share(document, edit)
    case 'add_fact':
      return addFact(document, edit.fact)
    case 'remove_fact':
      return removeFact(document, edit.fact)
    case 'add_list':
      return addList(document, edit)
    case 'add_entry':
      return addEntry(document, edit)
    case 'place':
      return editPlace(document, edit)
    case 'rate':
      return editRate(document, edit)
  }
}

/** What a page does when it is left: it may end the response, or set the reward aside. */
function ofPage(document: QuestionnaireDocument, edit: Extract<Edit, { edit: OfPage }>): Edited<QuestionnaireDocument> {
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
  const known = edit.edit === 'add_end' ? withFacts(document, edit.when) : document
  if (known === null) return { fault: 'not_so' }
  return { document: withValue(known, ['pages', at, 'ends'], left.length === 0 ? undefined : left) }
}
