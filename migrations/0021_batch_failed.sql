-- A bank may reject a message as a whole: then all of its payouts are proposed as failed together.

insert into proposal_kinds (kind) values ('batch_failed');
