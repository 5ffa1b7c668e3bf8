-- Flags that hold nobody any more in a study, because people released most of what they held, by the checks' version.
create table report_only_flags (
  study_id text not null,
  name text not null,
  rules text not null,
  decided bigint not null,
  released bigint not null,
  since text not null,
  constraint report_only_flags_pk primary key (study_id, name, rules),
  constraint report_only_flags_study foreign key (study_id) references studies (id),
  constraint report_only_flags_most_released check (released * 2 > decided and released <= decided)
);

-- Why a claim waits for a person: a mailbox that is thrown away, and many mailboxes of one domain at once. domain_hash: a
-- keyed hash of that domain, where it is none of those that everybody may have a mailbox at; gone with the account.
insert into reasons (reason) values ('disposable_mailbox'), ('many_of_one_domain');
alter table claims add column domain_hash text;
create index claims_of_domain on claims (domain_hash, made_at) where domain_hash is not null;
