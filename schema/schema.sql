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
  created_at text not null, test_of text constraint studies_of_test references studies (id),
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
  created_at text not null, tax_minor bigint not null default 0 constraint offers_tax_not_negative check (tax_minor >= 0),
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

create table accounts (
  account text not null,
  constraint accounts_pk primary key (account)
);

create table invitations (
  id text not null,
  study_id text not null,
  code_hash text not null,
  expires_at text not null,
  created_at text not null, guardian_at text,
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
  started_at text not null, generation bigint not null default 0, generation_before bigint not null default -1
  constraint respondents_generation_follows check (generation = generation_before + 1), resume_salt text,
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
  ended_at text, shown_from text, shown_to text, active_ms bigint constraint responses_active_not_negative check (active_ms >= 0), paradata bigint not null default 0
  constraint responses_paradata_flag check (paradata in (0, 1)), full_cell text, source text constraint responses_source references source_tags (id), judged text constraint responses_judged_known check (judged in ('held', 'rejected')), packed bigint not null default 0 constraint responses_packed_once check (packed in (0, 1)),
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
  saved_at text not null, texts text, texts_key text constraint response_pages_texts_key references study_keys (id), visit text,
  constraint response_pages_pk primary key (respondent_id, page),
  constraint response_pages_response foreign key (respondent_id) references responses (respondent_id)
);

create table documents (
  respondent_id text not null,
  document text not null, texts text, texts_key text constraint documents_texts_key references study_keys (id),
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
  at text not null, reason text constraint voucher_steps_reason references reasons (reason), actor text,
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
  made_at text not null, expires_at text, replaces text constraint vouchers_replaced references vouchers (id), reference_hash text, tax_minor bigint not null default 0 constraint vouchers_tax_not_negative check (tax_minor >= 0),
  constraint vouchers_pk primary key (id),
  constraint vouchers_study foreign key (study_id) references studies (id),
  constraint vouchers_offer foreign key (offer_id) references offers (id),
  constraint vouchers_response foreign key (respondent_id) references responses (respondent_id),
  constraint vouchers_step foreign key (id, n, state) references voucher_steps (voucher_id, n, state),
  constraint vouchers_amount_positive check (amount_minor > 0)
);

create table roles (
  role text not null, desk text constraint roles_desk references desks (desk),
  constraint roles_pk primary key (role)
);

create table staff (
  id text not null,
  name text not null,
  role text not null,
  created_at text not null, email text, suspended_at text, removed_at text, email_by text constraint staff_email_by references staff (id), email_as text,
  constraint staff_name unique (name),
  constraint staff_pk primary key (id),
  constraint staff_role foreign key (role) references roles (role)
);

create table sign_ins (
  id text not null,
  staff_id text not null,
  code_hash text not null,
  expires_at text not null,
  created_at text not null, made_by text constraint sign_ins_made_by references staff (id), made_as text,
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
  ended_at text, started_at text, proved_at text, way text, link_by text constraint staff_sessions_link_by references staff (id), link_as text,
  constraint staff_sessions_pk primary key (id),
  constraint staff_sessions_staff foreign key (staff_id) references staff (id)
);

create table audit_entries (
  id text not null,
  actor text not null,
  action text not null,
  subject text not null,
  at text not null, waits bigint default 1,
  constraint audit_entries_pk primary key (id)
);

create table proposal_kinds (
  kind text not null,
  constraint proposal_kinds_pk primary key (kind)
);

create table proposals (
  id text not null,
  kind text not null,
  subject text not null,
  payload text not null,
  reason text not null,
  proposed_by text not null,
  decided bigint not null,
  at text not null, counts_as text,
  constraint proposals_proposer unique (id, proposed_by),
  constraint proposals_pk primary key (id),
  constraint proposals_kind foreign key (kind) references proposal_kinds (kind),
  constraint proposals_proposed_by foreign key (proposed_by) references staff (id),
  constraint proposals_decided_flag check (decided in (0, 1))
);

create unique index proposals_one_waiting on proposals (kind, subject) where decided = 0;

create table verdicts (
  verdict text not null,
  constraint verdicts_pk primary key (verdict)
);

create table decisions (
  proposal_id text not null,
  verdict text not null,
  proposed_by text not null,
  decided_by text not null,
  at text not null, counts_as text
  constraint decisions_counts_as_another check (verdict = 'withdrawn' or counts_as <> proposed_by), proposed_counts_as text
  constraint decisions_proposer_counts_as_another
    check (verdict = 'withdrawn' or (proposed_counts_as <> counts_as and proposed_counts_as <> decided_by)),
  constraint decisions_pk primary key (proposal_id),
  constraint decisions_proposal foreign key (proposal_id, proposed_by) references proposals (id, proposed_by),
  constraint decisions_verdict foreign key (verdict) references verdicts (verdict),
  constraint decisions_decided_by foreign key (decided_by) references staff (id),
  constraint decisions_by_another check (verdict = 'withdrawn' or decided_by <> proposed_by)
);

create table calendars (
  id text not null,
  zone text not null,
  constraint calendars_pk primary key (id)
);

create table day_kinds (
  kind text not null,
  constraint day_kinds_pk primary key (kind)
);

create table calendar_years (
  calendar_id text not null,
  year bigint not null,
  source text not null,
  proposal_id text,
  at text not null,
  constraint calendar_years_pk primary key (calendar_id, year),
  constraint calendar_years_calendar foreign key (calendar_id) references calendars (id),
  constraint calendar_years_decision foreign key (proposal_id) references decisions (proposal_id)
);

create table calendar_days (
  calendar_id text not null,
  day text not null,
  n bigint not null,
  year bigint not null,
  kind text not null,
  slow bigint not null,
  open bigint not null,
  source text not null,
  proposal_id text,
  constraint calendar_days_open_once unique (calendar_id, day, n, open),
  constraint calendar_days_pk primary key (calendar_id, day, n),
  constraint calendar_days_year foreign key (calendar_id, year) references calendar_years (calendar_id, year),
  constraint calendar_days_kind foreign key (kind) references day_kinds (kind),
  constraint calendar_days_decision foreign key (proposal_id) references decisions (proposal_id),
  constraint calendar_days_open_follows check (open = case when kind = 'closed' then 0 else 1 end),
  constraint calendar_days_slow_flag check (slow in (0, 1))
);

create table reasons (
  reason text not null,
  constraint reasons_pk primary key (reason)
);

create unique index vouchers_replaces on vouchers (replaces);

create table channels (
  channel text not null,
  constraint channels_pk primary key (channel)
);

create table claim_states (
  state text not null,
  constraint claim_states_pk primary key (state)
);

create table claim_moves (
  move text not null,
  constraint claim_moves_pk primary key (move)
);

create table claim_steps (
  claim_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint claim_steps_state_once unique (claim_id, n, state),
  constraint claim_steps_pk primary key (claim_id, n),
  constraint claim_steps_known_state foreign key (state) references claim_states (state),
  constraint claim_steps_legal foreign key (move) references claim_moves (move),
  constraint claim_steps_reason foreign key (reason) references reasons (reason),
  constraint claim_steps_before foreign key (claim_id, n_before, state_before) references claim_steps (claim_id, n, state),
  constraint claim_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint claim_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table claims (
  id text not null,
  voucher_id text not null,
  study_id text not null,
  channel text not null,
  payee text not null,
  account_hash text not null,
  eligible_at text not null,
  n bigint not null,
  state text not null,
  made_at text not null, domain_hash text, domain_nth bigint, payee_key text constraint claims_payee_key references study_keys (live_payees)
  constraint claims_erased_or_sealed check (payee_key is null or payee not like 'erased %'), by_respondent integer not null default 0
  constraint claims_by_respondent check (by_respondent in (0, 1)), stopped bigint constraint claims_stopped_flag check (stopped = 1),
  constraint claims_pk primary key (id),
  constraint claims_voucher foreign key (voucher_id) references vouchers (id),
  constraint claims_study foreign key (study_id) references studies (id),
  constraint claims_channel foreign key (channel) references channels (channel),
  constraint claims_step foreign key (id, n, state) references claim_steps (claim_id, n, state)
);

create unique index claims_one_open_per_voucher on claims (voucher_id) where state <> 'ended';

create unique index claims_one_per_account on claims (study_id, account_hash) where state in ('ready', 'frozen', 'paid');

create index claims_ready on claims (study_id, channel, id) where state in ('ready', 'held');

create table providers (
  provider text not null,
  constraint providers_pk primary key (provider)
);

create table batch_states (
  state text not null,
  constraint batch_states_pk primary key (state)
);

create table batch_moves (
  move text not null,
  constraint batch_moves_pk primary key (move)
);

create table batch_steps (
  batch_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint batch_steps_state_once unique (batch_id, n, state),
  constraint batch_steps_pk primary key (batch_id, n),
  constraint batch_steps_known_state foreign key (state) references batch_states (state),
  constraint batch_steps_legal foreign key (move) references batch_moves (move),
  constraint batch_steps_reason foreign key (reason) references reasons (reason),
  constraint batch_steps_before foreign key (batch_id, n_before, state_before) references batch_steps (batch_id, n, state),
  constraint batch_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint batch_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table batches (
  id text not null,
  study_id text not null,
  provider text not null,
  currency text not null,
  prepared_by text not null,
  content_hash text not null,
  payouts bigint not null,
  total_minor bigint not null,
  approvals_needed bigint not null,
  approvals bigint,
  n bigint not null,
  state text not null,
  made_at text not null, counts_as text,
  constraint batches_content unique (id, prepared_by, content_hash),
  constraint batches_pk primary key (id),
  constraint batches_study foreign key (study_id) references studies (id),
  constraint batches_provider foreign key (provider) references providers (provider),
  constraint batches_prepared_by foreign key (prepared_by) references staff (id),
  constraint batches_step foreign key (id, n, state) references batch_steps (batch_id, n, state),
  constraint batches_approved_by_enough check (state <> 'approved' or coalesce(approvals, 0) >= approvals_needed),
  constraint batches_has_payouts check (payouts > 0 and total_minor > 0),
  constraint batches_one_or_two_approvals check (approvals_needed in (1, 2))
);

create table batch_approvals (
  batch_id text not null,
  nth bigint not null,
  approver text not null,
  prepared_by text not null,
  content_hash text not null,
  at text not null, counts_as text
  constraint batch_approvals_counts_as_another check (counts_as <> prepared_by), prepared_counts_as text
  constraint batch_approvals_preparer_counts_as_another
    check (prepared_counts_as <> counts_as and prepared_counts_as <> approver),
  constraint batch_approvals_once_each unique (batch_id, approver),
  constraint batch_approvals_pk primary key (batch_id, nth),
  constraint batch_approvals_of_content foreign key (batch_id, prepared_by, content_hash) references batches (id, prepared_by, content_hash),
  constraint batch_approvals_approver foreign key (approver) references staff (id),
  constraint batch_approvals_by_another check (approver <> prepared_by),
  constraint batch_approvals_first_or_second check (nth in (1, 2))
);

create table payout_states (
  state text not null,
  constraint payout_states_pk primary key (state)
);

create table payout_moves (
  move text not null,
  constraint payout_moves_pk primary key (move)
);

create table payout_steps (
  payout_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint payout_steps_state_once unique (payout_id, n, state),
  constraint payout_steps_pk primary key (payout_id, n),
  constraint payout_steps_known_state foreign key (state) references payout_states (state),
  constraint payout_steps_legal foreign key (move) references payout_moves (move),
  constraint payout_steps_reason foreign key (reason) references reasons (reason),
  constraint payout_steps_before foreign key (payout_id, n_before, state_before) references payout_steps (payout_id, n, state),
  constraint payout_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint payout_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table payouts (
  id text not null,
  batch_id text not null,
  claim_id text not null,
  voucher_id text not null,
  study_id text not null,
  offer_id text not null,
  provider text not null,
  channel text not null,
  currency text not null,
  amount_minor bigint not null,
  line_hash text not null,
  n bigint not null,
  state text not null,
  made_at text not null, payee_hash text, payee_year bigint, outside_minor bigint constraint payouts_outside_positive check (outside_minor > 0), aside_since text constraint payouts_aside_is_not_sent check (aside_since is null or state in ('queued', 'cancelled', 'failed')),
  constraint payouts_pk primary key (id),
  constraint payouts_batch foreign key (batch_id) references batches (id),
  constraint payouts_claim foreign key (claim_id) references claims (id),
  constraint payouts_voucher foreign key (voucher_id) references vouchers (id),
  constraint payouts_offer foreign key (offer_id) references offers (id),
  constraint payouts_provider foreign key (provider) references providers (provider),
  constraint payouts_step foreign key (id, n, state) references payout_steps (payout_id, n, state),
  constraint payouts_amount_positive check (amount_minor > 0)
);

create unique index payouts_one_live_per_voucher on payouts (voucher_id) where state in ('queued', 'open', 'paid');

create index payouts_of_batch on payouts (batch_id, id);

create index payouts_queued on payouts (provider, id) where state = 'queued';

create table attempt_states (
  state text not null,
  constraint attempt_states_pk primary key (state)
);

create table attempt_moves (
  move text not null,
  constraint attempt_moves_pk primary key (move)
);

create table attempt_steps (
  attempt_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  code text,
  at text not null,
  constraint attempt_steps_state_once unique (attempt_id, n, state),
  constraint attempt_steps_pk primary key (attempt_id, n),
  constraint attempt_steps_known_state foreign key (state) references attempt_states (state),
  constraint attempt_steps_legal foreign key (move) references attempt_moves (move),
  constraint attempt_steps_reason foreign key (reason) references reasons (reason),
  constraint attempt_steps_before foreign key (attempt_id, n_before, state_before) references attempt_steps (attempt_id, n, state),
  constraint attempt_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint attempt_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table attempts (
  id text not null,
  payout_id text not null,
  nth bigint not null,
  offer_id text not null,
  provider text not null,
  reference text not null,
  currency text not null,
  amount_minor bigint not null,
  calendar_id text not null,
  day text not null,
  day_n bigint not null,
  settles_day text not null,
  settles_day_n bigint not null,
  is_open_day bigint not null,
  provider_id text,
  code text,
  confirm text,
  expires_at text,
  next_at text,
  calls bigint not null,
  n bigint not null,
  state text not null,
  made_at text not null, tax_minor bigint not null default 0 constraint attempts_tax_not_negative check (tax_minor >= 0),
  constraint attempts_reference unique (provider, reference),
  constraint attempts_nth unique (payout_id, nth),
  constraint attempts_pk primary key (id),
  constraint attempts_payout foreign key (payout_id) references payouts (id),
  constraint attempts_offer foreign key (offer_id) references offers (id),
  constraint attempts_provider foreign key (provider) references providers (provider),
  constraint attempts_step foreign key (id, n, state) references attempt_steps (attempt_id, n, state),
  constraint attempts_day foreign key (calendar_id, day, day_n, is_open_day) references calendar_days (calendar_id, day, n, open),
  constraint attempts_settles_day foreign key (calendar_id, settles_day, settles_day_n, is_open_day) references calendar_days (calendar_id, day, n, open),
  constraint attempts_amount_positive check (amount_minor > 0),
  constraint attempts_on_open_days check (is_open_day = 1),
  constraint attempts_settle_no_sooner check (settles_day >= day)
);

create unique index attempts_one_open_or_paid on attempts (payout_id) where state not in ('failed', 'cancelled');

create index attempts_due on attempts (next_at) where next_at is not null;

create index attempts_in_clearing on attempts (made_at) where state not in ('succeeded', 'failed', 'cancelled');

create index attempts_by_provider_id on attempts (provider, provider_id);

create table attempt_calls (
  attempt_id text not null,
  n bigint not null,
  what text not null,
  at text not null,
  constraint attempt_calls_pk primary key (attempt_id, n),
  constraint attempt_calls_attempt foreign key (attempt_id) references attempts (id)
);

create table provider_events (
  provider text not null,
  event_id text not null,
  at text not null,
  constraint provider_events_pk primary key (provider, event_id),
  constraint provider_events_provider foreign key (provider) references providers (provider)
);

create table exception_classes (
  class text not null,
  constraint exception_classes_pk primary key (class)
);

create table exceptions (
  id text not null,
  class text not null,
  subject text not null,
  study_id text,
  provider text,
  currency text not null,
  amount_minor bigint not null,
  detail text not null,
  opened_at text not null,
  closed_at text, owner text constraint exceptions_owner references staff (id), account_id text constraint exceptions_account references provider_accounts (id), day text,
  constraint exceptions_subject unique (class, subject),
  constraint exceptions_pk primary key (id),
  constraint exceptions_class foreign key (class) references exception_classes (class),
  constraint exceptions_study foreign key (study_id) references studies (id),
  constraint exceptions_provider foreign key (provider) references providers (provider)
);

create index exceptions_open on exceptions (opened_at) where closed_at is null;

create table audit_seals (
  n bigint not null,
  entry_id text not null,
  n_before bigint,
  hash_before text,
  hash text not null,
  at text not null,
  constraint audit_seals_entry unique (entry_id),
  constraint audit_seals_hash_once unique (n, hash),
  constraint audit_seals_pk primary key (n),
  constraint audit_seals_of_entry foreign key (entry_id) references audit_entries (id),
  constraint audit_seals_before foreign key (n_before, hash_before) references audit_seals (n, hash),
  constraint audit_seals_follow check ((n = 1 and n_before is null and hash_before is null) or (n > 1 and n_before is not null and hash_before is not null and n = n_before + 1)),
  constraint audit_seals_hash_is_sha256 check (length(hash) = 64)
);

create table provider_accounts (
  id text not null,
  provider text not null,
  currency text not null,
  instructed bigint not null,
  stops bigint not null,
  instructed_at_stop bigint not null, checked_at text, checked_id text, match_steps bigint not null default 0
  constraint provider_accounts_match_steps check (match_steps >= 0),
  constraint provider_accounts_pk primary key (id),
  constraint provider_accounts_provider foreign key (provider) references providers (provider),
  constraint provider_accounts_not_stopped check (stops = 0 or instructed = instructed_at_stop),
  constraint provider_accounts_stops_not_negative check (stops >= 0)
);

create table provider_days (
  account_id text not null,
  day text not null,
  funded bigint not null,
  paid bigint not null,
  fees bigint not null,
  returned bigint not null,
  other bigint not null,
  constraint provider_days_pk primary key (account_id, day),
  constraint provider_days_account foreign key (account_id) references provider_accounts (id)
);

create table provider_entries (
  id text not null,
  account_id text not null,
  day text not null,
  kind text not null,
  amount_minor bigint not null,
  cause text not null,
  actor text not null,
  at text not null,
  constraint provider_entries_cause unique (account_id, cause),
  constraint provider_entries_pk primary key (id),
  constraint provider_entries_day foreign key (account_id, day) references provider_days (account_id, day)
);

create table statement_states (
  state text not null,
  constraint statement_states_pk primary key (state)
);

create table statement_moves (
  move text not null,
  constraint statement_moves_pk primary key (move)
);

create table statement_steps (
  statement_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint statement_steps_state_once unique (statement_id, n, state),
  constraint statement_steps_pk primary key (statement_id, n),
  constraint statement_steps_known_state foreign key (state) references statement_states (state),
  constraint statement_steps_legal foreign key (move) references statement_moves (move),
  constraint statement_steps_before foreign key (statement_id, n_before, state_before) references statement_steps (statement_id, n, state),
  constraint statement_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint statement_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table statements (
  id text not null,
  account_id text not null,
  format text not null,
  file_hash text,
  bytes bigint not null,
  chunks bigint not null,
  mapping text,
  rows_done bigint not null,
  lines_new bigint not null,
  lines_matched bigint not null,
  problem text,
  period_from text,
  period_to text,
  opening_minor bigint,
  closing_minor bigint,
  uploaded_by text not null,
  n bigint not null,
  state text not null,
  made_at text not null, checkpoint text, told text, summary text, matched_at text, tries bigint not null default 0, tried_step bigint, tried_at text, bank_account text, given_at text,
  constraint statements_pk primary key (id),
  constraint statements_account foreign key (account_id) references provider_accounts (id),
  constraint statements_uploaded_by foreign key (uploaded_by) references staff (id),
  constraint statements_step foreign key (id, n, state) references statement_steps (statement_id, n, state)
);

create unique index statements_file_once on statements (account_id, file_hash) where state in ('staging', 'published');

create unique index statements_one_staged on statements (account_id) where state = 'staging';

create index statements_by_period on statements (account_id, period_to) where state = 'published';

create table statement_chunks (
  statement_id text not null,
  n bigint not null,
  content text not null,
  constraint statement_chunks_pk primary key (statement_id, n),
  constraint statement_chunks_statement foreign key (statement_id) references statements (id)
);

create table statement_lines (
  account_id text not null,
  line_key text not null,
  statement_id text not null,
  row bigint not null,
  day text not null,
  direction text not null,
  amount_minor bigint not null,
  provider_id text,
  reference text,
  kind text not null,
  raw_type text not null,
  balance_minor bigint,
  digest text not null,
  outcome text, batch_ids text, parts bigint, booking text, is_part bigint not null default 0, carried_by text,
  constraint statement_lines_pk primary key (account_id, line_key),
  constraint statement_lines_statement foreign key (statement_id) references statements (id),
  constraint statement_lines_amount_not_negative check (amount_minor >= 0),
  constraint statement_lines_direction_known check (direction in ('debit', 'credit'))
);

create index statement_lines_in_order on statement_lines (statement_id, row);

create index statement_lines_by_day on statement_lines (account_id, day);

create table match_rules (
  rule text not null,
  constraint match_rules_pk primary key (rule)
);

create table exception_steps (
  exception_id text not null,
  n bigint not null,
  what text not null,
  actor text not null,
  note text not null,
  at text not null,
  constraint exception_steps_pk primary key (exception_id, n),
  constraint exception_steps_exception foreign key (exception_id) references exceptions (id)
);

create table column_mappings (
  account_id text not null,
  mapping text not null,
  actor text not null,
  at text not null,
  constraint column_mappings_pk primary key (account_id),
  constraint column_mappings_account foreign key (account_id) references provider_accounts (id)
);

create table reports (
  id text not null,
  kind text not null,
  subject text not null,
  version bigint not null,
  content text not null,
  content_hash text not null,
  made_by text not null,
  at text not null,
  constraint reports_subject unique (kind, subject, version),
  constraint reports_content unique (id, content_hash),
  constraint reports_pk primary key (id),
  constraint reports_made_by foreign key (made_by) references staff (id)
);

create table report_signatures (
  report_id text not null,
  nth bigint not null,
  content_hash text not null,
  signed_by text not null,
  at text not null, counts_as text,
  constraint report_signatures_once_each unique (report_id, signed_by),
  constraint report_signatures_pk primary key (report_id, nth),
  constraint report_signatures_of_content foreign key (report_id, content_hash) references reports (id, content_hash),
  constraint report_signatures_signed_by foreign key (signed_by) references staff (id),
  constraint report_signatures_two check (nth in (1, 2))
);

create table erasures (
  id text not null,
  what text not null,
  subject text not null,
  actor text not null,
  at text not null,
  constraint erasures_once unique (what, subject),
  constraint erasures_pk primary key (id)
);

create index claims_by_voucher on claims (voucher_id);

create index payouts_by_voucher on payouts (voucher_id);

create index payouts_by_claim on payouts (claim_id);

create index attempts_by_day on attempts (provider, day);

create index vouchers_of_respondent on vouchers (respondent_id);

create index vouchers_issued_by_expiry on vouchers (study_id, expires_at) where state = 'issued';

create unique index vouchers_reference on vouchers (reference_hash);

create index vouchers_without_reference on vouchers (id) where reference_hash is null;

create index vouchers_by_state on vouchers (state, substr(made_at, 1, 10), id, reference_hash);

create index vouchers_by_amount on vouchers (currency, amount_minor, state, substr(made_at, 1, 10), id, reference_hash);

create table voucher_links (
  voucher_id text not null,
  shown_to text not null,
  at text not null,
  constraint voucher_links_pk primary key (voucher_id),
  constraint voucher_links_voucher foreign key (voucher_id) references vouchers (id),
  constraint voucher_links_shown_to foreign key (shown_to) references staff (id)
);

create index claims_held on claims (id) where state = 'held';

create index batches_frozen on batches (id) where state = 'frozen';

create index attempts_open on attempts (id, provider) where state not in ('succeeded', 'failed', 'cancelled');

create index proposals_of_subject on proposals (subject);

create index statements_at_work on statements (id) where state in ('receiving', 'staging') or (state = 'published' and matched_at is null);

create table statement_progress (
  statement_id text not null,
  phase text not null,
  from_row bigint not null,
  to_row bigint not null,
  constraint statement_progress_pk primary key (statement_id, phase, from_row),
  constraint statement_progress_statement foreign key (statement_id) references statements (id)
);

create table statement_days (
  account_id text not null,
  day text not null,
  lines bigint not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  constraint statement_days_pk primary key (account_id, day),
  constraint statement_days_account foreign key (account_id) references provider_accounts (id)
);

create index statement_lines_by_reference on statement_lines (account_id, reference) where reference is not null;

create index attempt_steps_ended on attempt_steps (at, attempt_id) where state in ('succeeded', 'failed', 'cancelled');

create index attempts_by_amount on attempts (provider, amount_minor, day);

create table trust_days (
  study_id text not null,
  day text not null,
  content text not null,
  signature text not null,
  at text not null,
  constraint trust_days_pk primary key (study_id, day),
  constraint trust_days_study foreign key (study_id) references studies (id)
);

create index batches_of_study on batches (study_id, id);

create table payee_years (
  payee_hash text not null,
  year bigint not null,
  currency text not null,
  total_minor bigint not null,
  limit_minor bigint,
  raised_minor bigint not null,
  constraint payee_years_pk primary key (payee_hash, year, currency),
  constraint payee_years_raised check (raised_minor >= 0),
  constraint payee_years_total check (total_minor >= 0),
  constraint payee_years_within_limit check (limit_minor is null or total_minor <= limit_minor + raised_minor)
);

create table desks (
  desk text not null,
  constraint desks_pk primary key (desk)
);

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

create table type_rules (
  id text not null,
  account_id text not null,
  raw_type text not null,
  kind text not null,
  actor text not null,
  at text not null,
  constraint type_rules_pk primary key (id),
  constraint type_rules_account foreign key (account_id) references provider_accounts (id)
);

create index type_rules_of_account on type_rules (account_id, id);

create table column_rules (
  id text not null,
  account_id text not null,
  header text not null,
  mapping text,
  actor text not null,
  at text not null,
  constraint column_rules_pk primary key (id),
  constraint column_rules_account foreign key (account_id) references provider_accounts (id)
);

create index column_rules_of_account on column_rules (account_id, id);

create table "matches" (
  account_id text not null,
  line_key text not null,
  attempt_id text not null,
  kind text not null,
  rule text not null,
  proposal_id text,
  at text not null,
  share_minor bigint,
  constraint matches_each primary key (account_id, line_key, attempt_id),
  constraint matches_line foreign key (account_id, line_key) references statement_lines (account_id, line_key),
  constraint matches_attempt foreign key (attempt_id) references attempts (id),
  constraint matches_rule foreign key (rule) references match_rules (rule),
  constraint matches_decision foreign key (proposal_id) references decisions (proposal_id),
  constraint matches_by_hand_decided check ((rule = 'by_hand') = (proposal_id is not null)),
  constraint matches_share_of_batch check ((rule = 'batch') = (share_minor is not null))
);

create unique index matches_whole_line on matches (account_id, line_key) where share_minor is null;

create unique index matches_one_payment on matches (attempt_id) where kind = 'payment';

create index matches_of_attempt on matches (attempt_id);

create index statement_lines_of_booking on statement_lines (account_id, booking) where booking is not null;

create index statement_lines_carried on statement_lines (account_id, carried_by) where carried_by is not null;

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

create index attempt_steps_undone on attempt_steps (at) where move = 'succeeded>unknown';

create table result_files (
  id text not null,
  batch_id text not null,
  file_hash text not null,
  bytes bigint not null,
  pieces bigint not null,
  uploaded_by text not null,
  at text not null, outcomes text,
  constraint result_files_once unique (batch_id, file_hash),
  constraint result_files_pk primary key (id),
  constraint result_files_of_batch foreign key (batch_id) references batches (id),
  constraint result_files_uploaded_by foreign key (uploaded_by) references staff (id)
);

create table result_file_pieces (
  file_id text not null,
  n bigint not null,
  content text not null,
  constraint result_file_pieces_pk primary key (file_id, n),
  constraint result_file_pieces_of_file foreign key (file_id) references result_files (id)
);

create table "offer_balances" (
  offer_id text not null,
  total bigint not null,
  available bigint not null,
  reserved bigint not null,
  liability bigint not null,
  clearing bigint not null,
  paid bigint not null,
  tax bigint not null default 0,
  outside bigint not null default 0,
  constraint offer_balances_pk primary key (offer_id),
  constraint offer_balances_offer foreign key (offer_id) references offers (id),
  constraint offer_balances_available check (available >= 0),
  constraint offer_balances_clearing check (clearing >= 0),
  constraint offer_balances_liability check (liability >= 0),
  constraint offer_balances_outside check (outside >= 0),
  constraint offer_balances_paid check (paid >= 0),
  constraint offer_balances_parts_make_total check (total = available + reserved + liability + clearing + paid + tax + outside),
  constraint offer_balances_reserved check (reserved >= 0),
  constraint offer_balances_tax check (tax >= 0)
);

create table "transfers" (
  id text not null,
  offer_id text not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null,
  at text not null,
  subject text,
  constraint transfers_pk primary key (id),
  constraint transfers_offer foreign key (offer_id) references "offer_balances" (offer_id),
  constraint transfers_debit foreign key (debit) references accounts (account),
  constraint transfers_credit foreign key (credit) references accounts (account),
  constraint transfers_amount_positive check (amount_minor > 0),
  constraint transfers_two_accounts check (debit <> credit)
);

create index transfers_of_subject on transfers (subject) where subject is not null;

create unique index vouchers_one_live_per_respondent on vouchers (respondent_id) where state in ('held', 'issued', 'claimed', 'paid', 'paid_outside');

create table known_keys (
  purpose text not null,
  kid text not null,
  at text not null,
  retired_at text,
  constraint known_keys_pk primary key (purpose, kid)
);

create table review_states (
  state text not null,
  constraint review_states_pk primary key (state)
);

create table review_moves (
  move text not null,
  constraint review_moves_pk primary key (move)
);

create table review_steps (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint review_steps_state_once unique (respondent_id, n, state),
  constraint review_steps_pk primary key (respondent_id, n),
  constraint review_steps_known_state foreign key (state) references review_states (state),
  constraint review_steps_legal foreign key (move) references review_moves (move),
  constraint review_steps_reason foreign key (reason) references reasons (reason),
  constraint review_steps_before foreign key (respondent_id, n_before, state_before) references review_steps (respondent_id, n, state),
  constraint review_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint review_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table reviews (
  id text not null,
  n bigint not null,
  state text not null,
  pending bigint not null,
  constraint reviews_pk primary key (id),
  constraint reviews_of_response foreign key (id) references responses (respondent_id),
  constraint reviews_step foreign key (id, n, state) references review_steps (respondent_id, n, state),
  constraint reviews_pending_flag check (pending in (0, 1))
);

create index reviews_held on reviews (id) where state = 'held';

create index reviews_pending on reviews (id) where pending = 1;

create index statements_quarantined on statements (id) where state = 'quarantined';

create index responses_not_shown on responses (ended_at) where shown_to is null and ended_at is not null;

create table wrong_codes (
  network text not null,
  today bigint not null,
  last_minute text not null,
  in_minute bigint not null,
  cap bigint not null,
  constraint wrong_codes_pk primary key (network),
  constraint wrong_codes_within_cap check (in_minute <= cap)
);

create index wrong_codes_by_minute on wrong_codes (last_minute);

create index audit_entries_waiting on audit_entries (id) where waits = 1;

create table heartbeats (
  part text not null,
  at text not null,
  constraint heartbeats_pk primary key (part)
);

create table study_keys (
  id text not null,
  study_id text not null,
  wrapped text,
  made_at text not null,
  erased_at text, purpose text not null default 'answers'
  constraint study_keys_purpose check (purpose in ('answers', 'payees')), live_payees text constraint study_keys_live_payees
  check ((live_payees is not null) = (purpose = 'payees' and erased_at is null) and (live_payees is null or live_payees = id)),
  constraint study_keys_pk primary key (id),
  constraint study_keys_study foreign key (study_id) references studies (id),
  constraint study_keys_erased_or_kept check ((wrapped is null) = (erased_at is not null))
);

create index documents_in_clear on documents (respondent_id) where texts is null;

create index response_pages_in_clear on response_pages (respondent_id, page) where texts is null;

create index payouts_aside on payouts (batch_id) where aside_since is not null and state = 'queued';

create table response_paradata (
  respondent_id text not null,
  study_id text not null,
  questionnaire_version text not null,
  route text not null,
  language text not null,
  pages text not null,
  network text,
  ended_at text not null,
  looked_at text not null,
  constraint response_paradata_pk primary key (respondent_id),
  constraint response_paradata_response foreign key (respondent_id) references responses (respondent_id)
);

create index response_paradata_due on response_paradata (ended_at, respondent_id) where looked_at = '';

create index response_paradata_routes on response_paradata (study_id, questionnaire_version, route, language, ended_at);

create index response_paradata_networks on response_paradata (network, ended_at) where network is not null;

create table flag_families (
  family text not null,
  constraint flag_families_pk primary key (family)
);

create table response_flags (
  respondent_id text not null,
  name text not null,
  family text not null,
  points bigint not null,
  facts text not null,
  rules text not null,
  flagged_at text not null,
  constraint response_flags_pk primary key (respondent_id, name),
  constraint response_flags_response foreign key (respondent_id) references responses (respondent_id),
  constraint response_flags_family foreign key (family) references flag_families (family),
  constraint response_flags_points check (points between 0 and 100)
);

create table speed_baselines (
  study_id text not null,
  questionnaire_version text not null,
  route text not null,
  language text not null,
  responses bigint not null,
  active_ms bigint not null,
  pages text not null,
  frozen_at text not null,
  constraint speed_baselines_pk primary key (study_id, questionnaire_version, route, language),
  constraint speed_baselines_study foreign key (study_id) references studies (id)
);

create table answer_models (
  study_id text not null,
  questionnaire_version text not null,
  responses bigint not null,
  model text not null,
  made_at text not null,
  constraint answer_models_pk primary key (study_id, questionnaire_version),
  constraint answer_models_study foreign key (study_id) references studies (id)
);

create table response_signatures (
  respondent_id text not null,
  kind text not null,
  band bigint not null,
  hash text not null,
  study_id text not null,
  constraint response_signatures_pk primary key (respondent_id, kind, band),
  constraint response_signatures_response foreign key (respondent_id) references responses (respondent_id)
);

create index response_signatures_hash on response_signatures (hash, study_id);

create table study_alarms (
  study_id text not null,
  kind text not null,
  since text not null,
  facts text not null,
  last_at text not null,
  constraint study_alarms_pk primary key (study_id, kind, since),
  constraint study_alarms_study foreign key (study_id) references studies (id)
);

create table turns (
  part text not null,
  n bigint not null,
  n_before bigint not null,
  at text not null,
  constraint turns_pk primary key (part),
  constraint turns_follow check (n = n_before + 1)
);

create table agreement_texts (
  study_id text not null,
  code text not null,
  version bigint not null,
  hash text not null,
  text text not null,
  made_at text not null,
  constraint agreement_texts_version unique (study_id, code, version),
  constraint agreement_texts_pk primary key (study_id, code, hash),
  constraint agreement_texts_study foreign key (study_id) references studies (id)
);

create table agreements (
  respondent_id text not null,
  code text not null,
  study_id text not null,
  hash text not null,
  at text not null,
  constraint agreements_pk primary key (respondent_id, code),
  constraint agreements_response foreign key (respondent_id) references responses (respondent_id),
  constraint agreements_text foreign key (study_id, code, hash) references agreement_texts (study_id, code, hash)
);

create index audit_entries_exported on audit_entries (actor, subject, at) where action = 'responses.exported';

create index reviews_rejected on reviews (id) where state = 'rejected';

create index reviews_objected on reviews (id) where state = 'objected';

create table rejections (
  respondent_id text not null,
  n bigint not null,
  state text not null,
  rejected_by text not null,
  acts_at text not null,
  objections_until text not null,
  constraint rejections_by_once unique (respondent_id, n, rejected_by),
  constraint rejections_pk primary key (respondent_id, n),
  constraint rejections_step foreign key (respondent_id, n, state) references review_steps (respondent_id, n, state),
  constraint rejections_state check (state = 'rejected'),
  constraint rejections_in_order check (acts_at < objections_until)
);

create table objections (
  respondent_id text not null,
  n bigint not null,
  rejected_by text not null,
  made_n bigint not null,
  made_state text not null,
  made_at text not null,
  due_day text,
  texts text not null,
  texts_key text,
  decided_n bigint,
  decided_state text,
  decided_by text,
  decided_at text,
  reply_texts text,
  reply_key text,
  constraint objections_pk primary key (respondent_id, n),
  constraint objections_of_rejection foreign key (respondent_id, n, rejected_by) references rejections (respondent_id, n, rejected_by),
  constraint objections_step foreign key (respondent_id, made_n, made_state) references review_steps (respondent_id, n, state),
  constraint objections_decision foreign key (respondent_id, decided_n, decided_state) references review_steps (respondent_id, n, state),
  constraint objections_texts_key foreign key (texts_key) references study_keys (id),
  constraint objections_reply_key foreign key (reply_key) references study_keys (id),
  constraint objections_follow check (made_state = 'objected' and made_n = n + 1 and (decided_n is null or decided_n = made_n + 1)),
  constraint objections_decided_whole check ((decided_by is null) = (decided_n is null) and (decided_by is null) = (decided_state is null) and (decided_by is null) = (decided_at is null)),
  constraint objections_reply_of_decision check (reply_texts is null or decided_by is not null),
  constraint objections_by_another check (decided_by is null or decided_by <> rejected_by)
);

create table start_queues (
  network text not null,
  turn_ms bigint not null,
  asked_ms bigint not null,
  constraint start_queues_pk primary key (network),
  constraint start_queues_within_an_hour check (turn_ms <= asked_ms + 3600000)
);

create table start_places (
  respondent_id text not null,
  network text not null,
  turn_ms bigint not null,
  constraint start_places_pk primary key (respondent_id)
);

create index start_places_by_turn on start_places (turn_ms);

create table quota_states (
  state text not null,
  constraint quota_states_pk primary key (state)
);

create table quota_cells (
  study_id text not null,
  cell text not null,
  cap bigint not null,
  open bigint not null,
  held bigint not null,
  accepted bigint not null,
  constraint quota_cells_pk primary key (study_id, cell),
  constraint quota_cells_study foreign key (study_id) references studies (id),
  constraint quota_cells_not_negative check (open >= 0 and held >= 0 and accepted >= 0),
  constraint quota_cells_within_cap check (open + held + accepted <= cap)
);

create table quota_reservations (
  respondent_id text not null,
  study_id text not null,
  n bigint not null,
  n_before bigint not null,
  state text not null,
  opened_at text not null,
  expires_at text not null,
  constraint quota_reservations_pk primary key (respondent_id),
  constraint quota_reservations_response foreign key (respondent_id) references responses (respondent_id),
  constraint quota_reservations_study foreign key (study_id) references studies (id),
  constraint quota_reservations_state foreign key (state) references quota_states (state),
  constraint quota_reservations_follow check (n = n_before + 1)
);

create index quota_reservations_open_by_expiry on quota_reservations (expires_at) where state = 'open';

create table quota_places (
  respondent_id text not null,
  study_id text not null,
  cell text not null,
  constraint quota_places_pk primary key (respondent_id, cell),
  constraint quota_places_reservation foreign key (respondent_id) references quota_reservations (respondent_id),
  constraint quota_places_cell foreign key (study_id, cell) references quota_cells (study_id, cell)
);

create index quota_places_of_cell on quota_places (study_id, cell);

create table thanks_places (
  study_id text not null,
  place bigint not null,
  offer_id text not null,
  constraint thanks_places_pk primary key (study_id, place),
  constraint thanks_places_study foreign key (study_id) references studies (id),
  constraint thanks_places_offer foreign key (offer_id) references offers (id)
);

create index responses_idle on responses (study_id, progress_at) where state = 'in_progress';

create index response_paradata_of_study on response_paradata (study_id, ended_at, respondent_id);

create table report_only_flags (
  study_id text not null,
  name text not null,
  rules text not null,
  decided bigint not null,
  released bigint not null,
  since text not null,
  constraint report_only_flags_pk primary key (study_id, name, rules),
  constraint report_only_flags_study foreign key (study_id) references studies (id),
  constraint report_only_flags_most_released check (released * 2 > decided and released <= decided)
);

create index claims_of_domain on claims (domain_hash, made_at) where domain_hash is not null;

create table request_kinds (
  kind text not null,
  constraint request_kinds_pk primary key (kind)
);

create table requests (
  id text not null,
  study_id text not null,
  respondent_id text not null,
  kind text not null,
  came_on text not null,
  due_on text not null,
  registered_by text not null,
  registered_at text not null,
  done_by text,
  done_at text,
  constraint requests_pk primary key (id),
  constraint requests_study foreign key (study_id) references studies (id),
  constraint requests_respondent foreign key (respondent_id) references respondents (id),
  constraint requests_kind foreign key (kind) references request_kinds (kind),
  constraint requests_done_whole check ((done_by is null) = (done_at is null))
);

create unique index requests_open_once on requests (respondent_id, kind) where done_at is null;

create index requests_due on requests (study_id, due_on) where done_at is null;

create unique index claims_turn_of_domain on claims (domain_hash, domain_nth);

create index review_steps_by_move on review_steps (move, at);

create index requests_done on requests (study_id, done_at) where done_at is not null;

create table setups (
  id text not null,
  document text not null,
  revision bigint not null,
  revision_before bigint not null,
  made_by text not null,
  made_at text not null,
  saved_by text not null,
  saved_at text not null,
  study_id text,
  constraint setups_pk primary key (id),
  constraint setups_study foreign key (study_id) references studies (id),
  constraint setups_revision_follows check (revision = revision_before + 1),
  constraint setups_own_study check (study_id is null or study_id = id)
);

create index setups_unmade on setups (saved_at) where study_id is null;

create index studies_tests on studies (test_of) where test_of is not null;

create unique index staff_email on staff (email) where email is not null;

create table staff_identities (
  issuer text not null,
  subject text not null,
  staff_id text not null,
  at text not null, vouched_by text constraint staff_identities_vouched_by references staff (id), vouched_as text, confirmed_by text constraint staff_identities_confirmed_by references staff (id), confirmed_at text
  constraint staff_identities_by_another check (confirmed_by is null or (confirmed_by <> vouched_by and confirmed_by <> staff_id)),
  constraint staff_identities_pk primary key (issuer, subject),
  constraint staff_identities_staff foreign key (staff_id) references staff (id)
);

create index staff_identities_of on staff_identities (staff_id);

create table owner_counts (
  scope text not null,
  owners bigint not null,
  moves bigint not null,
  constraint owner_counts_pk primary key (scope),
  constraint owner_counts_some check (owners >= 1)
);

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

create table refused_sign_ins (
  day text not null,
  way text not null,
  reason text not null,
  count bigint not null,
  constraint refused_sign_ins_pk primary key (day, way, reason),
  constraint refused_sign_ins_some check (count >= 1)
);

create table study_states (
  state text not null,
  constraint study_states_pk primary key (state)
);

create table study_moves (
  move text not null,
  constraint study_moves_pk primary key (move)
);

create table study_steps (
  study_id text not null,
  n bigint not null,
  state text not null,
  n_before bigint,
  state_before text,
  move text not null,
  actor text not null,
  reason text,
  at text not null,
  constraint study_steps_state_once unique (study_id, n, state),
  constraint study_steps_pk primary key (study_id, n),
  constraint study_steps_study foreign key (study_id) references studies (id),
  constraint study_steps_known_state foreign key (state) references study_states (state),
  constraint study_steps_legal foreign key (move) references study_moves (move),
  constraint study_steps_reason foreign key (reason) references reasons (reason),
  constraint study_steps_before foreign key (study_id, n_before, state_before) references study_steps (study_id, n, state),
  constraint study_steps_follow check ((n = 1 and n_before is null and state_before is null) or (n > 1 and n_before is not null and state_before is not null and n = n_before + 1)),
  constraint study_steps_move_named check (move = coalesce(state_before, '') || '>' || state)
);

create table permit_kinds (
  kind text not null,
  constraint permit_kinds_pk primary key (kind)
);

create table permits (
  id text not null,
  study_id text not null,
  kind text not null,
  authority text,
  number text,
  expires_on text,
  media_type text,
  file_hash text,
  reason text,
  entered_by text not null,
  at text not null,
  constraint permits_of_study unique (study_id, id),
  constraint permits_by unique (id, entered_by),
  constraint permits_pk primary key (id),
  constraint permits_study foreign key (study_id) references studies (id),
  constraint permits_kind foreign key (kind) references permit_kinds (kind),
  constraint permits_entered_by foreign key (entered_by) references staff (id),
  constraint permits_whole check ((kind = 'not_needed' and reason is not null) or (kind = 'permit' and authority is not null and number is not null and expires_on is not null and media_type is not null and file_hash is not null))
);

create table permit_file_pieces (
  permit_id text not null,
  n bigint not null,
  content text not null,
  constraint permit_file_pieces_pk primary key (permit_id, n),
  constraint permit_file_pieces_permit foreign key (permit_id) references permits (id)
);

create table permit_confirmations (
  permit_id text not null,
  study_id text not null,
  proposal_id text not null,
  entered_by text not null,
  confirmed_by text not null,
  at text not null,
  constraint permit_confirmations_of_study unique (study_id, permit_id),
  constraint permit_confirmations_pk primary key (permit_id),
  constraint permit_confirmations_permit foreign key (study_id, permit_id) references permits (study_id, id),
  constraint permit_confirmations_entered foreign key (permit_id, entered_by) references permits (id, entered_by),
  constraint permit_confirmations_decision foreign key (proposal_id) references decisions (proposal_id),
  constraint permit_confirmations_confirmed_by foreign key (confirmed_by) references staff (id),
  constraint permit_confirmations_by_another check (confirmed_by <> entered_by)
);

create table study_status (
  id text not null,
  n bigint not null,
  state text not null,
  pause_words text,
  mainland bigint not null,
  permit_id text,
  permit_until text,
  soft_limit bigint,
  constraint study_status_pk primary key (id),
  constraint study_status_study foreign key (id) references studies (id),
  constraint study_status_step foreign key (id, n, state) references study_steps (study_id, n, state),
  constraint study_status_permit foreign key (id, permit_id) references permit_confirmations (study_id, permit_id),
  constraint study_status_mainland_flag check (mainland in (0, 1)),
  constraint study_status_permitted check (mainland = 0 or state <> 'open' or permit_id is not null),
  constraint study_status_soft_limit_positive check (soft_limit is null or soft_limit > 0)
);

create table soft_launch_signatures (
  study_id text not null,
  nth bigint not null,
  soft_limit bigint not null,
  completes bigint not null,
  figures text not null,
  figures_hash text not null,
  signed_by text not null,
  at text not null,
  constraint soft_launch_signatures_pk primary key (study_id, nth),
  constraint soft_launch_signatures_study foreign key (study_id) references studies (id),
  constraint soft_launch_signatures_signed_by foreign key (signed_by) references staff (id)
);

create table version_kinds (
  kind text not null,
  constraint version_kinds_pk primary key (kind)
);

create table study_versions (
  study_id text not null,
  n bigint not null,
  n_before bigint,
  version text not null,
  kind text not null,
  corrects text,
  data_version text not null,
  note text not null,
  published_by text not null,
  published_at text not null,
  constraint study_versions_pk primary key (study_id, n),
  constraint study_versions_study foreign key (study_id) references studies (id),
  constraint study_versions_behind foreign key (study_id, n_before) references study_versions (study_id, n),
  constraint study_versions_version foreign key (version) references questionnaires (version),
  constraint study_versions_corrects foreign key (corrects) references questionnaires (version),
  constraint study_versions_data_version foreign key (data_version) references questionnaires (version),
  constraint study_versions_kind foreign key (kind) references version_kinds (kind),
  constraint study_versions_corrects_whole check ((kind = 'correction') = (corrects is not null)),
  constraint study_versions_first check ((kind = 'first') = (n_before is null)),
  constraint study_versions_follow check (n = coalesce(n_before, 0) + 1)
);

create index study_versions_of_data on study_versions (study_id, data_version, version);

create table questionnaire_drafts (
  study_id text not null,
  document text not null,
  base_version text not null,
  revision bigint not null,
  revision_before bigint not null,
  saved_by text not null,
  saved_at text not null,
  constraint questionnaire_drafts_pk primary key (study_id),
  constraint questionnaire_drafts_study foreign key (study_id) references studies (id),
  constraint questionnaire_drafts_base foreign key (base_version) references questionnaires (version),
  constraint questionnaire_drafts_follow check (revision = revision_before + 1)
);

create table questionnaire_draft_revisions (
  study_id text not null,
  revision bigint not null,
  document text not null,
  undo_to bigint,
  redo_to bigint,
  saved_by text not null,
  saved_at text not null,
  constraint questionnaire_draft_revisions_pk primary key (study_id, revision),
  constraint questionnaire_draft_revisions_study foreign key (study_id) references studies (id)
);

create index audit_entries_listed on audit_entries (id) where substr(action, 1, 9) <> 'response.';

create index audit_entries_by_actor on audit_entries (actor, id) where substr(action, 1, 9) <> 'response.';

create index audit_entries_by_subject on audit_entries (subject, id) where substr(action, 1, 9) <> 'response.';

create index audit_entries_by_action on audit_entries (action, id) where substr(action, 1, 9) <> 'response.';

create table study_changes (
  study_id text not null,
  n bigint not null,
  changes text not null,
  changed_by text not null,
  at text not null,
  constraint study_changes_pk primary key (study_id, n),
  constraint study_changes_study foreign key (study_id) references studies (id)
);

create unique index batch_approvals_counted_once on batch_approvals (batch_id, counts_as);

create unique index report_signatures_counted_once on report_signatures (report_id, counts_as);

create table finding_lists (
  study_id text not null,
  n bigint not null,
  n_before bigint,
  document text not null,
  undo_to bigint,
  redo_to bigint,
  changed_by text not null,
  at text not null,
  constraint finding_lists_pk primary key (study_id, n),
  constraint finding_lists_study foreign key (study_id) references studies (id),
  constraint finding_lists_staff foreign key (changed_by) references staff (id),
  constraint finding_lists_behind foreign key (study_id, n_before) references finding_lists (study_id, n),
  constraint finding_lists_follow check (n = coalesce(n_before, 0) + 1)
);

create table source_tags (
  id text not null,
  study_id text,
  n bigint not null,
  tag text not null,
  made_by text,
  at text not null,
  constraint source_tags_n unique (study_id, n),
  constraint source_tags_name unique (study_id, tag),
  constraint source_tags_number check (n between 0 and 201),
  constraint source_tags_pk primary key (id),
  constraint source_tags_staff foreign key (made_by) references staff (id),
  constraint source_tags_study foreign key (study_id) references studies (id)
);

create table study_openings (
  study_id text not null,
  day text not null,
  language text not null,
  door text not null,
  source text not null,
  opened bigint not null,
  constraint study_openings_door check (door in ('open_link', 'invitation')),
  constraint study_openings_pk primary key (study_id, day, language, door, source),
  constraint study_openings_source foreign key (source) references source_tags (id),
  constraint study_openings_study foreign key (study_id) references studies (id)
);

create table study_stops (
  study_id text not null,
  page text not null,
  question text not null,
  stopped bigint not null,
  constraint study_stops_pk primary key (study_id, page, question),
  constraint study_stops_study foreign key (study_id) references studies (id)
);

create table stops_counted (
  study_id text not null,
  n bigint not null,
  n_before bigint not null,
  last_at text not null,
  last_id text not null,
  constraint stops_counted_follows check (n = n_before + 1),
  constraint stops_counted_pk primary key (study_id),
  constraint stops_counted_study foreign key (study_id) references studies (id)
);

create index responses_started on responses (started_at, study_id);

create table answer_places (
  study_id text not null,
  data_version text not null,
  n bigint not null,
  n_before bigint,
  respondent_id text not null,
  constraint answer_places_once unique (respondent_id),
  constraint answer_places_pk primary key (study_id, data_version, n),
  constraint answer_places_behind foreign key (study_id, data_version, n_before) references answer_places (study_id, data_version, n),
  constraint answer_places_response foreign key (respondent_id) references responses (respondent_id),
  constraint answer_places_data_version foreign key (data_version) references questionnaires (version),
  constraint answer_places_follow check (n = coalesce(n_before, -1) + 1)
);

create table answer_segments (
  study_id text not null,
  data_version text not null,
  n bigint not null,
  name text not null,
  width bigint not null,
  filled bigint not null,
  data text not null,
  constraint answer_segments_pk primary key (study_id, data_version, n, name),
  constraint answer_segments_study foreign key (study_id) references studies (id),
  constraint answer_segments_data_version foreign key (data_version) references questionnaires (version),
  constraint answer_segments_filled check (filled between 1 and 4096),
  constraint answer_segments_whole check (length(data) = width * filled),
  constraint answer_segments_width check (width between 1 and 200)
);

create index responses_to_pack on responses (study_id, export_ref) where packed = 0 and shown_to is not null;

create table figure_snapshots (
  study_id text not null,
  data_version text not null,
  looked_on text not null,
  made_on text,
  document text,
  constraint figure_snapshots_pk primary key (study_id, data_version),
  constraint figure_snapshots_study foreign key (study_id) references studies (id),
  constraint figure_snapshots_data_version foreign key (data_version) references questionnaires (version),
  constraint figure_snapshots_made check ((made_on is null) = (document is null))
);

create table exports (
  id text not null,
  study_id text not null,
  format text not null,
  language text,
  filter text not null,
  everybody bigint not null,
  parts text not null,
  made_by text not null,
  made_at text not null,
  revision bigint not null,
  revision_before bigint not null,
  stamp text not null,
  records bigint not null,
  written bigint not null,
  bytes bigint not null,
  behind text not null,
  hash text not null,
  sha256 text,
  constraint exports_pk primary key (id),
  constraint exports_study foreign key (study_id) references studies (id),
  constraint exports_staff foreign key (made_by) references staff (id),
  constraint exports_everybody_flag check (everybody in (0, 1)),
  constraint exports_revision_follows check (revision = revision_before + 1)
);

create index exports_of_study on exports (study_id, id);

create index exports_unfinished on exports (id) where sha256 is null;

create table export_checkpoints (
  export_id text not null,
  bytes bigint not null,
  behind text not null,
  constraint export_checkpoints_pk primary key (export_id, bytes),
  constraint export_checkpoints_export foreign key (export_id) references exports (id)
);

create table export_takes (
  export_id text not null,
  staff_id text not null,
  at text not null,
  constraint export_takes_pk primary key (export_id, staff_id),
  constraint export_takes_export foreign key (export_id) references exports (id),
  constraint export_takes_staff foreign key (staff_id) references staff (id)
);

create table theme_lists (
  study_id text not null,
  question text not null,
  n bigint not null,
  n_before bigint,
  document text not null,
  undo_to bigint,
  redo_to bigint,
  changed_by text not null,
  at text not null,
  constraint theme_lists_pk primary key (study_id, question, n),
  constraint theme_lists_study foreign key (study_id) references studies (id),
  constraint theme_lists_staff foreign key (changed_by) references staff (id),
  constraint theme_lists_behind foreign key (study_id, question, n_before) references theme_lists (study_id, question, n),
  constraint theme_lists_follow check (n = coalesce(n_before, 0) + 1)
);

create table text_codings (
  respondent_id text not null,
  question text not null,
  theme bigint not null,
  study_id text not null,
  coded_by text not null,
  at text not null,
  constraint text_codings_pk primary key (respondent_id, question, theme),
  constraint text_codings_response foreign key (respondent_id) references responses (respondent_id),
  constraint text_codings_study foreign key (study_id) references studies (id),
  constraint text_codings_staff foreign key (coded_by) references staff (id),
  constraint text_codings_theme_not_negative check (theme >= 0)
);

create index text_codings_themes on text_codings (study_id, question, theme, respondent_id);

create table saved_filters (
  id text not null,
  study_id text not null,
  name text not null,
  query text not null,
  made_by text not null,
  made_at text not null,
  removed_at text,
  constraint saved_filters_pk primary key (id),
  constraint saved_filters_study foreign key (study_id) references studies (id),
  constraint saved_filters_staff foreign key (made_by) references staff (id),
  constraint saved_filters_not_empty check (name <> '' and query <> '')
);

create unique index saved_filters_name_once on saved_filters (study_id, name) where removed_at is null;

create index responses_withdrawn on responses (study_id, questionnaire_version) where state = 'withdrawn';

create table elections (
  part text not null,
  holder text not null,
  ends_at text not null,
  constraint elections_pk primary key (part)
);

create table saved_pages (
  respondent_id text not null,
  page text not null,
  revision bigint not null,
  answers text not null,
  visit text,
  texts text not null,
  texts_key text,
  saved_at text not null,
  constraint saved_pages_pk primary key (respondent_id, page),
  constraint saved_pages_response foreign key (respondent_id) references responses (respondent_id),
  constraint saved_pages_texts_key foreign key (texts_key) references study_keys (id)
) without rowid;

create index responses_erased on responses (study_id, respondent_id) where seed = '';

create index claims_marked on claims (study_id, id) where payee like 'erased %' and account_hash not like 'ended %';

create index claims_payee_kept on claims (study_id, made_at, id) where state in ('paid', 'ended') and payee not like 'erased %';

create unique index study_keys_one_live on study_keys (study_id, purpose) where erased_at is null;

create unique index study_keys_live_payees on study_keys (live_payees);

create index claims_by_payee_key on claims (payee_key) where payee_key is not null;

create index claims_payee_before on claims (id) where payee_key is null and payee not like 'erased %';

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

create table contact_requests (
  id text not null,
  study_id text not null,
  kind text not null,
  contact text not null,
  came_on text not null,
  due_on text not null,
  registered_by text not null,
  registered_at text not null,
  code_hash text,
  sent_at text,
  used_at text,
  done_by text,
  done_at text, uses integer not null default 0
  constraint contact_requests_used_once check (uses <= 1), place integer
  constraint contact_requests_place check (place between 1 and 50),
  constraint contact_requests_pk primary key (id),
  constraint contact_requests_code unique (code_hash),
  constraint contact_requests_study foreign key (study_id) references studies (id),
  constraint contact_requests_kind foreign key (kind) references request_kinds (kind),
  constraint contact_requests_sent_whole check ((code_hash is null) = (sent_at is null)),
  constraint contact_requests_done_whole check ((done_by is null) = (done_at is null))
);

create index contact_requests_due on contact_requests (study_id, due_on) where done_at is null;

create index contact_requests_done on contact_requests (study_id, done_at) where done_at is not null;

create unique index contact_requests_places on contact_requests (study_id, place) where done_at is null;

create table margin_sets (
  id text not null,
  study_id text not null,
  name text not null,
  n bigint not null,
  margins text not null,
  made_by text not null,
  made_at text not null,
  removed_at text,
  constraint margin_sets_number_once unique (study_id, name, n),
  constraint margin_sets_pk primary key (id),
  constraint margin_sets_study foreign key (study_id) references studies (id),
  constraint margin_sets_staff foreign key (made_by) references staff (id),
  constraint margin_sets_not_empty check (name <> '' and margins <> '' and n >= 1)
);

create index batches_by_total on batches (currency, total_minor, id);

create index batches_by_state on batches ((state || ''), id);

create index attempts_open_by_amount on attempts (currency, amount_minor, id) where state not in ('succeeded', 'failed', 'cancelled');

create index attempts_open_by_state on attempts ((state || ''), id) where state not in ('succeeded', 'failed', 'cancelled');

create index exceptions_open_by_amount on exceptions (currency, amount_minor, id) where closed_at is null;

create index statements_by_state on statements (state, id);

create index claims_stopped on claims (study_id, channel, id) where stopped = 1;

create index vouchers_waiting_of_offer on vouchers (offer_id, state) where state in ('claimed', 'held');

create index statement_lines_by_amount on statement_lines (statement_id, amount_minor, row);

create index statement_lines_of_day on statement_lines (statement_id, day, direction, row);

create index statement_lines_of_amount on statement_lines (account_id, amount_minor, day);

create index statement_lines_unknown on statement_lines (account_id, day) where outcome = 'exception' and is_part = 0;

create index exceptions_open_by_class on exceptions (provider, currency, class) where closed_at is null;

create index exceptions_by_subject on exceptions (subject);

create index responses_kept on responses (study_id, questionnaire_version) where seed <> '';

create index quota_reservations_held on quota_reservations (respondent_id) where state = 'held';

create index reviews_against on reviews (id) where state <> 'accepted';

insert into door_policies values ('issue'), ('hold'), ('check');
insert into accounts values ('funding'), ('available'), ('reserved'), ('liability'), ('clearing'), ('paid'), ('tax'), ('outside');
insert into invitation_end_kinds values ('spent'), ('revoked');
insert into response_states values ('in_progress'), ('complete'), ('screened_out'), ('over_quota'), ('withdrawn'), ('lapsed');
insert into lease_states values ('open'), ('returned'), ('used');
insert into lease_moves values ('>open'), ('open>returned'), ('returned>open'), ('open>used');
insert into voucher_states values ('held'), ('issued'), ('claimed'), ('paid'), ('expired'), ('voided'), ('rejected'), ('superseded'), ('paid_outside');
insert into voucher_moves values ('>held'), ('>issued'), ('held>issued'), ('held>rejected'), ('issued>held'), ('claimed>held'), ('issued>claimed'), ('claimed>issued'), ('claimed>paid'), ('paid>issued'), ('issued>expired'), ('issued>voided'), ('claimed>voided'), ('held>voided'), ('issued>superseded'), ('claimed>superseded'), ('expired>superseded'), ('voided>superseded'), ('paid>claimed'), ('held>paid_outside'), ('issued>paid_outside'), ('claimed>paid_outside'), ('expired>paid_outside'), ('voided>paid_outside'), ('rejected>paid_outside'), ('paid_outside>issued'), ('>rejected'), ('expired>voided'), ('rejected>voided'), ('held>superseded'), ('rejected>superseded');
insert into roles values ('admin', 'answers'), ('preparer', 'money'), ('approver', 'money'), ('auditor', 'money'), ('owner', 'neither'), ('analyst', 'answers'), ('reviewer', 'answers'), ('none', null), ('viewer', 'answers');
insert into proposal_kinds values ('calendar'), ('payout_failed'), ('voucher_voided'), ('voucher_reissued'), ('claim_released'), ('match'), ('exception_closed'), ('stop_lifted'), ('batch_failed'), ('word_unlearned'), ('payment_undone'), ('budget_topped_up'), ('budget_returned'), ('permit');
insert into verdicts values ('confirmed'), ('declined'), ('withdrawn');
insert into calendars values ('cn', 'Asia/Shanghai'), ('hk', 'Asia/Hong_Kong'), ('mo', 'Asia/Macau');
insert into day_kinds values ('working'), ('rest'), ('closed');
insert into calendar_years values ('cn', 2026, 'gov.cn content_7047091', null, '2025-11-04T00:00:00.000Z'), ('hk', 2026, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null, '2026-11-29T00:00:00.000Z'), ('hk', 2027, 'gov.hk/en/about/abouthk/holiday/2027.htm', null, '2026-11-29T00:00:00.000Z'), ('mo', 2026, 'gov.mo/zh-hans/?p=820123', null, '2026-11-29T00:00:00.000Z'), ('mo', 2027, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null, '2026-11-29T00:00:00.000Z');
insert into calendar_days values ('cn', '2026-01-01', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-01-02', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-01-03', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-01-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-01-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-01-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-01-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-01-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-01-19', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-20', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-21', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-22', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-23', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-24', 1, 2026, 'rest', 1, 1, 'shipped', null), ('cn', '2026-01-25', 1, 2026, 'rest', 1, 1, 'shipped', null), ('cn', '2026-01-26', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-27', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-28', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-29', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-30', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-01-31', 1, 2026, 'rest', 1, 1, 'shipped', null), ('cn', '2026-02-01', 1, 2026, 'rest', 1, 1, 'shipped', null), ('cn', '2026-02-02', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-03', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-04', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-05', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-06', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-07', 1, 2026, 'rest', 1, 1, 'shipped', null), ('cn', '2026-02-08', 1, 2026, 'rest', 1, 1, 'shipped', null), ('cn', '2026-02-09', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-10', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-11', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-12', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-13', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-14', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-15', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-16', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-17', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-18', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-19', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-20', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-21', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-22', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-23', 1, 2026, 'closed', 1, 0, 'shipped', null), ('cn', '2026-02-24', 1, 2026, 'working', 1, 1, 'shipped', null), ('cn', '2026-02-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-02-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-02-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-02-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-03-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-03-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-04', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-04-05', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-04-06', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-04-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-04-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-04-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-04-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-04-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-04-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-04-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-04-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-01', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-05-02', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-05-03', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-05-04', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-05-05', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-05-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-05-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-16', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-05-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-05-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-23', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-05-24', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-05-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-05-30', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-05-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-06-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-06-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-06-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-06-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-06-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-19', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-06-20', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-06-21', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-06-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-06-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-06-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-06-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-04', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-07-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-07-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-02', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-09', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-16', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-23', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-08-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-30', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-08-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-09-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-09-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-09-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-09-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-09-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-25', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-09-26', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-09-27', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-09-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-09-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-01', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-10-02', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-10-03', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-10-04', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-10-05', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-10-06', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-10-07', 1, 2026, 'closed', 0, 0, 'shipped', null), ('cn', '2026-10-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-10-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-10-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-10-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-24', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-10-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-10-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-10-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-11-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-11-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-20', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('cn', '2026-12-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('cn', '2026-12-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-01', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-01-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-03', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-04', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-24', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-01-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-01-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-17', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-02-18', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-02-19', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-02-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-02-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-02-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-03-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-03-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-03', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-04-04', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-04-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-04-06', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-04-07', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-04-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-04-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-04-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-04-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-04-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-04-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-04-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-04-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-01', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-05-02', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-03', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-09', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-16', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-23', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-24', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-25', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-05-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-05-30', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-05-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-19', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-06-20', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-06-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-06-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-01', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-07-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-04', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-07-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-07-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-02', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-09', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-16', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-23', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-08-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-30', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-08-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-09-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-09-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-09-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-09-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-09-20', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-09-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-26', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-09-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-09-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-09-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-01', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-10-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-03', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-04', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-19', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-10-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-24', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-10-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-10-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-11-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-11-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-12-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-12-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-12-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-12-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-12-20', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-12-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-25', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-12-26', 1, 2026, 'closed', 0, 0, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null), ('hk', '2026-12-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('hk', '2026-12-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2026-12-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-01', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-01-02', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-09', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-16', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-23', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-01-30', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-01-31', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-02-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-06', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-02-07', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-02-08', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-02-09', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-02-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-02-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-02-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-02-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-02-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-02-27', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-02-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-06', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-07', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-26', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-03-27', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-03-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-03-29', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-03-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-03-31', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-05', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-04-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-25', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-04-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-04-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-01', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-05-02', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-08', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-09', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-13', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-05-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-15', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-16', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-22', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-23', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-05-29', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-30', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-05-31', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-05', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-06', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-09', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-06-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-12', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-19', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-26', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-27', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-06-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-06-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-01', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-07-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-25', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-07-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-07-31', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-01', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-07', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-08', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-15', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-22', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-29', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-08-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-08-31', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-05', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-12', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-16', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-09-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-19', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-25', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-26', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-09-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-09-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-01', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-10-02', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-08', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-10-09', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-16', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-23', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-10-30', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-10-31', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-06', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-07', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-27', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-11-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-11-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-12-05', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-12-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-12-12', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-12-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-12-19', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-12-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-25', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-12-26', 1, 2027, 'rest', 0, 1, 'shipped', null), ('hk', '2027-12-27', 1, 2027, 'closed', 0, 0, 'gov.hk/en/about/abouthk/holiday/2027.htm', null), ('hk', '2027-12-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('hk', '2027-12-31', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-01', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-01-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-03', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-04', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-24', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-01-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-01-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-17', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-02-18', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-02-19', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-02-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-02-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-02-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-03-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-03-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-03', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-04-04', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-04-05', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-04-06', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123 abm.org.mo', null), ('mo', '2026-04-07', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123 abm.org.mo', null), ('mo', '2026-04-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-04-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-04-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-04-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-04-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-04-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-04-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-04-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-01', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-05-02', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-03', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-09', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-16', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-23', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-24', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-05-25', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123 abm.org.mo', null), ('mo', '2026-05-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-05-30', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-05-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-19', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-06-20', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-06-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-06-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-04', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-18', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-07-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-07-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-02', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-09', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-16', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-23', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-08-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-30', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-08-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-09-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-09-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-09-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-09-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-09-20', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-09-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-26', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-09-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-09-28', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123 abm.org.mo', null), ('mo', '2026-09-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-09-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-01', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-10-02', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-10-03', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-10-04', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-10-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-08', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-10', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-10-11', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-10-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-17', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-10-18', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-10-19', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123 abm.org.mo', null), ('mo', '2026-10-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-21', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-22', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-24', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-10-25', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-10-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-10-31', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-01', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-02', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-11-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-05', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-06', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-07', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-08', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-12', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-13', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-14', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-15', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-19', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-20', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-21', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-22', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-24', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-25', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-26', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-27', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-11-28', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-29', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-11-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-01', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-02', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-03', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-04', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-05', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-12-06', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-12-07', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-08', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-12-09', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-10', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-11', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-12', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-12-13', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-12-14', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-15', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-16', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-17', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-18', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-19', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-12-20', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-12-21', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123 abm.org.mo', null), ('mo', '2026-12-22', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-12-23', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-24', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-12-25', 1, 2026, 'closed', 0, 0, 'gov.mo/zh-hans/?p=820123', null), ('mo', '2026-12-26', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-12-27', 1, 2026, 'rest', 0, 1, 'shipped', null), ('mo', '2026-12-28', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-29', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-30', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2026-12-31', 1, 2026, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-01', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-01-02', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-09', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-16', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-23', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-01-30', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-01-31', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-02-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-06', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-02-07', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-02-08', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-02-09', 1, 2027, 'closed', 0, 0, 'abm.org.mo', null), ('mo', '2027-02-10', 1, 2027, 'closed', 0, 0, 'abm.org.mo', null), ('mo', '2027-02-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-02-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-02-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-02-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-02-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-02-27', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-02-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-06', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-07', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-26', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-03-27', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-03-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-03-29', 1, 2027, 'closed', 0, 0, 'abm.org.mo', null), ('mo', '2027-03-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-03-31', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-05', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-04-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-25', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-04-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-04-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-01', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-05-02', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-03', 1, 2027, 'closed', 0, 0, 'abm.org.mo', null), ('mo', '2027-05-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-08', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-09', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-13', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-05-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-15', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-16', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-22', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-23', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-05-29', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-30', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-05-31', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-05', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-06', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-09', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-06-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-12', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-19', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-26', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-27', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-06-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-06-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-25', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-07-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-07-31', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-01', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-07', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-08', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-15', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-22', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-29', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-08-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-08-31', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-05', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-12', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-16', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-09-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-19', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-25', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-26', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-09-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-09-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-01', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-10-02', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-10-03', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-04', 1, 2027, 'closed', 0, 0, 'abm.org.mo', null), ('mo', '2027-10-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-08', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-10-09', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-10', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-16', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-17', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-20', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-23', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-24', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-27', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-10-30', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-10-31', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-02', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-11-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-04', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-05', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-06', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-07', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-08', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-11', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-12', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-13', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-14', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-18', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-19', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-20', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-21', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-22', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-24', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-25', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-26', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-27', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-28', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-11-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-11-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-01', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-02', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-03', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-04', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-12-05', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-12-06', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-07', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-08', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-12-09', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-10', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-11', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-12-12', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-12-13', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-14', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-15', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-16', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-17', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-18', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-12-19', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-12-20', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-12-21', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-22', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-12-23', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-24', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-12-25', 1, 2027, 'closed', 0, 0, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null), ('mo', '2027-12-26', 1, 2027, 'rest', 0, 1, 'shipped', null), ('mo', '2027-12-27', 1, 2027, 'closed', 0, 0, 'abm.org.mo', null), ('mo', '2027-12-28', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-29', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-30', 1, 2027, 'working', 0, 1, 'shipped', null), ('mo', '2027-12-31', 1, 2027, 'working', 0, 1, 'shipped', null);
insert into reasons values ('checked_by_hand'), ('looks_genuine'), ('duplicate_person'), ('careless_answers'), ('not_eligible'), ('automated'), ('other'), ('lost_link'), ('wrong_person'), ('organiser_decision'), ('not_claimed_in_time'), ('account_in_use'), ('changed_by_holder'), ('payee_not_found'), ('payee_name_mismatch'), ('payee_not_verified'), ('payee_limit'), ('payee_account_problem'), ('not_confirmed_in_time'), ('cancelled_before_closure'), ('cancelled_by_staff'), ('batch_cancelled'), ('payer_balance'), ('payer_problem'), ('amount_limit'), ('declined_by_provider'), ('reported_by_staff'), ('returned_by_provider'), ('paid_outside_the_books'), ('over_yearly_total'), ('reported_by_mistake'), ('given_up'), ('disposable_mailbox'), ('many_of_one_domain');
insert into channels values ('wechat'), ('alipay'), ('fps'), ('bank'), ('gift'), ('alipayhk'), ('mpay');
insert into claim_states values ('ready'), ('held'), ('frozen'), ('paid'), ('ended');
insert into claim_moves values ('>ready'), ('>held'), ('held>ready'), ('ready>held'), ('held>ended'), ('ready>ended'), ('ready>frozen'), ('frozen>ready'), ('frozen>paid'), ('frozen>ended'), ('paid>ended'), ('paid>frozen'), ('ended>paid');
insert into providers values ('manual'), ('wechat'), ('alipay'), ('tremendous');
insert into batch_states values ('frozen'), ('approved'), ('refused'), ('cancelled');
insert into batch_moves values ('>frozen'), ('frozen>approved'), ('frozen>refused'), ('frozen>cancelled'), ('approved>cancelled');
insert into payout_states values ('queued'), ('open'), ('paid'), ('failed'), ('cancelled'), ('returned');
insert into payout_moves values ('>queued'), ('queued>open'), ('open>queued'), ('open>paid'), ('open>failed'), ('queued>failed'), ('queued>cancelled'), ('paid>returned'), ('paid>open');
insert into attempt_states values ('stored'), ('accepted'), ('awaiting_user'), ('unknown'), ('cancelling'), ('succeeded'), ('failed'), ('cancelled');
insert into attempt_moves values ('>stored'), ('stored>accepted'), ('stored>awaiting_user'), ('stored>unknown'), ('stored>cancelling'), ('stored>succeeded'), ('stored>failed'), ('stored>cancelled'), ('accepted>awaiting_user'), ('accepted>unknown'), ('accepted>cancelling'), ('accepted>succeeded'), ('accepted>failed'), ('accepted>cancelled'), ('awaiting_user>accepted'), ('awaiting_user>unknown'), ('awaiting_user>cancelling'), ('awaiting_user>succeeded'), ('awaiting_user>failed'), ('awaiting_user>cancelled'), ('unknown>accepted'), ('unknown>awaiting_user'), ('unknown>cancelling'), ('unknown>succeeded'), ('unknown>failed'), ('unknown>cancelled'), ('cancelling>succeeded'), ('cancelling>failed'), ('cancelling>cancelled'), ('succeeded>unknown');
insert into exception_classes values ('missing_at_provider'), ('missing_in_ledger'), ('amount_mismatch'), ('duplicate'), ('late'), ('state_conflict'), ('fee'), ('return_after_success'), ('unknown_type'), ('balance_break'), ('batch_mismatch');
insert into statement_states values ('receiving'), ('staging'), ('published'), ('refused'), ('discarded'), ('quarantined');
insert into statement_moves values ('>receiving'), ('receiving>staging'), ('receiving>discarded'), ('receiving>refused'), ('staging>published'), ('staging>refused'), ('staging>discarded'), ('staging>quarantined'), ('quarantined>receiving'), ('quarantined>discarded');
insert into match_rules values ('provider_id'), ('reference'), ('group'), ('by_hand'), ('batch');
insert into desks values ('answers'), ('money'), ('neither');
insert into review_states values ('held'), ('accepted'), ('rejected'), ('objected'), ('final');
insert into review_moves values ('>held'), ('held>accepted'), ('held>rejected'), ('accepted>held'), ('rejected>held'), ('rejected>objected'), ('rejected>final'), ('objected>accepted'), ('objected>final'), ('held>final');
insert into flag_families values ('pace'), ('pattern'), ('consistency'), ('copy'), ('network'), ('automation');
insert into turns values ('checks', 0, -1, ''), ('segments', 0, -1, '');
insert into quota_states values ('open'), ('held'), ('accepted'), ('freed');
insert into request_kinds values ('see'), ('withdraw'), ('erase'), ('object'), ('correct');
insert into study_states values ('ready'), ('open'), ('paused'), ('closed');
insert into study_moves values ('>ready'), ('>open'), ('ready>open'), ('open>paused'), ('paused>open'), ('open>closed'), ('paused>closed'), ('closed>open'), ('ready>closed');
insert into permit_kinds values ('permit'), ('not_needed');
insert into version_kinds values ('first'), ('new'), ('correction');
insert into source_tags values ('none', null, 0, '', null, '2026-11-29T00:00:00.000Z'), ('other', null, 1, '', null, '2026-11-29T00:00:00.000Z');
