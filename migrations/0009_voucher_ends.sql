-- A voucher can be held by hand, claimed, paid, expire, be voided, and be replaced by another. Why it moved is a code of
-- a list. live vouchers are those that may still cost money or have: one for each respondent.

create table reasons (
  reason text not null,
  constraint reasons_pk primary key (reason)
);
insert into reasons (reason) values
  ('checked_by_hand'), ('looks_genuine'), ('duplicate_person'), ('careless_answers'), ('not_eligible'), ('automated'), ('other'),
  ('lost_link'), ('wrong_person'), ('organiser_decision'), ('not_claimed_in_time'), ('account_in_use'), ('changed_by_holder'),
  ('payee_not_found'), ('payee_name_mismatch'), ('payee_not_verified'), ('payee_limit'), ('payee_account_problem'),
  ('not_confirmed_in_time'), ('cancelled_before_closure'), ('cancelled_by_staff'), ('batch_cancelled'), ('payer_balance'),
  ('payer_problem'), ('amount_limit'), ('declined_by_provider'), ('reported_by_staff'), ('returned_by_provider');

insert into voucher_moves (move) values
  ('issued>held'), ('claimed>held'), ('issued>claimed'), ('claimed>issued'), ('claimed>paid'), ('paid>issued'),
  ('issued>expired'), ('issued>voided'), ('claimed>voided'), ('held>voided'),
  ('issued>superseded'), ('claimed>superseded'), ('expired>superseded'), ('voided>superseded');

alter table voucher_steps add column reason text constraint voucher_steps_reason references reasons (reason);
alter table voucher_steps add column actor text;

alter table vouchers add column expires_at text;
alter table vouchers add column replaces text constraint vouchers_replaced references vouchers (id);

drop index vouchers_one_per_respondent;
create unique index vouchers_one_live_per_respondent on vouchers (respondent_id) where state in ('held', 'issued', 'claimed', 'paid');
create unique index vouchers_replaces on vouchers (replaces);
create index vouchers_issued_by_expiry on vouchers (expires_at) where state = 'issued';
