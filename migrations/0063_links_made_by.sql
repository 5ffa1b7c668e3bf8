-- Who of the staff made a sign-in link, and by whose link a session began: whoever made it counts as whoever came by it
-- where two people are needed. Null where the command line made it, or somebody came by a provider.
alter table sign_ins add column made_by text constraint sign_ins_made_by references staff (id);
alter table staff_sessions add column link_by text constraint staff_sessions_link_by references staff (id);

-- As whom a verdict, an approval or a signature counts: who made the link, or who gave it. Null from before it was kept.
alter table decisions add column counts_as text
  constraint decisions_counts_as_another check (verdict = 'withdrawn' or counts_as <> proposed_by);
alter table batch_approvals add column counts_as text
  constraint batch_approvals_counts_as_another check (counts_as <> prepared_by);
alter table report_signatures add column counts_as text;
create unique index batch_approvals_counted_once on batch_approvals (batch_id, counts_as);
create unique index report_signatures_counted_once on report_signatures (report_id, counts_as);
