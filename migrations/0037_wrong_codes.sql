-- How many wrong codes came from a network, under its name of the day: today, and in the last minute that one came in.
create table wrong_codes (
  network text not null,
  today bigint not null,
  last_minute text not null,
  in_minute bigint not null,
  cap bigint not null,
  constraint wrong_codes_pk primary key (network),
  constraint wrong_codes_within_cap check (in_minute <= cap)
);
create index wrong_codes_by_minute on wrong_codes (last_minute);
