-- Which versions of its questionnaire a study has asked, in order: n follows n_before, so of two who publish at once one is
-- refused. A correction changes the wording alone, and its answers are the same data as those of the version that it
-- corrects: data_version is the first of them.
create table version_kinds (
  kind text not null,
  constraint version_kinds_pk primary key (kind)
);
insert into version_kinds (kind) values ('first'), ('new'), ('correction');

create table study_versions (
  study_id text not null,
  n bigint not null,
  n_before bigint,
  version text not null,
  kind text not null,
  corrects text,
  data_version text not null,
  note text not null,
  published_by text not null,
  published_at text not null,
  constraint study_versions_pk primary key (study_id, n),
  constraint study_versions_study foreign key (study_id) references studies (id),
  constraint study_versions_behind foreign key (study_id, n_before) references study_versions (study_id, n),
  constraint study_versions_version foreign key (version) references questionnaires (version),
  constraint study_versions_corrects foreign key (corrects) references questionnaires (version),
  constraint study_versions_data_version foreign key (data_version) references questionnaires (version),
  constraint study_versions_kind foreign key (kind) references version_kinds (kind),
  constraint study_versions_corrects_whole check ((kind = 'correction') = (corrects is not null)),
  constraint study_versions_first check ((kind = 'first') = (n_before is null)),
  constraint study_versions_follow check (n = coalesce(n_before, 0) + 1)
);
create index study_versions_of_data on study_versions (study_id, data_version, version);

-- Studies that are there: the versions that their responses name, in the order of their first response, and the one that
-- they ask now.
insert into study_versions (study_id, n, n_before, version, kind, corrects, data_version, note, published_by, published_at)
select study_id, n, case when n = 1 then null else n - 1 end, version, case when n = 1 then 'first' else 'new' end, null,
  version, '', 'system', since
from (
  select study_id, version, since, row_number() over (partition by study_id order by is_now, since, version) as n
  from (
    select id as study_id, questionnaire_version as version, created_at as since, 1 as is_now from studies
    union all
    select responses.study_id, responses.questionnaire_version, min(responses.started_at), 0
    from responses join studies on studies.id = responses.study_id
    where responses.questionnaire_version <> studies.questionnaire_version
    group by responses.study_id, responses.questionnaire_version
  ) named
) numbered;

-- What is being written beside the version that a study asks. revision_before is what the writer had read: of two editors
-- who save at once one is refused, and so is whoever saves what was published meanwhile.
create table questionnaire_drafts (
  study_id text not null,
  document text not null,
  base_version text not null,
  revision bigint not null,
  revision_before bigint not null,
  saved_by text not null,
  saved_at text not null,
  constraint questionnaire_drafts_pk primary key (study_id),
  constraint questionnaire_drafts_study foreign key (study_id) references studies (id),
  constraint questionnaire_drafts_base foreign key (base_version) references questionnaires (version),
  constraint questionnaire_drafts_follow check (revision = revision_before + 1)
);

-- The same as it was, for those who undo: which revision to go back to, or on to again; null where there is none, and 0 for
-- the version that the draft began with.
create table questionnaire_draft_revisions (
  study_id text not null,
  revision bigint not null,
  document text not null,
  undo_to bigint,
  redo_to bigint,
  saved_by text not null,
  saved_at text not null,
  constraint questionnaire_draft_revisions_pk primary key (study_id, revision),
  constraint questionnaire_draft_revisions_study foreign key (study_id) references studies (id)
);
