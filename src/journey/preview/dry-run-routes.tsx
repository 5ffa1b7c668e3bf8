/** `/admin/studies/:slug/dry-run`. It reads and writes nothing. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { Facts } from '../../../schema/answers.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { needs } from '../../staff/permissions/needs.ts'
import { dryRun } from '../../survey/questionnaire/dry-run/dry-run.ts'
import { isOfArrival } from '../../survey/studies/arrival.ts'
import { type SurveySettings, startFacts } from '../../survey/studies/study.ts'
import { studyIdInAddress } from '../../survey/studies/study-in-address.ts'
import { studyWithOffersInAddress } from '../study-in-address.ts'
import { askedVersion, previewedVersionSchema } from './asked-version.ts'
import { DryRunPage } from './dry-run-page.tsx'
import { promisesOf } from './promises.ts'

const querySchema = z.object({ of: previewedVersionSchema.catch('live').default('live') })

/** What is the same for everybody who answers: a minor may have a guardian, a vacation passes, and people come in many ways. */
function fixedFacts(settings: SurveySettings, now: string, names: readonly string[]): Facts {
  const facts = startFacts(settings, now)
  const varies = new Set(['minors', 'winter'])
  return Object.fromEntries(
    names.filter((name) => !varies.has(name) && !isOfArrival(name)).map((name) => [name, Boolean(facts[name])]),
  )
}

export const dryRunRoutes = new Hono<AppEnv>().get(
  '/admin/studies/:slug/dry-run',
  needs('studies.view', studyIdInAddress),
  addressed('query', querySchema),
  async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const { ports } = c.var
    const { of } = c.req.valid('query')
    const asked = await askedVersion(ports, study, of)
    const page = { c, studyId: study.id, slug: study.slug, title: study.questionnaire.title[languageOf(c)], of }
    if ('faults' in asked && of !== 'draft') return refuse(c, 'not_found')
    if ('faults' in asked) return c.html(<DryRunPage {...page} run={null} faults={asked.faults} missing={[]} />)
    const { questionnaire } = asked.study
    const dry = dryRun(questionnaire, fixedFacts(study.settings, ports.clock.now(), questionnaire.facts))
    const promises = await promisesOf(ports, asked.study, dry.places)
    const run = { questionnaire, dry, promises }
    return c.html(<DryRunPage {...page} run={run} faults={dry.faults} missing={asked.missing} />)
  },
)
