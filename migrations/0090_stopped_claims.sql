-- A claim that ended because somebody held its response still counts among those that wait, until the next batch of its kind:
-- the figure that finance sees must not move when somebody holds one.
alter table claims add column stopped bigint constraint claims_stopped_flag check (stopped = 1);
create index claims_stopped on claims (study_id, channel, id) where stopped = 1;
