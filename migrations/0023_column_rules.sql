-- How plain CSVs of an account with one row of names (header: its hash) are read, as people have said beside the files
-- that were read so: each change has a row of its own, the newest counts, and one without a mapping has it forgotten.
create table column_rules (
  id text not null,
  account_id text not null,
  header text not null,
  mapping text,
  actor text not null,
  at text not null,
  constraint column_rules_pk primary key (id),
  constraint column_rules_account foreign key (account_id) references provider_accounts (id)
);
create index column_rules_of_account on column_rules (account_id, id);

insert into proposal_kinds (kind) values ('word_unlearned');
