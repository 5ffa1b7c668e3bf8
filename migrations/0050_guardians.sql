-- When a parent or guardian confirmed to the organiser that the person who is invited may take part, below 18.
alter table invitations add column guardian_at text;
