/**
 * Whose retention time is over, a few at a time. What is in dispute stays: a review, an objection, an open question
 * about money.
 */
import type { Query } from '../../platform/db/together.ts'

/** One whose time is over: what it is found by, and its response with the revision that was read. */
export interface Due {
  id: string
  respondentId: string
  revision: number
}

const fewAtOnce = 50

const ofResponse = `responses.respondent_id as "respondentId", responses.revision as "revision"`

const undisputed = (respondent: string) => `not exists (select 1 from reviews where reviews.id = ${respondent}
  and reviews.state in ('held', 'rejected', 'objected'))`

/** Responses that nobody has come back to since before. */
export const idleResponses = (studyId: string, before: string): Query<Pick<Due, 'id'>> => ({
  sql: `select respondent_id as "id" from responses where state = 'in_progress' and study_id = ? and progress_at < ?
order by progress_at limit ${fewAtOnce}`,
  values: [studyId, before],
})

/** Responses whose page times are older. */
export const oldParadata = (studyId: string, before: string): Query<Due> => ({
  sql: `select response_paradata.respondent_id as "id", ${ofResponse} from response_paradata
join responses on responses.respondent_id = response_paradata.respondent_id
where response_paradata.study_id = ? and response_paradata.ended_at < ?
  and ${undisputed('response_paradata.respondent_id')}
order by response_paradata.ended_at, response_paradata.respondent_id limit ${fewAtOnce}`,
  values: [studyId, before],
})

/**
 * Responses that have answers, of a study that nobody can finish any more. What was just decided about goes once its places
 * have followed: without its cells they would be held for ever.
 */
export const responsesDue = (studyId: string): Query<Due> => ({
  sql: `select respondent_id as "id", ${ofResponse} from responses where study_id = ? and state not in ('in_progress', 'lapsed') and seed <> ''
  and not exists (select 1 from quota_reservations where quota_reservations.respondent_id = responses.respondent_id
    and quota_reservations.state = 'held')
  and ${undisputed('responses.respondent_id')} limit ${fewAtOnce}`,
  values: [studyId],
})

/** When a response ended, or was decided about last: from then on, what was promised for it is over in its time. */
const settledAt = `coalesce((select max(review_steps.at) from review_steps
  where review_steps.respondent_id = responses.respondent_id), responses.ended_at)`

/** A row where anybody began before: who was settled before had begun by then. It keeps a sweep from reading all of a young study. */
export const anybodyBegan = (studyId: string, before: string): Query<{ began: number }> => ({
  sql: `select 1 as "began" from responses where started_at < ? and study_id = ? limit 1`,
  values: [before, studyId],
})

/** Erased respondents by whose code they are still known again, and whose response was settled before. */
export const markedRespondents = (studyId: string, before: string): Query<Due> => ({
  sql: `select responses.respondent_id as "id", ${ofResponse} from responses
join respondents on respondents.id = responses.respondent_id
where responses.study_id = ? and ${settledAt} < ? and responses.seed = '' and respondents.resume_hash not like 'ended %'
  and ${undisputed('responses.respondent_id')} order by responses.respondent_id limit ${fewAtOnce}`,
  values: [studyId, before],
})

/** Requests in writing that were done before. */
export const doneRequests = (studyId: string, before: string): Query<Due> => ({
  sql: `select requests.id as "id", ${ofResponse} from requests
join responses on responses.respondent_id = requests.respondent_id
where requests.study_id = ? and requests.done_at < ? and ${undisputed('requests.respondent_id')}
order by requests.done_at, requests.id limit ${fewAtOnce}`,
  values: [studyId, before],
})

/** Claims whose account is erased, and still known again by its hash, of responses that were settled before. */
export const markedClaims = (studyId: string, before: string): Query<Due> => ({
  sql: `select claims.id as "id", ${ofResponse} from claims join vouchers on vouchers.id = claims.voucher_id
join responses on responses.respondent_id = vouchers.respondent_id
where claims.study_id = ? and ${settledAt} < ? and claims.state in ('paid', 'ended') and claims.payee like 'erased %'
  and claims.account_hash not like 'ended %' and ${undisputed('vouchers.respondent_id')} order by claims.id limit ${fewAtOnce}`,
  values: [studyId, before],
})
