-- Which of several servers does what one alone has to do, such as the periodic work, and until when. A holder that is gone
-- leaves a row that ends by itself.
create table elections (
  part text not null,
  holder text not null,
  ends_at text not null,
  constraint elections_pk primary key (part)
);
