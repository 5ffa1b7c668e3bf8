-- Between which days (UTC) an ended response lies, for whoever reads answers; null until it is shown to them, together with
-- at least four others of its offer. Those from before wait for the next sweep.
alter table responses add column shown_from text;
alter table responses add column shown_to text;
create index responses_not_shown on responses (ended_at) where shown_to is null and ended_at is not null;
