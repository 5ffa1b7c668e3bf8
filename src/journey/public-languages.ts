import type { Context } from 'hono'
import { type Language, languages } from '../../schema/questionnaire.ts'
import { remembering } from '../platform/db/remembered.ts'
import { prepareQuery } from '../platform/db/together.ts'
import { offerLanguages } from '../platform/i18n/language.ts'
import type { AppEnv } from '../ports.ts'
import type { SurveySettings } from '../survey/studies/study.ts'
import { sql } from './tables.ts'

const settingsOfMet = prepareQuery(() =>
  sql
    .selectFrom('studies')
    .innerJoin('study_status', 'study_status.id', 'studies.id')
    .select('studies.settings')
    .where('studies.test_of', 'is', null)
    .where('study_status.state', '<>', 'ready'),
)

/** Whoever opens many such pages asks the database nothing. */
const met = remembering<readonly Language[]>(async (db) => {
  const rows = await db.read(settingsOfMet({}))
  const each = rows.map(({ settings }) => (JSON.parse(settings) as SurveySettings).languages ?? languages)
  return languages.filter((one) => each.some((spoken) => spoken.includes(one)))
}, 60_000)

/**
 * Offers, on a page that is of no study yet, the languages of the studies that people may meet: a page in another leads
 * nobody on.
 */
export async function offerPublicLanguages(c: Context<AppEnv>): Promise<void> {
  const { db, clock } = c.var.ports
  const spoken = (await met.find(db, 'all', clock.now())) ?? []
  offerLanguages(c, spoken.length === 0 ? undefined : spoken)
}
