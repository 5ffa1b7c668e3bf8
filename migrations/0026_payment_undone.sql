-- What one person called paid may turn out not to be: until a statement proves it, two people may take the word back.
-- The payout is then under way again, its money in clearing.

insert into attempt_moves (move) values ('succeeded>unknown');
insert into payout_moves (move) values ('paid>open');
insert into claim_moves (move) values ('paid>frozen');
insert into voucher_moves (move) values ('paid>claimed');
insert into reasons (reason) values ('reported_by_mistake');
insert into proposal_kinds (kind) values ('payment_undone');

create index attempt_steps_undone on attempt_steps (at) where move = 'succeeded>unknown';
