/** What each role may do, and the desk that it sits at. The table `roles` says the same of desks, and a test compares. */
import type { Desk, Role } from '../../../schema/tables.ts'
import type { Permission } from './permissions.ts'

/** What everybody of the answers sees: a study as such, and figures of it that no exact one follows from. */
const study: readonly Permission[] = ['account.view', 'studies.view', 'aggregates.view']

const answersRead: readonly Permission[] = [...study, 'responses.view', 'reviews.view']

/** Exact figures, single answers and texts, and every file of them. */
const analysis: readonly Permission[] = [
  'insights.view',
  'texts.code',
  'responses.export',
  'paradata.export',
  'flags.export',
]

const moneyRead: readonly Permission[] = [
  'account.view',
  'money.view',
  'vouchers.view',
  'vouchers.export',
  'payouts.view',
  'statements.view',
  'exceptions.view',
  'approvals.view',
  'reports.view',
  'calendar.view',
]

/** `may`: everything that a person with the role may do in the study for which they have it. */
export const roleRules: Readonly<Record<Role, { desk: Desk; may: readonly Permission[] }>> = {
  // Whoever answers for a study sees what it comes to, and neither an answer nor a voucher.
  owner: {
    desk: 'neither',
    may: [
      ...study,
      'responses.view',
      'studies.create',
      'studies.edit',
      'questionnaires.edit',
      'questionnaires.publish',
      'permits.confirm',
      'staff.manage',
      'audit.search',
      'money.view',
      'reports.view',
      'calendar.view',
      'budgets.propose',
      'budgets.approve',
    ],
  },
  admin: {
    desk: 'answers',
    may: [
      ...answersRead,
      ...analysis,
      'findings.edit',
      'reviews.decide',
      'studies.create',
      'studies.edit',
      'permits.confirm',
      'questionnaires.edit',
      'questionnaires.publish',
      'tests.make',
      'invitations.make',
    ],
  },
  analyst: { desk: 'answers', may: [...answersRead, ...analysis] },
  reviewer: { desk: 'answers', may: [...answersRead, 'reviews.decide', 'tests.make'] },
  viewer: { desk: 'answers', may: study },
  preparer: {
    desk: 'money',
    may: [
      ...moneyRead,
      'vouchers.propose',
      'vouchers.link',
      'sessions.end',
      'payouts.ask',
      'payouts.report',
      'payees.unmask',
      'evidence.view',
      'batches.prepare',
      'batches.cancel',
      'statements.upload',
      'exceptions.work',
      'approvals.withdraw',
      'reports.sign',
      'calendar.edit',
      'budgets.propose',
    ],
  },
  approver: {
    desk: 'money',
    may: [
      ...moneyRead,
      'payouts.ask',
      'evidence.view',
      'batches.approve',
      'batches.cancel',
      'approvals.withdraw',
      'approvals.decide',
      'reports.sign',
      'reports.countersign',
      'budgets.approve',
    ],
  },
  auditor: { desk: 'money', may: [...moneyRead, 'audit.view', 'audit.search'] },
}
