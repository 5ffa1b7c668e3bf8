-- Filters that somebody gave a name, for whoever looks at the answers of a study. `query` is the filter as an address has it,
-- in its one order. One that was removed can be brought back while no other has taken its name.
create table saved_filters (
  id text not null,
  study_id text not null,
  name text not null,
  query text not null,
  made_by text not null,
  made_at text not null,
  removed_at text,
  constraint saved_filters_pk primary key (id),
  constraint saved_filters_study foreign key (study_id) references studies (id),
  constraint saved_filters_staff foreign key (made_by) references staff (id),
  constraint saved_filters_not_empty check (name <> '' and query <> '')
);
create unique index saved_filters_name_once on saved_filters (study_id, name) where removed_at is null;
