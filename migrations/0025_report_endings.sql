-- How the signing of a report ended: with the second signature, or with the first one taken back before there was a
-- second. Its key lets one of the two through.
create table report_endings (
  report_id text not null,
  ending text not null,
  ended_by text not null,
  at text not null,
  constraint report_endings_pk primary key (report_id),
  constraint report_endings_by_signer foreign key (report_id, ended_by)
    references report_signatures (report_id, signed_by),
  constraint report_endings_known check (ending in ('signed', 'withdrawn'))
);

insert into report_endings (report_id, ending, ended_by, at)
select report_id, 'signed', signed_by, at from report_signatures where nth = 2;
