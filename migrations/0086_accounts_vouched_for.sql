-- An account at a provider of sign-ins that is bound by an address is bound by the word of whoever entered the address: it
-- counts as theirs as well, and as those of whom else they counted (`_as`, as of sign-in links), until somebody else has
-- looked at it. Null for addresses and accounts from before, and for accounts that a link bound.
alter table staff add column email_by text constraint staff_email_by references staff (id);
alter table staff add column email_as text;
alter table staff_identities add column vouched_by text constraint staff_identities_vouched_by references staff (id);
alter table staff_identities add column vouched_as text;
alter table staff_identities add column confirmed_by text constraint staff_identities_confirmed_by references staff (id);
alter table staff_identities add column confirmed_at text
  constraint staff_identities_by_another check (confirmed_by is null or (confirmed_by <> vouched_by and confirmed_by <> staff_id));
