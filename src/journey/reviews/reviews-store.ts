/** Responses as they wait for a person, or have been looked at. Nothing here leads on to money. */
import type { JudgedState, Reason } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'

export interface Reviewed {
  /** The export reference. */
  ref: string
  study: string
  studyId: string
  /** The day (UTC) on which it was completed, or the days between which it was. */
  day: string
  /** For the actions only: no page shows it. */
  voucherId: string | null
  /** What was decided about it; null when it was never held. */
  judged: JudgedState | null
  /** Why. */
  reason: Reason | null
  /** The number of the last step of its review; null when it was never held. */
  n: number | null
  /** Until when a rejection can be undone; null unless it stands at one. ISO 8601 in UTC. */
  actsAt: string | null
  /** The first day (UTC) by which it lies, or the later one on which it was held: its wait is counted from there. */
  since: string
  /** By when an objection to it has to be decided; null when none waits, or the calendar does not reach that far. */
  dueDay: string | null
}

/** The day by which it is shown, or the first and last of the days of its group, as an ISO 8601 interval. */
const days = `case when responses.shown_from = responses.shown_to then responses.shown_from
  else responses.shown_from || '/' || responses.shown_to end`
const columns = `responses.export_ref as "ref", studies.slug as "study",
  studies.id as "studyId", ${days} as "day",
  vouchers.id as "voucherId", reviews.state as "judged", review_steps.reason as "reason",
  reviews.n as "n", rejections.acts_at as "actsAt",
  coalesce((select max(substr(holds.at, 1, 10)) from review_steps holds where holds.respondent_id = reviews.id
    and holds.state = 'held' and holds.move <> 'rejected>held' and substr(holds.at, 1, 10) > responses.shown_to),
    responses.shown_from) as "since",
  objections.due_day as "dueDay"`
const joined = `join studies on studies.id = responses.study_id
left join vouchers on vouchers.respondent_id = responses.respondent_id and vouchers.state <> 'superseded'
left join reviews on reviews.id = responses.respondent_id
left join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
left join rejections on rejections.respondent_id = reviews.id and rejections.n = reviews.n
left join objections on objections.respondent_id = reviews.id and objections.made_n = reviews.n`

const ofThese = (studies: readonly string[]) => `responses.study_id in (${studies.map(() => '?').join(', ')})`

/** What was completed, and what was thanked when a quota was full: both have a voucher to decide about. */
const isReviewed = `(responses.state = 'complete' or (responses.state = 'over_quota' and vouchers.id is not null))`

/** The complete response of one of these studies (ids, at least one) with this export reference. */
export const reviewedByRef = (studies: readonly string[], ref: string): Query<Reviewed> => ({
  sql: `select ${columns} from responses ${joined}
where ${isReviewed} and responses.shown_to is not null and responses.export_ref = ? and ${ofThese(studies)}`,
  values: [ref, ...studies],
})

const past = { behind: '>', ahead: '<' } as const
const order = { behind: 'asc', ahead: 'desc' } as const

/** Complete responses of these studies behind or ahead of a reference, in the random order of their references, nearest first. */
export const completeResponsesAround = (
  studies: readonly string[],
  from: string,
  limit: number,
  way: 'behind' | 'ahead' = 'behind',
): Query<Reviewed> => ({
  sql: `select ${columns} from responses ${joined}
where ${isReviewed} and responses.shown_to is not null and responses.export_ref ${past[way]} ?
  and ${ofThese(studies)}
order by responses.export_ref ${order[way]} limit ?`,
  values: [from, ...studies, limit],
})

/**
 * - `held`: it waits for a person
 * - `accepted`: it can be held
 * - `rejected`: that can be undone for an hour, and objected to for some days
 * - `objected`: it waits for another person
 * - `final`: rejected for good
 * - `unrewarded`: it was given without a reward, so there is nothing to hold
 */
export type ReviewState = JudgedState | 'unrewarded'

/**
 * As `reviewStateOf` has it; those without a reward stand among those that were accepted, for to find either alone would be to
 * walk through all of the other. What was ever held is looked for among reviews, which are few, and not among all responses.
 */
const standsAs: Readonly<Record<JudgedState | 'accepted', string>> = {
  held: "vouchers.id is not null and reviews.state = 'held'",
  objected: "vouchers.id is not null and reviews.state = 'objected'",
  rejected: "vouchers.id is not null and reviews.state = 'rejected'",
  final: "vouchers.id is not null and reviews.state = 'final'",
  accepted: "(vouchers.id is null or coalesce(reviews.state, 'accepted') = 'accepted')",
}

/** By what complete responses are listed, those that wait for somebody first. */
export type ReviewGroup = keyof typeof standsAs
export const reviewGroups = Object.keys(standsAs) as ReviewGroup[]

/** Among which a response is listed. */
export const groupOfState = (state: ReviewState): ReviewGroup => (state === 'unrewarded' ? 'accepted' : state)

/** As `completeResponsesAround`, of one state. */
export const completeInState = (
  studies: readonly string[],
  state: ReviewGroup,
  from: string,
  limit: number,
  way: 'behind' | 'ahead',
): Query<Reviewed> => {
  // By the bare reference SQLite would go through all responses to find the few that were held.
  const ref = state === 'accepted' ? 'responses.export_ref' : "(responses.export_ref || '')"
  return {
    sql: `select ${columns} from responses ${joined}
where ${isReviewed} and ${standsAs[state]} and responses.shown_to is not null and ${ref} ${past[way]} ?
  and ${ofThese(studies)}
order by ${ref} ${order[way]} limit ?`,
    values: [from, ...studies, limit],
  }
}

const day = 'responses.shown_from'

/**
 * Held responses of these studies, the oldest day first and within a day in the random order of their references, which is not the order
 * that finance sees: behind or ahead of the one of this day and reference, nearest first.
 */
export const heldResponses = (
  studies: readonly string[],
  from: { day: string; ref: string },
  limit: number,
  way: 'behind' | 'ahead' = 'behind',
): Query<Reviewed> => ({
  sql: `select ${columns}
from reviews join responses on responses.respondent_id = reviews.id
join studies on studies.id = responses.study_id
join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
left join vouchers on vouchers.respondent_id = reviews.id and vouchers.state <> 'superseded'
left join rejections on rejections.respondent_id = reviews.id and rejections.n = reviews.n
left join objections on objections.respondent_id = reviews.id and objections.made_n = reviews.n
where reviews.state = 'held' and ${isReviewed} and responses.shown_to is not null
  and ${day} ${past[way]}= ? and (${day} ${past[way]} ? or responses.export_ref ${past[way]} ?) and ${ofThese(studies)}
order by ${day} ${order[way]}, responses.export_ref ${order[way]} limit ?`,
  values: [from.day, from.day, from.ref, ...studies, limit],
})

/** Responses of these studies that were objected to, those first that are due first. */
export const objectedResponses = (studies: readonly string[], limit: number): Query<Reviewed> => ({
  sql: `select ${columns} from responses ${joined}
where reviews.state = 'objected' and ${isReviewed} and responses.shown_to is not null and ${ofThese(studies)}
order by coalesce(objections.due_day, '9'), responses.export_ref limit ?`,
  values: [...studies, limit],
})

/** The day by which a response stands in that order, whether or not it is held any more. */
export const dayOfRef = (ref: string): Query<{ day: string }> => ({
  sql: `select ${day} as "day" from responses where responses.export_ref = ? and responses.shown_to is not null`,
  values: [ref],
})
