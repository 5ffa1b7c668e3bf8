-- The money of a held voucher is owed like that of any other, so that no balance moves when somebody holds a response. What is
-- held by now goes there in one transfer an offer, at the last moment that the trail knows: whatever was signed was signed by
-- then, and no report of a day that was over has it.
insert into transfers (id, offer_id, debit, credit, amount_minor, at, subject)
select coalesce((select 't_' || substr(max(id), 7, 9) from audit_entries), (select substr(max(id), 1, 11) from transfers)) || substr(offer_id, 7),
  offer_id, 'reserved', 'liability', cast(sum(amount_minor + tax_minor) as bigint),
  coalesce((select at from audit_entries where id = (select max(id) from audit_entries)), (select max(at) from transfers)), null
from vouchers where state = 'held' group by offer_id;

update offer_balances set
  reserved = reserved - (select sum(amount_minor + tax_minor) from vouchers
    where vouchers.offer_id = offer_balances.offer_id and vouchers.state = 'held'),
  liability = liability + (select sum(amount_minor + tax_minor) from vouchers
    where vouchers.offer_id = offer_balances.offer_id and vouchers.state = 'held')
where offer_id in (select offer_id from vouchers where state = 'held');
