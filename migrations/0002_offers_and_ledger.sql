-- An offer is a reward of a study. A transfer is immutable: one debit, one credit, one positive amount, so an
-- unbalanced entry cannot be written. The balance row is moved in the same breath as each transfer, and its checks
-- are what refuses the next voucher when the budget is gone.

create table offers (
  id text not null,
  study_id text not null,
  position bigint not null,
  currency text not null,
  amount_minor bigint not null,
  channels text not null,
  created_at text not null,
  constraint offers_position unique (study_id, position),
  constraint offers_pk primary key (id),
  constraint offers_study foreign key (study_id) references studies (id),
  constraint offers_amount_positive check (amount_minor > 0),
  constraint offers_currency_is_iso_4217 check (length(currency) = 3)
);

-- Where one lives now decides the offer; place 0 stands for every place without a row. One offer a place.
create table offer_places (
  study_id text not null,
  place bigint not null,
  offer_id text not null,
  constraint offer_places_pk primary key (study_id, place),
  constraint offer_places_study foreign key (study_id) references studies (id),
  constraint offer_places_offer foreign key (offer_id) references offers (id)
);

create table offer_balances (
  offer_id text not null,
  total bigint not null,
  available bigint not null,
  reserved bigint not null,
  liability bigint not null,
  clearing bigint not null,
  paid bigint not null,
  constraint offer_balances_pk primary key (offer_id),
  constraint offer_balances_offer foreign key (offer_id) references offers (id),
  constraint offer_balances_available check (available >= 0),
  constraint offer_balances_clearing check (clearing >= 0),
  constraint offer_balances_liability check (liability >= 0),
  constraint offer_balances_paid check (paid >= 0),
  constraint offer_balances_parts_make_total check (total = available + reserved + liability + clearing + paid),
  constraint offer_balances_reserved check (reserved >= 0)
);

create table accounts (
  account text not null,
  constraint accounts_pk primary key (account)
);
insert into accounts (account) values ('funding'), ('available'), ('reserved'), ('liability'), ('clearing'), ('paid');

create table transfers (
  id text not null,
  offer_id text not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null,
  at text not null,
  constraint transfers_pk primary key (id),
  constraint transfers_offer foreign key (offer_id) references offer_balances (offer_id),
  constraint transfers_debit foreign key (debit) references accounts (account),
  constraint transfers_credit foreign key (credit) references accounts (account),
  constraint transfers_amount_positive check (amount_minor > 0),
  constraint transfers_two_accounts check (debit <> credit)
);
