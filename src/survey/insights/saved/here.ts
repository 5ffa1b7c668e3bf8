/** The saved filters of a page's study, as the data that the page looks at take them. */
import type { Ports } from '../../../ports.ts'
import { askedAt } from '../../studies/versions.ts'
import { type Filter, filterFromQuery, filterToQuery } from '../filter/filter.ts'
import { filtersForVersion } from '../filter/of-version.ts'
import type { Here } from '../here.ts'
import { mostNamed } from './named.ts'
import { type SavedFilter, savedFilters } from './store.ts'

export interface SavedFilterHere extends SavedFilter {
  /** With the version whose codes it names, where that is not the page's; its query is the same in an address. */
  filter: Filter
}

/** One from before filters named their version says it by when it was saved. */
export async function savedHere(ports: Pick<Ports, 'db'>, here: Here): Promise<SavedFilterHere[]> {
  const { study, asked } = here
  const saved = await ports.db.read(savedFilters({ studyId: study.id, limit: mostNamed }))
  const taken = filtersForVersion(ports, study, asked, here)
  return Promise.all(
    saved.map(async (one) => {
      const filter = filterFromQuery(new URLSearchParams(one.query))
      const made = { ...filter, of: filter.of ?? askedAt(asked, one.madeAt)?.n }
      const own = await taken(made)
      return { ...one, filter: own, query: filterToQuery(own) }
    }),
  )
}
