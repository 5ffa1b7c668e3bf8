/** Saved filters where one filters: they are used there, and the rest of the address stays; a form saves the filter in it. */
import type { Context } from 'hono'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { filteredAddress } from '../filter/bar.tsx'
import { filterToQuery, unweighted } from '../filter/filter.ts'
import { filterElsewhere, type Here } from '../here.ts'
import { savedHere } from './here.ts'
import { SaveForm } from './save-form.tsx'

interface SavedHereProps {
  c: Context<AppEnv>
  here: Here
  kept?: readonly (readonly [name: string, value: string])[]
}

/** Nothing where there is nothing to use and nothing to save. */
export async function SavedHere({ c, here, kept = [] }: SavedHereProps) {
  const { study, filter, choice, choices } = here
  const language = languageOf(c)
  const words = questionsMessages(language).saved
  const saved = await savedHere(c.var.ports, here)
  const stays = [...(choice === choices[0] ? [] : [['v', String(choice.n)] as const]), ...kept]
  const query = filterToQuery(unweighted(filter))
  const filters = `/admin/studies/${study.slug}/insights/filters`
  if (saved.length === 0 && query === '') return null
  return (
    <details>
      <summary>{words.title}</summary>
      {saved.length > 0 && (
        <ul>
          {saved.map((one) => (
            <li>
              {one.query === query ? (
                <strong lang="">{one.name}</strong>
              ) : (
                <a href={filteredAddress(c.req.path, { ...one.filter, weight: filter.weight }, stays)} lang="">
                  {one.name}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {query !== '' && (
        <SaveForm action={filters} query={filterToQuery(unweighted(filterElsewhere(here)))} language={language} />
      )}
      <p class="small">
        <a href={filters}>{words.manage}</a>
      </p>
    </details>
  )
}
