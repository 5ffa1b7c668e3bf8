-- Themes into which the open texts of a question are sorted by hand: the whole list as it was after each change, so that a
-- change can be taken back. question: the name of the column that the texts stand in. undo_to and redo_to as in
-- questionnaire_draft_revisions; 0 stands for the empty list that each question begins with.
create table theme_lists (
  study_id text not null,
  question text not null,
  n bigint not null,
  n_before bigint,
  document text not null,
  undo_to bigint,
  redo_to bigint,
  changed_by text not null,
  at text not null,
  constraint theme_lists_pk primary key (study_id, question, n),
  constraint theme_lists_study foreign key (study_id) references studies (id),
  constraint theme_lists_staff foreign key (changed_by) references staff (id),
  constraint theme_lists_behind foreign key (study_id, question, n_before) references theme_lists (study_id, question, n),
  constraint theme_lists_follow check (n = coalesce(n_before, 0) + 1)
);

-- A text and a theme that somebody put it into, once, whoever else does at the same time. theme: its id in the list, 0 where
-- no theme fits; a theme that is merged or renamed leaves these rows as they are.
create table text_codings (
  respondent_id text not null,
  question text not null,
  theme bigint not null,
  study_id text not null,
  coded_by text not null,
  at text not null,
  constraint text_codings_pk primary key (respondent_id, question, theme),
  constraint text_codings_response foreign key (respondent_id) references responses (respondent_id),
  constraint text_codings_study foreign key (study_id) references studies (id),
  constraint text_codings_staff foreign key (coded_by) references staff (id),
  constraint text_codings_theme_not_negative check (theme >= 0)
);
create index text_codings_themes on text_codings (study_id, question, theme, respondent_id);
