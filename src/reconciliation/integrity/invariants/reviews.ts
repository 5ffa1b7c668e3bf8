/** What was decided about responses, what became of their vouchers, and what whoever was rejected was promised. */
import { seenBySql } from '../invariant.ts'

export const reviewsAreFollowed = seenBySql(
  'reviews_are_followed',
  'A voucher whose response is held or rejected is not paid from then on, and none is held or rejected without that; nobody is to look at what was withdrawn.',
  `select state as "figure", count(*) as "value" from reviews group by state order by state`,
  `select vouchers.id as "subject", 'can be paid, though its response is ' || reviews.state as "what"
from reviews join vouchers on vouchers.respondent_id = reviews.id
where reviews.pending = 0 and reviews.state <> 'accepted' and vouchers.state in ('issued', 'claimed')`,
  `select reviews.id as "subject", 'waits for a person, and its response is ' || coalesce(responses.state, 'gone') as "what"
from reviews left join responses on responses.respondent_id = reviews.id
where reviews.state in ('held', 'objected') and coalesce(responses.state, '') not in ('complete', 'over_quota')`,
  `select vouchers.id as "subject", 'is ' || vouchers.state || ', and its response is not' as "what"
from vouchers left join reviews on reviews.id = vouchers.respondent_id
where coalesce(reviews.pending, 0) = 0 and (
  (vouchers.state = 'held' and coalesce(reviews.state, '') not in ('held', 'rejected', 'objected'))
  or (vouchers.state = 'rejected' and coalesce(reviews.state, '') <> 'final'))`,
)

export const objectionsAreHeard = seenBySql(
  'objections_are_heard',
  'A rejection is final once its time for objections is over, or once somebody else has decided about an objection; until then its money stays owed.',
  `select 'rejections' as "figure", count(*) as "value" from rejections union all select 'objections', count(*) from objections`,
  `select reviews.id as "subject", 'is rejected or objected to, and nothing says until when, or what about' as "what"
from reviews where (state = 'rejected' and not exists (select 1 from rejections
    where rejections.respondent_id = reviews.id and rejections.n = reviews.n))
  or (state = 'objected' and not exists (select 1 from objections
    where objections.respondent_id = reviews.id and objections.made_n = reviews.n and objections.decided_by is null))`,
  `select rejections.respondent_id as "subject", 'names another as whoever rejected it' as "what"
from rejections join review_steps on review_steps.respondent_id = rejections.respondent_id and review_steps.n = rejections.n
where review_steps.actor <> rejections.rejected_by`,
  `select steps.respondent_id as "subject", 'was final before its time for objections was over' as "what"
from review_steps steps join rejections on rejections.respondent_id = steps.respondent_id and rejections.n = steps.n - 1
where steps.move = 'rejected>final' and steps.at < rejections.objections_until`,
  `select steps.respondent_id as "subject", 'was undone after it had acted' as "what"
from review_steps steps join rejections on rejections.respondent_id = steps.respondent_id and rejections.n = steps.n - 1
where steps.move = 'rejected>held' and steps.at >= rejections.acts_at`,
  `select steps.respondent_id as "subject", 'was decided about without its objection, or by whoever had rejected it' as "what"
from review_steps steps where steps.state_before = 'objected' and not exists (select 1 from objections
  where objections.respondent_id = steps.respondent_id and objections.made_n = steps.n - 1
    and objections.decided_by = steps.actor and objections.decided_by <> objections.rejected_by)`,
  `select reviews.id as "subject", 'can still be objected to, and its money is promised to others' as "what"
from reviews join vouchers on vouchers.respondent_id = reviews.id
where reviews.state in ('rejected', 'objected') and vouchers.state = 'rejected'`,
)
