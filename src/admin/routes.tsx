/** `/admin`: what an admin sees. Answers, never money. */
import { Hono } from 'hono'
import { first } from '../db/together.ts'
import type { AppEnv } from '../ports.ts'
import { allow, staffOf } from '../staff/allow.ts'
import { findQuestionnaire, findStudy } from '../studies/store.ts'
import { factsOf } from '../studies/study.ts'
import { csvFile } from '../web/download.ts'
import { houseText } from '../web/form.ts'
import { namedLanguage } from '../web/language.ts'
import { refuse } from '../web/refuse.tsx'
import { recordExport } from './actions.ts'
import { overview } from './overview.ts'
import { AdminPage } from './pages.tsx'
import { responsesFile } from './responses-file.ts'
import { versionOfStudy } from './store.ts'

export const adminRoutes = new Hono<AppEnv>()
  .use('/admin/*', allow('admin'))
  .get('/admin', async (c) => c.html(<AdminPage c={c} studies={await overview(c.var.ports)} />))
  .get('/admin/studies/:slug/responses.csv', async (c) => {
    const { ports } = c.var
    const study = await findStudy(ports.db, houseText(c.req.param('slug')), ports.clock.now())
    if (study === undefined) return refuse(c, 'not_found')
    const version = houseText(c.req.query('version') ?? study.version)
    const asked = version === study.version || (await first(ports.db, versionOfStudy({ studyId: study.id, version })))
    const named = c.req.query('labels')
    const language = namedLanguage(named) ?? null
    if (!asked || (named !== undefined && language === null)) return refuse(c, 'not_found')

    const questionnaire = await findQuestionnaire(ports.db, version)
    await recordExport(ports, staffOf(c), study.id)
    const facts = factsOf(study.settings, study.opensAt)
    const file = { studyId: study.id, version, questionnaire, facts, language }
    const name = ['responses', study.slug, version.slice(0, 8), ...(language === null ? [] : [language])].join('-')
    return csvFile(c, `${name}.csv`, responsesFile(ports.db, file))
  })
