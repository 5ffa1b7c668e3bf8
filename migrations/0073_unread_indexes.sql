-- Indexes that no query reads any more, and that each completed response paid for: how long responses took is read beside the
-- newest of them, and an index by study and end is the beginning of response_paradata_of_study.
drop index responses_active;
drop index response_paradata_ends;
