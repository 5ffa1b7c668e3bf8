-- Which sessions of a respondent count: a token signed with an earlier generation than this counts no more. What the writer
-- had read stands beside it: of two devices that sign each other out at once, one is refused. The salt is of a resume code
-- that was given in place of the first one.
alter table respondents add column generation bigint not null default 0;
alter table respondents add column generation_before bigint not null default -1
  constraint respondents_generation_follows check (generation = generation_before + 1);
alter table respondents add column resume_salt text;
