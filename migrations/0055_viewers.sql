-- A viewer sees what a study comes to, in counts and groups, and no single answer.
insert into roles (role, desk) values ('viewer', 'answers');
