/** Changing what a study says that it found, and taking changes back. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { type Database, first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { applyEdit, type Edit, type EditRefusal, emptyList, type FindingList, readList } from './finding.ts'
import * as store from './store.ts'

export interface Findings {
  list: FindingList
  /** 0 as long as nothing has been written. */
  n: number
  undoTo: number | null
  redoTo: number | null
  /** Who changed it last, by name, and when; null before anybody has. */
  last: { by: string; at: string } | null
}

/** What a study says that it found. */
export async function readFindings(db: Pick<Database, 'read'>, studyId: string): Promise<Findings> {
  const row = await first(db, store.newestList({ studyId }))
  if (row === undefined) return { list: emptyList, n: 0, undoTo: null, redoTo: null, last: null }
  const { n, undoTo, redoTo, at } = row
  return { list: readList(row.document), n, undoTo, redoTo, last: { by: row.changedBy ?? '', at } }
}

/** `overtaken`: somebody else has changed it since the page was drawn: who, and when. */
export type Changed =
  | { done: true }
  | { refused: EditRefusal | 'nothing_there' }
  | { refused: 'overtaken'; by: string; at: string }

/** An edit, or going back and on again through what was edited. */
export type Change = Edit | { do: 'undo' | 'redo' }

const actions: Partial<Record<Change['do'], string>> = { publish: 'findings.published', unpublish: 'findings.hidden' }

/**
 * Makes one change. Nothing is lost by it: what it replaces can be had back by undoing.
 * @param seen the list, by its `n`, that whoever makes it was looking at
 */
export function changeFindings(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { studyId, seen, change }: { studyId: string; seen: number; change: Change },
): Promise<Changed> {
  return perform<Changed>(db, 'Changing findings', async () => {
    const now = await readFindings(db, studyId)
    if (now.n !== seen) return { refused: 'overtaken', by: now.last?.by ?? '', at: now.last?.at ?? '' }
    const at = clock.now()
    const next = await after(db, studyId, now, change, at.slice(0, 10))
    if ('refused' in next) return next
    const action = actions[change.do] ?? 'findings.changed'
    return plan<Changed>({
      rows: [store.addList({ studyId, n: now.n + 1, before: now.n || null, ...next, by: staff.id, at })],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action, subject: studyId, at }),
      done: { done: true },
      refused: (breach) => (breach.on === taken.findingList ? stale(breach) : unexpected),
    })
  })
}

type Next = { document: string; undoTo: number | null; redoTo: number | null }

async function after(
  db: Pick<Database, 'read'>,
  studyId: string,
  now: Findings,
  change: Change,
  today: string,
): Promise<Next | { refused: EditRefusal | 'nothing_there' }> {
  if ('id' in change) {
    const list = applyEdit(now.list, change, today)
    return 'refused' in list ? list : { document: JSON.stringify(list), undoTo: now.n, redoTo: null }
  }
  const target = change.do === 'undo' ? now.undoTo : now.redoTo
  if (target === null) return { refused: 'nothing_there' }
  const empty = { document: JSON.stringify(emptyList), undoTo: null, redoTo: null }
  const found = target === 0 ? empty : await first(db, store.listAt({ studyId, n: target }))
  if (found === undefined) return { refused: 'nothing_there' }
  return { ...found, redoTo: change.do === 'undo' ? now.n : found.redoTo }
}
