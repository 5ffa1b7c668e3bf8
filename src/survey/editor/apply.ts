/** One edit to a questionnaire: pure, total, and what comes out can always be read again. */
import { readableDraft } from '../drafts/draft.ts'
import { type QuestionnaireDocument, withValue } from './document.ts'
import type { Edit, Edited, EditOf } from './edit.ts'
import { addConsent, addItem, addPage, addQuestion } from './edits/add.ts'
import { addEntry, addFact, addList, editPlace, editRate, removeFact } from './edits/lists.ts'
import { move, removePart } from './edits/move.ts'
import { addAttention, addSet, addWording, editCarry, editTargets, editWithout, shareOptions } from './edits/parts.ts'
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
  // Each takes the edit of its name, which TypeScript does not follow through a table.
  const done = edits[edit.edit](document, edit as never, before)
  if ('fault' in done || done.document === document) return done
  return readableDraft(done.document).ok ? done : { fault: 'not_so' }
}

type Effect<Name extends Edit['edit']> = (
  document: QuestionnaireDocument,
  edit: EditOf<Name>,
  before: readonly QuestionnaireDocument[],
) => Edited<QuestionnaireDocument>

const edits: { readonly [Name in Edit['edit']]: Effect<Name> } = {
  text: editText,
  add_page: addPage,
  add_question: addQuestion,
  add_item: addItem,
  add_consent: addConsent,
  remove: removePart,
  move,
  set: editSetting,
  condition: editCondition,
  add_end: ofPage,
  remove_end: ofPage,
  lease: ofPage,
  carry: editCarry,
  without: editWithout,
  add_attention: addAttention,
  targets: editTargets,
  add_wording: addWording,
  share: shareOptions,
  add_set: addSet,
  add_fact: addFact,
  remove_fact: removeFact,
  add_list: addList,
  add_entry: addEntry,
  place: editPlace,
  rate: editRate,
}

/** What a page does when it is left: it may end the response, or set the reward aside. */
function ofPage(
  document: QuestionnaireDocument,
  edit: EditOf<'add_end' | 'remove_end' | 'lease'>,
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
  const known = edit.edit === 'add_end' ? withFacts(document, edit.when) : document
  if (known === null) return { fault: 'not_so' }
  return { document: withValue(known, ['pages', at, 'ends'], left.length === 0 ? undefined : left) }
}
