-- A key of each study, under which what people typed is encrypted. wrapped: the key itself, encrypted under a key of the
-- service; without it, which is how it is erased, nothing under it can be read any more.
create table study_keys (
  id text not null,
  study_id text not null,
  wrapped text,
  made_at text not null,
  erased_at text,
  constraint study_keys_pk primary key (id),
  constraint study_keys_study foreign key (study_id) references studies (id),
  constraint study_keys_erased_or_kept check ((wrapped is null) = (erased_at is not null))
);
create unique index study_keys_one_live on study_keys (study_id) where erased_at is null;

-- What was typed of these answers, encrypted: '' where nothing was. Null in rows from before, whose texts stand in clear
-- until the sweep has come to them.
alter table documents add column texts text;
alter table documents add column texts_key text constraint documents_texts_key references study_keys (id);
create index documents_in_clear on documents (respondent_id) where texts is null;
alter table response_pages add column texts text;
alter table response_pages add column texts_key text constraint response_pages_texts_key references study_keys (id);
create index response_pages_in_clear on response_pages (respondent_id, page) where texts is null;
