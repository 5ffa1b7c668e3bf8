/** Databases that are wrong in one way: rows changed behind the app's back, with the constraints out of the way. */
import SqliteFile from 'better-sqlite3'
import { brokenImports } from './broken-imports.ts'
import type { Story } from './story.ts'

export interface Corruption {
  /** The promise that is broken by it. */
  breaks: string
  how: string
  /** Promises that cannot but be broken with it. */
  also?: string[]
  /** Tables that lose their keys and checks first. */
  loosen?: string[]
  sql: (story: Story) => string[]
  /** Days that pass before anybody looks. */
  later?: number
}

/** Makes a table of the same rows that has no constraint at all. */
function loosen(file: SqliteFile.Database, table: string): void {
  file.exec(
    `create table loosened as select * from ${table}; drop table ${table}; alter table loosened rename to ${table}`,
  )
}

/** Changes the database in a file as it says. */
export function corrupt(path: string, corruption: Corruption, story: Story): void {
  const file = withoutKeys(path)
  try {
    corruptBy(file, corruption, story)
  } finally {
    file.close()
  }
}

/** A connection to it that no reference holds up. */
export function withoutKeys(path: string): SqliteFile.Database {
  const file = new SqliteFile(path)
  file.pragma('foreign_keys = off')
  file.pragma('legacy_alter_table = on')
  return file
}

/** The same by a connection without keys. */
export function corruptBy(file: SqliteFile.Database, { loosen: tables = [], sql }: Corruption, story: Story): void {
  for (const table of tables) loosen(file, table)
  for (const statement of sql(story)) {
    if (file.prepare(statement).run().changes === 0 && !/^alter/.test(statement)) {
      throw new Error(`This changes nothing: ${statement}`)
    }
  }
}

const move = (debit: string, credit: string) => [
  `insert into transfers (id, offer_id, debit, credit, amount_minor, at) select 't_more', offer_id, '${debit}', '${credit}', 1, at from transfers where credit = 'paid'`,
  `update offer_balances set ${debit} = ${debit} - 1, ${credit} = ${credit} + 1 where paid > 0`,
]

const attemptOf = (voucherId: string) =>
  `(select attempts.id from attempts join payouts on payouts.id = payout_id where voucher_id = '${voucherId}' limit 1)`

const entry = (id: string, actor: string, action: string, subject: string) =>
  `insert into audit_entries (id, actor, action, subject, at) values ('${id}', '${actor}', '${action}', '${subject}', '2026-11-23T09:10:00.000Z')`
/** An id of the audit trail from the story's last minutes. */
const freshId = `(select substr(max(id), 1, 15) || 'zzz' from audit_entries)`

/** A request of somebody without a code, with what this row says otherwise. */
function contactRequest(row: Record<string, string>): string {
  const usual = {
    contact: `''`,
    code_hash: row.sent_at === undefined ? 'null' : `'h'`,
    sent_at: 'null',
    used_at: 'null',
    done_by: 'null',
    done_at: 'null',
  }
  const columns = { ...usual, ...row }
  return `insert into contact_requests (id, study_id, kind, came_on, due_on, registered_by, registered_at, ${Object.keys(columns)})
select 'request_x', id, 'see', '2026-11-01', '2026-12-01', 'staff_1', '2026-11-01', ${Object.values(columns)} from studies limit 1`
}

const lives = [
  ['review', 'reviews'],
  ['voucher', 'vouchers'],
  ['lease', 'leases'],
  ['claim', 'claims'],
  ['batch', 'batches'],
  ['payout', 'payouts'],
  ['attempt', 'attempts'],
] as const

export const corruptions: readonly Corruption[] = [
  {
    breaks: 'one_response',
    how: 'a second response of one respondent',
    also: ['segments_are_answers'],
    loosen: ['responses'],
    sql: ({ paid }) => [`insert into responses select * from responses where respondent_id = '${paid.respondentId}'`],
  },
  {
    breaks: 'one_response',
    how: 'one invitation that began two',
    also: ['segments_are_answers'],
    loosen: ['respondents'],
    sql: ({ paid, held }) => [
      `update respondents set invitation_id = 'inv_1' where id in ('${paid.respondentId}', '${held.respondentId}')`,
    ],
  },
  {
    breaks: 'one_response',
    how: 'a response in another study',
    also: ['texts_are_sealed', 'places_are_filled', 'segments_are_answers'],
    loosen: ['responses'],
    sql: ({ paid }) => [`update responses set study_id = 'study_2' where respondent_id = '${paid.respondentId}'`],
  },
  {
    breaks: 'one_document',
    how: 'a complete response without a document',
    also: ['segments_are_answers'],
    sql: ({ paid }) => [`delete from documents where respondent_id = '${paid.respondentId}'`],
  },
  {
    breaks: 'one_document',
    how: 'a document of somebody who is still answering',
    sql: () => [
      `insert into documents (respondent_id, document, texts) select respondent_id, '{}', '' from responses where state = 'in_progress'`,
    ],
  },
  {
    breaks: 'texts_are_sealed',
    how: 'texts under a key of another study',
    sql: () => [`update study_keys set study_id = 'study_2' where purpose = 'answers'`],
  },
  {
    breaks: 'texts_are_sealed',
    how: 'texts under no key',
    sql: () => [`update documents set texts_key = null where texts <> ''`],
  },
  {
    breaks: 'one_voucher_chain',
    how: 'a new voucher that does not say what it replaces',
    sql: ({ lost }) => [`update vouchers set replaces = null where replaces = '${lost.id}'`],
  },
  {
    breaks: 'one_voucher_chain',
    how: 'a voucher of somebody who wanted none',
    sql: ({ held }) => [`update responses set unrewarded = 1 where respondent_id = '${held.respondentId}'`],
  },
  {
    breaks: 'one_voucher_chain',
    how: 'a voucher that is gone',
    also: ['owed_is_vouchers', 'voucher_steps'],
    sql: ({ held }) => [`delete from vouchers where id = '${held.id}'`],
  },
  {
    breaks: 'one_live_voucher',
    how: 'two live vouchers of one respondent',
    also: ['one_voucher_chain', 'reviews_are_followed'],
    loosen: ['vouchers'],
    sql: ({ held, paid }) => [`update vouchers set respondent_id = '${paid.respondentId}' where id = '${held.id}'`],
  },
  {
    breaks: 'one_live_claim',
    how: 'two claims for one account',
    loosen: ['claims'],
    sql: () => [`update claims set account_hash = 'one'`],
  },
  {
    breaks: 'tests_promise_nothing',
    how: 'a study with vouchers that becomes the test of one',
    sql: () => [`update studies set test_of = id`],
  },
  {
    breaks: 'versions_follow',
    how: 'a study that asks what was never published, and so do those who answer it',
    also: ['segments_are_answers'],
    sql: () => [`delete from study_versions`],
  },
  {
    breaks: 'versions_follow',
    how: 'a draft of a version that is asked no more',
    sql: () => [
      `insert into questionnaires (version, document, created_at) values ('${'b'.repeat(64)}', '{}', '')`,
      `insert into questionnaire_drafts (study_id, document, base_version, revision, revision_before, saved_by, saved_at)
select id, '{}', '${'b'.repeat(64)}', 1, 0, 'mei', '' from studies where test_of is null`,
    ],
  },
  {
    breaks: 'cells_are_counted',
    how: 'a cell that counts somebody who has no place',
    sql: () => [
      `insert into quota_cells (study_id, cell, cap, open, held, accepted) select id, 'all', 9, 0, 0, 1 from studies`,
    ],
  },
  {
    breaks: 'cells_are_counted',
    how: 'a cell that counts more than it takes',
    loosen: ['quota_cells'],
    sql: () => [
      `insert into quota_cells (study_id, cell, cap, open, held, accepted) select id, 'all', 0, 1, 0, 0 from studies`,
      `insert into quota_reservations (respondent_id, study_id, n, n_before, state, opened_at, expires_at)
select respondent_id, study_id, 1, 0, 'open', started_at, started_at from responses where state = 'in_progress' limit 1`,
      `insert into quota_places (respondent_id, study_id, cell) select respondent_id, study_id, 'all' from quota_reservations`,
    ],
  },
  {
    breaks: 'places_follow',
    how: 'a complete response whose place is still open',
    sql: () => [
      `insert into quota_reservations (respondent_id, study_id, n, n_before, state, opened_at, expires_at)
select respondent_id, study_id, 1, 0, 'open', started_at, started_at from responses where state = 'complete' limit 1`,
    ],
  },
  {
    breaks: 'within_budget',
    how: 'a promise beyond the budget',
    also: ['owed_is_vouchers'],
    sql: ({ held }) => [`update vouchers set amount_minor = 5000000 where id = '${held.id}'`],
  },
  {
    breaks: 'transfers_balance',
    how: 'a transfer of nothing',
    loosen: ['transfers'],
    sql: () => [
      `insert into transfers (id, offer_id, debit, credit, amount_minor, at) select 't_0', offer_id, debit, credit, 0, at from transfers where debit = 'funding' limit 1`,
    ],
  },
  {
    breaks: 'none_negative',
    how: 'an offer that gave more than it had',
    also: ['within_budget'],
    loosen: ['offer_balances'],
    sql: () => [
      `insert into transfers (id, offer_id, debit, credit, amount_minor, at) select 't_more', offer_id, 'available', 'funding', total + 1, 'now' from offer_balances where total = 550000`,
      `update offer_balances set total = -1, available = -1 where total = 550000`,
    ],
  },
  {
    breaks: 'none_negative',
    how: 'parts that are not the total',
    also: ['balances_are_transfers'],
    loosen: ['offer_balances'],
    sql: () => [`update offer_balances set total = total + 1 where paid > 0`],
  },
  {
    breaks: 'balances_are_transfers',
    how: 'a transfer that is gone',
    sql: () => [`delete from transfers where debit = 'funding' and amount_minor = 550000`],
  },
  { breaks: 'reserved_is_promises', how: 'a reserve for nobody', sql: () => move('available', 'reserved') },
  { breaks: 'owed_is_vouchers', how: 'a debt to nobody', sql: () => move('available', 'liability') },
  { breaks: 'paid_is_vouchers', how: 'a payment to nobody', sql: () => move('available', 'paid') },
  {
    breaks: 'same_money',
    how: 'a voucher in a currency that its offer has not',
    sql: ({ held }) => [`update vouchers set currency = 'HKD' where id = '${held.id}'`],
  },
  {
    breaks: 'same_money',
    how: 'an attempt in another currency than its payout',
    also: ['day_moves_are_entries'],
    sql: ({ again }) => [`update attempts set currency = 'HKD' where id = ${attemptOf(again.id)}`],
  },
  {
    breaks: 'clearing_is_open_attempts',
    how: 'money in clearing that no attempt is about',
    also: ['one_transfer_each'],
    sql: () => move('liability', 'clearing'),
  },
  {
    breaks: 'one_transfer_each',
    how: 'a payment at a moment when nothing succeeded',
    sql: () => [`update transfers set at = '2026-11-23T08:59:00.000Z' where credit = 'paid'`],
  },
  {
    breaks: 'one_transfer_each',
    how: 'a payment that names another attempt',
    sql: () => [`update transfers set subject = 'a_other' where credit = 'paid'`],
  },
  {
    breaks: 'one_transfer_each',
    how: 'tax that no payment set aside',
    also: ['paid_is_vouchers', 'owed_is_vouchers', 'clearing_is_open_attempts'],
    sql: () => move('clearing', 'tax'),
  },
  {
    breaks: 'paid_is_vouchers',
    how: 'a paid voucher whose tax went nowhere',
    also: ['same_money', 'years_are_payouts'],
    sql: ({ paid }) => [`update vouchers set tax_minor = 5 where id = '${paid.id}'`],
  },
  {
    breaks: 'years_are_payouts',
    how: 'a year that counts less than was paid',
    sql: () => ['update payee_years set total_minor = total_minor - 1'],
  },
  {
    breaks: 'years_are_payouts',
    how: 'a payout that no year counts',
    sql: () => ['delete from payee_years'],
  },
  {
    breaks: 'years_are_payouts',
    how: 'a year beyond what was allowed',
    loosen: ['payee_years'],
    sql: () => ['update payee_years set limit_minor = total_minor - 1'],
  },
  {
    breaks: 'one_attempt',
    how: 'an open attempt beside one that succeeded',
    also: ['lives_agree'],
    loosen: ['attempts'],
    sql: ({ paid }) => [
      `update attempts set nth = 2, payout_id = (select id from payouts where voucher_id = '${paid.id}') where state = 'unknown'`,
    ],
  },
  {
    breaks: 'stored_reference',
    how: 'two attempts under one reference',
    loosen: ['attempts'],
    sql: () => [`update attempts set reference = 'H1'`],
  },
  {
    breaks: 'stored_reference',
    how: 'a call before the reference was stored',
    sql: () => [`update attempt_calls set at = '2026-11-23T07:00:00.000Z'`],
  },
  {
    breaks: 'stored_reference',
    how: 'a call that is not counted',
    sql: () => ['update attempts set calls = calls + 1'],
  },
  {
    breaks: 'paid_days_are_attempts',
    how: 'an account that paid more than its attempts',
    sql: () => ['update provider_days set paid = paid + 1 where paid > 0'],
  },
  {
    breaks: 'day_moves_are_entries',
    how: 'a fee without a cause',
    sql: () => ['update provider_days set fees = 1'],
  },
  {
    breaks: 'day_moves_are_entries',
    how: 'a payout that was instructed and is not there',
    sql: () => ['update provider_accounts set instructed = instructed + 1'],
  },
  { breaks: 'known_in_time', how: 'an outcome that nobody looks into for two months', sql: () => [], later: 60 },
  {
    breaks: 'on_open_days',
    how: 'an attempt on a day that its own row calls closed',
    sql: () => [`update calendar_days set kind = 'closed', open = 0 where day = '2026-11-23'`],
  },
  {
    breaks: 'on_open_days',
    how: 'an attempt by a row that had been replaced',
    sql: () => [
      `insert into proposals (id, kind, subject, payload, reason, proposed_by, decided, at) select 'proposal_2', 'calendar', 'cn', '{}', 'x', proposed_by, 1, at from proposals`,
      `insert into decisions (proposal_id, verdict, proposed_by, decided_by, at) select 'proposal_2', 'confirmed', proposed_by, decided_by, '2026-11-20T00:00:00.000Z' from decisions`,
      `insert into calendar_days (calendar_id, day, n, year, kind, slow, open, source, proposal_id) values ('cn', '2026-11-23', 2, 2026, 'closed', 0, 0, 'x', 'proposal_2')`,
    ],
  },
  {
    breaks: 'on_open_days',
    how: 'a sending on a day that is not published',
    sql: () => [`update attempt_calls set at = '2027-11-23T08:00:00.000Z' where what = 'send'`],
  },
  ...brokenImports,
  {
    breaks: 'approved_by_others',
    how: 'a batch approved by who prepared it',
    also: ['trail_tells_all'],
    loosen: ['batch_approvals'],
    sql: () => ['update batch_approvals set approver = prepared_by'],
  },
  {
    breaks: 'approved_by_others',
    how: 'a proposal confirmed by who made it',
    loosen: ['decisions'],
    sql: () => ['update decisions set decided_by = proposed_by'],
  },
  {
    breaks: 'approved_by_others',
    how: 'a proposal that is decided without a decision',
    sql: () => ['delete from decisions'],
  },
  {
    breaks: 'approved_by_enough',
    how: 'one approval where two are needed',
    loosen: ['batches'],
    sql: () => ['update batches set approvals_needed = 2'],
  },
  {
    breaks: 'approved_by_enough',
    how: 'an approval of other content',
    loosen: ['batch_approvals'],
    sql: () => [`update batch_approvals set content_hash = 'other'`],
  },
  {
    breaks: 'approved_by_enough',
    how: 'an approval after the money went',
    sql: () => [`update batch_steps set at = '2026-11-23T09:00:00.000Z' where state = 'approved'`],
  },
  {
    breaks: 'content_is_approved',
    how: 'an account that was exchanged after the approval',
    also: ['payees_open'],
    sql: ({ paid, held }) => [
      `update claims set payee = (select payee from claims where voucher_id <> '${paid.id}' and '${held.id}' <> '') where voucher_id = '${paid.id}'`,
    ],
  },
  {
    breaks: 'content_is_approved',
    how: 'a batch that says another sum',
    loosen: ['batches'],
    sql: () => ['update batches set total_minor = total_minor + 1'],
  },
  ...lives.flatMap(([life, rows]): Corruption[] => [
    {
      breaks: `${life}_steps`,
      how: `${life}s that stand where they have not come`,
      sql: () => [`update ${rows} set n = 9`],
    },
    {
      breaks: `${life}_steps`,
      how: `${life}s whose first step is not legal`,
      loosen: [`${life}_steps`],
      sql: () => [`update ${life}_steps set state_before = 'none', move = 'none>' || state where n = 1`],
    },
  ]),
  {
    breaks: 'voucher_steps',
    how: 'steps of no voucher',
    sql: () => [
      `insert into voucher_steps (voucher_id, n, state, move, at) values ('v_none', 1, 'issued', '>issued', 'now')`,
    ],
  },
  {
    breaks: 'study_steps',
    how: 'a study that was opened twice',
    loosen: ['study_steps'],
    sql: () => [
      `insert into study_steps (study_id, n, state, n_before, state_before, move, actor, at)
select id, 2, 'open', 1, 'open', 'open>open', 'x', 'now' from studies`,
    ],
  },
  {
    breaks: 'statement_steps',
    how: 'a statement that begins in the middle',
    sql: () => [
      `insert into statement_steps (statement_id, n, state, move, actor, at) values ('s_none', 1, 'staging', '>staging', 'x', 'now')`,
    ],
  },
  {
    breaks: 'reviews_are_followed',
    how: 'a held response whose voucher can be paid',
    also: ['voucher_steps', 'lives_agree'],
    sql: ({ held }) => [`update vouchers set state = 'claimed' where id = '${held.id}'`],
  },
  {
    breaks: 'reviews_are_followed',
    how: 'a response that was withdrawn while a person is to look at it',
    also: ['segments_are_answers'],
    sql: ({ held }) => [`update responses set state = 'withdrawn' where respondent_id = '${held.respondentId}'`],
  },
  {
    breaks: 'reviews_are_followed',
    how: 'a held voucher that nobody held',
    loosen: ['reviews'],
    also: ['review_steps', 'decisions_count'],
    sql: ({ held }) => [`delete from reviews where id = '${held.respondentId}'`],
  },
  {
    breaks: 'objections_are_heard',
    how: 'a rejection that nobody was told the end of',
    also: ['review_steps', 'decisions_count'],
    sql: ({ held }) => [`update reviews set state = 'rejected' where id = '${held.respondentId}'`],
  },
  {
    breaks: 'objections_are_heard',
    how: 'an objection that whoever had rejected decided',
    also: ['review_steps', 'reviews_are_followed', 'decisions_count'],
    sql: ({ held }) => [
      `insert into review_steps (respondent_id, n, state, n_before, state_before, move, actor, at) values ('${held.respondentId}', 9, 'final', 8, 'objected', 'objected>final', 'mei', 'now')`,
      `update reviews set state = 'final' where id = '${held.respondentId}'`,
    ],
  },
  {
    breaks: 'decisions_count',
    how: 'a held response that counts as any other',
    also: ['segments_are_answers'],
    sql: ({ held }) => [`update responses set judged = null where respondent_id = '${held.respondentId}'`],
  },
  {
    breaks: 'places_are_filled',
    how: 'a response that is packed nowhere',
    also: ['segments_are_answers'],
    sql: ({ lost }) => [`update responses set packed = 1 where respondent_id = '${lost.respondentId}'`],
  },
  {
    breaks: 'places_are_filled',
    how: 'a column that is shorter than the others',
    loosen: ['answer_segments'],
    also: ['segments_are_answers'],
    sql: () => [`update answer_segments set data = substr(data, 2), filled = filled - 1 where name = '_language'`],
  },
  {
    breaks: 'segments_are_answers',
    how: 'an answer that nobody gave',
    sql: () => [`update answer_segments set data = '_' || substr(data, 2) where name = 'Q01'`],
  },
  {
    breaks: 'networks_forgotten',
    how: 'a lease that has ended and names its network',
    sql: () => [`update leases set network = 'n' where state <> 'open'`],
  },
  {
    breaks: 'networks_forgotten',
    how: 'a start that is counted for days',
    sql: () => [
      `insert into heartbeats (part, at) values ('starts', '2026-11-23T09:10:00.000Z') on conflict (part) do update set at = excluded.at`,
      `insert into networks (network, open_leases, cap, starts, starts_cap, seen_at) values ('n', 0, 0, 1, 1, '2026-11-20T09:10:00.000Z')`,
    ],
  },
  ...[
    { how: 'a request that nobody registered', row: {} },
    { how: 'a request that nobody was done with', row: { done_by: `'staff_1'`, done_at: `'2026-11-24'` }, told: true },
    {
      how: 'a contact that stays when its code was used',
      row: { contact: `'ey'`, sent_at: `'2026-11-23'`, used_at: `'2026-11-24'` },
      told: true,
    },
    {
      how: 'a code that was used before it was made',
      row: { sent_at: `'2026-11-24'`, used_at: `'2026-11-23'` },
      told: true,
    },
  ].map(
    ({ how, row, told = false }): Corruption => ({
      breaks: 'contacts_go',
      how,
      sql: () => [
        contactRequest({ ...(row as Record<string, string>) }),
        ...(told ? [entry('x', 'staff_1', 'request.registered', 'request_x').replace("'x'", freshId)] : []),
      ],
    }),
  ),
  {
    breaks: 'turns_in_order',
    how: 'somebody who waits in no queue',
    sql: () => [`insert into start_places (respondent_id, network, turn_ms) values ('r_x', 'n', 9007199254740)`],
  },
  {
    breaks: 'turns_in_order',
    how: 'two who have one turn',
    sql: () => [
      `insert into start_queues (network, turn_ms, asked_ms) values ('n', 9007199254740, 9007199254740)`,
      `insert into start_places (respondent_id, network, turn_ms) values ('r_x', 'n', 9007199254740), ('r_y', 'n', 9007199254740)`,
    ],
  },
  {
    breaks: 'lives_agree',
    how: 'a paid voucher whose claim has ended',
    sql: () => [
      `update claim_steps set state = 'ended', move = 'frozen>ended' where state = 'paid'`,
      `update claims set state = 'ended' where state = 'paid'`,
    ],
  },
  {
    breaks: 'chain_holds',
    how: 'an entry that was changed',
    sql: () => [`update audit_entries set actor = 'somebody' where action = 'study.opened'`],
  },
  {
    breaks: 'chain_holds',
    how: 'an entry that was removed',
    sql: () => [`delete from audit_entries where action = 'study.opened'`],
  },
  {
    breaks: 'chain_holds',
    how: 'a seal that was changed',
    loosen: ['audit_seals'],
    sql: () => [
      `update audit_seals set hash = replace(hash, substr(hash, 1, 1), 'x') where n = (select max(n) from audit_seals)`,
    ],
  },
  {
    breaks: 'chain_holds',
    how: 'two seals that changed places',
    loosen: ['audit_seals'],
    sql: () => ['update audit_seals set n = 5 - n where n in (2, 3)'],
  },
  {
    breaks: 'chain_holds',
    how: 'a gap',
    also: ['every_entry_is_sealed'],
    sql: () => ['delete from audit_seals where n = 2'],
  },
  {
    breaks: 'every_entry_is_sealed',
    how: 'an entry that came long after its time',
    sql: () => [entry('audit_1m8000000zzzzzzzzzzzz', 'operator', 'staff.added', 'staff_1')],
  },
  {
    breaks: 'every_entry_is_sealed',
    how: 'an entry that the sealer does not come to',
    sql: () => [
      entry('x', 'operator', 'staff.added', 'staff_1').replace("'x'", freshId),
      "update audit_entries set waits = null where action = 'staff.added'",
    ],
  },
  {
    breaks: 'every_entry_is_sealed',
    how: 'a sealer that has stood still for days',
    sql: () => [entry('x', 'operator', 'staff.added', 'staff_1').replace("'x'", freshId)],
    later: 2,
  },
  {
    breaks: 'trail_tells_all',
    how: 'an attempt that is told of and is not there',
    sql: () => [entry('x', 'sweep', 'attempt.stored', 'a_none').replace("'x'", freshId)],
  },
  {
    breaks: 'trail_tells_all',
    how: 'an approval that is not told of',
    also: ['chain_holds'],
    sql: () => [`delete from audit_entries where action = 'batch.approved'`],
  },
  {
    breaks: 'trail_holds_codes',
    how: 'a name in the trail',
    sql: () => [entry('x', '陈美', 'staff.added', 'staff_1').replace("'x'", freshId)],
  },
  {
    breaks: 'answers_apart',
    how: 'a claim that names the respondent',
    sql: () => ['alter table claims add column respondent_id text'],
  },
  {
    breaks: 'payees_sealed',
    how: 'a confirmation as plain text',
    sql: () => [`update attempts set confirm = 'wx_package'`],
  },
  {
    breaks: 'held_has_flags',
    how: 'a response that the checks hold for nothing',
    sql: ({ held }) => [
      `update review_steps set actor = 'service' where respondent_id = '${held.respondentId}' and n = 1`,
      `update studies set open_link_policy = 'check', invitation_policy = 'check'`,
      `update response_flags set points = 0 where respondent_id = '${held.respondentId}'`,
    ],
  },
  {
    breaks: 'findings_follow',
    how: 'page times of somebody who is still answering',
    sql: ({ paid }) => [
      `update response_paradata set respondent_id = (select respondent_id from responses where state = 'in_progress') where respondent_id = '${paid.respondentId}'`,
    ],
  },
  {
    breaks: 'findings_follow',
    how: 'flags of answers that were erased',
    also: ['segments_are_answers'],
    sql: ({ paid }) => [
      `insert into response_flags (respondent_id, name, family, points, facts, rules, flagged_at) values ('${paid.respondentId}', 'speeder', 'pace', 35, '{}', '1', '2026-11-23T09:10:00.000Z')`,
      `update responses set seed = '', state = 'withdrawn' where respondent_id = '${paid.respondentId}'`,
      `delete from response_paradata where respondent_id = '${paid.respondentId}'`,
    ],
  },
  {
    breaks: 'findings_follow',
    how: 'traces that stayed when page times went',
    sql: ({ held }) => [
      `insert into response_signatures (respondent_id, kind, band, hash, study_id) select respondent_id, 'twin', 1, 'a', study_id from responses where respondent_id = '${held.respondentId}'`,
      `delete from response_paradata where respondent_id = '${held.respondentId}'`,
    ],
  },
  {
    breaks: 'page_times_end',
    how: 'page times that nobody erased',
    sql: ({ paid }) => [
      `update response_paradata set ended_at = '2025-11-23T09:10:00.000Z' where respondent_id = '${paid.respondentId}'`,
    ],
  },
  {
    breaks: 'payees_open',
    how: 'payees under a key that was erased beneath them',
    loosen: ['study_keys'],
    sql: () => [
      `update study_keys set wrapped = null, live_payees = null, erased_at = made_at where purpose = 'payees'`,
    ],
  },
  {
    breaks: 'payees_open',
    how: 'a payee that was moved to another voucher',
    also: ['content_is_approved'],
    sql: ({ paid, unknown }) => [
      `update claims set payee = (select payee from claims where voucher_id = '${unknown.id}') where voucher_id = '${paid.id}'`,
    ],
  },
  {
    breaks: 'keys_are_there',
    how: 'a key that the key set lacks',
    sql: () => [
      `insert into known_keys (purpose, kid, at) values ('accounts', 'a_lost_key', '2026-01-01T00:00:00.000Z')`,
    ],
  },
  {
    breaks: 'keys_are_there',
    how: 'a code under a key that the key set lacks',
    loosen: ['vouchers'],
    sql: () => [
      `update vouchers set code_key = 'a_lost_key' where id = (select min(id) from vouchers where state in ('issued', 'claimed'))`,
    ],
  },
  {
    breaks: 'needed_rows_are_there',
    how: 'a word list that lost a word',
    sql: () => [`delete from exception_classes where class = 'batch_mismatch'`],
  },
]
