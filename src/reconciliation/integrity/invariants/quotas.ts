/** Each cell of a quota counts the responses that have a place in it, and never one too many. */
import { seenBySql } from '../invariant.ts'

const counted = ['open', 'held', 'accepted'] as const
const sums = counted.map((state) => `cast(sum(case when state = '${state}' then 1 else 0 end) as bigint) as ${state}`)
/** Of a response whose answers are erased once its study is over, the count stays, and where it counts is forgotten. */
const erased = `select quota_reservations.study_id, count(*) as n from quota_reservations
  join responses on responses.respondent_id = quota_reservations.respondent_id
  where quota_reservations.state = 'accepted' and responses.seed = '' group by quota_reservations.study_id`
const differs = `quota_cells.open <> coalesce(found.open, 0) or quota_cells.held <> coalesce(found.held, 0)
  or quota_cells.accepted not between coalesce(found.accepted, 0) and coalesce(found.accepted, 0) + coalesce(erased.n, 0)`
const countsText = (of: string) => counted.map((state) => `coalesce(${of}.${state}, 0)`).join(" || '/' || ")

export const cellsAreCounted = seenBySql(
  'cells_are_counted',
  'A cell of a quota counts the responses that have a place in it, and they are no more than it takes.',
  `select state as "figure", count(*) as "value" from quota_reservations group by state order by state`,
  `select quota_cells.study_id || ' ' || quota_cells.cell as "subject", 'says ' || ${countsText('quota_cells')}
  || ' open, held and accepted, and found are ' || ${countsText('found')} as "what"
from quota_cells left join (select quota_places.study_id, quota_places.cell, ${sums.join(', ')}
  from quota_places join quota_reservations on quota_reservations.respondent_id = quota_places.respondent_id
  group by quota_places.study_id, quota_places.cell) found
on found.study_id = quota_cells.study_id and found.cell = quota_cells.cell
left join (${erased}) erased on erased.study_id = quota_cells.study_id where ${differs}`,
  `select study_id || ' ' || cell as "subject", 'counts more than it takes' as "what" from quota_cells
where open + held + accepted > cap`,
)

/** Where a response is rejected for good, the sweep frees its places. */
export const placesFollow = seenBySql(
  'places_follow',
  'A place is held by somebody who is answering, or by a complete response; every other response has freed its places.',
  `select 'places' as "figure", count(*) as "value" from quota_places`,
  `select quota_reservations.respondent_id as "subject", 'is ' || coalesce(responses.state, 'nowhere')
  || ', and its places are ' || quota_reservations.state as "what"
from quota_reservations left join responses on responses.respondent_id = quota_reservations.respondent_id
left join reviews on reviews.id = quota_reservations.respondent_id
where responses.state is null or responses.study_id <> quota_reservations.study_id
  or (quota_reservations.state = 'open' and responses.state <> 'in_progress')
  or (quota_reservations.state in ('held', 'accepted') and responses.state <> 'complete' and exists (select 1
    from quota_places where quota_places.respondent_id = quota_reservations.respondent_id))
  or (quota_reservations.state = 'freed' and responses.state = 'complete' and coalesce(reviews.state, '') <> 'final')`,
  `select respondent_id as "subject", 'is over quota, and no cell of its study was full' as "what" from responses
where state = 'over_quota' and seed <> '' and not exists (select 1 from quota_cells
  where quota_cells.study_id = responses.study_id and quota_cells.cell = responses.full_cell)`,
)
