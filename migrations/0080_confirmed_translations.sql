-- Translations that somebody has looked at and found right, beside what the other languages said then: words_hash is the
-- SHA-256 of the text in all its languages. Where any of them says something else, nobody has looked yet.
create table confirmed_translations (
  study_id text not null,
  place text not null,
  language text not null,
  words_hash text not null,
  confirmed_by text not null,
  confirmed_at text not null,
  constraint confirmed_translations_pk primary key (study_id, place, language),
  constraint confirmed_translations_study foreign key (study_id) references studies (id),
  constraint confirmed_translations_staff foreign key (confirmed_by) references staff (id),
  constraint confirmed_translations_hash check (length(words_hash) = 64)
);
