/** `/admin/studies/:slug/insights/crosses`: any two questions crossed. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { chartSvg } from '../../../platform/charts/chart.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { sentences } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { addressWith } from '../../../staff/frame/address.ts'
import { needs } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../studies/study-in-address.ts'
import { insightsQueryOf } from '../asked.ts'
import { aboutAxes } from '../axes/about.ts'
import { axesOf } from '../axes/axes-of.ts'
import type { Axis } from '../axes/axis.ts'
import { usualPair } from '../axes/usual.ts'
import { chartDownload, keptOf, tableDownload } from '../downloads.ts'
import { ExportThese } from '../export-these.tsx'
import { type Here, insightsHere } from '../here.ts'
import { InsightsPage, WideChart } from '../insights-page.tsx'
import { picturedHere } from '../pictured.ts'
import { SavedHere } from '../saved/saved-here.tsx'
import { WeightsBar, WeightsNote, weightedBy } from '../weights/bar.tsx'
import { weightedHere } from '../weights/fit.ts'
import { crossTitle } from './base-words.ts'
import { crossFile } from './file.ts'
import { CrossForm } from './form.tsx'
import { Cross } from './page.tsx'
import { crossPicture } from './picture.ts'
import { readCross } from './read-cross.ts'
import { shares } from './shares.ts'
import { testsOf } from './tests.ts'
import { Tests } from './tests-section.tsx'

const querySchema = z.object({
  rows: z.string().max(80).default(''),
  columns: z.string().max(80).default(''),
  share: z.enum(shares).catch('row').default('row'),
})
type Query = z.infer<typeof querySchema>
const fields = ['rows', 'columns', 'share'] as const

export const crossesRoutes = new Hono<AppEnv>().get(
  '/admin/studies/:slug/insights/crosses',
  needs('insights.view', studyIdInAddress),
  addressed('query', querySchema),
  async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    const language = languageOf(c)
    const words = crossesMessages(language)
    const asked = c.req.valid('query')
    const isNew = asked.rows === '' && asked.columns === ''
    const query = isNew ? { ...asked, ...usualPair(here.dictionary) } : asked
    const axes = axesIn(c, here)
    const { rows, columns, problem } = chosen(axes, query)
    const weighted = await weightedHere(c.var.ports, here)
    const by = weightedBy(weighted, language)
    const read =
      rows === undefined || columns === undefined
        ? null
        : await readCross(c.var.ports, insightsQueryOf(here), rows, columns, weighted.weighing)
    const stays = fields.map((name) => [name, query[name]] as const)
    const fileOf = (ending: string) =>
      addressWith(c, { rows: query.rows, columns: query.columns }).replace('/crosses?', `/crosses.${ending}?`)
    return c.html(
      <InsightsPage
        c={c}
        here={here}
        title={words.title}
        actions={<ExportThese c={c} here={here} />}
        kept={stays}
        {...(read !== null && { shows: crossTitle(read.table, language) })}
        bar={
          <>
            <WeightsBar c={c} here={here} weighted={weighted} kept={stays} />
            <SavedHere c={c} here={here} kept={stays} />
          </>
        }
      >
        <WeightsNote weighted={weighted} language={language} />
        <CrossForm {...query} language={language} action={c.req.path} axes={axes} kept={keptOf(c.req.url, fields)} />
        {problem !== null && <p class="note">{words[problem]}</p>}
        {(isNew || problem === 'choose') && (
          <p class="small">{sentences(language, problem === null && words.choose, words.notCrossed)}</p>
        )}
        {read !== null && (
          <p class="actions no-print">
            <a class="button quiet small" href={addressWith(c, { rows: query.columns, columns: query.rows })}>
              {words.swap}
            </a>
            <a class="button quiet small" href={fileOf('csv')} download>
              {words.csv}
            </a>
            <a class="button quiet small" href={fileOf('svg')} download>
              {words.svg}
            </a>
          </p>
        )}
        {read?.table.base === 0 && <p class="note">{words.nobody}</p>}
        {read !== null && read.table.base > 0 && (
          <>
            <WideChart
              label={words.title}
              svg={await chartSvg(crossPicture(read, query.share, language, by), 'crossed')}
            />
            <Cross language={language} {...read} share={query.share} />
            <Tests language={language} {...read} tests={testsOf(read.table, read.weighed)} />
          </>
        )}
      </InsightsPage>,
    )
  },
)

// Sums, and nobody's answers: no entry in the audit trail says who took them away.
for (const ending of ['csv', 'svg'] as const) {
  crossesRoutes.get(
    `/admin/studies/:slug/insights/crosses.${ending}`,
    needs('insights.view', studyIdInAddress),
    addressed('query', querySchema),
    async (c) => {
      const here = await insightsHere(c)
      if (here === undefined) return refuse(c, 'not_found')
      const query = c.req.valid('query')
      const { rows, columns } = chosen(axesIn(c, here), query)
      if (rows === undefined || columns === undefined) return refuse(c, 'not_found')
      const weighted = await weightedHere(c.var.ports, here)
      const read = await readCross(c.var.ports, insightsQueryOf(here), rows, columns, weighted.weighing)
      const name = ['crosses', here.study.slug, rows.key, columns.key].join('-')
      const language = languageOf(c)
      const [by, about] = [weightedBy(weighted, language), picturedHere(c, here)]
      return ending === 'csv'
        ? tableDownload(c, name, crossFile(read, language, by, about))
        : chartDownload(c, name, crossPicture(read, query.share, language, by), about)
    },
  )
}

/** Every side that the data asked for has. */
function axesIn(c: Context<AppEnv>, { dictionary, study, choice }: Here): Axis[] {
  const days = { firstDay: study.opensAt.slice(0, 10), lastDay: c.var.ports.clock.now().slice(0, 10) }
  return [...axesOf(dictionary), ...aboutAxes({ ...days, versions: choice.ns })]
}

function chosen(axes: readonly Axis[], query: Query) {
  const [rows, columns] = [query.rows, query.columns].map((key) => axes.find((axis) => axis.key === key))
  if (query.rows === '' || query.columns === '') return { problem: 'choose' as const }
  if (rows === undefined || columns === undefined) return { problem: 'unknown' as const }
  if (rows === columns) return { problem: 'same' as const }
  return { rows, columns, problem: null }
}
