/** `/admin`: what an admin sees. Answers, never money. */
import { Hono } from 'hono'
import * as z from 'zod'
import { languageSchema } from '../../../schema/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import { csvFile } from '../../platform/http/download.ts'
import { normalizeText } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import type { AppEnv } from '../../ports.ts'
import { recordExport } from '../../staff/audit-trail/record-export.ts'
import { allow, staffOf } from '../../staff/permissions/allow.ts'
import { responsesFile } from '../../survey/exports/responses-file.ts'
import { findQuestionnaire, findStudy } from '../../survey/studies/store.ts'
import { factsOf } from '../../survey/studies/study.ts'
import { overview } from './overview.ts'
import { AdminPage } from './overview-page.tsx'
import { reviewRoutes } from './reviews-routes.tsx'
import { versionOfStudy } from './store.ts'

/** Codes unless a language is named; the study's current version unless another is. */
const fileSchema = z.object({ version: z.hash('sha256').optional(), labels: languageSchema.optional() })

export const adminRoutes = new Hono<AppEnv>()
  .use('/admin/*', allow('admin'))
  .route('/', reviewRoutes)
  .get('/admin', async (c) => c.html(<AdminPage c={c} studies={await overview(c.var.ports)} />))
  .get('/admin/studies/:slug/responses.csv', addressed('query', fileSchema), async (c) => {
    const { ports } = c.var
    const study = await findStudy(ports.db, normalizeText(c.req.param('slug')), ports.clock.now())
    if (study === undefined) return refuse(c, 'not_found')
    const { version = study.version, labels: language = null } = c.req.valid('query')
    const asked = version === study.version || (await first(ports.db, versionOfStudy({ studyId: study.id, version })))
    if (!asked) return refuse(c, 'not_found')

    const questionnaire = await findQuestionnaire(ports.db, version)
    await recordExport(ports, staffOf(c), 'responses.exported', [study.id])
    const facts = factsOf(study.settings, study.opensAt)
    const file = { studyId: study.id, version, questionnaire, facts, language }
    const name = ['responses', study.slug, version.slice(0, 8), ...(language === null ? [] : [language])].join('-')
    return csvFile(c, `${name}.csv`, responsesFile(ports.db, file))
  })
