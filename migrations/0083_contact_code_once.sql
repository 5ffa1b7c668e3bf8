-- A code that was sent to a contact is good once: of two who bring it in one moment, the second is refused.
alter table contact_requests add column uses integer not null default 0
  constraint contact_requests_used_once check (uses <= 1);
update contact_requests set uses = 1 where used_at is not null;
