-- Searching the audit trail, the newest first. What respondents do with their own answers is most of the trail and not
-- searched: it stays out of the indexes, so that a submission costs no more.
create index audit_entries_listed on audit_entries (id) where substr(action, 1, 9) <> 'response.';
create index audit_entries_by_actor on audit_entries (actor, id) where substr(action, 1, 9) <> 'response.';
create index audit_entries_by_subject on audit_entries (subject, id) where substr(action, 1, 9) <> 'response.';
create index audit_entries_by_action on audit_entries (action, id) where substr(action, 1, 9) <> 'response.';
