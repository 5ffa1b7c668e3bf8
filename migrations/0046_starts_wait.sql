-- Nobody's open reward shuts a neighbour out: a lease names no network, and none counts leases. What `networks` counts are
-- the responses begun, of an address, of the block around it and of a study, each row ten minutes under a keyed name.
update leases set network = '' where network <> '';
update networks set open_leases = 0;

-- How those wait who start where many do and whose browser cannot work for it: when the last turn of each network is, and
-- whose turn is when, in milliseconds since 1970. A turn that is more than an hour off is given to nobody.
create table start_queues (
  network text not null,
  turn_ms bigint not null,
  asked_ms bigint not null,
  constraint start_queues_pk primary key (network),
  constraint start_queues_within_an_hour check (turn_ms <= asked_ms + 3600000)
);
create table start_places (
  respondent_id text not null,
  network text not null,
  turn_ms bigint not null,
  constraint start_places_pk primary key (respondent_id)
);
create index start_places_by_turn on start_places (turn_ms);
