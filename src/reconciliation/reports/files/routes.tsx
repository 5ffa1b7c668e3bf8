/** `/finance/reports/files`, `/finance/reports/signed/:id/file`: reports as files; who took one away is written down first. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { reportsMessages } from '../../../../messages/generated/reports.ts'
import { csvFile, safeFileName, sendXlsx } from '../../../platform/http/download.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { recordExport } from '../../../staff/audit-trail/record-export.ts'
import { DownloadPage } from '../../../staff/frame/download.tsx'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { askedReport, reportSchema } from '../asked-report.ts'
import { reportFile } from '../signing/signed-file.ts'
import { studyOfReport, studyOfSignedReport } from '../study-of-report.ts'
import { reportCsv, reportXlsx } from './write.ts'

const fileSchema = reportSchema.extend({ format: z.enum(['csv', 'xlsx']) })
const versionSchema = z.object({ version: z.coerce.number().int().positive().optional() })

export const reportFileRoutes = new Hono<AppEnv>()
  .get(
    '/finance/reports/files/:format/:kind/:of/:when?',
    needs('reports.view', studyOfReport),
    addressed('param', fileSchema),
    addressed('query', versionSchema),
    async (c) => {
      const file = await fileAskedFor(c, c.req.valid('param'), c.req.valid('query').version)
      if (file === undefined) return refuse(c, 'not_found')
      return c.html(<DownloadPage c={c} name={file.name} label={file.words.files[file.format]} />)
    },
  )
  .post(
    '/finance/reports/files/:format/:kind/:of/:when?',
    needs('reports.view', studyOfReport),
    addressed('param', fileSchema),
    addressed('query', versionSchema),
    async (c) => {
      const file = await fileAskedFor(c, c.req.valid('param'), c.req.valid('query').version)
      if (file === undefined) return refuse(c, 'not_found')
      const { name, format, report, sections, words } = file
      await recordExport(c.var.ports, staffOf(c), 'report.exported', [`${report.kind} ${report.subject}`])
      return format === 'csv'
        ? csvFile(c, name, reportCsv(sections, words))
        : sendXlsx(c, name, await reportXlsx(sections, words))
    },
  )
  .get('/finance/reports/signed/:id/file', needs('reports.view', studyOfSignedReport), async (c) => {
    const made = await reportFile(c.var.ports, c.req.param('id'))
    if (made === undefined) return refuse(c, 'not_found')
    return c.html(<DownloadPage c={c} name={nameOf(made.kept)} label={reportsMessages(languageOf(c)).signedFile} />)
  })
  .post('/finance/reports/signed/:id/file', needs('reports.view', studyOfSignedReport), async (c) => {
    const id = c.req.param('id')
    const made = await reportFile(c.var.ports, id)
    if (made === undefined) return refuse(c, 'not_found')
    await recordExport(c.var.ports, staffOf(c), 'report.exported', [id])
    return c.body(JSON.stringify(made.file), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nameOf(made.kept)}"`,
    })
  })

function nameOf({ kind, subject, version }: { kind: string; subject: string; version: number }): string {
  return safeFileName(`${kind}-${subject}-v${version}.json`)
}

async function fileAskedFor(
  c: Context<AppEnv>,
  { format, ...wanted }: z.infer<typeof fileSchema>,
  version: number | undefined,
) {
  const asked = await askedReport(c, wanted, version)
  if (asked === undefined) return undefined
  const { report, sections, chosen } = asked
  const name = `${report.kind}-${report.subject}${chosen === undefined ? '' : `-v${chosen.version}`}`
  return { name: `${safeFileName(name)}.${format}`, format, report, sections, words: reportsMessages(languageOf(c)) }
}
