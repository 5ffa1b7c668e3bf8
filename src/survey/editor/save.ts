/** Saves what a form of the editor means to a draft, beside what others have saved meanwhile. */
import { canonicalOf } from '../../platform/crypto/version.ts'
import { commit } from '../../platform/db/perform.ts'
import { type Database, first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import type { DraftDocument } from '../drafts/draft.ts'
import { type ChangedMeanwhile, type Draft, readDraft, saveDraft } from '../drafts/save.ts'
import { revisionBy } from '../drafts/store.ts'
import { findDocument } from '../studies/store.ts'
import { versionsOfStudy } from '../studies/versions.ts'
import { applyEdit } from './apply.ts'
import { type Confirmation, confirmWrites } from './confirmed.ts'
import type { Address, DocumentText } from './document.ts'
import type { Edit, EditFault } from './edit.ts'
import { conflicts } from './form/conflicts.ts'
import { wordsAt } from './translation-state.ts'

export interface RefusedEdit {
  edit: Edit
  fault: EditFault
  by: readonly Address[]
}

export type SavedEdits =
  /** What could be done is saved; the rest is refused, and why. */
  | { saved: number; refused: readonly RefusedEdit[]; added: Address | null; document: DraftDocument }
  /** Somebody else has changed the same: nothing is saved. */
  | { clash: readonly Edit[]; by: Pick<ChangedMeanwhile, 'by' | 'at'> }
  | { refused: 'not_found' | 'too_long' }

export interface FormToSave {
  studyId: string
  /** The revision that the form showed. */
  revision: number
  /** What the form means, against the questionnaire as it showed it. */
  readEdits: (shown: DraftDocument) => readonly Edit[]
  /** A translation that its sender finds right, or wants looked at, beside what the form shows or changes. */
  confirms?: Confirmation | null
}

/** As often as others may come between before somebody is told to try again. */
const mostTries = 8

/** Saves the edits of a form. Those that touch nothing that others changed since go beside theirs. */
export async function saveEdits(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { studyId, revision, readEdits, confirms = null }: FormToSave,
): Promise<SavedEdits> {
  const { db } = ports
  for (let tries = 0; tries < mostTries; tries += 1) {
    const draft = await readDraft(db, studyId)
    if (draft === undefined) return { refused: 'not_found' }
    const shown = await documentAt(db, studyId, revision, draft)
    const edits = readEdits(shown ?? draft.document)
    const clash = shown === null ? edits : conflicts(edits, shown, draft.document)
    const by = { by: draft.savedBy?.name ?? '', at: draft.savedAt ?? '' }
    if (clash.length > 0) return { clash, by }
    const done = await applyAll(db, studyId, draft.document, edits)
    const words = confirms && wordsConfirmed(confirms.at, shown, edits, done.document)
    const also = confirms && words ? await confirmWrites(ports, staff.id, { ...confirms, studyId, words }) : []
    if (done.document === draft.document) {
      if (also.length > 0) await commit(db, 'A confirmed translation', ...also)
      return { saved: draft.revision, ...done }
    }
    const saved = await saveDraft(ports, staff, { studyId, revision: draft.revision, document: done.document, also })
    if ('saved' in saved) return { ...done, saved: saved.saved }
    if (saved.refused === 'too_long' || saved.refused === 'not_found') return { refused: saved.refused }
    if (saved.refused === 'unreadable') throw new Error('An edit left a draft that cannot be read.')
  }
  throw new Error('A draft was saved by others each time.')
}

/** The text that was confirmed: as the form showed it, with what it changes; null where somebody else changed it since. */
function wordsConfirmed(
  at: Address,
  shown: DraftDocument | null,
  edits: readonly Edit[],
  now: DraftDocument,
): DocumentText | null {
  if (shown === null) return null
  const own = edits.filter((edit) => edit.edit === 'text' && edit.at === at)
  const meant = own.reduce((document, edit) => {
    const done = applyEdit(document, edit)
    return 'fault' in done ? document : done.document
  }, shown)
  const [mine, stored] = [wordsAt(meant, at), wordsAt(now, at)]
  return mine && stored && canonicalOf(mine) === canonicalOf(stored) ? stored : null
}

/** The draft as it was at a revision; null when that is no longer kept. */
async function documentAt(
  db: Database,
  studyId: string,
  revision: number,
  draft: Draft,
): Promise<DraftDocument | null> {
  if (revision === draft.revision) return draft.document
  const found =
    revision > 0
      ? (await first(db, revisionBy({ studyId, revision })))?.document
      : await findDocument(db, draft.baseVersion)
  return found === undefined ? null : (JSON.parse(found) as DraftDocument)
}

async function applyAll(db: Database, studyId: string, document: DraftDocument, edits: readonly Edit[]) {
  const versions = edits.some(({ edit }) => edit.startsWith('add')) ? await publishedDocuments(db, studyId) : []
  const refused: RefusedEdit[] = []
  let added: Address | null = null
  let now = document
  for (const edit of edits) {
    const done = applyEdit(now, edit, versions)
    if ('fault' in done) refused.push({ edit, fault: done.fault, by: done.by ?? [] })
    else {
      now = done.document
      added = done.added ?? added
    }
  }
  return { document: now, refused, added }
}

/** What people have been asked: codes that stand there are not given to anything new. */
async function publishedDocuments(db: Database, studyId: string): Promise<DraftDocument[]> {
  const versions = new Set((await db.read(versionsOfStudy({ studyId }))).map(({ version }) => version))
  const documents = await Promise.all([...versions].map((version) => findDocument(db, version)))
  return documents.flatMap((one) => (one === undefined ? [] : (JSON.parse(one) as DraftDocument)))
}
