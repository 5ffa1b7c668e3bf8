-- What was changed of a study's settings once it was made, field by field with what stood there: JSON.
create table study_changes (
  study_id text not null,
  n bigint not null,
  changes text not null,
  changed_by text not null,
  at text not null,
  constraint study_changes_pk primary key (study_id, n),
  constraint study_changes_study foreign key (study_id) references studies (id)
);
