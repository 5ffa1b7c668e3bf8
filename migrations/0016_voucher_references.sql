-- Finance finds a voucher by its reference, which is derived under a key. What is kept is a keyed hash of it, so that a
-- copy of the database alone does not join a list of references to the vouchers, and through them to what was answered.
-- Null: made before this migration, and not yet filled in by the sweep.
alter table vouchers add column reference_hash text;
create unique index vouchers_reference on vouchers (reference_hash);
create index vouchers_without_reference on vouchers (id) where reference_hash is null;

-- Lists of vouchers go by the day, and within a day by the hash, which tells nothing of the hour. The ids stand before it
-- so that databases add rows at the end: in the order of the hash, each voucher would cost as much again. A day is read
-- from the index alone, and then put in order.
drop index vouchers_by_state;
create index vouchers_by_state on vouchers (state, substr(made_at, 1, 10), id, reference_hash);
drop index vouchers_by_amount;
create index vouchers_by_amount on vouchers (currency, amount_minor, state, substr(made_at, 1, 10), id, reference_hash);

-- Which voucher or attempt a transfer belongs to, by id; null for budgets and leases, and from before this migration.
alter table transfers add column subject text;
create index transfers_of_subject on transfers (subject) where subject is not null;

-- The link of a voucher that has taken another's place is shown to staff once, since whoever has it can claim.
create table voucher_links (
  voucher_id text not null,
  shown_to text not null,
  at text not null,
  constraint voucher_links_pk primary key (voucher_id),
  constraint voucher_links_voucher foreign key (voucher_id) references vouchers (id),
  constraint voucher_links_shown_to foreign key (shown_to) references staff (id)
);

-- What waits for somebody, each in an index that holds nothing else.
create index claims_held on claims (id) where state = 'held';
create index batches_frozen on batches (id) where state = 'frozen';
create index attempts_open on attempts (id, provider) where state not in ('succeeded', 'failed', 'cancelled');
-- What two people decided about one thing.
create index proposals_of_subject on proposals (subject);
