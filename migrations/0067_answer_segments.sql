-- Answers by column, so that counting them reads no document. A place is where a response stands in every column of its
-- data: n follows n_before, so there is no hole, and of two who pack at once one is refused. A response has one place.
create table answer_places (
  study_id text not null,
  data_version text not null,
  n bigint not null,
  n_before bigint,
  respondent_id text not null,
  constraint answer_places_once unique (respondent_id),
  constraint answer_places_pk primary key (study_id, data_version, n),
  constraint answer_places_behind foreign key (study_id, data_version, n_before) references answer_places (study_id, data_version, n),
  constraint answer_places_response foreign key (respondent_id) references responses (respondent_id),
  constraint answer_places_data_version foreign key (data_version) references questionnaires (version),
  constraint answer_places_follow check (n = coalesce(n_before, -1) + 1)
);

-- 4,096 places of one column: width characters a place, so that one is put anew without reading the others.
create table answer_segments (
  study_id text not null,
  data_version text not null,
  n bigint not null,
  name text not null,
  width bigint not null,
  filled bigint not null,
  data text not null,
  constraint answer_segments_pk primary key (study_id, data_version, n, name),
  constraint answer_segments_study foreign key (study_id) references studies (id),
  constraint answer_segments_data_version foreign key (data_version) references questionnaires (version),
  constraint answer_segments_filled check (filled between 1 and 4096),
  constraint answer_segments_whole check (length(data) = width * filled),
  constraint answer_segments_width check (width between 1 and 200)
);

-- judged: what people decided about a response, as far as it counts: null where nothing keeps it from counting. It is
-- written with each decision. packed: whether it has a place; a packer who read it at another revision breaks the check.
alter table responses add column judged text constraint responses_judged_known check (judged in ('held', 'rejected'));
alter table responses add column packed bigint not null default 0 constraint responses_packed_once check (packed in (0, 1));
update responses set judged = (
  select case when reviews.state = 'held' then 'held' else 'rejected' end from reviews
  where reviews.id = responses.respondent_id)
where respondent_id in (select id from reviews where state <> 'accepted');
create index responses_to_pack on responses (study_id, export_ref) where packed = 0 and shown_to is not null;

insert into turns (part, n, n_before, at) values ('segments', 0, -1, '');
