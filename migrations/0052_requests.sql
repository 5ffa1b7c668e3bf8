-- What respondents ask for in writing, each known by the code that came with it: when it came, until when it is answered,
-- and who has done it.
create table request_kinds (
  kind text not null,
  constraint request_kinds_pk primary key (kind)
);
insert into request_kinds (kind) values ('see'), ('withdraw'), ('erase'), ('object'), ('correct');

create table requests (
  id text not null,
  study_id text not null,
  respondent_id text not null,
  kind text not null,
  came_on text not null,
  due_on text not null,
  registered_by text not null,
  registered_at text not null,
  done_by text,
  done_at text,
  constraint requests_pk primary key (id),
  constraint requests_study foreign key (study_id) references studies (id),
  constraint requests_respondent foreign key (respondent_id) references respondents (id),
  constraint requests_kind foreign key (kind) references request_kinds (kind),
  constraint requests_done_whole check ((done_by is null) = (done_at is null))
);
create unique index requests_open_once on requests (respondent_id, kind) where done_at is null;
create index requests_due on requests (study_id, due_on) where done_at is null;
