-- As whom a proposal or a batch counts, as a decision and an approval do: whoever makes the links of two people is both.
-- Null from before it was kept. The copies beside the verdict are read from the row they are about when it is written.
alter table proposals add column counts_as text;
alter table decisions add column proposed_counts_as text
  constraint decisions_proposer_counts_as_another
    check (verdict = 'withdrawn' or (proposed_counts_as <> counts_as and proposed_counts_as <> decided_by));
alter table batches add column counts_as text;
alter table batch_approvals add column prepared_counts_as text
  constraint batch_approvals_preparer_counts_as_another
    check (prepared_counts_as <> counts_as and prepared_counts_as <> approver);
