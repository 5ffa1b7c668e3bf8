-- A bank may book a whole batch as one line, and tell of one booking in several files: a sum here, its parts there.
insert into match_rules (rule) values ('batch');
insert into exception_classes (class) values ('batch_mismatch');

-- One line may prove several payouts, each by a share of it (minor units; null: by all of it). Nothing that all three
-- databases read alike can alter a key, so the table is made anew. Every row comes along.
create table matches_by_share (
  account_id text not null,
  line_key text not null,
  attempt_id text not null,
  kind text not null,
  rule text not null,
  proposal_id text,
  at text not null,
  share_minor bigint,
  constraint matches_each primary key (account_id, line_key, attempt_id),
  constraint matches_line foreign key (account_id, line_key) references statement_lines (account_id, line_key),
  constraint matches_attempt foreign key (attempt_id) references attempts (id),
  constraint matches_rule foreign key (rule) references match_rules (rule),
  constraint matches_decision foreign key (proposal_id) references decisions (proposal_id),
  constraint matches_by_hand_decided check ((rule = 'by_hand') = (proposal_id is not null)),
  constraint matches_share_of_batch check ((rule = 'batch') = (share_minor is not null))
);
insert into matches_by_share (account_id, line_key, attempt_id, kind, rule, proposal_id, at, share_minor)
select account_id, line_key, attempt_id, kind, rule, proposal_id, at, null from matches;
drop table matches;
alter table matches_by_share rename to matches;
create unique index matches_whole_line on matches (account_id, line_key) where share_minor is null;
create unique index matches_one_payment on matches (attempt_id) where kind = 'payment';
create index matches_of_attempt on matches (attempt_id);

-- batch_ids: what a line calls our batch, parted by spaces; parts: of how many payments it says to be the sum. booking:
-- what the bank calls the booking, the same in every line that tells of it; is_part: the line tells of a part of it.
-- carried_by: the line that this one's money is counted with; null: with itself.
alter table statement_lines add column batch_ids text;
alter table statement_lines add column parts bigint;
alter table statement_lines add column booking text;
alter table statement_lines add column is_part bigint not null default 0;
alter table statement_lines add column carried_by text;
create index statement_lines_of_booking on statement_lines (account_id, booking) where booking is not null;
create index statement_lines_carried on statement_lines (account_id, carried_by) where carried_by is not null;

-- The key of a bank's line names its booking: a part's behind it, and the day where the bank has used it before.
update statement_lines set is_part = 1, booking = rtrim(line_key, replace(line_key, '#', ''))
where line_key like '%#%' and statement_id in (select id from statements where format in ('camt053', 'camt054'));
update statement_lines set booking = substr(booking, 1, length(booking) - 1) where is_part = 1;
update statement_lines set booking = line_key
where is_part = 0 and statement_id in (select id from statements where format in ('camt053', 'camt054'));
update statement_lines set booking = substr(booking, 1, length(booking) - 11)
where is_part = 0 and booking like '%|' || day;

-- Steps of matching within an account follow one another: whoever has read before another one wrote is refused.
alter table provider_accounts add column match_steps bigint not null default 0
  constraint provider_accounts_match_steps check (match_steps >= 0);
