-- A respondent is one person in one study; the response is theirs, so it has no id of its own: two of one person
-- cannot be written. An invitation begets one respondent, and ends once: spent or revoked.

create table invitations (
  id text not null,
  study_id text not null,
  code_hash text not null,
  expires_at text not null,
  created_at text not null,
  constraint invitations_code unique (code_hash),
  constraint invitations_pk primary key (id),
  constraint invitations_study foreign key (study_id) references studies (id)
);

create table invitation_end_kinds (
  how text not null,
  constraint invitation_end_kinds_pk primary key (how)
);
insert into invitation_end_kinds (how) values ('spent'), ('revoked');

create table invitation_ends (
  invitation_id text not null,
  how text not null,
  at text not null,
  constraint invitation_ends_pk primary key (invitation_id),
  constraint invitation_ends_invitation foreign key (invitation_id) references invitations (id),
  constraint invitation_ends_how foreign key (how) references invitation_end_kinds (how)
);

create table respondents (
  id text not null,
  study_id text not null,
  invitation_id text,
  resume_hash text not null,
  started_at text not null,
  constraint respondents_invitation unique (invitation_id),
  constraint respondents_resume unique (resume_hash),
  constraint respondents_pk primary key (id),
  constraint respondents_study foreign key (study_id) references studies (id),
  constraint respondents_of_invitation foreign key (invitation_id) references invitations (id)
);

create table response_states (
  state text not null,
  constraint response_states_pk primary key (state)
);
insert into response_states (state) values ('in_progress'), ('complete'), ('screened_out'), ('over_quota'), ('withdrawn');

-- revision_before is what the writer had read: when it is not what stands there, the check refuses, and two tabs
-- cannot overwrite each other unseen. export_ref is all that an export shows of a respondent, and its order.
create table responses (
  respondent_id text not null,
  study_id text not null,
  questionnaire_version text not null,
  state text not null,
  revision bigint not null,
  revision_before bigint not null,
  seed text not null,
  facts text not null,
  language_start text not null,
  language text not null,
  unrewarded bigint not null,
  export_ref text not null,
  started_at text not null,
  progress_at text not null,
  ended_at text,
  constraint responses_export_ref unique (export_ref),
  constraint responses_pk primary key (respondent_id),
  constraint responses_respondent foreign key (respondent_id) references respondents (id),
  constraint responses_study foreign key (study_id) references studies (id),
  constraint responses_questionnaire foreign key (questionnaire_version) references questionnaires (version),
  constraint responses_state foreign key (state) references response_states (state),
  constraint responses_ended_when_over check ((state = 'in_progress') = (ended_at is null)),
  constraint responses_revision_follows check (revision = revision_before + 1),
  constraint responses_unrewarded_flag check (unrewarded in (0, 1))
);

-- Answers while they are being given: one row per response and page. Deleted when the response is complete.
create table response_pages (
  respondent_id text not null,
  page text not null,
  revision bigint not null,
  answers text not null,
  saved_at text not null,
  constraint response_pages_pk primary key (respondent_id, page),
  constraint response_pages_response foreign key (respondent_id) references responses (respondent_id)
);

-- The canonical document of a complete response. Its key is what a second submission meets.
create table documents (
  respondent_id text not null,
  document text not null,
  constraint documents_pk primary key (respondent_id),
  constraint documents_response foreign key (respondent_id) references responses (respondent_id)
);
