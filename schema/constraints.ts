/** The breaches that an action may meet and has an answer to, as `Breach.on` names them. Any other is a mistake. */

/** Keys: somebody was there before, or the same write came twice. */
export const taken = {
  study: 'studies.slug',
  invitationCode: 'invitations.code_hash',
  invitationEnd: 'invitation_ends.invitation_id',
  respondent: 'respondents.id',
  invitation: 'respondents.invitation_id',
  resumeCode: 'respondents.resume_hash',
  response: 'responses.respondent_id',
  page: 'response_pages.respondent_id, response_pages.page',
  document: 'documents.respondent_id',
  leaseStep: 'lease_steps.respondent_id, lease_steps.n',
  voucherStep: 'voucher_steps.voucher_id, voucher_steps.n',
  voucher: 'vouchers.respondent_id',
  transfer: 'transfers.id',
  staff: 'staff.name',
  signIn: 'sign_in_uses.sign_in_id',
  session: 'staff_sessions.id',
} as const

/** Checks: a limit was reached, or what had been read no longer stands. */
export const limit = {
  budget: 'offer_balances_available',
  network: 'networks_within_cap',
  starts: 'networks_starts_within_cap',
  revision: 'responses_revision_follows',
} as const
