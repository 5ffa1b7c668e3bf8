/**
 * What each change by staff leaves in the audit trail, and each export and look at a payee: a route without a row here
 * fails. Where one leaves nothing, the row says why that is right.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages } from '../../../schema/text.ts'
import { isStaffPath } from '../../../src/app/staff-paths.ts'
import { actionInWords } from '../../../src/staff/audit-trail/search/action-words.ts'
import { type World, world } from '../../support/world.ts'

/** Actions, separated by blanks (`*`: by what became of it); or, after a dash, why there is none. */
const leaves: Readonly<Record<string, string>> = {
  'POST /sign-in/oidc': '- only leads to the provider',
  'POST /sign-in/callback': 'staff.signed_in staff.bound',
  'POST /sign-in/:code': 'staff.signed_in',
  'POST /sign-out': 'staff.signed_out',
  'POST /admin/sessions/end': 'staff.signed_out',
  'POST /admin/sessions/:id/end': 'staff.signed_out',
  'POST /admin/people': 'staff.added role.given sign_in.made',
  'POST /admin/people/:id/roles': 'role.given',
  'POST /admin/people/:id/roles/take': 'role.taken',
  'POST /admin/people/:id/email': 'staff.email_set',
  'POST /admin/people/:id/unbind': 'staff.unbound',
  'POST /admin/people/:id/confirm': 'staff.account_confirmed',
  'POST /admin/people/:id/link': 'sign_in.made',
  'POST /admin/people/:id/:way{suspend|resume|remove}': 'staff.suspended staff.resumed staff.left',
  'POST /admin/studies/:slug/invitations': 'invitations.made',
  'POST /admin/reviews/decide': 'review.*',
  'POST /admin/reviews/:ref': 'answers.viewed',
  'POST /admin/reviews/:ref/:way{uphold|dismiss}': 'review.final',
  'POST /admin/reviews/:ref/:way': 'review.* review.undone',
  'POST /admin/studies/:slug/state/:move': 'study.opened study.paused study.closed',
  'POST /admin/studies/:slug/soft-launch': 'study.soft_launch_signed',
  'POST /admin/studies/:slug/permit': 'proposal.made',
  'POST /admin/studies/:slug/permit/:id/file': 'permit.viewed',
  'POST /admin/proposals/:id': 'proposal.*',
  'POST /admin/studies/:slug/requests': 'request.registered',
  'POST /admin/studies/:slug/requests/:id/done': 'request.done',
  'POST /admin/studies/:slug/preview/:of/:facts/:place': '- a preview writes nothing',
  'POST /admin/studies/:slug/tests': 'study.test_made',
  'POST /admin/studies/:slug/tests/erase': 'study.tests_erased',
  'POST /admin/studies/:slug/sources': 'source_tags.made',
  'POST /admin/studies/:slug/findings': 'findings.changed findings.published findings.hidden',
  'POST /admin/studies/:slug/insights/filters': 'filters.saved filters.renamed filters.removed filters.restored',
  'POST /admin/studies/:slug/insights/weights': 'weights.saved weights.removed weights.restored',
  'POST /admin/studies/:slug/insights/weights/upload': '- shows what is in a file',
  'POST /admin/studies/:slug/insights/texts/:question': 'texts.coded texts.themes_changed',
  'POST /admin/studies/:slug/insights/texts/:question/read': 'texts.viewed',
  'POST /admin/studies/:slug/exports': 'export.made',
  'POST /admin/studies/:slug/exports/:id/steps': '- goes on with what the regular work does',
  'POST /admin/studies/:slug/exports/:id/file': 'responses.exported',
  'POST /admin/studies/:slug/responses.csv': 'export.made responses.exported',
  'POST /admin/audit.csv': 'audit.exported',
  'POST /admin/audit/chain': '- a check reads',
  'POST /admin/studies/:slug/settings': 'study.changed',
  'POST /admin/studies/:slug/copy': 'setup.begun',
  'POST /admin/setups': 'setup.begun',
  'POST /admin/setups/:id/:section': '- a set-up is no study yet, and its row says who saved it',
  'POST /admin/setups/:id/file': '- a set-up is no study yet, and its row says who saved it',
  'POST /admin/setups/:id': 'study.made',
  'POST /admin/studies/:slug/questionnaire/edit': 'questionnaire.draft_saved',
  'POST /admin/studies/:slug/questionnaire/edit/undo': 'questionnaire.draft_saved',
  'POST /admin/studies/:slug/questionnaire/edit/redo': 'questionnaire.draft_saved',
  'POST /admin/studies/:slug/questionnaire/undo': 'questionnaire.draft_saved',
  'POST /admin/studies/:slug/questionnaire/redo': 'questionnaire.draft_saved',
  'POST /admin/studies/:slug/questionnaire/discard': 'questionnaire.draft_discarded',
  'POST /admin/studies/:slug/questionnaire/upload': '- is read and shown, and kept nowhere',
  'POST /admin/studies/:slug/questionnaire/draft': 'questionnaire.draft_uploaded',
  'POST /admin/studies/:slug/questionnaire/publish': 'questionnaire.published',
  'POST /finance/budgets/:id/top-up': 'proposal.made',
  'POST /finance/budgets/:id/return': 'proposal.made',
  'POST /finance/vouchers.csv': 'vouchers.exported',
  'POST /finance/vouchers/:reference/proposals': 'proposal.made',
  'POST /finance/vouchers/:reference/link': 'voucher.link_shown',
  'POST /finance/vouchers/:reference/sessions': 'sessions.ended',
  'POST /finance/payouts/:id/payee': 'payee.unmasked',
  'POST /finance/payouts/:id/question': '- asks the provider, as the sweep does; what it answers is an entry',
  'POST /finance/payouts/:id/failure': 'proposal.made',
  'POST /finance/payouts/:id/undo': 'proposal.made',
  'POST /finance/batches': 'batch.prepared',
  'POST /finance/batches/:id/approvals': 'batch.approved',
  'POST /finance/batches/:id/refusal': 'batch.*',
  'POST /finance/batches/:id/cancellation': 'batch.*',
  'POST /finance/batches/:id/instruction': 'attempt.stored',
  'POST /finance/batches/:id/reports': 'attempt.* batch.accepted_by_bank',
  'POST /finance/batches/:id/files/:format': 'payee.unmasked',
  'POST /finance/batches/:id/results': '- the file is kept with who uploaded it; what it reports is an entry each',
  'POST /finance/batches/:id/results/:file': 'evidence.viewed',
  'POST /finance/statements': 'statement.staged statement.received',
  'POST /finance/statements/pieces': '- its end is an entry',
  'POST /finance/statements/:id/pieces/:n': '- its end is an entry',
  'POST /finance/statements/:id/end': 'statement.received',
  'POST /finance/statements/rules/columns': 'columns.changed',
  'POST /finance/statements/rules/forget': 'columns.forgotten',
  'POST /finance/statements/rules/unlearn': 'proposal.made',
  'POST /finance/statements/:id/work': 'statement.published',
  'POST /finance/statements/:id/again': 'statement.tried_again',
  'POST /finance/statements/:id/discard': 'statement.discarded',
  'POST /finance/statements/:id/columns/try': '- tries, and keeps nothing',
  'POST /finance/statements/:id/columns': 'columns.changed',
  'POST /finance/statements/:id/reopen': 'statement.reopened',
  'POST /finance/exceptions/selection': 'exception.*',
  'POST /finance/exceptions/selection/look': '- shows what would be done',
  'POST /finance/exceptions/:id/owner': 'exception.*',
  'POST /finance/exceptions/:id/notes': 'exception.*',
  'POST /finance/exceptions/:id/stop': 'proposal.made',
  'POST /finance/exceptions/:id/match': 'proposal.made',
  'POST /finance/exceptions/:id/closing': 'exception.* proposal.made',
  'POST /finance/proposals/selection': 'proposal.*',
  'POST /finance/proposals/:id': 'proposal.*',
  'POST /finance/batches/:id/register/files/:format': 'register.exported',
  'POST /finance/reports/files/:format/:kind/:of/:when?': 'report.exported',
  'POST /finance/reports/signed/:id/file': 'report.exported',
  'POST /finance/reports/signed/:id': 'report.signed',
  'POST /finance/reports/signed/:id/withdrawal': 'report.withdrawn',
  'POST /finance/reports/:kind/:of/:when?': 'report.signed',
  'POST /finance/calendar/:year': 'proposal.made',
  'POST /finance/calendar/:year/publish': 'proposal.made',
}

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

it('each change by staff has a row that says what it leaves in the trail, or why nothing', () => {
  const changing = here.app.routes
    .filter(({ method, path }) => !['GET', 'ALL'].includes(method) && isStaffPath(path))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(changing)].sort()).toEqual(Object.keys(leaves).sort())
  for (const [route, said] of Object.entries(leaves)) {
    expect(said, route).toMatch(/^(- \S.{8,}|[a-z_]+\.[a-z_*]+( [a-z_]+\.[a-z_*]+)*)$/)
  }
})

it('each entry that is named is one that the service writes', () => {
  const root = fileURLToPath(new URL('../../../src/', import.meta.url))
  const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(root + file, 'utf8'))
    .join('\n')
  const named = new Set(Object.values(leaves).flatMap((actions) => (actions.startsWith('-') ? [] : actions.split(' '))))
  const unknown = [...named].filter(
    (action) => !source.includes(action.endsWith('*') ? `\`${action.replace('*', '$')}{` : `'${action}'`),
  )
  expect(unknown).toEqual([])
})

it('each entry that is named, and each step of a study, has words in every language', () => {
  const named = Object.values(leaves).flatMap((actions) => (actions.startsWith('-') ? [] : actions.split(' ')))
  const bySteps = ['resumed', 'reopened', 'paused_after_soft_launch', 'paused_without_permit'].map(
    (to) => `study.${to}`,
  )
  const whole = [...named.filter((action) => !action.endsWith('*')), ...bySteps]
  const bare = languages.map((language) => whole.filter((action) => actionInWords(action, language) === action))
  expect(bare).toEqual(languages.map(() => []))
})
