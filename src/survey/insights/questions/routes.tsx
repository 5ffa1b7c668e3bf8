/** `/admin/studies/:slug/insights`: what people answered, question by question. */
import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { chartSvg } from '../../../platform/charts/chart.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { needs } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../studies/study-in-address.ts'
import { chartDownload, tableDownload } from '../downloads.ts'
import { type Here, insightsHere } from '../here.ts'
import { countedWords, picturedHere } from '../pictured.ts'
import { readColumns } from '../read-columns.ts'
import { weightedBy } from '../weights/bar.tsx'
import { type Weighted, weightedHere } from '../weights/fit.ts'
import { questionChart } from './chart-of.ts'
import { QuestionResultsPage } from './page.tsx'
import { readResults } from './read-results.ts'
import { tableFile } from './table-file.ts'

const address = '/admin/studies/:slug/insights'

export const questionsRoutes = new Hono<AppEnv>()
  .get(address, needs('insights.view', studyIdInAddress), async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    const weighted = await weightedHere(c.var.ports, here)
    const by = weightedBy(weighted, languageOf(c))
    const { n, counted } = await resultsHere(c, here, weighted)
    const charts = new Map<string, Child>()
    for (const { question, result } of counted) {
      if (result.kind !== 'numbers') continue
      const chart = questionChart(question, result, languageOf(c), by)
      if (chart !== null) charts.set(question.code, raw(await chartSvg(chart, `chart-${question.code}`)))
    }
    return c.html(
      <QuestionResultsPage
        c={c}
        here={here}
        n={n}
        weighted={weighted}
        counted={counted}
        charts={charts}
        texts={`/admin/studies/${here.study.slug}/insights/texts`}
      />,
    )
  })
  // These are sums: nobody's answers, so that no entry in the audit trail says who took them away.
  .get(`${address}/charts/:file`, needs('insights.view', studyIdInAddress), async (c) => {
    const [, code = '', ending] = /^(\w+)\.(svg|csv)$/.exec(c.req.param('file')) ?? []
    const here = await insightsHere(c)
    const question = here?.dictionary.questions.find((one) => one.code === code)
    if (here === undefined || question === undefined) return refuse(c, 'not_found')
    const weighted = await weightedHere(c.var.ports, here)
    const { n, counted } = await resultsHere(c, here, weighted, [question])
    const result = counted[0]?.result
    if (result === undefined) return refuse(c, 'not_found')
    const language = languageOf(c)
    const name = `${here.study.slug}-${code}`
    const by = weightedBy(weighted, language)
    if (ending === 'csv') {
      const counted = countedWords(here, language)
      return tableDownload(c, name, tableFile(question, result, n, language, { weighted: by, counted }))
    }
    const chart = questionChart(question, result, language, by)
    return chart === null ? refuse(c, 'not_found') : chartDownload(c, name, chart, picturedHere(c, here))
  })

async function resultsHere(
  c: Context<AppEnv>,
  here: Here,
  { weighing }: Pick<Weighted, 'weighing'>,
  questions = here.dictionary.questions,
) {
  const { ports } = c.var
  const { study, choice, first, dictionary, filter } = here
  const of = { studyId: study.id, dataVersion: choice.dataVersion }
  const read = (columns: readonly string[]) => readColumns(ports, of, columns)
  return readResults(read, first.questionnaire, dictionary, filter, questions, weighing)
}
