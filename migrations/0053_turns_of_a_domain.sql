-- Of gift claims of one domain that need not wait for a person, each takes the next number: of two in one moment, the
-- second is refused and counts anew.
alter table claims add column domain_nth bigint;
create unique index claims_turn_of_domain on claims (domain_hash, domain_nth);

-- How much people decide is counted by what they decided, and when.
create index review_steps_by_move on review_steps (move, at);
