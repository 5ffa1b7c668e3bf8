/** `/admin/studies/:slug/live`: how a study is doing. Counts, and nothing by which a student could be joined with a reward. */

import { Hono } from 'hono'
import { raw } from 'hono/html'
import { chartSvg } from '../../platform/charts/chart.ts'
import { fingerprint } from '../../platform/crypto/fingerprint.ts'
import { byteOrderMark, csvRow, guarded } from '../../platform/files/csv.ts'
import { csvFile } from '../../platform/http/download.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { chartDownload } from '../../survey/insights/downloads.ts'
import { picturedOn } from '../../survey/insights/pictured.ts'
import { studyIdInAddress, studyInAddress } from '../../survey/studies/study-in-address.ts'
import { liveChart } from './chart.ts'
import { detailTables } from './detail-tables.ts'
import { liveFigures } from './figures.ts'
import { funnelTables } from './funnel-tables.ts'
import { LivePage } from './page.tsx'
import type { LiveTable } from './table.ts'

export const liveRoutes = new Hono<AppEnv>()
  .get('/admin/studies/:slug/live', needs('responses.view', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const found = await liveFigures(c.var.ports, study, staffOf(c))
    const tables = tablesOf(found, languageOf(c))
    const tag = `"${fingerprint(JSON.stringify([tables, [...found.tally.seconds]])).toString(36)}"`
    c.header('ETag', tag)
    // What asks again and again is answered with a word while nothing has changed.
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    const days = tables.flatMap((table) => (table.id === 'days' ? (liveChart(table) ?? []) : []))
    const picture = days[0] === undefined ? null : raw(await chartSvg(days[0], 'days-chart'))
    return c.html(<LivePage c={c} found={found} tables={tables} picture={picture} />)
  })
  .get(
    '/admin/studies/:slug/live/:file{[a-z-]+\\.(?:csv|svg)}',
    needs('responses.view', studyIdInAddress),
    async (c) => {
      const study = await studyInAddress(c)
      if (study === undefined) return refuse(c, 'not_found')
      const [id, ending] = c.req.param('file').split('.')
      const found = await liveFigures(c.var.ports, study, staffOf(c))
      const table = tablesOf(found, languageOf(c)).find((one) => one.id === id)
      if (table === undefined) return refuse(c, 'not_found')
      const name = `${study.slug}-${table.id}-${dayOf(booksZone, c.var.ports.clock.now())}`
      if (ending === 'csv') return csvFile(c, `${name}.csv`, linesOf(table))
      const chart = liveChart(table)
      const about = [study.questionnaire.title[languageOf(c)], picturedOn(c, study)]
      return chart === null ? refuse(c, 'not_found') : chartDownload(c, name, chart, about)
    },
  )

const tablesOf = (...of: Parameters<typeof funnelTables>) => [...funnelTables(...of), ...detailTables(...of)]

/** What stands on the page, with the code of each row beside its name. */
async function* linesOf({ heads, rows }: LiveTable): AsyncGenerator<string> {
  const [name = '', ...others] = heads
  yield byteOrderMark + csvRow(['code', name, ...others])
  for (const [first, ...cells] of rows) {
    yield csvRow(
      [first?.raw, (first?.shown ?? '') + (first?.tail?.text ?? ''), ...cells.map(({ raw }) => raw)].map((cell) =>
        guarded(String(cell ?? '')),
      ),
    )
  }
}
