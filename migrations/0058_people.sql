-- People who work here: who is suspended or has left, under which identity a provider of sign-ins knows them, when and how
-- a session began, and which of two duties that must not meet in one hand they have in a study.
alter table staff add column email text;
alter table staff add column suspended_at text;
alter table staff add column removed_at text;
create unique index staff_email on staff (email) where email is not null;

-- proved_at: when they last showed who they are, which a provider may say was before the session began.
alter table staff_sessions add column started_at text;
alter table staff_sessions add column proved_at text;
alter table staff_sessions add column way text;

create table staff_identities (
  issuer text not null,
  subject text not null,
  staff_id text not null,
  at text not null,
  constraint staff_identities_pk primary key (issuer, subject),
  constraint staff_identities_staff foreign key (staff_id) references staff (id)
);
create index staff_identities_of on staff_identities (staff_id);

-- How many owners a study has who are neither suspended nor gone; 'all' for those of the studies to come. Counted anew
-- with every change, and never none once there was one. moves holds the row while somebody counts.
create table owner_counts (
  scope text not null,
  owners bigint not null,
  moves bigint not null,
  constraint owner_counts_pk primary key (scope),
  constraint owner_counts_some check (owners >= 1)
);
insert into owner_counts (scope, owners, moves)
select study_id, count(*), 0 from staff_roles where role = 'owner' group by study_id;
insert into owner_counts (scope, owners, moves)
select 'all', count(*), 0 from staff where role = 'owner' group by role;

-- Whoever hands out personal links knows who answers by them, and judges no response of that study.
create table staff_duties (
  staff_id text not null,
  study_id text not null,
  duty text not null,
  at text not null,
  constraint staff_duties_duty unique (staff_id, study_id, duty),
  constraint staff_duties_known check (duty in ('links', 'reviews')),
  constraint staff_duties_pk primary key (staff_id, study_id),
  constraint staff_duties_staff foreign key (staff_id) references staff (id),
  constraint staff_duties_study foreign key (study_id) references studies (id)
);

create table invitation_lists (
  id text not null,
  study_id text not null,
  made_by text not null,
  duty text not null,
  links bigint not null,
  has_guardian bigint not null,
  expires_at text not null,
  at text not null,
  constraint invitation_lists_by_links check (duty = 'links'),
  constraint invitation_lists_pk primary key (id),
  constraint invitation_lists_some check (links >= 1),
  constraint invitation_lists_duty foreign key (made_by, study_id, duty) references staff_duties (staff_id, study_id, duty)
);
create index invitation_lists_of on invitation_lists (study_id, id);

create table invitation_list_links (
  list_id text not null,
  n bigint not null,
  invitation_id text not null,
  constraint invitation_list_links_once unique (invitation_id),
  constraint invitation_list_links_pk primary key (list_id, n),
  constraint invitation_list_links_list foreign key (list_id) references invitation_lists (id),
  constraint invitation_list_links_invitation foreign key (invitation_id) references invitations (id)
);

-- How many sign-ins were refused on a day, by way and reason, and never whose.
create table refused_sign_ins (
  day text not null,
  way text not null,
  reason text not null,
  count bigint not null,
  constraint refused_sign_ins_pk primary key (day, way, reason),
  constraint refused_sign_ins_some check (count >= 1)
);
