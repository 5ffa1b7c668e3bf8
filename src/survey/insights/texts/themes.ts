/** Changing the themes of a question, and taking changes back. */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { type Database, first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import * as store from './store.ts'
import { applyEdit, type Edit, type EditRefusal, emptyList, readList, type ThemeList } from './theme-list.ts'

export interface Themes {
  list: ThemeList
  /** 0 as long as there is none. */
  n: number
  undoTo: number | null
  redoTo: number | null
  /** Who changed them last, by name, and when; null before anybody has. */
  last: { by: string; at: string } | null
}

export async function readThemes(db: Pick<Database, 'read'>, of: store.TextsOf): Promise<Themes> {
  const row = await first(db, store.newestList(of))
  if (row === undefined) return { list: emptyList, n: 0, undoTo: null, redoTo: null, last: null }
  const { n, undoTo, redoTo, at } = row
  return { list: readList(row.document), n, undoTo, redoTo, last: { by: row.changedBy ?? '', at } }
}

/** `overtaken`: somebody else has changed them since the page was drawn: who, and when. */
export type Changed =
  | { done: true }
  | { refused: EditRefusal | 'nothing_there' }
  | { refused: 'overtaken'; by: string; at: string }

/** An edit, or going back and on again through what was edited. */
export type Change = Edit | { do: 'undo' | 'redo' }

/**
 * Makes one change. What texts were sorted into stays stored as it is: by the list alone they count under another theme.
 * @param seen the list, by its `n`, that whoever makes it was looking at
 */
export function changeThemes(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { of, seen, change }: { of: store.TextsOf; seen: number; change: Change },
): Promise<Changed> {
  return perform<Changed>(db, 'Changing themes', async () => {
    const now = await readThemes(db, of)
    if (now.n !== seen) return { refused: 'overtaken', by: now.last?.by ?? '', at: now.last?.at ?? '' }
    const at = clock.now()
    const next = await after(db, of, now, change)
    if ('refused' in next) return next
    return plan<Changed>({
      rows: [store.addList({ ...of, n: now.n + 1, before: now.n || null, ...next, by: staff.id, at })],
      audit: addAudit({
        id: ids.next('audit'),
        actor: staff.id,
        action: 'texts.themes_changed',
        subject: of.studyId,
        at,
      }),
      done: { done: true },
      refused: (breach) => (breach.on === taken.themeList ? stale(breach) : unexpected),
    })
  })
}

const isEdit = (change: Change): change is Edit => change.do !== 'undo' && change.do !== 'redo'

type Next = { document: string; undoTo: number | null; redoTo: number | null }

async function after(
  db: Pick<Database, 'read'>,
  of: store.TextsOf,
  now: Themes,
  change: Change,
): Promise<Next | { refused: EditRefusal | 'nothing_there' }> {
  if (isEdit(change)) {
    const list = applyEdit(now.list, change)
    return 'refused' in list ? list : { document: JSON.stringify(list), undoTo: now.n, redoTo: null }
  }
  const target = change.do === 'undo' ? now.undoTo : now.redoTo
  if (target === null) return { refused: 'nothing_there' }
  const empty = { document: JSON.stringify(emptyList), undoTo: null, redoTo: null }
  const found = target === 0 ? empty : await first(db, store.listAt({ ...of, n: target }))
  if (found === undefined) return { refused: 'nothing_there' }
  // A theme that is taken back keeps its id: texts that were sorted into it meanwhile are nobody else's.
  const document = JSON.stringify({ ...readList(found.document), nextId: now.list.nextId })
  return { ...found, document, redoTo: change.do === 'undo' ? now.n : found.redoTo }
}
