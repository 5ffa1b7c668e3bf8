-- What retention may still end, once answers or accounts are erased: without these, each sweep reads all of a study that is over.
create index responses_erased on responses (study_id, respondent_id) where seed = '';
create index claims_marked on claims (study_id, id) where payee like 'erased %' and account_hash not like 'ended %';
