-- What a study is doing is a table of steps, as of a lease or a voucher. Studies from before were open from the day that
-- they were made; their window says the rest.
create table study_states (
  state text not null,
  constraint study_states_pk primary key (state)
);
insert into study_states (state) values ('ready'), ('open'), ('paused'), ('closed');

create table study_moves (
  move text not null,
  constraint study_moves_pk primary key (move)
);
insert into study_moves (move) values
  ('>ready'), ('>open'), ('ready>open'), ('open>paused'), ('paused>open'), ('open>closed'), ('paused>closed'), ('closed>open');

create table study_steps (
  study_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint study_steps_state_once unique (study_id, n, state),
  constraint study_steps_pk primary key (study_id, n),
  constraint study_steps_study foreign key (study_id) references studies (id),
  constraint study_steps_known_state foreign key (state) references study_states (state),
  constraint study_steps_legal foreign key (move) references study_moves (move),
  constraint study_steps_reason foreign key (reason) references reasons (reason),
  constraint study_steps_before foreign key (study_id, n_before, state_before) references study_steps (study_id, n, state),
  constraint study_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint study_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- Who permitted that a study collects in the mainland, or why nobody has to. A file of it lies in pieces beside it.
create table permit_kinds (
  kind text not null,
  constraint permit_kinds_pk primary key (kind)
);
insert into permit_kinds (kind) values ('permit'), ('not_needed');

create table permits (
  id text not null,
  study_id text not null,
  kind text not null,
  authority text,
  number text,
  expires_on text,
  media_type text,
  file_hash text,
  reason text,
  entered_by text not null,
  at text not null,
  constraint permits_of_study unique (study_id, id),
  constraint permits_by unique (id, entered_by),
  constraint permits_pk primary key (id),
  constraint permits_study foreign key (study_id) references studies (id),
  constraint permits_kind foreign key (kind) references permit_kinds (kind),
  constraint permits_entered_by foreign key (entered_by) references staff (id),
  constraint permits_whole check ((kind = 'not_needed' and reason is not null) or (kind = 'permit' and authority is not null and number is not null and expires_on is not null and media_type is not null and file_hash is not null))
);

create table permit_file_pieces (
  permit_id text not null,
  n bigint not null,
  content text not null,
  constraint permit_file_pieces_pk primary key (permit_id, n),
  constraint permit_file_pieces_permit foreign key (permit_id) references permits (id)
);

create table permit_confirmations (
  permit_id text not null,
  study_id text not null,
  proposal_id text not null,
  entered_by text not null,
  confirmed_by text not null,
  at text not null,
  constraint permit_confirmations_of_study unique (study_id, permit_id),
  constraint permit_confirmations_pk primary key (permit_id),
  constraint permit_confirmations_permit foreign key (study_id, permit_id) references permits (study_id, id),
  constraint permit_confirmations_entered foreign key (permit_id, entered_by) references permits (id, entered_by),
  constraint permit_confirmations_decision foreign key (proposal_id) references decisions (proposal_id),
  constraint permit_confirmations_confirmed_by foreign key (confirmed_by) references staff (id),
  constraint permit_confirmations_by_another check (confirmed_by <> entered_by)
);

-- The state now, tied to the last step. pause_words: JSON in every language. permit_until: from then on nobody may start.
-- soft_limit: at so many completes it pauses itself until somebody has signed what they look like.
create table study_status (
  id text not null,
  n bigint not null,
  state text not null,
  pause_words text,
  mainland bigint not null,
  permit_id text,
  permit_until text,
  soft_limit bigint,
  constraint study_status_pk primary key (id),
  constraint study_status_study foreign key (id) references studies (id),
  constraint study_status_step foreign key (id, n, state) references study_steps (study_id, n, state),
  constraint study_status_permit foreign key (id, permit_id) references permit_confirmations (study_id, permit_id),
  constraint study_status_mainland_flag check (mainland in (0, 1)),
  constraint study_status_permitted check (mainland = 0 or state <> 'open' or permit_id is not null),
  constraint study_status_soft_limit_positive check (soft_limit is null or soft_limit > 0)
);

-- What somebody saw of the first completes of a study when they let it go on: the figures as JSON, and their hash.
create table soft_launch_signatures (
  study_id text not null,
  nth bigint not null,
  soft_limit bigint not null,
  completes bigint not null,
  figures text not null,
  figures_hash text not null,
  signed_by text not null,
  at text not null,
  constraint soft_launch_signatures_pk primary key (study_id, nth),
  constraint soft_launch_signatures_study foreign key (study_id) references studies (id),
  constraint soft_launch_signatures_signed_by foreign key (signed_by) references staff (id)
);

insert into study_steps (study_id, n, state, n_before, state_before, move, actor, reason, at)
select id, 1, 'open', null, null, '>open', 'system', null, created_at from studies;

insert into study_status (id, n, state, pause_words, mainland, permit_id, permit_until, soft_limit)
select id, 1, 'open', null, 0, null, null, null from studies;

insert into proposal_kinds (kind) values ('budget_topped_up'), ('budget_returned'), ('permit');
