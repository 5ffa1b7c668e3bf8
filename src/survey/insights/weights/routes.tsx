/** `/admin/studies/:slug/insights/weights`: margins are uploaded or typed, looked at, and kept. */
import { type Context, Hono } from 'hono'
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import { first } from '../../../platform/db/together.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { limitedTo } from '../../../platform/http/safety.ts'
import { readUpload } from '../../../platform/http/upload.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../studies/study-in-address.ts'
import { axesOf } from '../axes/axes-of.ts'
import { type Here, insightsHere } from '../here.ts'
import { changeInAddress } from '../saved/change-in-address.ts'
import { mostNamed } from '../saved/named.ts'
import { fitMargins } from './fit.ts'
import { marginsFromQuery, marginsToKeep, rakingAxes, type TypedMargins, versionOfMargins } from './margins.ts'
import { WeightsPage } from './page.tsx'
import { changeMarginSets, type MarginSetChange } from './save.ts'
import { axesOfVersion, versionOfSet } from './set-version.ts'
import { marginSet, marginSets } from './store.ts'
import { mostMarginBytes, readMarginsOffloaded } from './upload.ts'

const address = '/admin/studies/:slug/insights/weights'
const ways = ['save', 'remove', 'restore'] as const

const limited = limitedTo(2 * mostMarginBytes)

export const weightsRoutes = new Hono<AppEnv>()
  .get(address, needs('insights.view', studyIdInAddress), async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    return show(c, here, marginsFromQuery(new URL(c.req.url).searchParams))
  })
  .post(address, needs('insights.view', studyIdInAddress), async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const [name = '', margins = '', id = ''] = ['name', 'margins', 'id'].map((one) => field(posted, one))
    const way = ways.find((one) => one === field(posted, 'do')) ?? 'save'
    const typed = marginsFromQuery(new URLSearchParams(margins))
    const refused = (error: keyof ReturnType<typeof weightsMessages>['save']['refused']) =>
      show(c, here, typed, { name: { value: name, error: weightsMessages(languageOf(c)).save.refused[error] } })
    if (way === 'save' && (await fitMargins(c.var.ports, here, typed)).weighing === null) return refused('margins')
    const change: MarginSetChange =
      way === 'save' ? { do: way, name, margins: marginsToKeep(typed, here.choice.n) } : { do: way, id }
    const changed = await changeMarginSets(c.var.ports, staffOf(c), here.study.id, change)
    if ('done' in changed) {
      const query = new URLSearchParams([...versionOf(here).map(([key, value]) => [key, value]), ['said', way]])
      return c.redirect(`${pathOf(here)}?${query}&id=${changed.id}`, 303)
    }
    return changed.refused === 'unknown' ? refuse(c, 'not_found') : refused(changed.refused)
  })
  // Reads a file and shows what is in it: nothing is kept.
  .post(`${address}/upload`, needs('insights.view', studyIdInAddress), limited, async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    const words = weightsMessages(languageOf(c)).upload.refused
    const { file } = await readUpload(c)
    const nothing: TypedMargins = { unit: 'percent', targets: [] }
    if (!(file instanceof File) || file.size === 0) return show(c, here, nothing, { upload: words.empty })
    const read = await readMarginsOffloaded(c.var.ports, new Uint8Array(await file.arrayBuffer()))
    if (!('why' in read)) return show(c, here, read, {}, 200)
    const why = read.why === 'line' ? words.line({ line: read.line }) : words[read.why]
    return show(c, here, nothing, { upload: why })
  })

const pathOf = ({ study }: Here) => `/admin/studies/${study.slug}/insights/weights`

const versionOf = ({ choice, choices }: Here) => (choice === choices[0] ? [] : [['v', String(choice.n)] as const])

type Wrong = Pick<Parameters<typeof WeightsPage>[0], 'name' | 'upload'>

async function show(c: Context<AppEnv>, here: Here, typed: TypedMargins, wrong: Wrong | null = null, status?: 200) {
  const { db } = c.var.ports
  const language = languageOf(c)
  const words = weightsMessages(language)
  const { searchParams } = new URL(c.req.url)
  const { study, asked } = here
  const setOf = (id: string) => first(db, marginSet({ studyId: study.id, id }))
  const change = wrong === null ? await changeInAddress(c, ways, setOf) : null
  const text = change && words.done[change.way]({ name: words.named(change.of) })
  // Margins that are opened to be changed come with the version whose codes they name; what is typed here names this one's.
  const keptFor = await axesOfVersion({ db }, study, asked, versionOfMargins(searchParams), here.choice.dataVersion)
  const sets = await db.read(marginSets({ studyId: study.id, limit: mostNamed }))
  return c.html(
    <WeightsPage
      c={c}
      study={{ slug: study.slug, title: study.questionnaire.title[language] }}
      sets={sets.map((set) => ({ ...set, keptFor: versionOfSet(set, asked) }))}
      axes={rakingAxes(axesOf(here.dictionary))}
      typed={typed}
      fit={typed.targets.length === 0 ? null : await fitMargins(c.var.ports, here, typed, keptFor)}
      added={searchParams.get('add') ?? ''}
      stays={versionOf(here)}
      notice={text === null ? null : { tone: 'good', text }}
      removed={change?.way === 'remove' ? change.of.id : null}
      {...wrong}
    />,
    status ?? (wrong === null ? 200 : 422),
  )
}
