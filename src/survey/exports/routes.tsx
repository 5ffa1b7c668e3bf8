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
import { findQuestionnaire } from '../studies/store.ts'
import { factsOf } from '../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../studies/study-in-address.ts'
import { sameData, versionsOfStudy } from '../studies/versions.ts'
import { responsesFile } from './responses-file.ts'
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
      const { study, language, name } = asked
      const versions = await Promise.all(
        asked.versions.map(async (version) => ({ version, questionnaire: await findQuestionnaire(ports.db, version) })),
      )
      await recordExport(ports, staffOf(c), 'responses.exported', [study.id])
      const facts = factsOf(study.settings, study.opensAt)
      const { quotas } = study.settings
      const file = { studyId: study.id, versions, facts, language, quotas }
      return csvFile(c, name, responsesFile(ports, file))
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
  const { dataVersion, versions } = sameData(asked, version)
  const parts = ['responses', study.slug, dataVersion.slice(0, 8), ...(language === null ? [] : [language])]
  return { study, versions, language, name: `${parts.join('-')}.csv` }
}
