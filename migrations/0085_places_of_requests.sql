-- Fifty requests of a study that came without a code wait at the most: each has one of fifty places, and no two the same.
alter table contact_requests add column place integer
  constraint contact_requests_place check (place between 1 and 50);
update contact_requests set place = (select count(*) from contact_requests other
  where other.study_id = contact_requests.study_id and other.done_at is null and other.id <= contact_requests.id)
where done_at is null and (select count(*) from contact_requests other
  where other.study_id = contact_requests.study_id and other.done_at is null and other.id <= contact_requests.id) <= 50;
create unique index contact_requests_places on contact_requests (study_id, place) where done_at is null;
