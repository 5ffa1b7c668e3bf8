/** What the first complete responses of a study look like: how long they took, what was left blank, what was noticed. */
import type { Answer, Answers } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import type { Database, Query } from '../../../platform/db/together.ts'
import { countsAsData } from '../../studies/versions.ts'
import { baselineOf, softLaunch } from '../baseline.ts'
import type { OfRoute } from '../store.ts'
import type { Visit } from '../visit.ts'

/** Only those that are shown to whoever reads answers are looked at, and so many at most. */
const mostLooked = 500
/** Fewer than this on one way say nothing of it, and are told apart from nobody. */
export const fewestOfRoute = 5

export interface FirstFigures {
  responses: number
  /** Medians in milliseconds by way through the questionnaire and language; ways that few took are left out. */
  routes: readonly { route: string; language: string; responses: number; activeMs: number }[]
  /** Of each question, how many were asked it and how many left it, or a part of it, blank. */
  questions: readonly { code: string; asked: number; blank: number }[]
  /** How many responses each check was right about, the most first. */
  flags: readonly { name: string; responses: number }[]
}

/** `version`: the one as whose data responses count, so that those to a correction are among them. */
type Looked = { studyId: string; version: string }
interface LookedRow {
  route: string | null
  language: string
  pages: string | null
  document: string | null
  endedAt: string | null
  doubted: number
}

const looked = ({ studyId, version }: Looked): Query<LookedRow> => ({
  sql: `select response_paradata.route as "route", responses.language as "language", response_paradata.pages as "pages",
  documents.document as "document", response_paradata.ended_at as "endedAt", case when exists (
    select 1 from response_flags where response_flags.respondent_id = responses.respondent_id
    and response_flags.family in ('pace', 'automation')) then 1 else 0 end as "doubted"
from responses left join response_paradata on response_paradata.respondent_id = responses.respondent_id
left join documents on documents.respondent_id = responses.respondent_id
where responses.study_id = ? and ${countsAsData} and responses.state = 'complete'
  and responses.shown_to is not null
order by responses.export_ref limit ${mostLooked}`,
  values: [studyId, version, studyId, version],
})

const flagged = ({ studyId, version }: Looked): Query<{ name: string; responses: number }> => ({
  sql: `select response_flags.name as "name", count(*) as "responses" from responses
join response_flags on response_flags.respondent_id = responses.respondent_id
where responses.study_id = ? and responses.seed <> '' and ${countsAsData} and responses.state = 'complete'
  and responses.shown_to is not null
group by response_flags.name order by count(*) desc, response_flags.name`,
  values: [studyId, version, studyId, version],
})

/** Reads them. */
export async function readFirstFigures(db: Database, of: Looked, questionnaire: Questionnaire): Promise<FirstFigures> {
  const [rows, flags] = await Promise.all([db.read(looked(of)), db.read(flagged(of))])
  const documents = rows.flatMap(({ document }) => (document === null ? [] : [JSON.parse(document) as Answers]))
  return { responses: rows.length, routes: routesOf(rows), questions: blanksOf(questionnaire, documents), flags }
}

/** As their medians are frozen: of those who came first, without those whose own pace or hand was doubted. */
function routesOf(all: readonly LookedRow[]): FirstFigures['routes'] {
  const rows = all
    .filter(({ doubted }) => doubted === 0)
    .sort((one, other) => ((one.endedAt ?? '') < (other.endedAt ?? '') ? -1 : 1))
  const ways = Map.groupBy(rows, ({ route, language }) => `${route} ${language}`)
  return [...ways.values()].flatMap((of) => {
    const [{ route, language } = { route: null, language: '' }] = of
    const visits = of.flatMap(({ pages }) => (pages === null ? [] : [visitsOf(pages)])).slice(0, softLaunch)
    if (route === null || visits.length < fewestOfRoute) return []
    return [{ route, language, responses: visits.length, activeMs: baselineOf(visits).activeMs }]
  })
}

function visitsOf(pages: string): Map<string, Visit> {
  return new Map(Object.entries(JSON.parse(pages) as Record<string, Visit>))
}

/** Of every question that somebody was asked, in the questionnaire's order. */
export function blanksOf(questionnaire: Questionnaire, documents: readonly Answers[]): FirstFigures['questions'] {
  return questionnaire.pages.flatMap(({ questions }) =>
    questions.flatMap(({ code }) => {
      const given = documents.filter((document) => document[code] !== undefined)
      const blank = given.filter((document) => isBlank(document[code])).length
      return given.length === 0 ? [] : [{ code, asked: given.length, blank }]
    }),
  )
}

/** Seen and left blank, all of it or a row of it. */
function isBlank(answer: Answer | undefined): boolean {
  if (answer === -1) return true
  return typeof answer === 'object' && !Array.isArray(answer) && Object.values(answer).includes(-1)
}

/** The ways whose medians can be frozen. */
export function routesToFreeze({ studyId, version }: Looked, { routes }: Pick<FirstFigures, 'routes'>): OfRoute[] {
  return routes.map(({ route, language }) => ({ studyId, version, route, language }))
}
