-- Which keys this database has been used with, by their ids: a key set that lacks one of them belongs to another
-- database, or was lost and made anew. A key that was taken out on purpose says when.
create table known_keys (
  purpose text not null,
  kid text not null,
  at text not null,
  retired_at text,
  constraint known_keys_pk primary key (purpose, kid)
);
