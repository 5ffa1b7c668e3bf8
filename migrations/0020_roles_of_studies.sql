-- Roles are given for a study, and every role sits at a desk: answers, money, or neither. One person has one desk in a
-- study, because staff_desks has one row for both: whoever saw answers and payees could join them. A person may have
-- several roles of their desk. staff.role stays as it is and is the role that somebody has in each study that is opened
-- from now on; none: only in the studies for which they are given one.

create table desks (
  desk text not null,
  constraint desks_pk primary key (desk)
);
insert into desks (desk) values ('answers'), ('money'), ('neither');

-- Null only for none, which therefore can be given in no study.
alter table roles add column desk text constraint roles_desk references desks (desk);
update roles set desk = 'answers' where role = 'admin';
update roles set desk = 'money' where role in ('preparer', 'approver', 'auditor');
insert into roles (role, desk) values ('owner', 'neither'), ('analyst', 'answers'), ('reviewer', 'answers'), ('none', null);
create unique index roles_of_desk on roles (role, desk);

create table staff_desks (
  staff_id text not null,
  study_id text not null,
  desk text not null,
  constraint staff_desks_desk unique (staff_id, study_id, desk),
  constraint staff_desks_pk primary key (staff_id, study_id),
  constraint staff_desks_staff foreign key (staff_id) references staff (id),
  constraint staff_desks_study foreign key (study_id) references studies (id),
  constraint staff_desks_known foreign key (desk) references desks (desk)
);

create table staff_roles (
  staff_id text not null,
  study_id text not null,
  role text not null,
  desk text not null,
  constraint staff_roles_pk primary key (staff_id, study_id, role),
  constraint staff_roles_at_own_desk foreign key (staff_id, study_id, desk) references staff_desks (staff_id, study_id, desk),
  constraint staff_roles_of_desk foreign key (role, desk) references roles (role, desk)
);

-- Whoever had a role had it everywhere, and keeps it in every study that there is.
insert into staff_desks (staff_id, study_id, desk)
select staff.id, studies.id, roles.desk from staff join roles on roles.role = staff.role cross join studies;
insert into staff_roles (staff_id, study_id, role, desk)
select staff.id, studies.id, staff.role, roles.desk from staff join roles on roles.role = staff.role cross join studies;
