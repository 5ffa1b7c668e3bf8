-- Whether a claim was made in the browser of whoever answered, and not by somebody who brought the voucher's code. Of claims
-- from before it is not known.
alter table claims add column by_respondent integer not null default 0
  constraint claims_by_respondent check (by_respondent in (0, 1));
