-- Accounts of claims that are paid or over, until they are erased: without it each sweep reads every claim of a study.
create index claims_payee_kept on claims (study_id, made_at, id) where state in ('paid', 'ended') and payee not like 'erased %';
