-- The figures that viewers see of a study's answers: aggregates of one day, perturbed, made anew where enough has changed.
-- looked_on: the last day (UTC) on which that was decided; made_on and document are null until there is enough to show.
create table figure_snapshots (
  study_id text not null,
  data_version text not null,
  looked_on text not null,
  made_on text,
  document text,
  constraint figure_snapshots_pk primary key (study_id, data_version),
  constraint figure_snapshots_study foreign key (study_id) references studies (id),
  constraint figure_snapshots_data_version foreign key (data_version) references questionnaires (version),
  constraint figure_snapshots_made check ((made_on is null) = (document is null))
);
