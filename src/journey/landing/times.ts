/** How long accepted responses took, for the page that says it before anybody begins. */
import type { Language } from '../../../schema/questionnaire.ts'
import { remembering } from '../../platform/db/remembered.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { sql } from '../tables.ts'

/** So many newest responses of a study are looked at, whatever their language: a step down an index each. */
const newest = 1_000
/** So many of a language say how long it takes. */
const enough = 20
/** So long what was read is said, in milliseconds: people come by the thousand, and a median moves slowly. */
const keptMs = 15 * 60_000

const timesOf = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('response_paradata')
    .innerJoin('responses', 'responses.respondent_id', 'response_paradata.respondent_id')
    .leftJoin('reviews', 'reviews.id', 'response_paradata.respondent_id')
    .select(['responses.language', 'responses.active_ms as activeMs'])
    .select('reviews.state as review')
    .where('response_paradata.study_id', '=', p.studyId)
    .where('responses.state', '=', 'complete')
    .orderBy('response_paradata.ended_at', 'desc')
    .limit(newest),
)

/** In whole minutes: half of them took no longer than `half`, and four in five no longer than `most`. */
export interface UsualTimes {
  half: number
  most: number
}

const remembered = remembering(async (db, studyId) => timesByLanguage(await db.read(timesOf({ studyId }))), keptMs)

/** The times of this language; null while fewer than twenty responses in it have been accepted. */
export async function timesIn(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  studyId: string,
  language: Language,
): Promise<UsualTimes | null> {
  return (await remembered.find(db, studyId, clock.now()))?.get(language) ?? null
}

interface Timed {
  language: string
  activeMs: number | null
  /** How its review stands; null where nobody looked at it. */
  review: string | null
}

function timesByLanguage(rows: readonly Timed[]): Map<string, UsualTimes> {
  const byLanguage = new Map<string, number[]>()
  for (const { language, activeMs, review } of rows) {
    // Whoever is still looked at, or was not accepted, says nothing of how long it takes.
    if (activeMs === null || (review !== null && review !== 'accepted')) continue
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), activeMs])
  }
  const times = new Map<string, UsualTimes>()
  for (const [language, all] of byLanguage) {
    if (all.length < enough) continue
    const sorted = all.toSorted((a, b) => a - b)
    const at = (share: number) => Math.max(1, Math.ceil((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 60_000))
    times.set(language, { half: at(0.5), most: at(0.8) })
  }
  return times
}
