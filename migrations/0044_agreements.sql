-- What people agree to: the privacy notice and each consent as texts in every language, of which a version is kept from the
-- first person on who agreed to it. Of what one has agreed to, the hash of its text and the time stand beside the response
-- until it is erased.
create table agreement_texts (
  study_id text not null,
  code text not null,
  version bigint not null,
  hash text not null,
  text text not null,
  made_at text not null,
  constraint agreement_texts_version unique (study_id, code, version),
  constraint agreement_texts_pk primary key (study_id, code, hash),
  constraint agreement_texts_study foreign key (study_id) references studies (id)
);

create table agreements (
  respondent_id text not null,
  code text not null,
  study_id text not null,
  hash text not null,
  at text not null,
  constraint agreements_pk primary key (respondent_id, code),
  constraint agreements_response foreign key (respondent_id) references responses (respondent_id),
  constraint agreements_text foreign key (study_id, code, hash) references agreement_texts (study_id, code, hash)
);

-- Whether typing and pasting may be counted: 1 for those who have ticked the box for it.
alter table responses add column paradata bigint not null default 0
  constraint responses_paradata_flag check (paradata in (0, 1));

-- Who has exported last, for whoever is told what was withdrawn since.
create index audit_entries_exported on audit_entries (actor, subject, at) where action = 'responses.exported';
