-- A claim says where a voucher's money should go. payee is a JWE that only the service can open; account_hash is a keyed
-- hash of the account under a key of the study that is kept outside the database. A claim is never changed: whoever
-- gives another account ends it and makes the next.

create table channels (
  channel text not null,
  constraint channels_pk primary key (channel)
);
insert into channels (channel) values ('wechat'), ('alipay'), ('fps'), ('bank'), ('gift');

create table claim_states (
  state text not null,
  constraint claim_states_pk primary key (state)
);
insert into claim_states (state) values ('ready'), ('held'), ('frozen'), ('paid'), ('ended');

create table claim_moves (
  move text not null,
  constraint claim_moves_pk primary key (move)
);
insert into claim_moves (move) values
  ('>ready'), ('>held'), ('held>ready'), ('ready>held'), ('held>ended'), ('ready>ended'),
  ('ready>frozen'), ('frozen>ready'), ('frozen>paid'), ('frozen>ended'), ('paid>ended');

create table claim_steps (
  claim_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint claim_steps_state_once unique (claim_id, n, state),
  constraint claim_steps_pk primary key (claim_id, n),
  constraint claim_steps_known_state foreign key (state) references claim_states (state),
  constraint claim_steps_legal foreign key (move) references claim_moves (move),
  constraint claim_steps_reason foreign key (reason) references reasons (reason),
  constraint claim_steps_before foreign key (claim_id, n_before, state_before) references claim_steps (claim_id, n, state),
  constraint claim_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint claim_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- eligible_at: from then on it may be put into a batch; a changed account waits a day.
create table claims (
  id text not null,
  voucher_id text not null,
  study_id text not null,
  channel text not null,
  payee text not null,
  account_hash text not null,
  eligible_at text not null,
  n bigint not null,
  state text not null,
  made_at text not null,
  constraint claims_pk primary key (id),
  constraint claims_voucher foreign key (voucher_id) references vouchers (id),
  constraint claims_study foreign key (study_id) references studies (id),
  constraint claims_channel foreign key (channel) references channels (channel),
  constraint claims_step foreign key (id, n, state) references claim_steps (claim_id, n, state)
);
create unique index claims_one_open_per_voucher on claims (voucher_id) where state <> 'ended';
create unique index claims_one_per_account on claims (study_id, account_hash) where state in ('ready', 'frozen', 'paid');
create index claims_ready on claims (study_id, channel, id) where state in ('ready', 'held');
