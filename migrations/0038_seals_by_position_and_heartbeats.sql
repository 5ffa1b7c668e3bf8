-- An audit entry waits until it has its seal, wherever the time in its id lies: the next run takes what waits, and a
-- clock that ran ahead holds nothing up.
alter table audit_entries add column waits bigint default 1;
update audit_entries set waits = null where id in (select entry_id from audit_seals);
create index audit_entries_waiting on audit_entries (id) where waits = 1;

-- When each part of the periodic work last came to its end, and when something was last written as a trial.
create table heartbeats (
  part text not null,
  at text not null,
  constraint heartbeats_pk primary key (part)
);
