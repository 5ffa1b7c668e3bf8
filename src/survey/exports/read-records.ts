/**
 * The one reader of answers for every file: ended responses that may be shown, in the order of their random export
 * references. It says nothing of money, of who answered, of how long it took or of when, beyond the day (UTC), or the days
 * within which five of its offer ended.
 */
import { erased, type Facts } from '../../../schema/answers.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import { othersFirst } from '../../platform/offload/job.ts'
import { routeOf } from '../insights/segments/place-text.ts'
import type { Quota } from '../quotas/quota.ts'
import { openAnswers } from '../texts/stored-answers.ts'
import { recordOf } from '../variables/record.ts'
import type { AskedVersion, Dictionary, Value } from '../variables/variable.ts'
import type { RecordBatch } from './formats/format.ts'
import { type EndedResponse, endedResponses } from './store.ts'

/** How many responses are in memory at a time. With 500, the garbage of an export took half as much memory again. */
const pageSize = 200

export interface RecordsOf {
  studyId: string
  versions: readonly AskedVersion[]
  dictionary: Dictionary
  quotas: readonly Pick<Quota, 'cell'>[]
  /** Whether the response in this place of a version's data is in. */
  has(dataVersion: string, place: number): boolean
  /** What it counts; null or nothing for a file without weights. */
  weightAt?: ((dataVersion: string, place: number) => number | null) | null
}

/** The records from behind an export reference ('' for all), a page at a time; the next is read when the last was taken. */
export async function* readRecords(
  ports: Omit<KeyPorts, 'ids'>,
  { studyId, versions, dictionary, quotas, has, weightAt = null }: RecordsOf,
  after = '',
): AsyncGenerator<RecordBatch> {
  const questionnaires = new Map(versions.map(({ version, questionnaire }) => [version, questionnaire]))
  const asked = [...questionnaires.keys()]
  for (let behind: string | null = after; behind !== null; ) {
    const page: EndedResponse[] = await ports.db.read(
      endedResponses({ studyId, versions: asked, after: behind, limit: pageSize }),
    )
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
    if (records.length > 0) yield { records, respondents }
    // However long the file is, nobody waits for it.
    await othersFirst()
    behind = page.length < pageSize ? null : (page.at(-1)?.ref ?? null)
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
