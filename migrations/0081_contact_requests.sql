-- What somebody asks for in writing who has no code, and gives a contact: where a reward of theirs went. A code is sent there,
-- which opens what is kept of them; whose it is, is looked up when it is brought, and written down nowhere. contact: a JWE, ''
-- once the code was used or the request is done.
create table contact_requests (
  id text not null,
  study_id text not null,
  kind text not null,
  contact text not null,
  came_on text not null,
  due_on text not null,
  registered_by text not null,
  registered_at text not null,
  code_hash text,
  sent_at text,
  used_at text,
  done_by text,
  done_at text,
  constraint contact_requests_pk primary key (id),
  constraint contact_requests_code unique (code_hash),
  constraint contact_requests_study foreign key (study_id) references studies (id),
  constraint contact_requests_kind foreign key (kind) references request_kinds (kind),
  constraint contact_requests_sent_whole check ((code_hash is null) = (sent_at is null)),
  constraint contact_requests_done_whole check ((done_by is null) = (done_at is null))
);
create index contact_requests_due on contact_requests (study_id, due_on) where done_at is null;
create index contact_requests_done on contact_requests (study_id, done_at) where done_at is not null;
