-- What was asked for in writing is erased so long after it was done.
create index requests_done on requests (study_id, done_at) where done_at is not null;
