-- Those who withdrew are few, and counted on every overview.
create index responses_withdrawn on responses (study_id, questionnaire_version) where state = 'withdrawn';
