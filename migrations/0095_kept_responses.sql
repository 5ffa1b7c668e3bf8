-- Responses of a study of which something is kept, by what they were asked: without this a test, whose responses are few, the
-- versions of a questionnaire and the retention of a study that is over read every response there is, the sweep each minute.
create index responses_kept on responses (study_id, questionnaire_version) where seed <> '';
-- Places of quotas follow decisions: without these the sweep looks at every response that was ever decided about.
create index quota_reservations_held on quota_reservations (respondent_id) where state = 'held';
create index reviews_against on reviews (id) where state <> 'accepted';
