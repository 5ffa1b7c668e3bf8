-- check: a reward is issued at once unless the checks of quality hold the response.
insert into door_policies (policy) values ('check');

-- The time spent on the pages as the server saw it, in milliseconds; null before completion, and in older rows.
alter table responses add column active_ms bigint constraint responses_active_not_negative check (active_ms >= 0);
create index responses_active on responses (study_id, language, active_ms) where state = 'complete' and active_ms is not null;

-- How a page was shown and sent so far, as canonical JSON of codes and numbers.
alter table response_pages add column visit text;

-- What is known of how a complete response was given: of each page its time in milliseconds and how it was sent, as
-- canonical JSON. network: a keyed name of the day, gone the day after. looked_at: when it was compared with the others;
-- '' until then, which is what the sweep looks for.
create table response_paradata (
  respondent_id text not null,
  study_id text not null,
  questionnaire_version text not null,
  route text not null,
  language text not null,
  pages text not null,
  network text,
  ended_at text not null,
  looked_at text not null,
  constraint response_paradata_pk primary key (respondent_id),
  constraint response_paradata_response foreign key (respondent_id) references responses (respondent_id)
);
create index response_paradata_due on response_paradata (ended_at, respondent_id) where looked_at = '';
create index response_paradata_routes on response_paradata (study_id, questionnaire_version, route, language, ended_at);
create index response_paradata_networks on response_paradata (network, ended_at) where network is not null;
create index response_paradata_ends on response_paradata (study_id, ended_at);

create table flag_families (
  family text not null,
  constraint flag_families_pk primary key (family)
);
insert into flag_families (family) values ('pace'), ('pattern'), ('consistency'), ('copy'), ('network'), ('automation');

-- What a check found. facts: canonical JSON of codes and numbers, never a text; rules: the version of the checks.
create table response_flags (
  respondent_id text not null,
  name text not null,
  family text not null,
  points bigint not null,
  facts text not null,
  rules text not null,
  flagged_at text not null,
  constraint response_flags_pk primary key (respondent_id, name),
  constraint response_flags_response foreign key (respondent_id) references responses (respondent_id),
  constraint response_flags_family foreign key (family) references flag_families (family),
  constraint response_flags_points check (points between 0 and 100)
);

-- What is usual on a route in a language, frozen at the soft launch: medians in milliseconds, pages as canonical JSON.
create table speed_baselines (
  study_id text not null,
  questionnaire_version text not null,
  route text not null,
  language text not null,
  responses bigint not null,
  active_ms bigint not null,
  pages text not null,
  frozen_at text not null,
  constraint speed_baselines_pk primary key (study_id, questionnaire_version, route, language),
  constraint speed_baselines_study foreign key (study_id) references studies (id)
);

-- How often answers are given and hang together in a study, as canonical JSON, from a sample of so many responses.
create table answer_models (
  study_id text not null,
  questionnaire_version text not null,
  responses bigint not null,
  model text not null,
  made_at text not null,
  constraint answer_models_pk primary key (study_id, questionnaire_version),
  constraint answer_models_study foreign key (study_id) references studies (id)
);

-- Keyed traces by which answers that agree find each other: bands of a MinHash under the study's key. kind: answers, or
-- the code of a question of free text.
create table response_signatures (
  respondent_id text not null,
  kind text not null,
  band bigint not null,
  hash text not null,
  study_id text not null,
  constraint response_signatures_pk primary key (respondent_id, kind, band),
  constraint response_signatures_response foreign key (respondent_id) references responses (respondent_id)
);
create index response_signatures_hash on response_signatures (hash, study_id);

-- What is unusual about the times at which responses of a study end; of no one person.
create table study_alarms (
  study_id text not null,
  kind text not null,
  since text not null,
  facts text not null,
  last_at text not null,
  constraint study_alarms_pk primary key (study_id, kind, since),
  constraint study_alarms_study foreign key (study_id) references studies (id)
);

-- Whose turn it is to compare responses: of several servers, the one whose claim of the turn that it read stands.
create table turns (
  part text not null,
  n bigint not null,
  n_before bigint not null,
  at text not null,
  constraint turns_pk primary key (part),
  constraint turns_follow check (n = n_before + 1)
);
insert into turns (part, n, n_before, at) values ('checks', 0, -1, '');
