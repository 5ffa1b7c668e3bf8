-- An account at a provider is one currency there. instructed counts the payouts that were ever instructed from it;
-- while an exception stops the account, the check refuses the next one, whoever read what before.

create table provider_accounts (
  id text not null,
  provider text not null,
  currency text not null,
  instructed bigint not null,
  stops bigint not null,
  instructed_at_stop bigint not null,
  constraint provider_accounts_pk primary key (id),
  constraint provider_accounts_provider foreign key (provider) references providers (provider),
  constraint provider_accounts_not_stopped check (stops = 0 or instructed = instructed_at_stop),
  constraint provider_accounts_stops_not_negative check (stops >= 0)
);

-- What an account's money did on a day, by our own books, in minor units: float = funded - paid - fees + returned.
create table provider_days (
  account_id text not null,
  day text not null,
  funded bigint not null,
  paid bigint not null,
  fees bigint not null,
  returned bigint not null,
  other bigint not null,
  constraint provider_days_pk primary key (account_id, day),
  constraint provider_days_account foreign key (account_id) references provider_accounts (id)
);

-- Why an account's books moved beside its payouts: once for each cause, such as a statement's line.
create table provider_entries (
  id text not null,
  account_id text not null,
  day text not null,
  kind text not null,
  amount_minor bigint not null,
  cause text not null,
  actor text not null,
  at text not null,
  constraint provider_entries_cause unique (account_id, cause),
  constraint provider_entries_pk primary key (id),
  constraint provider_entries_day foreign key (account_id, day) references provider_days (account_id, day)
);

-- A statement is a provider's or bank's file. Its lines are staged in bounded steps and count from the one write that
-- publishes it; a broken file is refused whole. One at a time is staged for an account.
create table statement_states (
  state text not null,
  constraint statement_states_pk primary key (state)
);
insert into statement_states (state) values ('receiving'), ('staging'), ('published'), ('refused'), ('discarded');

create table statement_moves (
  move text not null,
  constraint statement_moves_pk primary key (move)
);
insert into statement_moves (move) values
  ('>receiving'), ('receiving>staging'), ('receiving>discarded'), ('receiving>refused'),
  ('staging>published'), ('staging>refused'), ('staging>discarded');

create table statement_steps (
  statement_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint statement_steps_state_once unique (statement_id, n, state),
  constraint statement_steps_pk primary key (statement_id, n),
  constraint statement_steps_known_state foreign key (state) references statement_states (state),
  constraint statement_steps_legal foreign key (move) references statement_moves (move),
  constraint statement_steps_before foreign key (statement_id, n_before, state_before) references statement_steps (statement_id, n, state),
  constraint statement_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint statement_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- rows_done is how many rows have been staged, and the checkpoint from which the next step goes on; matched is how many
-- published lines have been matched or made exceptions. opening and closing are null where balances do not chain.
create table statements (
  id text not null,
  account_id text not null,
  format text not null,
  file_hash text,
  bytes bigint not null,
  chunks bigint not null,
  mapping text,
  rows_done bigint not null,
  lines_new bigint not null,
  lines_matched bigint not null,
  problem text,
  period_from text,
  period_to text,
  opening_minor bigint,
  closing_minor bigint,
  uploaded_by text not null,
  n bigint not null,
  state text not null,
  made_at text not null,
  constraint statements_pk primary key (id),
  constraint statements_account foreign key (account_id) references provider_accounts (id),
  constraint statements_uploaded_by foreign key (uploaded_by) references staff (id),
  constraint statements_step foreign key (id, n, state) references statement_steps (statement_id, n, state)
);
create unique index statements_file_once on statements (account_id, file_hash) where state in ('staging', 'published');
create unique index statements_one_staged on statements (account_id) where state = 'staging';
create index statements_by_period on statements (account_id, period_to) where state = 'published';

-- The file itself while it is being read, in pieces of base64; deleted when it is published, refused or discarded.
create table statement_chunks (
  statement_id text not null,
  n bigint not null,
  content text not null,
  constraint statement_chunks_pk primary key (statement_id, n),
  constraint statement_chunks_statement foreign key (statement_id) references statements (id)
);

-- A line is known by its provider's own number within the account, so that an overlapping file adds only new ones. It
-- counts when its statement is published. outcome is null until it has been matched or made an exception.
create table statement_lines (
  account_id text not null,
  line_key text not null,
  statement_id text not null,
  row bigint not null,
  day text not null,
  direction text not null,
  amount_minor bigint not null,
  provider_id text,
  reference text,
  kind text not null,
  raw_type text not null,
  balance_minor bigint,
  digest text not null,
  outcome text,
  constraint statement_lines_pk primary key (account_id, line_key),
  constraint statement_lines_statement foreign key (statement_id) references statements (id),
  constraint statement_lines_amount_not_negative check (amount_minor >= 0),
  constraint statement_lines_direction_known check (direction in ('debit', 'credit'))
);
create index statement_lines_in_order on statement_lines (statement_id, row);
create index statement_lines_by_day on statement_lines (account_id, day);

create table match_rules (
  rule text not null,
  constraint match_rules_pk primary key (rule)
);
insert into match_rules (rule) values ('provider_id'), ('reference'), ('group'), ('by_hand');

-- Which line proves which attempt, and as what; a payment proves one attempt once. A match by hand names the decision of
-- two people.
create table matches (
  account_id text not null,
  line_key text not null,
  attempt_id text not null,
  kind text not null,
  rule text not null,
  proposal_id text,
  at text not null,
  constraint matches_pk primary key (account_id, line_key),
  constraint matches_line foreign key (account_id, line_key) references statement_lines (account_id, line_key),
  constraint matches_attempt foreign key (attempt_id) references attempts (id),
  constraint matches_rule foreign key (rule) references match_rules (rule),
  constraint matches_decision foreign key (proposal_id) references decisions (proposal_id),
  constraint matches_by_hand_decided check ((rule = 'by_hand') = (proposal_id is not null))
);
create unique index matches_one_payment on matches (attempt_id) where kind = 'payment';
create index matches_of_attempt on matches (attempt_id);

-- Who dealt with an exception, how, and why.
create table exception_steps (
  exception_id text not null,
  n bigint not null,
  what text not null,
  actor text not null,
  note text not null,
  at text not null,
  constraint exception_steps_pk primary key (exception_id, n),
  constraint exception_steps_exception foreign key (exception_id) references exceptions (id)
);
alter table exceptions add column owner text constraint exceptions_owner references staff (id);
alter table exceptions add column account_id text constraint exceptions_account references provider_accounts (id);
alter table exceptions add column day text;

insert into proposal_kinds (kind) values ('match'), ('exception_closed'), ('stop_lifted');

-- How a plain CSV of an account is read, remembered for the next one.
create table column_mappings (
  account_id text not null,
  mapping text not null,
  actor text not null,
  at text not null,
  constraint column_mappings_pk primary key (account_id),
  constraint column_mappings_account foreign key (account_id) references provider_accounts (id)
);

-- A report is fixed by its hash, and signed by two people.
create table reports (
  id text not null,
  kind text not null,
  subject text not null,
  version bigint not null,
  content text not null,
  content_hash text not null,
  made_by text not null,
  at text not null,
  constraint reports_subject unique (kind, subject, version),
  constraint reports_content unique (id, content_hash),
  constraint reports_pk primary key (id),
  constraint reports_made_by foreign key (made_by) references staff (id)
);

create table report_signatures (
  report_id text not null,
  nth bigint not null,
  content_hash text not null,
  signed_by text not null,
  at text not null,
  constraint report_signatures_once_each unique (report_id, signed_by),
  constraint report_signatures_pk primary key (report_id, nth),
  constraint report_signatures_of_content foreign key (report_id, content_hash) references reports (id, content_hash),
  constraint report_signatures_signed_by foreign key (signed_by) references staff (id),
  constraint report_signatures_two check (nth in (1, 2))
);

-- Personal data that was erased, by id, so that a closing certificate can say so.
create table erasures (
  id text not null,
  what text not null,
  subject text not null,
  actor text not null,
  at text not null,
  constraint erasures_once unique (what, subject),
  constraint erasures_pk primary key (id)
);

-- For the desk, which never counts by scanning: each list has its own narrow index.
create index vouchers_by_state on vouchers (state, id);
create index claims_by_voucher on claims (voucher_id);
create index payouts_by_voucher on payouts (voucher_id);
create index payouts_by_claim on payouts (claim_id);
create index attempts_by_day on attempts (provider, day);
create index vouchers_by_amount on vouchers (currency, amount_minor, id);
