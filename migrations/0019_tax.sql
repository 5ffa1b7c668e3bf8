-- Each study says none, net or gross-up; what it comes to is written down with the offer when it is opened, and with each
-- voucher when it is made. amount_minor is what reaches the holder, and tax_minor what is owed to the tax office on top
-- of it: every move of a promise is of both together, until a payment parts them into paid and tax.
insert into accounts (account) values ('tax');
insert into reasons (reason) values ('over_yearly_total');

alter table offers add column tax_minor bigint not null default 0 constraint offers_tax_not_negative check (tax_minor >= 0);
alter table vouchers add column tax_minor bigint not null default 0 constraint vouchers_tax_not_negative check (tax_minor >= 0);
alter table attempts add column tax_minor bigint not null default 0 constraint attempts_tax_not_negative check (tax_minor >= 0);

-- A balance has one more part. Nothing that all three databases read alike can alter a check, so the table is made anew,
-- and with it the one that refers to it. Every row comes along.
create table offer_balances_with_tax (
  offer_id text not null,
  total bigint not null,
  available bigint not null,
  reserved bigint not null,
  liability bigint not null,
  clearing bigint not null,
  paid bigint not null,
  tax bigint not null default 0,
  constraint offer_balances_of_offer primary key (offer_id),
  constraint offer_balances_offer foreign key (offer_id) references offers (id),
  constraint offer_balances_available check (available >= 0),
  constraint offer_balances_clearing check (clearing >= 0),
  constraint offer_balances_liability check (liability >= 0),
  constraint offer_balances_paid check (paid >= 0),
  constraint offer_balances_parts_make_total check (total = available + reserved + liability + clearing + paid + tax),
  constraint offer_balances_reserved check (reserved >= 0),
  constraint offer_balances_tax check (tax >= 0)
);
insert into offer_balances_with_tax (offer_id, total, available, reserved, liability, clearing, paid, tax)
select offer_id, total, available, reserved, liability, clearing, paid, 0 from offer_balances;

create table transfers_with_tax (
  id text not null,
  offer_id text not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null,
  at text not null,
  subject text,
  constraint transfers_id primary key (id),
  constraint transfers_offer foreign key (offer_id) references offer_balances_with_tax (offer_id),
  constraint transfers_debit foreign key (debit) references accounts (account),
  constraint transfers_credit foreign key (credit) references accounts (account),
  constraint transfers_amount_positive check (amount_minor > 0),
  constraint transfers_two_accounts check (debit <> credit)
);
insert into transfers_with_tax (id, offer_id, debit, credit, amount_minor, at, subject)
select id, offer_id, debit, credit, amount_minor, at, subject from transfers;

drop table transfers;
drop table offer_balances;
alter table offer_balances_with_tax rename to offer_balances;
alter table transfers_with_tax rename to transfers;
create index transfers_of_subject on transfers (subject) where subject is not null;

-- What one payee gets in a year over all studies, tax included: by a keyed hash of the account that is another one each
-- year. limit_minor is the house's threshold, null for none; raised_minor is what two people have allowed beyond it. The
-- check is what keeps two batches of the same moment from passing it together.
create table payee_years (
  payee_hash text not null,
  year bigint not null,
  currency text not null,
  total_minor bigint not null,
  limit_minor bigint,
  raised_minor bigint not null,
  constraint payee_years_pk primary key (payee_hash, year, currency),
  constraint payee_years_raised check (raised_minor >= 0),
  constraint payee_years_total check (total_minor >= 0),
  constraint payee_years_within_limit check (limit_minor is null or total_minor <= limit_minor + raised_minor)
);
-- Which of them a payout is counted in; null: prepared before this migration.
alter table payouts add column payee_hash text;
alter table payouts add column payee_year bigint;
