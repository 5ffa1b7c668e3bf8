-- Finance is three roles, so that the person who approves is never the person who prepared. Whoever had the one role
-- that finance was prepares from now on.

insert into roles (role) values ('preparer'), ('approver'), ('auditor');
update staff set role = 'preparer' where role = 'finance';
delete from roles where role = 'finance';

-- What takes two people: one proposes, another decides. The effect is written together with the decision.
create table proposal_kinds (
  kind text not null,
  constraint proposal_kinds_pk primary key (kind)
);
insert into proposal_kinds (kind) values ('calendar'), ('payout_failed'), ('voucher_voided'), ('voucher_reissued'), ('claim_released');

-- decided is 0 while it waits, and then 1: one proposal of a kind waits for each subject. reason says why, payload
-- what exactly: ids, codes, days and amounts as JSON, never a name or an account.
create table proposals (
  id text not null,
  kind text not null,
  subject text not null,
  payload text not null,
  reason text not null,
  proposed_by text not null,
  decided bigint not null,
  at text not null,
  constraint proposals_proposer unique (id, proposed_by),
  constraint proposals_pk primary key (id),
  constraint proposals_kind foreign key (kind) references proposal_kinds (kind),
  constraint proposals_proposed_by foreign key (proposed_by) references staff (id),
  constraint proposals_decided_flag check (decided in (0, 1))
);
create unique index proposals_one_waiting on proposals (kind, subject) where decided = 0;

create table verdicts (
  verdict text not null,
  constraint verdicts_pk primary key (verdict)
);
insert into verdicts (verdict) values ('confirmed'), ('declined'), ('withdrawn');

-- A proposal is decided once, and confirmed by another person than the one who made it.
create table decisions (
  proposal_id text not null,
  verdict text not null,
  proposed_by text not null,
  decided_by text not null,
  at text not null,
  constraint decisions_pk primary key (proposal_id),
  constraint decisions_proposal foreign key (proposal_id, proposed_by) references proposals (id, proposed_by),
  constraint decisions_verdict foreign key (verdict) references verdicts (verdict),
  constraint decisions_decided_by foreign key (decided_by) references staff (id),
  constraint decisions_by_another check (verdict = 'withdrawn' or decided_by <> proposed_by)
);
