-- Files of answers that somebody asked for: what each is of, so that it can be made again to the byte while the data stands.
-- parts: of which versions' data, and up to which of their places. stamp: a hash of all that decides the bytes; while it is
-- the same, they are. written, bytes, behind and hash: how far the first pass has come; sha256 is known at its end.
create table exports (
  id text not null,
  study_id text not null,
  format text not null,
  language text,
  filter text not null,
  everybody bigint not null,
  parts text not null,
  made_by text not null,
  made_at text not null,
  revision bigint not null,
  revision_before bigint not null,
  stamp text not null,
  records bigint not null,
  written bigint not null,
  bytes bigint not null,
  behind text not null,
  hash text not null,
  sha256 text,
  constraint exports_pk primary key (id),
  constraint exports_study foreign key (study_id) references studies (id),
  constraint exports_staff foreign key (made_by) references staff (id),
  constraint exports_everybody_flag check (everybody in (0, 1)),
  constraint exports_revision_follows check (revision = revision_before + 1)
);
create index exports_of_study on exports (study_id, id);
create index exports_unfinished on exports (id) where sha256 is null;

-- Where a download that broke off goes on: so many bytes end with the record of this reference.
create table export_checkpoints (
  export_id text not null,
  bytes bigint not null,
  behind text not null,
  constraint export_checkpoints_pk primary key (export_id, bytes),
  constraint export_checkpoints_export foreign key (export_id) references exports (id)
);

-- Who took a file away, for the first time: its address is read by nobody else.
create table export_takes (
  export_id text not null,
  staff_id text not null,
  at text not null,
  constraint export_takes_pk primary key (export_id, staff_id),
  constraint export_takes_export foreign key (export_id) references exports (id),
  constraint export_takes_staff foreign key (staff_id) references staff (id)
);
