-- A batch is payouts prepared by one person and approved by another: its content hash is what was approved, and the
-- schema refuses an approval by the preparer, of another hash, or by too few.

create table providers (
  provider text not null,
  constraint providers_pk primary key (provider)
);
insert into providers (provider) values ('manual'), ('wechat'), ('alipay'), ('tremendous');

create table batch_states (
  state text not null,
  constraint batch_states_pk primary key (state)
);
insert into batch_states (state) values ('frozen'), ('approved'), ('refused'), ('cancelled');

create table batch_moves (
  move text not null,
  constraint batch_moves_pk primary key (move)
);
insert into batch_moves (move) values ('>frozen'), ('frozen>approved'), ('frozen>refused'), ('frozen>cancelled'), ('approved>cancelled');

create table batch_steps (
  batch_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint batch_steps_state_once unique (batch_id, n, state),
  constraint batch_steps_pk primary key (batch_id, n),
  constraint batch_steps_known_state foreign key (state) references batch_states (state),
  constraint batch_steps_legal foreign key (move) references batch_moves (move),
  constraint batch_steps_reason foreign key (reason) references reasons (reason),
  constraint batch_steps_before foreign key (batch_id, n_before, state_before) references batch_steps (batch_id, n, state),
  constraint batch_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint batch_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- approvals is how many have approved, null for none.
create table batches (
  id text not null,
  study_id text not null,
  provider text not null,
  currency text not null,
  prepared_by text not null,
  content_hash text not null,
  payouts bigint not null,
  total_minor bigint not null,
  approvals_needed bigint not null,
  approvals bigint,
  n bigint not null,
  state text not null,
  made_at text not null,
  constraint batches_content unique (id, prepared_by, content_hash),
  constraint batches_pk primary key (id),
  constraint batches_study foreign key (study_id) references studies (id),
  constraint batches_provider foreign key (provider) references providers (provider),
  constraint batches_prepared_by foreign key (prepared_by) references staff (id),
  constraint batches_step foreign key (id, n, state) references batch_steps (batch_id, n, state),
  constraint batches_approved_by_enough check (state <> 'approved' or coalesce(approvals, 0) >= approvals_needed),
  constraint batches_has_payouts check (payouts > 0 and total_minor > 0),
  constraint batches_one_or_two_approvals check (approvals_needed in (1, 2))
);

create table batch_approvals (
  batch_id text not null,
  nth bigint not null,
  approver text not null,
  prepared_by text not null,
  content_hash text not null,
  at text not null,
  constraint batch_approvals_once_each unique (batch_id, approver),
  constraint batch_approvals_pk primary key (batch_id, nth),
  constraint batch_approvals_of_content foreign key (batch_id, prepared_by, content_hash) references batches (id, prepared_by, content_hash),
  constraint batch_approvals_approver foreign key (approver) references staff (id),
  constraint batch_approvals_by_another check (approver <> prepared_by),
  constraint batch_approvals_first_or_second check (nth in (1, 2))
);

-- A payout is one claim being paid.
create table payout_states (
  state text not null,
  constraint payout_states_pk primary key (state)
);
insert into payout_states (state) values ('queued'), ('open'), ('paid'), ('failed'), ('cancelled'), ('returned');

create table payout_moves (
  move text not null,
  constraint payout_moves_pk primary key (move)
);
insert into payout_moves (move) values
  ('>queued'), ('queued>open'), ('open>queued'), ('open>paid'), ('open>failed'), ('queued>failed'), ('queued>cancelled'), ('paid>returned');

create table payout_steps (
  payout_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint payout_steps_state_once unique (payout_id, n, state),
  constraint payout_steps_pk primary key (payout_id, n),
  constraint payout_steps_known_state foreign key (state) references payout_states (state),
  constraint payout_steps_legal foreign key (move) references payout_moves (move),
  constraint payout_steps_reason foreign key (reason) references reasons (reason),
  constraint payout_steps_before foreign key (payout_id, n_before, state_before) references payout_steps (payout_id, n, state),
  constraint payout_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint payout_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- line_hash covers what will be sent, the payee's ciphertext included; the batch's content hash covers every line.
create table payouts (
  id text not null,
  batch_id text not null,
  claim_id text not null,
  voucher_id text not null,
  study_id text not null,
  offer_id text not null,
  provider text not null,
  channel text not null,
  currency text not null,
  amount_minor bigint not null,
  line_hash text not null,
  n bigint not null,
  state text not null,
  made_at text not null,
  constraint payouts_pk primary key (id),
  constraint payouts_batch foreign key (batch_id) references batches (id),
  constraint payouts_claim foreign key (claim_id) references claims (id),
  constraint payouts_voucher foreign key (voucher_id) references vouchers (id),
  constraint payouts_offer foreign key (offer_id) references offers (id),
  constraint payouts_provider foreign key (provider) references providers (provider),
  constraint payouts_step foreign key (id, n, state) references payout_steps (payout_id, n, state),
  constraint payouts_amount_positive check (amount_minor > 0)
);
create unique index payouts_one_live_per_voucher on payouts (voucher_id) where state in ('queued', 'open', 'paid');
create index payouts_of_batch on payouts (batch_id, id);
create index payouts_queued on payouts (provider, id) where state = 'queued';

-- An attempt is one try at a payout under one reference of ours, stored before the provider is called. An outcome that is
-- not known keeps its reference, and its money in clearing.
create table attempt_states (
  state text not null,
  constraint attempt_states_pk primary key (state)
);
insert into attempt_states (state) values
  ('stored'), ('accepted'), ('awaiting_user'), ('unknown'), ('cancelling'), ('succeeded'), ('failed'), ('cancelled');

create table attempt_moves (
  move text not null,
  constraint attempt_moves_pk primary key (move)
);
insert into attempt_moves (move) values
  ('>stored'),
  ('stored>accepted'), ('stored>awaiting_user'), ('stored>unknown'), ('stored>cancelling'), ('stored>succeeded'), ('stored>failed'), ('stored>cancelled'),
  ('accepted>awaiting_user'), ('accepted>unknown'), ('accepted>cancelling'), ('accepted>succeeded'), ('accepted>failed'), ('accepted>cancelled'),
  ('awaiting_user>accepted'), ('awaiting_user>unknown'), ('awaiting_user>cancelling'), ('awaiting_user>succeeded'), ('awaiting_user>failed'), ('awaiting_user>cancelled'),
  ('unknown>accepted'), ('unknown>awaiting_user'), ('unknown>cancelling'), ('unknown>succeeded'), ('unknown>failed'), ('unknown>cancelled'),
  ('cancelling>succeeded'), ('cancelling>failed'), ('cancelling>cancelled');

create table attempt_steps (
  attempt_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  code text,
  at text not null,
  constraint attempt_steps_state_once unique (attempt_id, n, state),
  constraint attempt_steps_pk primary key (attempt_id, n),
  constraint attempt_steps_known_state foreign key (state) references attempt_states (state),
  constraint attempt_steps_legal foreign key (move) references attempt_moves (move),
  constraint attempt_steps_reason foreign key (reason) references reasons (reason),
  constraint attempt_steps_before foreign key (attempt_id, n_before, state_before) references attempt_steps (attempt_id, n, state),
  constraint attempt_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint attempt_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- day is when it was stored, settles_day the last day on which the provider may still settle it; both must be open days
-- of the calendar, by the rows named. code is the provider's own last word; confirm is what a holder's phone needs to
-- confirm, encrypted. next_at is when it is due to be sent or asked for, null when nobody is to be asked.
create table attempts (
  id text not null,
  payout_id text not null,
  nth bigint not null,
  offer_id text not null,
  provider text not null,
  reference text not null,
  currency text not null,
  amount_minor bigint not null,
  calendar_id text not null,
  day text not null,
  day_n bigint not null,
  settles_day text not null,
  settles_day_n bigint not null,
  is_open_day bigint not null,
  provider_id text,
  code text,
  confirm text,
  expires_at text,
  next_at text,
  calls bigint not null,
  n bigint not null,
  state text not null,
  made_at text not null,
  constraint attempts_reference unique (provider, reference),
  constraint attempts_nth unique (payout_id, nth),
  constraint attempts_pk primary key (id),
  constraint attempts_payout foreign key (payout_id) references payouts (id),
  constraint attempts_offer foreign key (offer_id) references offers (id),
  constraint attempts_provider foreign key (provider) references providers (provider),
  constraint attempts_step foreign key (id, n, state) references attempt_steps (attempt_id, n, state),
  constraint attempts_day foreign key (calendar_id, day, day_n, is_open_day) references calendar_days (calendar_id, day, n, open),
  constraint attempts_settles_day foreign key (calendar_id, settles_day, settles_day_n, is_open_day) references calendar_days (calendar_id, day, n, open),
  constraint attempts_amount_positive check (amount_minor > 0),
  constraint attempts_on_open_days check (is_open_day = 1),
  constraint attempts_settle_no_sooner check (settles_day >= day)
);
create unique index attempts_one_open_or_paid on attempts (payout_id) where state not in ('failed', 'cancelled');
create index attempts_due on attempts (next_at) where next_at is not null;
create index attempts_in_clearing on attempts (made_at) where state not in ('succeeded', 'failed', 'cancelled');
create index attempts_by_provider_id on attempts (provider, provider_id);

-- Each call to a provider, written before it is made: its key lets one caller through.
create table attempt_calls (
  attempt_id text not null,
  n bigint not null,
  what text not null,
  at text not null,
  constraint attempt_calls_pk primary key (attempt_id, n),
  constraint attempt_calls_attempt foreign key (attempt_id) references attempts (id)
);

-- Every event that a provider sent us, kept for good: the same one again changes nothing.
create table provider_events (
  provider text not null,
  event_id text not null,
  at text not null,
  constraint provider_events_pk primary key (provider, event_id),
  constraint provider_events_provider foreign key (provider) references providers (provider)
);
