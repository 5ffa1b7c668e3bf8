-- A file at which the program dies, or fails again and again, is set aside: read no further, until a person decides. How
-- often a step was tried is written before it is made, so that a try that ends the process counts. tried_step is the step
-- that was tried last, by how many were made before it.

insert into statement_states (state) values ('quarantined');
insert into statement_moves (move) values
  ('staging>quarantined'), ('quarantined>receiving'), ('quarantined>discarded');

alter table statements add column tries bigint not null default 0;
alter table statements add column tried_step bigint;
alter table statements add column tried_at text;
create index statements_quarantined on statements (id) where state = 'quarantined';
