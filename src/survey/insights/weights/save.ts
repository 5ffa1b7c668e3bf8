/** Keeping margins under a name, taking them away and bringing them back. */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { first, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import * as store from './store.ts'

/** A study keeps so many at the most; a name has so many characters. */
export const mostSets = 100
export const longestName = 80

/** `margins` as an address has them: they have been raked to, and nothing was wrong. */
export type Change =
  | { do: 'save'; name: string; margins: string }
  | { do: 'remove'; id: string }
  | { do: 'restore'; id: string }

export type Refusal = 'name' | 'many' | 'unknown'
export type Changed = { done: true; id: string } | { refused: Refusal }

const actions = { save: 'weights.saved', remove: 'weights.removed', restore: 'weights.restored' } as const

/**
 * Makes one change to a study's sets of margins. One of a name that there is becomes the next of that name, unless it is the
 * same as the last: whoever presses twice has kept one.
 */
export function changeMarginSets(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  studyId: string,
  change: Change,
): Promise<Changed> {
  return perform<Changed>(db, 'Changing sets of margins', async () => {
    const at = clock.now()
    const decided = await decide(db, studyId, change, ids.next('margins'), { by: staff.id, at })
    if ('refused' in decided || 'done' in decided) return decided
    const { id, rows } = decided
    return plan<Changed>({
      rows,
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: actions[change.do], subject: studyId, at }),
      done: { done: true, id },
      refused: (breach) => (breach.on === taken.marginSet ? stale(breach) : unexpected),
    })
  })
}

async function decide(
  db: Pick<Ports['db'], 'read'>,
  studyId: string,
  change: Change,
  newId: string,
  { by, at }: { by: string; at: string },
): Promise<{ id: string; rows: Write[] } | Changed> {
  if (change.do === 'save') {
    const name = change.name.trim()
    if (name === '' || [...name].length > longestName) return { refused: 'name' }
    // What is the same and which number comes next is told by one reading: of two, the second may know more.
    const last = await first(db, store.lastOfName({ studyId, name }))
    if (last?.margins === change.margins && last.removedAt === null) return { done: true, id: last.id }
    const known = await db.read(store.marginSets({ studyId, limit: mostSets }))
    if (known.length === mostSets) return { refused: 'many' }
    const n = (last?.n ?? 0) + 1
    return { id: newId, rows: [store.addMarginSet({ id: newId, studyId, name, n, margins: change.margins, by, at })] }
  }
  const { id } = change
  if ((await first(db, store.marginSet({ studyId, id }))) === undefined) return { refused: 'unknown' }
  return { id, rows: [store.removeMarginSet({ studyId, id, at: change.do === 'remove' ? at : null })] }
}
