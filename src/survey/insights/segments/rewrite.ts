/**
 * What stands in the place of one response is put anew by one statement, without a read: in the same `together` as what
 * changed, and behind it. A response without a place has nothing there.
 */
import type { Write } from '../../../platform/db/together.ts'
import { aboutWidths, flagFamilies } from './about.ts'
import { alphabet } from './alphabet.ts'

/** So many places has a segment. */
export const segmentSize = 4096

/** The families of what was found about a response, as a mask. */
export const flagMask = `(select coalesce(${flagFamilies
  .map((family, at) => `max(case when response_flags.family = '${family}' then ${2 ** at} else 0 end)`)
  .join(' + ')}, 0) from response_flags where response_flags.respondent_id = responses.respondent_id)`

/** `data` of a block with other characters in the place of a respondent. */
const putAt = (
  characters: string,
) => `substr(answer_segments.data, 1, cast((answer_places.n % ${segmentSize}) * answer_segments.width as integer))
  || ${characters}
  || substr(answer_segments.data, cast((answer_places.n % ${segmentSize} + 1) * answer_segments.width as integer) + 1)`

const ofPlace = `from answer_places join responses on responses.respondent_id = answer_places.respondent_id
where answer_places.respondent_id = ? and answer_segments.study_id = answer_places.study_id
  and answer_segments.data_version = answer_places.data_version and answer_segments.n = answer_places.n / ${segmentSize}`

/** Of no tag, as `_source` has it. */
const noTag = alphabet.slice(1, 2).padStart(aboutWidths._source, '0')

/** Nothing of a response stands in any segment any more; of one that ended early it stays that it did, and not by which link it came. */
export const blankPlace = (respondentId: string): Write => ({
  sql: `update answer_segments set data = ${putAt(`case
  when answer_segments.name = '_source' and responses.state not in ('complete', 'withdrawn') then '${noTag}'
  else substr('${'0'.repeat(200)}', 1, cast(answer_segments.width as integer)) end`)}
${ofPlace} and (answer_segments.name in ('_flags', '_source', '_active') or responses.state in ('complete', 'withdrawn'))`,
  values: [respondentId],
})

const statusCharacter = `case when responses.state = 'complete' and responses.seed <> ''
    then case when responses.judged is null then '1' when responses.judged = 'held' then '2' else '3' end
  when responses.state = 'screened_out' then '4' when responses.state = 'over_quota' then '5'
  when responses.state = 'lapsed' then '6' else '0' end`

/**
 * Where a response stands now, by what people decided about it. Its revision is another one then, so that whoever has read
 * it to pack it reads it again.
 */
export const noteJudged = (respondentId: string, judged: 'held' | 'rejected' | null): Write[] => [
  {
    sql: `update responses set judged = ?, revision = revision + 1, revision_before = revision where respondent_id = ?`,
    values: [judged, respondentId],
  },
  {
    sql: `update answer_segments set data = ${putAt(statusCharacter)}
${ofPlace} and answer_segments.name = '_status'`,
    values: [respondentId],
  },
]

/** Comes before what is found about a response is written: whoever has read it to pack it reads it again. */
export const noteChange = (respondentId: string): Write => ({
  sql: `update responses set revision = revision + 1, revision_before = revision where respondent_id = ? and state <> 'in_progress'`,
  values: [respondentId],
})

/** Puts what was found about a response by now into its segment. */
export const putFlags = (respondentId: string): Write => ({
  sql: `update answer_segments set data = ${putAt(`substr('${alphabet}', 1 + cast(${flagMask} as integer), 1)`)}
${ofPlace} and answer_segments.name = '_flags'`,
  values: [respondentId],
})
