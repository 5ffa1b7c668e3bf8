/** Giving filters names, other names, taking them away and bringing them back. */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../../platform/db/perform.ts'
import { first, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { filterFromQuery, filterToQuery, unweighted } from '../filter/filter.ts'
import * as store from './store.ts'

/** A study keeps so many at the most; a name has so many characters, and an address. */
export const mostSaved = 100
export const longestName = 80
const longestQuery = 4_000

export type Change =
  | { do: 'save'; name: string; query: string }
  | { do: 'rename'; id: string; name: string }
  | { do: 'remove' | 'restore'; id: string }

export type Refusal = 'name' | 'taken' | 'many' | 'nothing' | 'long' | 'unknown'
export type Changed = { done: true; id: string; name: string } | { refused: Refusal }

const actions = {
  save: 'filters.saved',
  rename: 'filters.renamed',
  remove: 'filters.removed',
  restore: 'filters.restored',
} as const

/** Makes one change to the saved filters of a study. @param n the version whose codes a filter names that does not say so itself */
export function changeSavedFilters(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  studyId: string,
  n: number,
  change: Change,
): Promise<Changed> {
  return perform<Changed>(db, 'Changing saved filters', async () => {
    const at = clock.now()
    const decided = await decide(db, studyId, named(change, n), ids.next('filter'), { by: staff.id, at })
    if ('refused' in decided) return decided
    const { id, name, rows } = decided
    return plan<Changed>({
      rows,
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: actions[change.do], subject: studyId, at }),
      done: { done: true, id, name },
      refused: (breach) => (breach.on === taken.savedFilter ? { refused: 'taken' } : unexpected),
    })
  })
}

/** What is kept: without weights, with the version whose codes it names, which may say something else in a later one. */
function named(change: Change, n: number): Change {
  if (change.do !== 'save') return change
  const filter = unweighted(filterFromQuery(new URLSearchParams(change.query)))
  return { ...change, query: filterToQuery({ ...filter, of: filter.of ?? n }) }
}

async function decide(
  db: Pick<Ports['db'], 'read'>,
  studyId: string,
  change: Change,
  newId: string,
  { by, at }: { by: string; at: string },
): Promise<{ id: string; name: string; rows: Write[] } | { refused: Refusal }> {
  const name = 'name' in change ? change.name.trim() : ''
  if ('name' in change && (name === '' || [...name].length > longestName)) return { refused: 'name' }
  if (change.do === 'save') {
    const { query } = change
    if (query === '') return { refused: 'nothing' }
    if (query.length > longestQuery) return { refused: 'long' }
    const known = await db.read(store.savedFilters({ studyId, limit: mostSaved }))
    if (known.length === mostSaved) return { refused: 'many' }
    return { id: newId, name, rows: [store.addSavedFilter({ id: newId, studyId, name, query, by, at })] }
  }
  const { id } = change
  const found = await first(db, store.savedFilter({ studyId, id }))
  if (found === undefined) return { refused: 'unknown' }
  if (change.do === 'rename') return { id, name, rows: [store.renameSavedFilter({ studyId, id, name })] }
  const removedAt = change.do === 'remove' ? at : null
  return { id, name: found.name, rows: [store.removeSavedFilter({ studyId, id, at: removedAt })] }
}
