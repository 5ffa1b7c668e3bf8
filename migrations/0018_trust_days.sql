-- What a study says of itself in public, counted once a day, with the signature of that day: what was said is never
-- counted anew, so that a figure of few people can be left out until more have come.
create table trust_days (
  study_id text not null,
  day text not null,
  content text not null,
  signature text not null,
  at text not null,
  constraint trust_days_pk primary key (study_id, day),
  constraint trust_days_study foreign key (study_id) references studies (id)
);

-- For the days that payouts took: the newest batches of one study.
create index batches_of_study on batches (study_id, id);
