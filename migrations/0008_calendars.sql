-- The days of a calendar, reviewed: what is not published here is not known. A day is changed by another row for it with
-- the next n; the newest counts. A payment instruction names the rows that say its days are open, so none can be stored
-- for a day that is closed or unknown.

create table calendars (
  id text not null,
  zone text not null,
  constraint calendars_pk primary key (id)
);
insert into calendars (id, zone) values ('cn', 'Asia/Shanghai');

create table day_kinds (
  kind text not null,
  constraint day_kinds_pk primary key (kind)
);
insert into day_kinds (kind) values ('working'), ('rest'), ('closed');

-- proposal_id is the decision of two people that published it; null for what was shipped with the program.
create table calendar_years (
  calendar_id text not null,
  year bigint not null,
  source text not null,
  proposal_id text,
  at text not null,
  constraint calendar_years_pk primary key (calendar_id, year),
  constraint calendar_years_calendar foreign key (calendar_id) references calendars (id),
  constraint calendar_years_decision foreign key (proposal_id) references decisions (proposal_id)
);

-- slow days are open, but with a notice and longer promises. open follows from the kind; it is a column so that a
-- reference can ask for it.
create table calendar_days (
  calendar_id text not null,
  day text not null,
  n bigint not null,
  year bigint not null,
  kind text not null,
  slow bigint not null,
  open bigint not null,
  source text not null,
  proposal_id text,
  constraint calendar_days_open_once unique (calendar_id, day, n, open),
  constraint calendar_days_pk primary key (calendar_id, day, n),
  constraint calendar_days_year foreign key (calendar_id, year) references calendar_years (calendar_id, year),
  constraint calendar_days_kind foreign key (kind) references day_kinds (kind),
  constraint calendar_days_decision foreign key (proposal_id) references decisions (proposal_id),
  constraint calendar_days_open_follows check (open = case when kind = 'closed' then 0 else 1 end),
  constraint calendar_days_slow_flag check (slow in (0, 1))
);
