/**
 * What staff may do, each declared once. A route names the one that it needs (`needs`), a page asks for the one behind a
 * button (`may`), and a role is a set of them (`roles.ts`). Nothing of this is stored.
 */
export const permissions = {
  'responses.view': 'See how many responses a study has and how they ended, without an answer.',
  'responses.export': 'Take the answers of a study away as a file.',
  'reviews.view': 'See which responses wait for a person and how each was judged.',
  'reviews.decide': 'Release, reject or hold a response, and do what respondents ask for in writing.',
  'money.view': 'See balances, what is in clearing, and the check of the books.',
  'vouchers.view': 'Find vouchers and see what happened to each.',
  'vouchers.export': 'Take the list of vouchers away as a file.',
  'vouchers.propose': 'Propose that a voucher is voided or issued anew, or that a claim is released.',
  'vouchers.link': 'Show the new link of a voucher once, to pass it on to its holder.',
  'sessions.end': "Sign out the devices of a voucher's holder, such as a phone that was lost.",
  'payouts.view': 'See batches, payouts and what is in clearing, payees masked.',
  'payouts.ask': 'Have a provider asked what became of a payout.',
  'payouts.report': 'Hand a batch out to be paid by hand, and say what came of it.',
  'payees.unmask': 'See a payee in full, one by one or in a payment file; each look is in the audit trail.',
  'evidence.view':
    "Take away a bank's file of results, which may name payees, to judge it; each look is in the audit trail.",
  'batches.prepare': 'Put claims that are ready into a batch.',
  'batches.approve': 'Approve or refuse a batch that somebody else prepared.',
  'batches.cancel': 'Cancel what has not been sent of a batch.',
  'statements.view': 'See statements and what became of their lines.',
  'statements.upload': 'Upload a statement, say which column is which, and discard it.',
  'exceptions.view': 'See what statements and books disagree about.',
  'exceptions.work': 'Take an exception on, note something, propose a match or close it.',
  'approvals.view': 'See what waits for a second person and what was decided.',
  'approvals.withdraw': 'Take back what one has proposed.',
  'approvals.decide': 'Confirm or decline what somebody else has proposed.',
  'reports.view': 'See reports and take them away as files.',
  'reports.sign': 'Sign a report first, which fixes what it says.',
  'reports.countersign': 'Sign a report second.',
  'calendar.view': 'See on which days money may go out.',
  'calendar.edit': 'Propose that a day or a year of the calendar changes.',
  'audit.view': 'Be told when entries of the audit trail lack their seals.',
} as const satisfies Record<string, string>

export type Permission = keyof typeof permissions
