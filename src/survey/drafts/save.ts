/** Saving the draft of a study's questionnaire, and going back and on again through what it was. */
import { limit, taken } from '../../../schema/constraints.ts'
import { canonicalOf } from '../../platform/crypto/version.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { type Breach, type Database, first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { ContentError } from '../questionnaire/checks/content-error.ts'
import { findDocument } from '../studies/store.ts'
import { versionsOfStudy } from '../studies/versions.ts'
import { type DraftDocument, longestDraft, readableDraft } from './draft.ts'
import * as store from './store.ts'

export interface Draft {
  document: DraftDocument
  /** The version that it is to come after: the one that the study asks. */
  baseVersion: string
  /** 0 for one that nobody has saved yet: it is the version that the study asks. */
  revision: number
  savedBy: { id: string; name: string } | null
  /** ISO 8601 in UTC; null as long as nobody has saved it. */
  savedAt: string | null
  canUndo: boolean
  canRedo: boolean
}

/** Somebody else has saved or published since this revision was read: who, by name, and when. */
export interface ChangedMeanwhile {
  refused: 'changed_meanwhile'
  by: string
  at: string
}

export type DraftOutcome =
  | { saved: number }
  | ChangedMeanwhile
  | { refused: 'not_found' }
  /** Not a questionnaire, not even an unfinished one: where, and why. */
  | { refused: 'unreadable'; errors: ContentError[] }
  | { refused: 'too_long' }

type Stored = NonNullable<ReturnType<typeof store.draftRow>['row']>

const parse = (document: string) => JSON.parse(document) as DraftDocument

/** The draft beside the version that a study asks; undefined for a study that is not there. */
export async function readDraft(db: Database, studyId: string): Promise<Draft | undefined> {
  const row = await first(db, store.draftRow({ studyId }))
  if (row !== undefined) {
    const { baseVersion, revision, savedAt } = row
    return {
      document: parse(row.document),
      baseVersion,
      revision,
      savedBy: { id: row.savedBy, name: row.savedByName ?? row.savedBy },
      savedAt,
      canUndo: row.undoTo !== null && row.undoTo > revision - store.mostRevisions,
      canRedo: row.redoTo !== null && row.redoTo > revision - store.mostRevisions,
    }
  }
  const live = (await db.read(versionsOfStudy({ studyId }))).at(-1)
  if (live === undefined) return undefined
  const document = parse((await findDocument(db, live.version)) ?? 'null')
  const none = { revision: 0, savedBy: null, savedAt: null, canUndo: false, canRedo: false }
  return { document, baseVersion: live.version, ...none }
}

/** Who saved it last, for whoever comes too late. */
export const changedBy = (row: Stored): ChangedMeanwhile => ({
  refused: 'changed_meanwhile',
  by: row.savedByName ?? row.savedBy,
  at: row.savedAt,
})

/** What a refusal of these rows means: somebody else was quicker, and who. */
export async function overtaken(db: Database, studyId: string, breach: Breach) {
  if (breach.on !== limit.draftRevision && breach.on !== taken.draft) return unexpected
  const row = await first(db, store.draftRow({ studyId }))
  return row === undefined ? unexpected : changedBy(row)
}

interface Keeping {
  studyId: string
  document: string
  baseVersion: string
  /** The revision that it was made from. */
  revision: number
  undoTo: number | null
  redoTo: number | null
  by: string
  at: string
}

/** What was done to a draft: a save, an upload, and going back to what is asked. */
const entries = {
  saved: 'questionnaire.draft_saved',
  uploaded: 'questionnaire.draft_uploaded',
  discarded: 'questionnaire.draft_discarded',
} as const
type SavedBy = keyof typeof entries

/** The entry of the audit trail for each save, with the study and the revision that it made. */
function auditOf(
  { ids }: Pick<Ports, 'ids'>,
  how: SavedBy,
  { studyId, revision, by, at }: Pick<Keeping, 'studyId' | 'revision' | 'by' | 'at'>,
): Write {
  const subject = `${studyId} ${revision + 1}`
  return addAudit({ id: ids.next('audit'), actor: by, action: entries[how], subject, at })
}

/** The rows by which a document becomes the draft, and its next revision. */
export function draftWrites({ undoTo, redoTo, ...kept }: Keeping): Write[] {
  const { studyId, revision, document, by, at } = kept
  return [
    revision === 0 ? store.addDraft(kept) : store.putDraft(kept),
    store.addRevision({ studyId, revision: revision + 1, document, undoTo, redoTo, by, at }),
    store.dropRevisions({ studyId, upTo: revision + 1 - store.mostRevisions }),
  ]
}

/**
 * Keeps a document as the draft. It need not be finished: texts may lack languages.
 * @param draft `revision`: the one that the document was made from; another one since then is not overwritten. `also`: what is
 *   written with it, or not at all
 */
export async function saveDraft(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  draft: { studyId: string; revision: number; document: unknown; how?: SavedBy; also?: readonly Write[] },
): Promise<DraftOutcome> {
  const { studyId, revision, document, how = 'saved', also = [] } = draft
  const { db, clock } = ports
  const read = readableDraft(document)
  if (!read.ok) return { refused: 'unreadable', errors: read.errors }
  const text = canonicalOf(document)
  if (text.length > longestDraft) return { refused: 'too_long' }
  return perform<DraftOutcome>(db, 'Saving a draft', async () => {
    const row = await first(db, store.draftRow({ studyId }))
    if ((row?.revision ?? 0) !== revision) return row === undefined ? { refused: 'not_found' } : changedBy(row)
    const baseVersion = row?.baseVersion ?? (await db.read(versionsOfStudy({ studyId }))).at(-1)?.version
    if (baseVersion === undefined) return { refused: 'not_found' }
    // Saved again as it is, such as by a script that is not sure whether it was heard.
    if (row?.document === text) return { saved: revision }
    const draftBase = { studyId, document: text, baseVersion, revision, by: staff.id, at: clock.now() }
    return plan<DraftOutcome>({
      rows: [...draftWrites({ ...draftBase, undoTo: revision, redoTo: null }), ...also],
      audit: auditOf(ports, how, draftBase),
      done: { saved: revision + 1 },
      refused: (breach) => overtaken(db, studyId, breach),
    })
  })
}

export type Stepped = { saved: number } | ChangedMeanwhile | { refused: 'nothing_there' }

/** Takes the last change back. What was taken back can be made again, until something else is changed. */
export function undoDraft(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  at: { studyId: string; revision: number },
): Promise<Stepped> {
  return step(ports, staff, at, 'undo')
}

/** Makes again what was taken back last. */
export function redoDraft(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  at: { studyId: string; revision: number },
): Promise<Stepped> {
  return step(ports, staff, at, 'redo')
}

function step(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { studyId, revision }: { studyId: string; revision: number },
  way: 'undo' | 'redo',
): Promise<Stepped> {
  const { db, clock } = ports
  return perform<Stepped>(db, 'Undoing', async () => {
    const row = await first(db, store.draftRow({ studyId }))
    if (row === undefined) return { refused: 'nothing_there' }
    if (row.revision !== revision) return changedBy(row)
    const target = way === 'undo' ? row.undoTo : row.redoTo
    const found = target === null ? undefined : await revisionAt(db, studyId, target, row.baseVersion)
    if (found === undefined) return { refused: 'nothing_there' }
    const { document } = found
    const draftBase = { studyId, document, baseVersion: row.baseVersion, revision, by: staff.id, at: clock.now() }
    const redoTo = way === 'undo' ? revision : found.redoTo
    return plan<Stepped>({
      rows: draftWrites({ ...draftBase, undoTo: found.undoTo, redoTo }),
      audit: auditOf(ports, 'saved', draftBase),
      done: { saved: revision + 1 },
      refused: (breach) => overtaken(db, studyId, breach),
    })
  })
}

/** What a draft was at a revision; at 0 it was the version that it began with. */
async function revisionAt(db: Database, studyId: string, revision: number, baseVersion: string) {
  if (revision > 0) return first(db, store.revisionBy({ studyId, revision }))
  const document = await findDocument(db, baseVersion)
  return document === undefined ? undefined : { document, undoTo: null, redoTo: null }
}
