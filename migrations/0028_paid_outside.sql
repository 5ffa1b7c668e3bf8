-- A voucher whose holder was paid by an attempt that the books call failed is paid outside of the books: a state of its
-- own, and a part of the budget of its own. Until now such a voucher was voided, and its money went back to funding.
insert into accounts (account) values ('outside');
insert into voucher_states (state) values ('paid_outside');
insert into voucher_moves (move) values
  ('held>paid_outside'), ('issued>paid_outside'), ('claimed>paid_outside'),
  ('expired>paid_outside'), ('voided>paid_outside'), ('rejected>paid_outside'), ('paid_outside>issued');

-- What was settled before: its voucher has given money back to funding, which nothing else does for a voucher, and no
-- other voucher has taken its place.
insert into voucher_steps (voucher_id, n, state, n_before, state_before, move, at, reason, actor)
select vouchers.id, vouchers.n + 1, 'paid_outside', vouchers.n, vouchers.state, vouchers.state || '>paid_outside',
  (select max(transfers.at) from transfers where transfers.subject = vouchers.id and transfers.credit = 'funding'),
  'paid_outside_the_books', 'service'
from vouchers where vouchers.state in ('expired', 'voided', 'rejected')
  and vouchers.id in (select subject from transfers where credit = 'funding' and subject is not null);
update vouchers set n = n + 1, state = 'paid_outside' where state in ('expired', 'voided', 'rejected')
  and id in (select voucher_id from voucher_steps where state = 'paid_outside');

-- A balance has one more part, so both tables are made anew, as for the tax.
create table offer_balances_with_outside (
  offer_id text not null,
  total bigint not null,
  available bigint not null,
  reserved bigint not null,
  liability bigint not null,
  clearing bigint not null,
  paid bigint not null,
  tax bigint not null default 0,
  outside bigint not null default 0,
  constraint offer_balances_pk primary key (offer_id),
  constraint offer_balances_offer foreign key (offer_id) references offers (id),
  constraint offer_balances_available check (available >= 0),
  constraint offer_balances_clearing check (clearing >= 0),
  constraint offer_balances_liability check (liability >= 0),
  constraint offer_balances_outside check (outside >= 0),
  constraint offer_balances_paid check (paid >= 0),
  constraint offer_balances_parts_make_total check (total = available + reserved + liability + clearing + paid + tax + outside),
  constraint offer_balances_reserved check (reserved >= 0),
  constraint offer_balances_tax check (tax >= 0)
);
-- The money of those vouchers was spent: it is of the budget again, the tax that goes with it among the tax.
insert into offer_balances_with_outside (offer_id, total, available, reserved, liability, clearing, paid, tax, outside)
select offer_balances.offer_id, total + coalesce(settled.amount + settled.tax, 0), available, reserved, liability, clearing, paid,
  offer_balances.tax + coalesce(settled.tax, 0), coalesce(settled.amount, 0)
from offer_balances left join (
  select offer_id, sum(amount_minor) as amount, sum(tax_minor) as tax from vouchers where state = 'paid_outside' group by offer_id
) settled on settled.offer_id = offer_balances.offer_id;

create table transfers_with_outside (
  id text not null,
  offer_id text not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null,
  at text not null,
  subject text,
  constraint transfers_pk primary key (id),
  constraint transfers_offer foreign key (offer_id) references offer_balances_with_outside (offer_id),
  constraint transfers_debit foreign key (debit) references accounts (account),
  constraint transfers_credit foreign key (credit) references accounts (account),
  constraint transfers_amount_positive check (amount_minor > 0),
  constraint transfers_two_accounts check (debit <> credit)
);
insert into transfers_with_outside (id, offer_id, debit, credit, amount_minor, at, subject)
select transfers.id, transfers.offer_id, debit, case when vouchers.id is null then credit else 'outside' end,
  transfers.amount_minor - coalesce(vouchers.tax_minor, 0), transfers.at, subject
from transfers left join vouchers on vouchers.id = transfers.subject and vouchers.state = 'paid_outside' and transfers.credit = 'funding';
insert into transfers_with_outside (id, offer_id, debit, credit, amount_minor, at, subject)
select transfers.id || '_tax', transfers.offer_id, debit, 'tax', vouchers.tax_minor, transfers.at, subject
from transfers join vouchers on vouchers.id = transfers.subject
where vouchers.state = 'paid_outside' and transfers.credit = 'funding' and vouchers.tax_minor > 0;

drop table transfers;
drop table offer_balances;
alter table offer_balances_with_outside rename to offer_balances;
alter table transfers_with_outside rename to transfers;
create index transfers_of_subject on transfers (subject) where subject is not null;

-- Paid is paid, whoever's books say so: nobody gets another voucher.
drop index vouchers_one_live_per_respondent;
create unique index vouchers_one_live_per_respondent on vouchers (respondent_id) where state in ('held', 'issued', 'claimed', 'paid', 'paid_outside');
