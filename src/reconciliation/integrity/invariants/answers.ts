/** One response for each respondent, and one voucher for each response that earned it. */
import { seenBySql } from '../invariant.ts'

/** A figure leaves out what staff answered to try a study out; what must hold, holds of that as well. */
const counts = (study: string) =>
  `not exists (select 1 from studies where studies.id = ${study} and studies.test_of is not null)`

export const oneResponse = seenBySql(
  'one_response',
  'A respondent has one response, in their own study, and an invitation begins one respondent.',
  `select state as "figure", count(*) as "value" from responses where ${counts('responses.study_id')} group by state order by state`,
  `select respondent_id as "subject", 'has more than one response' as "what"
from responses group by respondent_id having count(*) > 1`,
  `select invitation_id as "subject", 'began more than one respondent' as "what"
from respondents where invitation_id is not null group by invitation_id having count(*) > 1`,
  `select responses.respondent_id as "subject", 'has a response in another study' as "what"
from responses left join respondents on respondents.id = responses.respondent_id
where respondents.id is null or respondents.study_id <> responses.study_id`,
)

export const oneDocument = seenBySql(
  'one_document',
  'A complete response has one document of its answers until these are erased, and no other response has one.',
  `select 'documents' as "figure", count(*) as "value" from documents
join responses on responses.respondent_id = documents.respondent_id where ${counts('responses.study_id')}`,
  `select responses.respondent_id as "subject", 'is complete without a document' as "what"
from responses left join documents on documents.respondent_id = responses.respondent_id
where responses.state = 'complete' and responses.seed <> '' and documents.respondent_id is null`,
  `select documents.respondent_id as "subject", 'has a document without being complete' as "what"
from documents left join responses on responses.respondent_id = documents.respondent_id
where responses.state is null or responses.state not in ('complete', 'withdrawn')`,
  `select respondent_id as "subject", 'has more than one document' as "what"
from documents group by respondent_id having count(*) > 1`,
)

const typed = (table: string) => [
  `select ${table}.respondent_id as "subject", 'has texts in ${table} under a key of another study, or under none' as "what"
from ${table} join responses on responses.respondent_id = ${table}.respondent_id
left join study_keys on study_keys.id = ${table}.texts_key and study_keys.purpose = 'answers'
where ${table}.texts <> '' and (study_keys.id is null or study_keys.study_id <> responses.study_id)`,
  `select respondent_id as "subject", 'has a key in ${table} and no texts' as "what"
from ${table} where texts_key is not null and coalesce(texts, '') = ''`,
]

/** Rows from before there were keys of studies are counted, until the sweep has sealed them. */
export const textsAreSealed = seenBySql(
  'texts_are_sealed',
  'What people typed is encrypted under a key of their study, which may be erased.',
  `select 'in_clear' as "figure", (select count(*) from documents where texts is null)
  + (select count(*) from response_pages where texts is null) as "value"
union all select 'keys', count(*) from study_keys where purpose = 'answers'
union all select 'erased', count(*) from study_keys where purpose = 'answers' and erased_at is not null`,
  ...typed('documents'),
  ...typed('saved_pages'),
  ...typed('response_pages'),
)

/** A place without an offer earns nothing; where place 0, every other place, has one, every place has. */
export const oneVoucherChain = seenBySql(
  'one_voucher_chain',
  'A complete response has one voucher, or one chain of vouchers that each replace the one before; of the others, only who was thanked when a quota was full.',
  `select state as "figure", count(*) as "value" from vouchers group by state order by state`,
  `select responses.respondent_id as "subject", 'is complete and has no voucher' as "what"
from responses left join vouchers on vouchers.respondent_id = responses.respondent_id
where responses.state = 'complete' and responses.unrewarded = 0 and vouchers.id is null
  and exists (select 1 from offer_places where offer_places.study_id = responses.study_id and offer_places.place = 0)`,
  `select respondent_id as "subject", 'has more than one voucher to begin with' as "what"
from vouchers where replaces is null group by respondent_id having count(*) > 1`,
  `select vouchers.id as "subject", 'belongs to a response that earned nothing' as "what"
from vouchers left join responses on responses.respondent_id = vouchers.respondent_id
where responses.state is null or responses.state not in ('complete', 'withdrawn', 'over_quota') or responses.unrewarded = 1`,
  `select vouchers.id as "subject", 'replaces a voucher that is not superseded, or of somebody else' as "what"
from vouchers left join vouchers older on older.id = vouchers.replaces
where vouchers.replaces is not null
  and (older.id is null or older.state <> 'superseded' or older.respondent_id <> vouchers.respondent_id)`,
  `select vouchers.id as "subject", 'is superseded, and not by one voucher' as "what"
from vouchers where state = 'superseded'
  and (select count(*) from vouchers newer where newer.replaces = vouchers.id) <> 1`,
)

export const oneLiveVoucher = seenBySql(
  'one_live_voucher',
  'A respondent has one live voucher.',
  `select 'live' as "figure", count(*) as "value" from vouchers where state in ('held', 'issued', 'claimed', 'paid', 'paid_outside')`,
  `select respondent_id as "subject", 'has more than one live voucher' as "what"
from vouchers where state in ('held', 'issued', 'claimed', 'paid', 'paid_outside') group by respondent_id having count(*) > 1`,
)

const promised = ['offers', 'vouchers', 'claims', 'batches', 'quota_cells', 'quota_reservations', 'invitations']

export const testsPromiseNothing = seenBySql(
  'tests_promise_nothing',
  'By the test of a study nothing is promised, counted in a quota or paid.',
  `select 'tests' as "figure", count(*) as "value" from studies where test_of is not null`,
  ...promised.map(
    (table) => `select studies.id as "subject", 'is the test of a study and has ${table}' as "what" from studies
where studies.test_of is not null and exists (select 1 from ${table} where ${table}.study_id = studies.id)`,
  ),
  `select leases.respondent_id as "subject", 'answers the test of a study and has a lease' as "what" from leases
join respondents on respondents.id = leases.respondent_id join studies on studies.id = respondents.study_id
where studies.test_of is not null`,
)

export const oneLiveClaim = seenBySql(
  'one_live_claim',
  'An account has one live or paid claim in a study, and a voucher one claim that has not ended.',
  `select state as "figure", count(*) as "value" from claims group by state order by state`,
  `select min(id) as "subject", 'shares its account with another live claim of its study' as "what"
from claims where state in ('ready', 'frozen', 'paid') group by study_id, account_hash having count(*) > 1`,
  `select voucher_id as "subject", 'has more than one claim that has not ended' as "what"
from claims where state <> 'ended' group by voucher_id having count(*) > 1`,
)
