/**
 * The one reader of answers for every file: ended responses that may be shown, in the order of their random export
 * references. It says nothing of money, of who answered, of how long it took or of when, beyond the day (UTC), or the days
 * within which five of its offer ended.
 */
import { erased, type Facts } from '../../../schema/answers.ts'
import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import type { Database } from '../../platform/db/together.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import { othersFirst } from '../../platform/offload/job.ts'
import { routeOf } from '../insights/segments/place-text.ts'
import type { Quota } from '../quotas/quota.ts'
import { openAnswers } from '../texts/stored-answers.ts'
import { recordOf } from '../variables/record.ts'
import type { AskedVersion, Dictionary, Value } from '../variables/variable.ts'
import {
  type EndedResponse,
  endedOfReferences,
  endedReferences,
  endedResponses,
  roomForReferences,
} from './ended-responses.ts'
import type { ExportPart } from './export.ts'
import type { RecordBatch } from './formats/format.ts'

/** How many responses are in memory at a time. With 500, the garbage of an export took half as much memory again. */
const pageSize = 200
/** Where statements are counted, one reads up to so many, if they are of no more characters in all. */
const mostWhereCounted = 1_000
const charactersWhereCounted = 2_000_000
/** Of few among many, so many references are looked through at once. */
const referencesAtOnce = 10_000
/** Few: less than one of so many. */
const fewOf = 10

export interface RecordsOf {
  studyId: string
  versions: readonly AskedVersion[]
  dictionary: Dictionary
  quotas: readonly Pick<Quota, 'cell'>[]
  /** How many responses are in, of how many. */
  records: number
  parts: readonly Pick<ExportPart, 'places'>[]
  /** Whether the response in this place of a version's data is in. */
  has(dataVersion: string, place: number): boolean
  /** What it counts; null or nothing for a file without weights. */
  weightAt?: ((dataVersion: string, place: number) => number | null) | null
}

/**
 * The records from behind an export reference ('' for all), a page at a time; the next is read when the last was taken. A page
 * without any that is in is a batch without records, which says how far the reading has come.
 */
export async function* readRecords(
  ports: Omit<KeyPorts, 'ids'>,
  of: RecordsOf,
  after = '',
): AsyncGenerator<RecordBatch & { behind: string }> {
  const { versions, dictionary, quotas, has, weightAt = null } = of
  const questionnaires = new Map(versions.map(({ version, questionnaire }) => [version, questionnaire]))
  const pages = areFew(of) ? pagesOfFew : pagesOfMany
  for await (const { page, behind } of pages(ports.db, { ...of, versions: [...questionnaires.keys()] }, after)) {
    const records: Value[][] = []
    const respondents: string[] = []
    for (const response of page) {
      if (!has(response.dataVersion, response.place)) continue
      const questionnaire = questionnaires.get(response.version)
      if (questionnaire === undefined) throw new RangeError('A response of a version that was not asked for.')
      const answers = await answersOf(ports, response)
      const route = answers === null ? null : routeOf(questionnaire, answers).toString(36)
      const circumstances = { seed: response.seed, facts: JSON.parse(response.facts) as Facts }
      const about = aboutOf(response, route, quotas)
      if (weightAt !== null) about.push(weightAt(response.dataVersion, response.place))
      records.push(recordOf(dictionary, questionnaire, answers, circumstances, about))
      respondents.push(response.respondentId)
    }
    yield { records, respondents, behind }
    // However long the file is, nobody waits for it.
    await othersFirst()
  }
}

type HowMany = Pick<RecordsOf, 'records' | 'parts'>

const allOf = ({ parts }: HowMany) => parts.reduce((sum, { places }) => sum + places, 0)
const areFew = (of: HowMany) => of.records * fewOf < allOf(of)

/** In how many statements the records are read at the most, where each has room for what people answer. */
export function readsOfRecords(of: HowMany): number {
  if (!areFew(of)) return Math.ceil(allOf(of) / pageSize)
  return Math.ceil(allOf(of) / referencesAtOnce) * 2 + Math.ceil(of.records / (maxBoundValues / 2))
}

type Pages = AsyncGenerator<{ page: readonly EndedResponse[]; behind: string }>
type PagesOf = Pick<RecordsOf, 'studyId' | 'has'> & { versions: readonly string[] }

async function* pagesOfMany(db: Database, of: PagesOf, after: string): Pages {
  let limit = pageSize
  for (let behind = after; ; ) {
    const page: EndedResponse[] = await db.read(endedResponses({ ...of, after: behind, limit }))
    behind = page.at(-1)?.ref ?? behind
    if (page.length > 0) yield { page, behind }
    if (page.length < limit) return
    if (db.mostStatements !== undefined) limit = asManyAsFit(page)
  }
}

function asManyAsFit(page: readonly EndedResponse[]): number {
  const characters = page.reduce((sum, { document, texts }) => sum + (document?.length ?? 0) + (texts?.length ?? 0), 1)
  const fits = Math.floor((charactersWhereCounted * page.length) / characters)
  return Math.min(Math.max(pageSize, fits), mostWhereCounted)
}

/** Looks for those who are in before it reads any of their answers. */
async function* pagesOfFew(db: Database, of: PagesOf, after: string): Pages {
  let behind = after
  for (let isMore = true; isMore; ) {
    const looked = await db.read(endedReferences({ ...of, after: behind, limit: referencesAtOnce }))
    const refs = looked.filter(({ dataVersion, place }) => of.has(dataVersion, place)).map(({ ref }) => ref)
    for (const some of chunked(refs, roomForReferences(of))) {
      behind = some.at(-1) ?? behind
      yield { page: await db.read(endedOfReferences({ ...of, refs: some })), behind }
    }
    behind = looked.at(-1)?.ref ?? behind
    if (looked.length > 0) yield { page: [], behind }
    isMore = looked.length === referencesAtOnce
  }
}

function aboutOf(response: EndedResponse, route: string | null, quotas: RecordsOf['quotas']): Value[] {
  return [
    response.ref,
    response.version,
    response.state === 'complete' ? (response.judged ?? response.state) : response.state,
    response.languageStart,
    response.language,
    response.shownFrom === response.shownTo ? response.shownFrom : `${response.shownFrom}/${response.shownTo}`,
    route,
    ...(quotas.length === 0 ? [] : [response.state === 'over_quota' ? response.fullCell : null]),
  ]
}

/** What was answered; nothing of a response without a document, and nothing of one that was withdrawn. */
async function answersOf(ports: Omit<KeyPorts, 'ids'>, response: EndedResponse) {
  const { respondentId, document, texts, textsKey, state } = response
  if (document === null || state === 'withdrawn') return null
  return openAnswers(ports, { respondentId, page: null }, { answers: document, texts, textsKey }, erased)
}
