/** Giving filters names, other names, taking them away and bringing them back. */
import { taken } from '../../../../schema/constraints.ts'
import { unexpected } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { filterFromQuery, filterToQuery, unweighted } from '../filter/filter.ts'
import { changeNamed, cleanName, type Decided, mostNamed } from './named.ts'
import * as store from './store.ts'

/** An address has so many characters. */
const longestQuery = 4_000

export type FilterChange =
  | { do: 'save'; name: string; query: string }
  | { do: 'rename'; id: string; name: string }
  | { do: 'remove' | 'restore'; id: string }

export type FilterRefusal = 'name' | 'taken' | 'many' | 'nothing' | 'long' | 'unknown'
export type FilterResult = { done: true; id: string } | { refused: FilterRefusal }

const actions = {
  save: 'filters.saved',
  rename: 'filters.renamed',
  remove: 'filters.removed',
  restore: 'filters.restored',
} as const

/** Makes one change to the saved filters of a study. @param n the version whose codes a filter names that does not say so itself */
export function changeSavedFilters(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  studyId: string,
  n: number,
  change: FilterChange,
): Promise<FilterResult> {
  return changeNamed<FilterResult>(
    ports,
    { staff, studyId, action: actions[change.do] },
    (at) => decide(ports, studyId, withVersion(change, n), { by: staff.id, at }),
    (breach) => (breach.on === taken.savedFilter ? { refused: 'taken' } : unexpected),
  )
}

/** What is kept: without weights, with the version whose codes it names, which may say something else in a later one. */
function withVersion(change: FilterChange, n: number): FilterChange {
  if (change.do !== 'save') return change
  const filter = unweighted(filterFromQuery(new URLSearchParams(change.query)))
  return { ...change, query: filterToQuery({ ...filter, of: filter.of ?? n }) }
}

async function decide(
  { db, ids }: Pick<Ports, 'db' | 'ids'>,
  studyId: string,
  change: FilterChange,
  { by, at }: { by: string; at: string },
): Promise<Decided<FilterResult>> {
  const name = 'name' in change ? cleanName(change.name) : ''
  if (name === null) return { answer: { refused: 'name' } }
  if (change.do === 'save') {
    const { query } = change
    if (query === '') return { answer: { refused: 'nothing' } }
    if (query.length > longestQuery) return { answer: { refused: 'long' } }
    const known = await db.read(store.savedFilters({ studyId, limit: mostNamed }))
    if (known.length === mostNamed) return { answer: { refused: 'many' } }
    const id = ids.next('filter')
    return { rows: [store.addSavedFilter({ id, studyId, name, query, by, at })], done: { done: true, id } }
  }
  const { id } = change
  if ((await first(db, store.savedFilter({ studyId, id }))) === undefined) return { answer: { refused: 'unknown' } }
  const write =
    change.do === 'rename'
      ? store.renameSavedFilter({ studyId, id, name })
      : store.removeSavedFilter({ studyId, id, at: change.do === 'remove' ? at : null })
  return { rows: [write], done: { done: true, id } }
}
