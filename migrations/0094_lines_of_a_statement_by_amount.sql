-- What a statement has the last word on is held against its lines of the same money, and against the first of the same day and
-- direction: without these each step reads all lines of the day, and so as many as both have, multiplied.
create index statement_lines_by_amount on statement_lines (statement_id, amount_minor, row);
create index statement_lines_of_day on statement_lines (statement_id, day, direction, row);
drop index statement_lines_by_direction;
create index statement_lines_of_amount on statement_lines (account_id, amount_minor, day);
-- Of each day it is asked whether a line of a statement names nothing of ours: without this all lines of the day are read.
create index statement_lines_unknown on statement_lines (account_id, day) where outcome = 'exception' and is_part = 0;
-- Each step of matching reads what is open about payouts: without the class it reads all that is open of the account.
create index exceptions_open_by_class on exceptions (provider, currency, class) where closed_at is null;
drop index exceptions_open_of_account;
-- Whether anything was in question before is asked of each exception that is opened: without this all that ever were are read.
create index exceptions_by_subject on exceptions (subject);
