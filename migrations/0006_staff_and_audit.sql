-- Staff sign in by a one-time link: a random code kept as a keyed hash, used up by one row of sign_in_uses.

create table roles (
  role text not null,
  constraint roles_pk primary key (role)
);
insert into roles (role) values ('admin'), ('finance');

create table staff (
  id text not null,
  name text not null,
  role text not null,
  created_at text not null,
  constraint staff_name unique (name),
  constraint staff_pk primary key (id),
  constraint staff_role foreign key (role) references roles (role)
);

create table sign_ins (
  id text not null,
  staff_id text not null,
  code_hash text not null,
  expires_at text not null,
  created_at text not null,
  constraint sign_ins_code unique (code_hash),
  constraint sign_ins_pk primary key (id),
  constraint sign_ins_staff foreign key (staff_id) references staff (id)
);

create table sign_in_uses (
  sign_in_id text not null,
  at text not null,
  constraint sign_in_uses_pk primary key (sign_in_id),
  constraint sign_in_uses_sign_in foreign key (sign_in_id) references sign_ins (id)
);

-- A session ends when it is signed out or its time is up; the cookie alone is not enough.
create table staff_sessions (
  id text not null,
  staff_id text not null,
  expires_at text not null,
  ended_at text,
  constraint staff_sessions_pk primary key (id),
  constraint staff_sessions_staff foreign key (staff_id) references staff (id)
);

-- Only ever added to; ids and codes only, never a name, an answer or an account.
create table audit_entries (
  id text not null,
  actor text not null,
  action text not null,
  subject text not null,
  at text not null,
  constraint audit_entries_pk primary key (id)
);
