-- A voucher is a promise of money to one respondent. Its code is derived from its id under the key named here and is
-- kept nowhere. Its life is a list of steps, as a lease's is.

create table voucher_states (
  state text not null,
  constraint voucher_states_pk primary key (state)
);
insert into voucher_states (state) values ('held'), ('issued'), ('claimed'), ('paid'), ('expired'), ('voided'), ('rejected'), ('superseded');

create table voucher_moves (
  move text not null,
  constraint voucher_moves_pk primary key (move)
);
insert into voucher_moves (move) values ('>held'), ('>issued'), ('held>issued'), ('held>rejected');

create table voucher_steps (
  voucher_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  at text not null,
  constraint voucher_steps_state_once unique (voucher_id, n, state),
  constraint voucher_steps_pk primary key (voucher_id, n),
  constraint voucher_steps_known_state foreign key (state) references voucher_states (state),
  constraint voucher_steps_legal foreign key (move) references voucher_moves (move),
  constraint voucher_steps_before foreign key (voucher_id, n_before, state_before) references voucher_steps (voucher_id, n, state),
  constraint voucher_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint voucher_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table vouchers (
  id text not null,
  study_id text not null,
  offer_id text not null,
  respondent_id text not null,
  currency text not null,
  amount_minor bigint not null,
  code_key text not null,
  n bigint not null,
  state text not null,
  made_at text not null,
  constraint vouchers_pk primary key (id),
  constraint vouchers_study foreign key (study_id) references studies (id),
  constraint vouchers_offer foreign key (offer_id) references offers (id),
  constraint vouchers_response foreign key (respondent_id) references responses (respondent_id),
  constraint vouchers_step foreign key (id, n, state) references voucher_steps (voucher_id, n, state),
  constraint vouchers_amount_positive check (amount_minor > 0)
);
create unique index vouchers_one_per_respondent on vouchers (respondent_id);
