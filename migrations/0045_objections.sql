-- A rejection acts after an hour, and can be undone until then; whoever is rejected may object for some days after that.
-- The money stays reserved until nobody can object any more (final). What was rejected before there were objections is final.
insert into review_states (state) values ('objected'), ('final');
insert into review_moves (move) values
  ('rejected>held'), ('rejected>objected'), ('rejected>final'), ('objected>accepted'), ('objected>final');
insert into review_steps (respondent_id, n, state, n_before, state_before, move, actor, reason, at)
select review_steps.respondent_id, review_steps.n + 1, 'final', review_steps.n, 'rejected', 'rejected>final', 'service', review_steps.reason, review_steps.at
from reviews join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
where reviews.state = 'rejected';
update reviews set n = n + 1, state = 'final' where state = 'rejected';
create index reviews_rejected on reviews (id) where state = 'rejected';
create index reviews_objected on reviews (id) where state = 'objected';

-- What was said to whoever was rejected by that step. It is told to them when it acts.
create table rejections (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  rejected_by text not null,
  acts_at text not null,
  objections_until text not null,
  constraint rejections_by_once unique (respondent_id, n, rejected_by),
  constraint rejections_pk primary key (respondent_id, n),
  constraint rejections_step foreign key (respondent_id, n, state) references review_steps (respondent_id, n, state),
  constraint rejections_state check (state = 'rejected'),
  constraint rejections_in_order check (acts_at < objections_until)
);

-- Against the rejection of that step, decided by somebody else. texts and reply_texts: what the respondent wrote, and what
-- they were answered, encrypted under a key of the study; '' once it is erased.
create table objections (
  respondent_id text not null,
  n bigint not null,
  rejected_by text not null,
  made_n bigint not null,
  made_state text not null,
  made_at text not null,
  due_day text,
  texts text not null,
  texts_key text,
  decided_n bigint,
  decided_state text,
  decided_by text,
  decided_at text,
  reply_texts text,
  reply_key text,
  constraint objections_pk primary key (respondent_id, n),
  constraint objections_of_rejection foreign key (respondent_id, n, rejected_by) references rejections (respondent_id, n, rejected_by),
  constraint objections_step foreign key (respondent_id, made_n, made_state) references review_steps (respondent_id, n, state),
  constraint objections_decision foreign key (respondent_id, decided_n, decided_state) references review_steps (respondent_id, n, state),
  constraint objections_texts_key foreign key (texts_key) references study_keys (id),
  constraint objections_reply_key foreign key (reply_key) references study_keys (id),
  constraint objections_follow check (made_state = 'objected' and made_n = n + 1 and (decided_n is null or decided_n = made_n + 1)),
  constraint objections_decided_whole check ((decided_by is null) = (decided_n is null) and (decided_by is null) = (decided_state is null) and (decided_by is null) = (decided_at is null)),
  constraint objections_reply_of_decision check (reply_texts is null or decided_by is not null),
  constraint objections_by_another check (decided_by is null or decided_by <> rejected_by)
);
