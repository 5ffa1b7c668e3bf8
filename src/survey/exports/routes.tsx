/** `/admin/studies/:slug/responses.csv`: the answers as a file. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { exportsMessages } from '../../../messages/generated/exports.ts'
import { languageSchema } from '../../../schema/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import { csvFile } from '../../platform/http/download.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { recordExport } from '../../staff/audit-trail/record-export.ts'
import { DownloadPage } from '../../staff/frame/download.tsx'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { factsOf } from '../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../studies/study-in-address.ts'
import { versionsOfStudy } from '../studies/versions.ts'
import { askedVersions } from './asked-versions.ts'
import { writeFile } from './file.ts'
import { formatOf } from './formats/index.ts'
import { versionOfStudy } from './store.ts'

/** Codes unless a language is named; the study's current version unless another is. */
const fileSchema = z.object({ version: z.hash('sha256').optional(), labels: languageSchema.optional() })

export const responsesFileRoutes = new Hono<AppEnv>()
  .get(
    '/admin/studies/:slug/responses.csv',
    needs('responses.export', studyIdInAddress),
    addressed('query', fileSchema),
    async (c) => {
      const file = await fileAskedFor(c, c.req.valid('query'))
      if (file === undefined) return refuse(c, 'not_found')
      return c.html(<DownloadPage c={c} name={file.name} label={exportsMessages(languageOf(c)).download} />)
    },
  )
  .post(
    '/admin/studies/:slug/responses.csv',
    needs('responses.export', studyIdInAddress),
    addressed('query', fileSchema),
    async (c) => {
      const { ports } = c.var
      const asked = await fileAskedFor(c, c.req.valid('query'))
      if (asked === undefined) return refuse(c, 'not_found')
      const { study, language, name, versions } = asked
      const format = formatOf(language === null ? 'csv' : 'csv-labels')
      if (format === undefined) return refuse(c, 'not_found')
      await recordExport(ports, staffOf(c), 'responses.exported', [study.id])
      const facts = factsOf(study.settings, study.opensAt)
      const { title } = study.questionnaire
      const { quotas, organiser, about = null } = study.settings
      const at = ports.clock.now()
      const file = {
        format,
        language,
        studyId: study.id,
        title,
        organiser,
        about,
        versions,
        facts,
        quotas,
        at,
        count: 0,
      }
      return csvFile(c, name, writeFile(ports, file))
    },
  )

/**
 * The study, versions and language of a file, and its name; undefined when there is no such study or version. Answers to a
 * version and to its corrections are one file, which has the name of the first of them.
 */
async function fileAskedFor(c: Context<AppEnv>, query: z.infer<typeof fileSchema>) {
  const { db } = c.var.ports
  const study = await studyInAddress(c)
  if (study === undefined) return undefined
  const { version = study.version, labels: language = null } = query
  const asked = await db.read(versionsOfStudy({ studyId: study.id }))
  const isKnown = version === study.version || asked.some((one) => one.version === version)
  if (!isKnown && (await first(db, versionOfStudy({ studyId: study.id, version }))) === undefined) return undefined
  const versions = await askedVersions(db, asked, version)
  const parts = [
    'responses',
    study.slug,
    (versions[0]?.dataVersion ?? version).slice(0, 8),
    ...(language === null ? [] : [language]),
  ]
  return { study, versions, language, name: `${parts.join('-')}.csv` }
}
