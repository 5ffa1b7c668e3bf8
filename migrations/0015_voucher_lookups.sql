-- A respondent may have had several vouchers, so theirs is looked up among all of them; and what may have expired is
-- looked up study by study, since each has its own grace.

create index vouchers_of_respondent on vouchers (respondent_id);
drop index vouchers_issued_by_expiry;
create index vouchers_issued_by_expiry on vouchers (study_id, expires_at) where state = 'issued';
