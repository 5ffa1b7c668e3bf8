-- Which bank account a statement is of, as a digest of the number in the file, and when its bank says that it made it: of
-- several accounts of one currency, only the same one's corrects. Null for files that do not say it, and for those of before.
alter table statements add column bank_account text;
alter table statements add column given_at text;
