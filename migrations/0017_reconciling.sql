-- What importing and matching statements has to remember from one bounded step to the next. checkpoint is where the
-- parser goes on; told is what a person said beside the file, null while it is still arriving; summary is what it came to.
alter table statements add column checkpoint text;
alter table statements add column told text;
alter table statements add column summary text;
alter table statements add column matched_at text;
create index statements_at_work on statements (id) where state in ('receiving', 'staging') or (state = 'published' and matched_at is null);

-- A step of the work on a statement, by the row that it begins behind: its key lets one through.
create table statement_progress (
  statement_id text not null,
  phase text not null,
  from_row bigint not null,
  to_row bigint not null,
  constraint statement_progress_pk primary key (statement_id, phase, from_row),
  constraint statement_progress_statement foreign key (statement_id) references statements (id)
);

-- What an account did on a day as the provider says: the lines of published statements that have been through matching.
create table statement_days (
  account_id text not null,
  day text not null,
  lines bigint not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  constraint statement_days_pk primary key (account_id, day),
  constraint statement_days_account foreign key (account_id) references provider_accounts (id)
);

-- Up to where the ends of attempts have been held against the statements: the time of an end, and whose it was.
alter table provider_accounts add column checked_at text;
alter table provider_accounts add column checked_id text;

create index statement_lines_by_reference on statement_lines (account_id, reference) where reference is not null;
create index attempt_steps_ended on attempt_steps (at, attempt_id) where state in ('succeeded', 'failed', 'cancelled');
create index attempts_by_amount on attempts (provider, amount_minor, day);

-- A voucher whose holder was paid by an attempt that the books call failed.
insert into reasons (reason) values ('paid_outside_the_books');
