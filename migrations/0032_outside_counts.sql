-- Who was paid outside has been paid: the claim of the payout whose failed attempt reached its payee is a paid one again,
-- so that its account has no other live claim in the study, and the amount (tax included) counts in its payee's year.
insert into claim_moves (move) values ('ended>paid');
alter table payouts add column outside_minor bigint constraint payouts_outside_positive check (outside_minor > 0);

-- What was settled before, where it is certain which payout it was: the only one of its voucher that has failed.
update payouts set outside_minor = amount_minor + (select tax_minor from vouchers where vouchers.id = payouts.voucher_id)
where state = 'failed'
  and voucher_id in (select id from vouchers where state = 'paid_outside')
  and (select count(*) from payouts other where other.voucher_id = payouts.voucher_id and other.state = 'failed') = 1;

-- The money was spent: what it passes the threshold by, two people have allowed.
update payee_years set
  total_minor = total_minor + (select sum(outside_minor) from payouts
    where payouts.payee_hash = payee_years.payee_hash and payouts.payee_year = payee_years.year and payouts.currency = payee_years.currency),
  raised_minor = case when limit_minor is null then raised_minor else (select case
    when payee_years.total_minor + sum(outside_minor) - payee_years.limit_minor > payee_years.raised_minor
    then payee_years.total_minor + sum(outside_minor) - payee_years.limit_minor else payee_years.raised_minor end from payouts
    where payouts.payee_hash = payee_years.payee_hash and payouts.payee_year = payee_years.year and payouts.currency = payee_years.currency) end
where exists (select 1 from payouts where payouts.outside_minor is not null
  and payouts.payee_hash = payee_years.payee_hash and payouts.payee_year = payee_years.year and payouts.currency = payee_years.currency);

-- An account that has a live claim by now is known as it is.
insert into claim_steps (claim_id, n, state, n_before, state_before, move, actor, reason, at)
select claims.id, claims.n + 1, 'paid', claims.n, claims.state, 'ended>paid', 'service', 'paid_outside_the_books',
  (select max(at) from voucher_steps where voucher_steps.voucher_id = claims.voucher_id and voucher_steps.state = 'paid_outside')
from claims where claims.state = 'ended' and claims.id in (
  select min(own.id) from claims own join payouts on payouts.claim_id = own.id
  where payouts.outside_minor is not null group by own.study_id, own.account_hash)
and not exists (select 1 from claims other where other.study_id = claims.study_id and other.account_hash = claims.account_hash
  and other.state in ('ready', 'frozen', 'paid'));
update claims set n = n + 1, state = 'paid' where state = 'ended'
  and id in (select claim_id from claim_steps where move = 'ended>paid');
