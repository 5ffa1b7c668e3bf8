/** Requests of people who have no code: told in the trail, and without a contact once nobody needs it. */
import { seenBySql } from '../invariant.ts'

const untold = (
  action: string,
  by: string,
) => `select contact_requests.id as "subject", 'has no entry ${action}' as "what"
from contact_requests left join audit_entries on audit_entries.subject = contact_requests.id
  and audit_entries.action = '${action}' and audit_entries.actor = ${by}
where audit_entries.id is null and ${by} is not null`

export const contactsGo = seenBySql(
  'contacts_go',
  'A request of somebody without a code is in the trail with who registered it and who was done with it, and its contact goes with its code or its end.',
  `select case when done_at is null then 'waiting' else 'done' end as "figure", count(*) as "value" from contact_requests
group by case when done_at is null then 'waiting' else 'done' end`,
  untold('request.registered', 'contact_requests.registered_by'),
  untold('request.done', 'contact_requests.done_by'),
  `select id as "subject", 'still has its contact' as "what" from contact_requests
where contact <> '' and (used_at is not null or done_at is not null)`,
  `select id as "subject", 'has a code that was used before it was made' as "what" from contact_requests
where used_at is not null and (sent_at is null or sent_at > used_at)`,
  `select id as "subject", 'is due before it came' as "what" from contact_requests where due_on <= came_on`,
)
