-- The whole schema on one page, as all migrations together make it. Written by `npm run snapshot`: change it by a
-- new file in migrations/.

create table questionnaires (
  version text not null,
  document text not null,
  created_at text not null,
  constraint questionnaires_pk primary key (version),
  constraint questionnaires_version_is_sha256 check (length(version) = 64)
);

create table door_policies (
  policy text not null,
  constraint door_policies_pk primary key (policy)
);

create table studies (
  id text not null,
  slug text not null,
  questionnaire_version text not null,
  settings text not null,
  open_link_policy text not null,
  invitation_policy text not null,
  opens_at text not null,
  closes_at text,
  created_at text not null,
  constraint studies_slug unique (slug),
  constraint studies_pk primary key (id),
  constraint studies_questionnaire foreign key (questionnaire_version) references questionnaires (version),
  constraint studies_open_link_policy foreign key (open_link_policy) references door_policies (policy),
  constraint studies_invitation_policy foreign key (invitation_policy) references door_policies (policy),
  constraint studies_close_after_opening check (closes_at is null or closes_at > opens_at)
);

create table offers (
  id text not null,
  study_id text not null,
  position bigint not null,
  currency text not null,
  amount_minor bigint not null,
  channels text not null,
  created_at text not null,
  constraint offers_position unique (study_id, position),
  constraint offers_pk primary key (id),
  constraint offers_study foreign key (study_id) references studies (id),
  constraint offers_amount_positive check (amount_minor > 0),
  constraint offers_currency_is_iso_4217 check (length(currency) = 3)
);

create table offer_places (
  study_id text not null,
  place bigint not null,
  offer_id text not null,
  constraint offer_places_pk primary key (study_id, place),
  constraint offer_places_study foreign key (study_id) references studies (id),
  constraint offer_places_offer foreign key (offer_id) references offers (id)
);

create table offer_balances (
  offer_id text not null,
  total bigint not null,
  available bigint not null,
  reserved bigint not null,
  liability bigint not null,
  clearing bigint not null,
  paid bigint not null,
  constraint offer_balances_pk primary key (offer_id),
  constraint offer_balances_offer foreign key (offer_id) references offers (id),
  constraint offer_balances_available check (available >= 0),
  constraint offer_balances_clearing check (clearing >= 0),
  constraint offer_balances_liability check (liability >= 0),
  constraint offer_balances_paid check (paid >= 0),
  constraint offer_balances_parts_make_total check (total = available + reserved + liability + clearing + paid),
  constraint offer_balances_reserved check (reserved >= 0)
);

create table accounts (
  account text not null,
  constraint accounts_pk primary key (account)
);

create table transfers (
  id text not null,
  offer_id text not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null,
  at text not null,
  constraint transfers_pk primary key (id),
  constraint transfers_offer foreign key (offer_id) references offer_balances (offer_id),
  constraint transfers_debit foreign key (debit) references accounts (account),
  constraint transfers_credit foreign key (credit) references accounts (account),
  constraint transfers_amount_positive check (amount_minor > 0),
  constraint transfers_two_accounts check (debit <> credit)
);

create table invitations (
  id text not null,
  study_id text not null,
  code_hash text not null,
  expires_at text not null,
  created_at text not null,
  constraint invitations_code unique (code_hash),
  constraint invitations_pk primary key (id),
  constraint invitations_study foreign key (study_id) references studies (id)
);

create table invitation_end_kinds (
  how text not null,
  constraint invitation_end_kinds_pk primary key (how)
);

create table invitation_ends (
  invitation_id text not null,
  how text not null,
  at text not null,
  constraint invitation_ends_pk primary key (invitation_id),
  constraint invitation_ends_invitation foreign key (invitation_id) references invitations (id),
  constraint invitation_ends_how foreign key (how) references invitation_end_kinds (how)
);

create table respondents (
  id text not null,
  study_id text not null,
  invitation_id text,
  resume_hash text not null,
  started_at text not null,
  constraint respondents_invitation unique (invitation_id),
  constraint respondents_resume unique (resume_hash),
  constraint respondents_pk primary key (id),
  constraint respondents_study foreign key (study_id) references studies (id),
  constraint respondents_of_invitation foreign key (invitation_id) references invitations (id)
);

create table response_states (
  state text not null,
  constraint response_states_pk primary key (state)
);

create table responses (
  respondent_id text not null,
  study_id text not null,
  questionnaire_version text not null,
  state text not null,
  revision bigint not null,
  revision_before bigint not null,
  seed text not null,
  facts text not null,
  language_start text not null,
  language text not null,
  unrewarded bigint not null,
  export_ref text not null,
  started_at text not null,
  progress_at text not null,
  ended_at text,
  constraint responses_export_ref unique (export_ref),
  constraint responses_pk primary key (respondent_id),
  constraint responses_respondent foreign key (respondent_id) references respondents (id),
  constraint responses_study foreign key (study_id) references studies (id),
  constraint responses_questionnaire foreign key (questionnaire_version) references questionnaires (version),
  constraint responses_state foreign key (state) references response_states (state),
  constraint responses_ended_when_over check ((state = 'in_progress') = (ended_at is null)),
  constraint responses_revision_follows check (revision = revision_before + 1),
  constraint responses_unrewarded_flag check (unrewarded in (0, 1))
);

create table response_pages (
  respondent_id text not null,
  page text not null,
  revision bigint not null,
  answers text not null,
  saved_at text not null,
  constraint response_pages_pk primary key (respondent_id, page),
  constraint response_pages_response foreign key (respondent_id) references responses (respondent_id)
);

create table documents (
  respondent_id text not null,
  document text not null,
  constraint documents_pk primary key (respondent_id),
  constraint documents_response foreign key (respondent_id) references responses (respondent_id)
);

create table lease_states (
  state text not null,
  constraint lease_states_pk primary key (state)
);

create table lease_moves (
  move text not null,
  constraint lease_moves_pk primary key (move)
);

create table lease_steps (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  offer_id text not null,
  at text not null,
  constraint lease_steps_state_once unique (respondent_id, n, state),
  constraint lease_steps_pk primary key (respondent_id, n),
  constraint lease_steps_respondent foreign key (respondent_id) references respondents (id),
  constraint lease_steps_offer foreign key (offer_id) references offers (id),
  constraint lease_steps_known_state foreign key (state) references lease_states (state),
  constraint lease_steps_legal foreign key (move) references lease_moves (move),
  constraint lease_steps_before foreign key (respondent_id, n_before, state_before) references lease_steps (respondent_id, n, state),
  constraint lease_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint lease_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table networks (
  network text not null,
  open_leases bigint not null,
  cap bigint not null,
  starts bigint not null,
  starts_cap bigint not null,
  seen_at text not null,
  constraint networks_pk primary key (network),
  constraint networks_not_negative check (open_leases >= 0),
  constraint networks_starts_within_cap check (starts <= starts_cap),
  constraint networks_within_cap check (open_leases <= cap)
);

create table leases (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  offer_id text not null,
  amount_minor bigint not null,
  network text not null,
  opened_at text not null,
  expires_at text not null,
  constraint leases_pk primary key (respondent_id),
  constraint leases_step foreign key (respondent_id, n, state) references lease_steps (respondent_id, n, state),
  constraint leases_offer foreign key (offer_id) references offers (id)
);

create index leases_open_by_expiry on leases (expires_at) where state = 'open';

create table voucher_states (
  state text not null,
  constraint voucher_states_pk primary key (state)
);

create table voucher_moves (
  move text not null,
  constraint voucher_moves_pk primary key (move)
);

create table voucher_steps (
  voucher_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  at text not null,
  constraint voucher_steps_state_once unique (voucher_id, n, state),
  constraint voucher_steps_pk primary key (voucher_id, n),
  constraint voucher_steps_known_state foreign key (state) references voucher_states (state),
  constraint voucher_steps_legal foreign key (move) references voucher_moves (move),
  constraint voucher_steps_before foreign key (voucher_id, n_before, state_before) references voucher_steps (voucher_id, n, state),
  constraint voucher_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint voucher_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table vouchers (
  id text not null,
  study_id text not null,
  offer_id text not null,
  respondent_id text not null,
  currency text not null,
  amount_minor bigint not null,
  code_key text not null,
  n bigint not null,
  state text not null,
  made_at text not null,
  constraint vouchers_pk primary key (id),
  constraint vouchers_study foreign key (study_id) references studies (id),
  constraint vouchers_offer foreign key (offer_id) references offers (id),
  constraint vouchers_response foreign key (respondent_id) references responses (respondent_id),
  constraint vouchers_step foreign key (id, n, state) references voucher_steps (voucher_id, n, state),
  constraint vouchers_amount_positive check (amount_minor > 0)
);

create unique index vouchers_one_per_respondent on vouchers (respondent_id);

create table roles (
  role text not null,
  constraint roles_pk primary key (role)
);

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

create table staff_sessions (
  id text not null,
  staff_id text not null,
  expires_at text not null,
  ended_at text,
  constraint staff_sessions_pk primary key (id),
  constraint staff_sessions_staff foreign key (staff_id) references staff (id)
);

create table audit_entries (
  id text not null,
  actor text not null,
  action text not null,
  subject text not null,
  at text not null,
  constraint audit_entries_pk primary key (id)
);

insert into door_policies values ('issue'), ('hold');
insert into accounts values ('funding'), ('available'), ('reserved'), ('liability'), ('clearing'), ('paid');
insert into invitation_end_kinds values ('spent'), ('revoked');
insert into response_states values ('in_progress'), ('complete'), ('screened_out'), ('over_quota'), ('withdrawn');
insert into lease_states values ('open'), ('returned'), ('used');
insert into lease_moves values ('>open'), ('open>returned'), ('returned>open'), ('open>used');
insert into voucher_states values ('held'), ('issued'), ('claimed'), ('paid'), ('expired'), ('voided'), ('rejected'), ('superseded');
insert into voucher_moves values ('>held'), ('>issued'), ('held>issued'), ('held>rejected');
insert into roles values ('admin'), ('finance');
