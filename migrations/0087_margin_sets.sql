-- Shares of answers that are known of those whom a study is about, by which its answers are weighted. `margins` is what was
-- typed, as an address has it, in its one order. A set is never changed: another one of its name has the next number, so that a
-- file which was weighted by it can be made again. One that was removed can be brought back.
create table margin_sets (
  id text not null,
  study_id text not null,
  name text not null,
  n bigint not null,
  margins text not null,
  made_by text not null,
  made_at text not null,
  removed_at text,
  constraint margin_sets_number_once unique (study_id, name, n),
  constraint margin_sets_pk primary key (id),
  constraint margin_sets_study foreign key (study_id) references studies (id),
  constraint margin_sets_staff foreign key (made_by) references staff (id),
  constraint margin_sets_not_empty check (name <> '' and margins <> '' and n >= 1)
);
