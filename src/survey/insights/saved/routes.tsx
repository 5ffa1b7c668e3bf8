/** `/admin/studies/:slug/insights/filters`: filters with a name, for whoever looks at the study's answers. */
import { type Context, Hono } from 'hono'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import { first } from '../../../platform/db/together.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../studies/study-in-address.ts'
import { subjectsOf } from '../filter/subjects.ts'
import { insightsHere } from '../here.ts'
import { changeInAddress } from './change-in-address.ts'
import { savedHere } from './here.ts'
import { SavedFiltersPage } from './page.tsx'
import { changeSavedFilters, type FilterChange } from './save.ts'
import { savedFilter } from './store.ts'

const address = '/admin/studies/:slug/insights/filters'
const ways = ['save', 'rename', 'remove', 'restore'] as const

export const savedFilterRoutes = new Hono<AppEnv>()
  .get(address, needs('insights.view', studyIdInAddress), (c) => show(c))
  .post(address, needs('insights.view', studyIdInAddress), async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const [name = '', query = '', id = ''] = ['name', 'query', 'id'].map((one) => field(posted, one))
    const way = ways.find((one) => one === field(posted, 'do')) ?? 'save'
    const change: FilterChange =
      way === 'save' ? { do: way, name, query } : way === 'rename' ? { do: way, id, name } : { do: way, id }
    const changed = await changeSavedFilters(c.var.ports, staffOf(c), here.study.id, here.choice.n, change)
    if ('done' in changed) {
      return c.redirect(`/admin/studies/${here.study.slug}/insights/filters?said=${way}&id=${changed.id}`, 303)
    }
    const { refused } = changed
    if (refused === 'unknown') return refuse(c, 'not_found')
    const error = questionsMessages(languageOf(c)).saved.refused[refused]
    c.status(422)
    return show(c, { id: way === 'save' || id === '' ? null : id, name, query, error })
  })

async function show(c: Context<AppEnv>, typed: Parameters<typeof SavedFiltersPage>[0]['typed'] = null) {
  const here = await insightsHere(c)
  if (here === undefined) return refuse(c, 'not_found')
  const { db } = c.var.ports
  const language = languageOf(c)
  const { study } = here
  const filterOf = (id: string) => first(db, savedFilter({ studyId: study.id, id }))
  const change = typed === null ? await changeInAddress(c, ways, filterOf) : null
  const text = change && questionsMessages(language).saved.done[change.way]({ name: change.of.name })
  return c.html(
    <SavedFiltersPage
      c={c}
      study={{ slug: study.slug, title: study.questionnaire.title[language] }}
      saved={await savedHere(c.var.ports, here)}
      subjects={subjectsOf({ ...here, ns: here.choice.ns }, language)}
      notice={text === null ? null : { tone: 'good', text }}
      removed={change?.way === 'remove' ? change.of.id : null}
      typed={typed}
    />,
  )
}
