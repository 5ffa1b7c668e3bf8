/** Saved filters on a page that has more in its address than a filter: they are used there, and the rest stays. */
import type { Context } from 'hono'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { addressOf } from '../filter/bar.tsx'
import { filterFromQuery, filterToQuery, unweighted } from '../filter/filter.ts'
import type { Here } from '../here.ts'
import { mostSaved } from './save.ts'
import { Saved } from './saved.tsx'
import { savedFilters } from './store.ts'

interface SavedHereProps {
  c: Context<AppEnv>
  here: Pick<Here, 'study' | 'filter' | 'choice' | 'choices'>
  kept: readonly (readonly [name: string, value: string])[]
}

export async function SavedHere({ c, here: { study, filter, choice, choices }, kept }: SavedHereProps) {
  const saved = await c.var.ports.db.read(savedFilters({ studyId: study.id, limit: mostSaved }))
  const stays = [...(choice === choices[0] ? [] : [['v', String(choice.n)] as const]), ...kept]
  return (
    <Saved
      saved={saved}
      slug={study.slug}
      query={filterToQuery(unweighted(filter))}
      language={languageOf(c)}
      to={(query) =>
        addressOf(c.req.path, { ...filterFromQuery(new URLSearchParams(query)), weight: filter.weight }, stays)
      }
    />
  )
}
