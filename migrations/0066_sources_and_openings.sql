-- By which link people came, as far as staff made it; how often a study's first page was opened, by nobody; and at which
-- page those stood who have not come back for a week. n: 0 for no tag, 1 for one that nobody made.
create table source_tags (
  id text not null,
  study_id text,
  n bigint not null,
  tag text not null,
  made_by text,
  at text not null,
  constraint source_tags_n unique (study_id, n),
  constraint source_tags_name unique (study_id, tag),
  constraint source_tags_number check (n between 0 and 201),
  constraint source_tags_pk primary key (id),
  constraint source_tags_staff foreign key (made_by) references staff (id),
  constraint source_tags_study foreign key (study_id) references studies (id)
);
insert into source_tags values
  ('none', null, 0, '', null, '2026-11-29T00:00:00.000Z'),
  ('other', null, 1, '', null, '2026-11-29T00:00:00.000Z');

alter table responses add column source text constraint responses_source references source_tags (id);

create table study_openings (
  study_id text not null,
  day text not null,
  language text not null,
  door text not null,
  source text not null,
  opened bigint not null,
  constraint study_openings_door check (door in ('open_link', 'invitation')),
  constraint study_openings_pk primary key (study_id, day, language, door, source),
  constraint study_openings_source foreign key (source) references source_tags (id),
  constraint study_openings_study foreign key (study_id) references studies (id)
);

create table study_stops (
  study_id text not null,
  page text not null,
  question text not null,
  stopped bigint not null,
  constraint study_stops_pk primary key (study_id, page, question),
  constraint study_stops_study foreign key (study_id) references studies (id)
);

-- How far the stops of a study are counted: everybody who was last there before. A count names the one that it read.
create table stops_counted (
  study_id text not null,
  n bigint not null,
  n_before bigint not null,
  last_at text not null,
  last_id text not null,
  constraint stops_counted_follows check (n = n_before + 1),
  constraint stops_counted_pk primary key (study_id),
  constraint stops_counted_study foreign key (study_id) references studies (id)
);

-- How many began on which day, without reading their responses. The study stands behind, so that nothing that is asked
-- in the order of references goes by this index instead.
create index responses_started on responses (started_at, study_id);
