-- An exception is anything that the ledger and a provider disagree about, until a person closes it. One for each subject
-- of a class, so that saying it again adds nothing.

create table exception_classes (
  class text not null,
  constraint exception_classes_pk primary key (class)
);
insert into exception_classes (class) values
  ('missing_at_provider'), ('missing_in_ledger'), ('amount_mismatch'), ('duplicate'), ('late'), ('state_conflict'),
  ('fee'), ('return_after_success'), ('unknown_type'), ('balance_break');

create table exceptions (
  id text not null,
  class text not null,
  subject text not null,
  study_id text,
  provider text,
  currency text not null,
  amount_minor bigint not null,
  detail text not null,
  opened_at text not null,
  closed_at text,
  constraint exceptions_subject unique (class, subject),
  constraint exceptions_pk primary key (id),
  constraint exceptions_class foreign key (class) references exception_classes (class),
  constraint exceptions_study foreign key (study_id) references studies (id),
  constraint exceptions_provider foreign key (provider) references providers (provider)
);
create index exceptions_open on exceptions (opened_at) where closed_at is null;

-- One sealer chains audit entries by hash, in a table of its own: a seal names the one before it, so a gap, a fork or a
-- second sealing of an entry cannot be written, and a changed entry shows.
create table audit_seals (
  n bigint not null,
  entry_id text not null,
  n_before bigint,
  hash_before text,
  hash text not null,
  at text not null,
  constraint audit_seals_entry unique (entry_id),
  constraint audit_seals_hash_once unique (n, hash),
  constraint audit_seals_pk primary key (n),
  constraint audit_seals_of_entry foreign key (entry_id) references audit_entries (id),
  constraint audit_seals_before foreign key (n_before, hash_before) references audit_seals (n, hash),
  constraint audit_seals_follow check ((n = 1 and n_before is null and hash_before is null) or (n > 1 and n_before is not null and hash_before is not null and n = n_before + 1)),
  constraint audit_seals_hash_is_sha256 check (length(hash) = 64)
);
