-- A study has a second key, for the accounts of its payees: they are kept for other reasons and other times than texts.
-- live_payees is the id of such a key for as long as it is there. Claims refer to it, so that it cannot be erased under one.
drop index study_keys_one_live;
alter table study_keys add column purpose text not null default 'answers'
  constraint study_keys_purpose check (purpose in ('answers', 'payees'));
alter table study_keys add column live_payees text constraint study_keys_live_payees
  check ((live_payees is not null) = (purpose = 'payees' and erased_at is null) and (live_payees is null or live_payees = id));
create unique index study_keys_one_live on study_keys (study_id, purpose) where erased_at is null;
create unique index study_keys_live_payees on study_keys (live_payees);

-- Under which key of its study a payee is encrypted. Null in one that was erased, and in those from before, which are under a
-- key of the service until the sweep has come to them.
alter table claims add column payee_key text constraint claims_payee_key references study_keys (live_payees)
  constraint claims_erased_or_sealed check (payee_key is null or payee not like 'erased %');
create index claims_by_payee_key on claims (payee_key) where payee_key is not null;
create index claims_payee_before on claims (id) where payee_key is null and payee not like 'erased %';
