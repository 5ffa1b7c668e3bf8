-- A study while somebody describes it: what is typed so far, whole or not, as JSON. It becomes a study under the same id,
-- once, which the key of studies decides; study_id says that it did.
create table setups (
  id text not null,
  document text not null,
  revision bigint not null,
  revision_before bigint not null,
  made_by text not null,
  made_at text not null,
  saved_by text not null,
  saved_at text not null,
  study_id text,
  constraint setups_pk primary key (id),
  constraint setups_study foreign key (study_id) references studies (id),
  constraint setups_revision_follows check (revision = revision_before + 1),
  constraint setups_own_study check (study_id is null or study_id = id)
);
create index setups_unmade on setups (saved_at) where study_id is null;
