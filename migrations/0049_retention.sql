-- lapsed: nobody came back to it in the time that the study keeps what is not finished, and nothing of it is left.
insert into response_states (state) values ('lapsed');
create index responses_idle on responses (study_id, progress_at) where state = 'in_progress';
create index response_paradata_of_study on response_paradata (study_id, ended_at, respondent_id);
