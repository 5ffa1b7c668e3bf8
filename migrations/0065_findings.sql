-- What a study found and what changed, written by its people for everybody to read: the whole list as it was after each
-- change, so that a change can be taken back and what was said in public on a day can be looked up. undo_to and redo_to as in
-- questionnaire_draft_revisions; 0 stands for the empty list that each study begins with.
create table finding_lists (
  study_id text not null,
  n bigint not null,
  n_before bigint,
  document text not null,
  undo_to bigint,
  redo_to bigint,
  changed_by text not null,
  at text not null,
  constraint finding_lists_pk primary key (study_id, n),
  constraint finding_lists_study foreign key (study_id) references studies (id),
  constraint finding_lists_staff foreign key (changed_by) references staff (id),
  constraint finding_lists_behind foreign key (study_id, n_before) references finding_lists (study_id, n),
  constraint finding_lists_follow check (n = coalesce(n_before, 0) + 1)
);
