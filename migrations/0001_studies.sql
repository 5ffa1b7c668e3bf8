-- A study is one campaign; a questionnaire version is immutable and named by the hash of its content.
-- House types: text, and bigint within 2^53-1; times are ISO 8601 in UTC; booleans are 0 or 1.
-- Word lists are tables, because nothing that all three databases read alike can alter a check.
-- Order matters. When a row breaks several rules at once, SQLite names the newest unique key and the first check,
-- Postgres the primary key and the check whose name comes first. So a primary key stands after the other keys, and
-- checks stand in the order of their names: then all databases name the same one.

create table questionnaires (
  version text not null,
  document text not null,
  created_at text not null,
  constraint questionnaires_pk primary key (version),
  constraint questionnaires_version_is_sha256 check (length(version) = 64)
);

create table door_policies (
  policy text not null,
  constraint door_policies_pk primary key (policy)
);
insert into door_policies (policy) values ('issue'), ('hold');

create table studies (
  id text not null,
  slug text not null,
  questionnaire_version text not null,
  settings text not null,
  open_link_policy text not null,
  invitation_policy text not null,
  opens_at text not null,
  closes_at text,
  created_at text not null,
  constraint studies_slug unique (slug),
  constraint studies_pk primary key (id),
  constraint studies_questionnaire foreign key (questionnaire_version) references questionnaires (version),
  constraint studies_open_link_policy foreign key (open_link_policy) references door_policies (policy),
  constraint studies_invitation_policy foreign key (invitation_policy) references door_policies (policy),
  constraint studies_close_after_opening check (closes_at is null or closes_at > opens_at)
);
