-- Pages that were saved, side by side by respondent: those of one response are in one place of the table itself, so that
-- reading and erasing them touches one page of the file and not one for each. Nothing is moved: what response_pages holds
-- is read from there, until its response ends and takes it along.
create table saved_pages (
  respondent_id text not null,
  page text not null,
  revision bigint not null,
  answers text not null,
  visit text,
  texts text not null,
  texts_key text,
  saved_at text not null,
  constraint saved_pages_pk primary key (respondent_id, page),
  constraint saved_pages_response foreign key (respondent_id) references responses (respondent_id),
  constraint saved_pages_texts_key foreign key (texts_key) references study_keys (id)
) without rowid;
