-- What a provider's word for the type of a line means from now on, as people have said, each time in a row of its own: of
-- two that are said at one moment none is lost. The newest of a word holds. Words said before stand in column_mappings.
create table type_rules (
  id text not null,
  account_id text not null,
  raw_type text not null,
  kind text not null,
  actor text not null,
  at text not null,
  constraint type_rules_pk primary key (id),
  constraint type_rules_account foreign key (account_id) references provider_accounts (id)
);
create index type_rules_of_account on type_rules (account_id, id);
