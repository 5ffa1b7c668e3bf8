-- What people who read answers decided about a response, apart from what became of its money: they see this, and never
-- where a voucher stands. A response without a row was never held. pending: its voucher could not follow yet, because a
-- batch has it or its money is gone; should it come back, it follows then.
create table review_states (
  state text not null,
  constraint review_states_pk primary key (state)
);
insert into review_states (state) values ('held'), ('accepted'), ('rejected');

create table review_moves (
  move text not null,
  constraint review_moves_pk primary key (move)
);
insert into review_moves (move) values ('>held'), ('held>accepted'), ('held>rejected'), ('accepted>held');

create table review_steps (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint review_steps_state_once unique (respondent_id, n, state),
  constraint review_steps_pk primary key (respondent_id, n),
  constraint review_steps_known_state foreign key (state) references review_states (state),
  constraint review_steps_legal foreign key (move) references review_moves (move),
  constraint review_steps_reason foreign key (reason) references reasons (reason),
  constraint review_steps_before foreign key (respondent_id, n_before, state_before) references review_steps (respondent_id, n, state),
  constraint review_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint review_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

-- id is the respondent's.
create table reviews (
  id text not null,
  n bigint not null,
  state text not null,
  pending bigint not null,
  constraint reviews_pk primary key (id),
  constraint reviews_of_response foreign key (id) references responses (respondent_id),
  constraint reviews_step foreign key (id, n, state) references review_steps (respondent_id, n, state),
  constraint reviews_pending_flag check (pending in (0, 1))
);
create index reviews_held on reviews (id) where state = 'held';
create index reviews_pending on reviews (id) where pending = 1;

-- What was decided so far stands in the steps of vouchers; of several vouchers of one response, one after the other.
insert into review_steps (respondent_id, n, state, n_before, state_before, move, actor, reason, at)
select respondent_id, n, state, case when n = 1 then null else n - 1 end, state_before, coalesce(state_before, '') || '>' || state, actor, reason, at
from (select respondent_id, state, actor, reason, at,
    row_number() over (partition by respondent_id order by voucher_id, step) as n,
    lag(state) over (partition by respondent_id order by voucher_id, step) as state_before
  from (select respondent_id, voucher_id, step, state, actor, reason, at,
      lag(state) over (partition by respondent_id order by voucher_id, step) as earlier
    from (select vouchers.respondent_id as respondent_id, voucher_steps.voucher_id as voucher_id, voucher_steps.n as step,
        case when voucher_steps.state = 'issued' then 'accepted' else voucher_steps.state end as state,
        coalesce(voucher_steps.actor, 'service') as actor, voucher_steps.reason as reason, voucher_steps.at as at
      from voucher_steps join vouchers on vouchers.id = voucher_steps.voucher_id
      where voucher_steps.state in ('held', 'rejected') or voucher_steps.move = 'held>issued') decided) marked
  where earlier is null or earlier <> state) changed;
insert into reviews (id, n, state, pending)
select respondent_id, n, state, 0 from review_steps
where n = (select max(later.n) from review_steps later where later.respondent_id = review_steps.respondent_id);

-- Whoever sees money is not told whether a voucher is held, rejected or has expired, so voiding and replacing are open to
-- all of these; what takes the place of one stands where that one stood.
insert into voucher_moves (move) values
  ('>rejected'), ('expired>voided'), ('rejected>voided'), ('held>superseded'), ('rejected>superseded');
