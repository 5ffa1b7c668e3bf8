-- A cell of a quota: of the responses that meet its condition (in the study's settings) at most so many count. The check
-- decides who gets the last place, as that of an offer's balance decides about the last reward.
create table quota_states (
  state text not null,
  constraint quota_states_pk primary key (state)
);
insert into quota_states (state) values ('open'), ('held'), ('accepted'), ('freed');

create table quota_cells (
  study_id text not null,
  cell text not null,
  cap bigint not null,
  open bigint not null,
  held bigint not null,
  accepted bigint not null,
  constraint quota_cells_pk primary key (study_id, cell),
  constraint quota_cells_study foreign key (study_id) references studies (id),
  constraint quota_cells_not_negative check (open >= 0 and held >= 0 and accepted >= 0),
  constraint quota_cells_within_cap check (open + held + accepted <= cap)
);

-- The reservation of a response: one for all the cells that it counts in. n_before is what the writer had read, so that of
-- two who move it at once one is refused, and no place is given back twice.
create table quota_reservations (
  respondent_id text not null,
  study_id text not null,
  n bigint not null,
  n_before bigint not null,
  state text not null,
  opened_at text not null,
  expires_at text not null,
  constraint quota_reservations_pk primary key (respondent_id),
  constraint quota_reservations_response foreign key (respondent_id) references responses (respondent_id),
  constraint quota_reservations_study foreign key (study_id) references studies (id),
  constraint quota_reservations_state foreign key (state) references quota_states (state),
  constraint quota_reservations_follow check (n = n_before + 1)
);
create index quota_reservations_open_by_expiry on quota_reservations (expires_at) where state = 'open';

-- Which cells: those that it counts in, or, once it ran out, those that it counted in last.
create table quota_places (
  respondent_id text not null,
  study_id text not null,
  cell text not null,
  constraint quota_places_pk primary key (respondent_id, cell),
  constraint quota_places_reservation foreign key (respondent_id) references quota_reservations (respondent_id),
  constraint quota_places_cell foreign key (study_id, cell) references quota_cells (study_id, cell)
);
create index quota_places_of_cell on quota_places (study_id, cell);

-- Which cell was full, of a response that is over quota.
alter table responses add column full_cell text;

-- What a study gives to those whose cell was lost to others while they were answering, by where one lives, as offer_places.
create table thanks_places (
  study_id text not null,
  place bigint not null,
  offer_id text not null,
  constraint thanks_places_pk primary key (study_id, place),
  constraint thanks_places_study foreign key (study_id) references studies (id),
  constraint thanks_places_offer foreign key (offer_id) references offers (id)
);
