/** Answers by column, from which figures are counted, say what the documents and the decisions say. */
import { fingerprint } from '../../../platform/crypto/fingerprint.ts'
import type { Query } from '../../../platform/db/together.ts'
import { statuses } from '../../../survey/insights/segments/about.ts'
import { dataWithPlaces, faultsIn } from '../../../survey/insights/segments/check.ts'
import { readSegments } from '../../../survey/insights/segments/read.ts'
import { segmentSize } from '../../../survey/insights/segments/rewrite.ts'
import { atMost, type CheckContext, type Invariant, seenBySql } from '../invariant.ts'

export const decisionsCount = seenBySql(
  'decisions_count',
  'A response that is held or rejected is counted as that, and no other is.',
  `select judged as "figure", count(*) as "value" from responses where judged is not null group by judged order by judged`,
  `select responses.respondent_id as "subject", 'counts as ' || coalesce(responses.judged, 'accepted') || ', and is ' || coalesce(reviews.state, 'accepted') as "what"
from responses left join reviews on reviews.id = responses.respondent_id
where responses.state in ('complete', 'over_quota') and coalesce(responses.judged, '') <>
  case when coalesce(reviews.state, 'accepted') = 'accepted' then '' when reviews.state = 'held' then 'held' else 'rejected' end`,
)

export const placesAreFilled = seenBySql(
  'places_are_filled',
  'A packed response has one place, in the data of its study, and every column has as many places as were given.',
  `select 'places' as "figure", count(*) as "value" from answer_places union all select 'segments', count(*) from answer_segments`,
  `select responses.respondent_id as "subject", 'has a place without being packed, or is packed without a place' as "what"
from responses left join answer_places on answer_places.respondent_id = responses.respondent_id
where (responses.packed = 1 and answer_places.respondent_id is null) or (responses.packed = 0 and answer_places.respondent_id is not null)`,
  `select answer_places.respondent_id as "subject", 'has a place in another study, or is not shown' as "what"
from answer_places join responses on responses.respondent_id = answer_places.respondent_id
where responses.study_id <> answer_places.study_id or responses.shown_to is null`,
  `select answer_segments.study_id as "subject", 'has ' || answer_segments.filled || ' places in ' || answer_segments.name || ' of segment ' || answer_segments.n as "what"
from answer_segments left join (select study_id, data_version, n / ${segmentSize} as segment, count(*) as places from answer_places
  group by study_id, data_version, n / ${segmentSize}) given
  on given.study_id = answer_segments.study_id and given.data_version = answer_segments.data_version and given.segment = answer_segments.n
where coalesce(given.places, 0) <> answer_segments.filled`,
  `select distinct answer_places.study_id as "subject", 'has places without a segment' as "what"
from answer_places left join answer_segments on answer_segments.study_id = answer_places.study_id
  and answer_segments.data_version = answer_places.data_version and answer_segments.n = answer_places.n / ${segmentSize}
  and answer_segments.name = '_status'
where answer_segments.n is null`,
)

/** So many places of each version's data are compared with their documents: the newest ones, and as many from anywhere. */
const compared = 1_024

/** Those that are compared, each piece within one segment; all of them where they are few. @param chance any number */
function toCompare(places: number, chance: number): { from: number; to: number }[] {
  const newest = Math.max(0, places - compared)
  const anywhere = newest <= compared ? 0 : chance % (newest - compared + 1)
  const pieces: { from: number; to: number }[] = []
  for (const [start, end] of [
    [anywhere, Math.min(newest, anywhere + compared)],
    [newest, places],
  ] as const) {
    for (let from = start; from < end; ) {
      const to = Math.min(end, (Math.floor(from / segmentSize) + 1) * segmentSize)
      pieces.push({ from, to })
      from = to
    }
  }
  return pieces
}

export const segmentsAreAnswers: Invariant = {
  name: 'segments_are_answers',
  promise: 'Columns of answers say what the documents say, and of what was erased or withdrawn nothing.',
  async check(context) {
    const figures: Record<string, number> = { compared: 0 }
    const breaches = new Set<string>()
    for (const { places, ...of } of await context.db.read(dataWithPlaces)) {
      for (const { from, to } of toCompare(places, fingerprint(`${context.clock.now()} ${of.dataVersion}`))) {
        figures.compared = (figures.compared ?? 0) + to - from
        for (const { n, name } of await faultsIn(context, of, from, to)) {
          breaches.add(`${of.studyId} has another ${name} in segment ${n} than its documents: --rebuild makes it anew`)
        }
      }
      const { counts, differ } = await standings(context, of)
      for (const [status, count] of counts) figures[status] = (figures[status] ?? 0) + count
      if (differ !== null) breaches.add(`${of.studyId} counts ${differ}: --rebuild makes it anew`)
    }
    return { figures, breaches: atMost([...breaches]) }
  },
}

interface OfData {
  studyId: string
  dataVersion: string
}

/** Where responses stand by their segments, and how that differs from their rows, unless somebody decides all the while. */
async function standings(
  context: CheckContext,
  of: OfData,
): Promise<{ counts: Map<string, number>; differ: string | null }> {
  for (let tries = 1; ; tries += 1) {
    const rows = new Map((await context.db.read(byStatus(of))).map(({ status, count }) => [status, count]))
    const slots = new Array<number>(statuses.length).fill(0)
    for await (const segment of readSegments(context, of, ['_status'])) {
      for (const slot of segment.slots('_status')) slots[slot] = (slots[slot] ?? 0) + 1
    }
    const counts = new Map(statuses.map((status, slot) => [status as string, slots[slot] ?? 0]))
    const other = statuses.find((status) => status !== 'gone' && counts.get(status) !== (rows.get(status) ?? 0))
    if (other === undefined) return { counts, differ: null }
    if (tries === 3) return { counts, differ: `${counts.get(other)} as ${other}, and has ${rows.get(other) ?? 0}` }
  }
}

const byStatus = ({ studyId, dataVersion }: OfData): Query<{ status: string; count: number }> => ({
  sql: `select status as "status", count(*) as "count" from (
  select case when responses.state = 'complete' then case when responses.seed = '' then 'gone' else coalesce(responses.judged, 'complete') end
    when responses.state = 'withdrawn' then 'gone' else responses.state end as status
  from responses where responses.study_id = ? and responses.shown_to is not null and coalesce((
    select min(study_versions.data_version) from study_versions where study_versions.study_id = responses.study_id
      and study_versions.version = responses.questionnaire_version), responses.questionnaire_version) = ?) standing
group by status`,
  values: [studyId, dataVersion],
})
