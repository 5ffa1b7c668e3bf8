-- A lease holds an offer's money for someone who is still answering. Its life is a list of steps: each names the
-- step before it, so an illegal move, a double move and two open leases of one respondent are refused by keys alone.

create table lease_states (
  state text not null,
  constraint lease_states_pk primary key (state)
);
insert into lease_states (state) values ('open'), ('returned'), ('used');

create table lease_moves (
  move text not null,
  constraint lease_moves_pk primary key (move)
);
insert into lease_moves (move) values ('>open'), ('open>returned'), ('returned>open'), ('open>used');

create table lease_steps (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  offer_id text not null,
  at text not null,
  constraint lease_steps_state_once unique (respondent_id, n, state),
  constraint lease_steps_pk primary key (respondent_id, n),
  constraint lease_steps_respondent foreign key (respondent_id) references respondents (id),
  constraint lease_steps_offer foreign key (offer_id) references offers (id),
  constraint lease_steps_known_state foreign key (state) references lease_states (state),
  constraint lease_steps_legal foreign key (move) references lease_moves (move),
  constraint lease_steps_before foreign key (respondent_id, n_before, state_before) references lease_steps (respondent_id, n, state),
  constraint lease_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint lease_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- How many open leases one network (a daily-salted keyed hash of an address block) may hold at once, and how many
-- responses may be begun from it on its day.
create table networks (
  network text not null,
  open_leases bigint not null,
  cap bigint not null,
  starts bigint not null,
  starts_cap bigint not null,
  seen_at text not null,
  constraint networks_pk primary key (network),
  constraint networks_not_negative check (open_leases >= 0),
  constraint networks_starts_within_cap check (starts <= starts_cap),
  constraint networks_within_cap check (open_leases <= cap)
);

-- Where each lease stands now, for the lists; tied to its last step.
create table leases (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  offer_id text not null,
  amount_minor bigint not null,
  network text not null,
  opened_at text not null,
  expires_at text not null,
  constraint leases_pk primary key (respondent_id),
  constraint leases_step foreign key (respondent_id, n, state) references lease_steps (respondent_id, n, state),
  constraint leases_offer foreign key (offer_id) references offers (id)
);
create index leases_open_by_expiry on leases (expires_at) where state = 'open';
