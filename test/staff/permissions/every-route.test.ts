/**
 * Every staff route as every role, as somebody with the role in another study, and as nobody. A route without a row here
 * fails, and so does a row without a route.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../schema/tables.ts'
import { openToAll } from '../../../src/app/assert-guarded.ts'
import { isStaffPath } from '../../../src/app/staff-paths.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { propose } from '../../../src/staff/approvals/actions.ts'
import { approved, claimed, staffAs, withAlipay } from '../../support/claimed.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { cast, linkFor } from '../accounts/member.ts'

const answers: readonly Role[] = ['admin', 'analyst', 'reviewer']
/** Those of the answers who see no single one as well. */
const aggregates: readonly Role[] = [...answers, 'viewer']
const money: readonly Role[] = ['preparer', 'approver', 'auditor']
const owner: readonly Role[] = ['owner']
const preparer: readonly Role[] = ['preparer']
const approver: readonly Role[] = ['approver']

/**
 * Who may, and where. `here`: the role has to be in the study that the address is about. `any`: the page is of all
 * studies or of the whole service, and the role in any study opens it.
 */
const expected: Readonly<Record<string, { may: readonly Role[]; where: 'here' | 'any' }>> = {
  'GET /admin/people': { may: owner, where: 'any' },
  'POST /admin/people': { may: owner, where: 'any' },
  'GET /admin/people/:id': { may: owner, where: 'any' },
  'POST /admin/people/:id/roles': { may: owner, where: 'any' },
  'POST /admin/people/:id/roles/take': { may: owner, where: 'any' },
  'POST /admin/people/:id/email': { may: owner, where: 'any' },
  'POST /admin/people/:id/unbind': { may: owner, where: 'any' },
  'POST /admin/people/:id/confirm': { may: owner, where: 'any' },
  'POST /admin/people/:id/link': { may: owner, where: 'any' },
  'POST /admin/people/:id/:way{suspend|resume|remove}': { may: owner, where: 'any' },
  'GET /admin/studies/:slug/invitations': { may: ['admin'], where: 'here' },
  'POST /admin/studies/:slug/invitations': { may: ['admin'], where: 'here' },
  'GET /admin/studies/:slug/invitations/:id': { may: ['admin'], where: 'here' },
  'GET /admin/studies/:slug/live': { may: [...owner, ...answers], where: 'here' },
  'GET /admin/studies/:slug/live/:file{[a-z-]+\\.(?:csv|svg)}': { may: [...owner, ...answers], where: 'here' },
  'POST /admin/studies/:slug/sources': { may: ['admin'], where: 'here' },
  'GET /admin/studies/:slug/sources/:tag': { may: ['admin'], where: 'here' },
  'GET /admin/sessions': { may: roles, where: 'any' },
  'POST /admin/sessions/end': { may: roles, where: 'any' },
  'POST /admin/sessions/:id/end': { may: roles, where: 'any' },
  'GET /admin': { may: [...owner, ...aggregates], where: 'any' },
  'GET /admin/reviews': { may: answers, where: 'any' },
  'GET /admin/reviews/:ref': { may: answers, where: 'here' },
  'POST /admin/reviews/:ref': { may: answers, where: 'here' },
  'POST /admin/reviews/decide': { may: ['admin', 'reviewer'], where: 'any' },
  'POST /admin/reviews/:ref/:way{uphold|dismiss}': { may: ['admin', 'reviewer'], where: 'here' },
  'POST /admin/reviews/:ref/:way': { may: ['admin', 'reviewer'], where: 'here' },
  'GET /admin/studies/:slug': { may: [...owner, ...aggregates], where: 'here' },
  'POST /admin/studies/:slug/state/:move': { may: ['admin', ...owner], where: 'here' },
  'GET /admin/studies/:slug/soft-launch': { may: ['admin', ...owner], where: 'here' },
  'POST /admin/studies/:slug/soft-launch': { may: ['admin', ...owner], where: 'here' },
  'GET /admin/studies/:slug/permit': { may: [...owner, ...aggregates], where: 'here' },
  'POST /admin/studies/:slug/permit': { may: ['admin', ...owner], where: 'here' },
  'POST /admin/studies/:slug/permit/:id/file': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/studies/:slug/insights': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/crosses': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/crosses.csv': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/crosses.svg': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/flows': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/flows.csv': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/flows.svg': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/compare': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/compare.csv': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/compare.xlsx': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/compare.svg': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/filters': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/insights/filters': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/weights': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/insights/weights': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/insights/weights/upload': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/charts/:file': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/proposals': { may: [...owner, ...aggregates], where: 'any' },
  'GET /admin/proposals/:id': { may: [...owner, ...aggregates], where: 'here' },
  'POST /admin/proposals/:id': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/studies/:slug/requests': { may: ['admin', 'reviewer'], where: 'here' },
  'POST /admin/studies/:slug/requests': { may: ['admin', 'reviewer'], where: 'here' },
  'POST /admin/studies/:slug/requests/:id/done': { may: ['admin', 'reviewer'], where: 'here' },
  'GET /admin/studies/:slug/preview': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/studies/:slug/preview/:of/:facts/:place': { may: [...owner, ...aggregates], where: 'here' },
  'POST /admin/studies/:slug/preview/:of/:facts/:place': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/studies/:slug/dry-run': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/studies/:slug/tests': { may: ['admin', 'reviewer'], where: 'here' },
  'POST /admin/studies/:slug/tests': { may: ['admin', 'reviewer'], where: 'here' },
  'POST /admin/studies/:slug/tests/erase': { may: ['admin', 'reviewer'], where: 'here' },
  'GET /admin/studies/:slug/tests/:test': { may: ['admin', 'reviewer'], where: 'here' },
  'GET /admin/studies/:slug/exports': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/exports': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/exports/:id': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/exports/:id/steps': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/exports/:id/file': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/exports/:id/file': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/responses.csv': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/responses.csv': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/texts': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/insights/texts/:question': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/insights/texts/:question': { may: ['admin', 'analyst'], where: 'here' },
  'POST /admin/studies/:slug/insights/texts/:question/read': { may: ['admin', 'analyst'], where: 'here' },
  'GET /admin/studies/:slug/findings': { may: ['admin'], where: 'here' },
  'POST /admin/studies/:slug/findings': { may: ['admin'], where: 'here' },
  'GET /admin/studies/:slug/figures': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/audit': { may: [...owner, 'auditor'], where: 'any' },
  'GET /admin/audit.csv': { may: [...owner, 'auditor'], where: 'any' },
  'POST /admin/audit.csv': { may: [...owner, 'auditor'], where: 'any' },
  'GET /admin/audit/chain': { may: [...owner, 'auditor'], where: 'any' },
  'POST /admin/audit/chain': { may: [...owner, 'auditor'], where: 'any' },
  'GET /admin/studies': { may: [...owner, ...answers, 'viewer'], where: 'any' },
  'GET /admin/studies/:slug/settings': { may: [...owner, ...answers, 'viewer'], where: 'here' },
  'POST /admin/studies/:slug/settings': { may: [...owner, 'admin'], where: 'here' },
  'POST /admin/studies/:slug/copy': { may: [...owner, 'admin'], where: 'here' },
  'POST /admin/setups': { may: [...owner, 'admin'], where: 'any' },
  'GET /admin/setups/:id/:section': { may: [...owner, 'admin'], where: 'any' },
  'POST /admin/setups/:id/:section': { may: [...owner, 'admin'], where: 'any' },
  'POST /admin/setups/:id/file': { may: [...owner, 'admin'], where: 'any' },
  'POST /admin/setups/:id': { may: [...owner, 'admin'], where: 'any' },
  'GET /admin/studies/:slug/questionnaire/edit': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/edit': { may: ['owner', 'admin'], where: 'here' },
  'GET /admin/studies/:slug/questionnaire/edit/texts': { may: ['owner', 'admin'], where: 'here' },
  'GET /admin/studies/:slug/questionnaire/edit/preview': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/edit/undo': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/edit/redo': { may: ['owner', 'admin'], where: 'here' },
  'GET /admin/studies/:slug/questionnaire': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/studies/:slug/questionnaire/compare': { may: [...owner, ...aggregates], where: 'here' },
  'GET /admin/studies/:slug/questionnaire/files/:version/:as': { may: [...owner, ...aggregates], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/undo': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/redo': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/discard': { may: ['owner', 'admin'], where: 'here' },
  'GET /admin/studies/:slug/questionnaire/upload': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/upload': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/draft': { may: ['owner', 'admin'], where: 'here' },
  'GET /admin/studies/:slug/questionnaire/publish': { may: ['owner', 'admin'], where: 'here' },
  'POST /admin/studies/:slug/questionnaire/publish': { may: ['owner', 'admin'], where: 'here' },
  'GET /finance': { may: [...owner, ...money], where: 'any' },
  'GET /finance/budgets': { may: [...owner, ...money], where: 'any' },
  'GET /finance/budgets/:id': { may: [...owner, ...money], where: 'here' },
  'POST /finance/budgets/:id/top-up': { may: [...owner, ...preparer], where: 'here' },
  'POST /finance/budgets/:id/return': { may: [...owner, ...preparer], where: 'here' },
  'GET /finance/books': { may: [...owner, ...money], where: 'any' },
  'GET /finance/days': { may: money, where: 'any' },
  'GET /finance/days/:day': { may: money, where: 'any' },
  'GET /finance/vouchers': { may: money, where: 'any' },
  'GET /finance/vouchers.csv': { may: money, where: 'any' },
  'POST /finance/vouchers.csv': { may: money, where: 'any' },
  'GET /finance/vouchers/:reference': { may: money, where: 'here' },
  'POST /finance/vouchers/:reference/proposals': { may: preparer, where: 'here' },
  'POST /finance/vouchers/:reference/link': { may: preparer, where: 'here' },
  'POST /finance/vouchers/:reference/sessions': { may: preparer, where: 'here' },
  'GET /finance/payouts': { may: money, where: 'any' },
  'GET /finance/payouts/:id': { may: money, where: 'here' },
  'POST /finance/payouts/:id/payee': { may: preparer, where: 'here' },
  'POST /finance/payouts/:id/question': { may: [...preparer, ...approver], where: 'here' },
  'POST /finance/payouts/:id/failure': { may: preparer, where: 'here' },
  'GET /finance/payouts/:id/undo': { may: preparer, where: 'here' },
  'POST /finance/payouts/:id/undo': { may: preparer, where: 'here' },
  'GET /finance/clearing': { may: money, where: 'any' },
  'POST /finance/batches': { may: preparer, where: 'here' },
  'GET /finance/batches/:id': { may: money, where: 'here' },
  'GET /finance/batches/:id/register': { may: money, where: 'here' },
  'GET /finance/batches/:id/register/files/:format': { may: money, where: 'here' },
  'POST /finance/batches/:id/register/files/:format': { may: money, where: 'here' },
  'POST /finance/batches/:id/approvals': { may: approver, where: 'here' },
  'POST /finance/batches/:id/refusal': { may: approver, where: 'here' },
  'POST /finance/batches/:id/cancellation': { may: [...preparer, ...approver], where: 'here' },
  'POST /finance/batches/:id/instruction': { may: preparer, where: 'here' },
  'POST /finance/batches/:id/reports': { may: preparer, where: 'here' },
  'POST /finance/batches/:id/files/:format': { may: preparer, where: 'here' },
  'POST /finance/batches/:id/results': { may: preparer, where: 'here' },
  'GET /finance/batches/:id/results/:file': { may: money, where: 'here' },
  'POST /finance/batches/:id/results/:file': { may: [...preparer, ...approver], where: 'here' },
  'GET /finance/statements': { may: money, where: 'any' },
  'POST /finance/statements': { may: preparer, where: 'any' },
  'POST /finance/statements/pieces': { may: preparer, where: 'any' },
  'POST /finance/statements/:id/pieces/:n': { may: preparer, where: 'any' },
  'POST /finance/statements/:id/end': { may: preparer, where: 'any' },
  'GET /finance/statements/rules': { may: money, where: 'any' },
  'GET /finance/statements/rules/columns': { may: preparer, where: 'any' },
  'POST /finance/statements/rules/columns': { may: preparer, where: 'any' },
  'POST /finance/statements/rules/forget': { may: preparer, where: 'any' },
  'POST /finance/statements/rules/unlearn': { may: preparer, where: 'any' },
  'GET /finance/statements/:id': { may: money, where: 'any' },
  'POST /finance/statements/:id/work': { may: preparer, where: 'any' },
  'POST /finance/statements/:id/again': { may: preparer, where: 'any' },
  'POST /finance/statements/:id/discard': { may: preparer, where: 'any' },
  'GET /finance/statements/:id/columns': { may: preparer, where: 'any' },
  'POST /finance/statements/:id/columns/try': { may: preparer, where: 'any' },
  'POST /finance/statements/:id/columns': { may: preparer, where: 'any' },
  'POST /finance/statements/:id/reopen': { may: preparer, where: 'any' },
  'GET /finance/exceptions': { may: money, where: 'any' },
  'GET /finance/exceptions/selection': { may: preparer, where: 'any' },
  'POST /finance/exceptions/selection': { may: preparer, where: 'any' },
  'POST /finance/exceptions/selection/look': { may: preparer, where: 'any' },
  'GET /finance/exceptions/:id': { may: money, where: 'here' },
  'POST /finance/exceptions/:id/owner': { may: preparer, where: 'here' },
  'POST /finance/exceptions/:id/notes': { may: preparer, where: 'here' },
  'POST /finance/exceptions/:id/stop': { may: preparer, where: 'here' },
  'POST /finance/exceptions/:id/match': { may: preparer, where: 'here' },
  'POST /finance/exceptions/:id/closing': { may: preparer, where: 'here' },
  'GET /finance/proposals': { may: money, where: 'any' },
  'GET /finance/proposals/selection': { may: approver, where: 'any' },
  'POST /finance/proposals/selection': { may: approver, where: 'any' },
  'GET /finance/proposals/:id': { may: money, where: 'here' },
  'GET /finance/proposals/:id/calendar': { may: money, where: 'any' },
  'POST /finance/proposals/:id': { may: [...preparer, ...approver], where: 'here' },
  'GET /finance/reports': { may: [...owner, ...money], where: 'any' },
  'GET /finance/reports/files/:format/:kind/:of/:when?': { may: [...owner, ...money], where: 'here' },
  'POST /finance/reports/files/:format/:kind/:of/:when?': { may: [...owner, ...money], where: 'here' },
  'GET /finance/reports/signed/:id/file': { may: [...owner, ...money], where: 'here' },
  'POST /finance/reports/signed/:id/file': { may: [...owner, ...money], where: 'here' },
  'POST /finance/reports/signed/:id': { may: [...preparer, ...approver], where: 'here' },
  'POST /finance/reports/signed/:id/withdrawal': { may: [...preparer, ...approver], where: 'here' },
  'GET /finance/reports/:kind/:of/:when?': { may: [...owner, ...money], where: 'here' },
  'POST /finance/reports/:kind/:of/:when?': { may: [...preparer, ...approver], where: 'here' },
  'GET /finance/calendar': { may: [...owner, ...money], where: 'any' },
  'GET /finance/calendar/:year': { may: [...owner, ...money], where: 'any' },
  'POST /finance/calendar/:year': { may: preparer, where: 'any' },
  'GET /finance/calendar/:year/publish': { may: preparer, where: 'any' },
  'POST /finance/calendar/:year/publish': { may: preparer, where: 'any' },
}

let here: World
/** What stands for each parameter of an address, by the beginning of the address. */
let samples: [RegExp, string][] = []
const browsers = new Map<string, Student>()

beforeAll(async () => {
  here = await world()
  const { db, clock } = here.ports
  withAlipay(here)
  const [voucher] = await claimed(here, 1)
  const batchId = await approved(here)
  const other = { ...studyAbroadStudy('2026-01-01T00:00:00.000Z'), slug: 'another' }
  expect(await openStudy(here.ports, other)).toMatchObject({ done: true })
  const at = clock.now()
  const [staff] = await rowsOf<{ id: string }>(here, 'staff')
  const [payout] = await rowsOf<{ id: string }>(here, 'payouts')
  const [response] = await rowsOf<{ export_ref: string }>(here, 'responses')
  const [kept] = await rowsOf<{ id: string; code_key: string }>(here, 'vouchers')
  const write = (sql: string, ...values: string[]) => ({ sql, values })
  const made = await db.together(
    write(
      `insert into exceptions (id, class, subject, study_id, provider, currency, amount_minor, detail, opened_at)
values ('exception_1', 'missing_at_provider', 'attempt_1', ?, 'alipay', 'CNY', 1, '{}', ?)`,
      here.study.id,
      at,
    ),
    write(
      `insert into reports (id, kind, subject, version, content, content_hash, made_by, at)
values ('report_1', 'closing', ?, 1, '{}', 'hash', ?, ?)`,
      here.study.slug,
      staff?.id ?? '',
      at,
    ),
  )
  expect(made).toMatchObject({ done: true })
  const named = { attemptId: 'attempt_1', payoutId: payout?.id ?? '' }
  const payload = { ...named, reason: 'payee_not_found', code: null, evidence: 'letter 1' }
  const proposal = { kind: 'payout_failed', subject: payout?.id ?? '', payload, reason: 'letter 1' } as const
  const proposed = await propose(here.ports, await staffAs(here, 'preparer', 'Oda'), proposal)
  if ('refused' in proposed) throw new Error(proposed.refused)
  samples = [
    [/:ref\b/, response?.export_ref ?? ''],
    [/:way/, 'hold'],
    [/:move/, 'reopen'],
    [/:slug/, here.study.slug],
    [/:of\/:facts\/:place/, 'live/none/landing'],
    [/:test/, response?.export_ref ?? ''],
    [/:day/, '2026-11-23'],
    [/:reference/, await voucherReference(here.ports.keys, { id: kept?.id ?? '', codeKey: kept?.code_key ?? '' })],
    [/(?<=payouts\/):id/, payout?.id ?? ''],
    [/(?<=batches\/):id/, batchId],
    [/(?<=permit\/):id/, 'permit_1'],
    [/(?<=budgets\/):id/, here.study.offers[0]?.id ?? ''],
    [/(?<=requests\/):id/, 'request_1'],
    [/(?<=exports\/):id/, 'export_1'],
    [/(?<=sessions\/):id/, 'session_1'],
    [/(?<=invitations\/):id/, 'list_1'],
    [/:tag/, 'poster-1'],
    [/(?<=live\/):file[^/]*/, 'funnel.csv'],
    [/(?<=setups\/):id/, 'study_1'],
    [/:section/, 'study'],
    [/:question/, 'Q22'],
    [/(?<=people\/):id/, 'staff_1'],
    [/(?<=exceptions\/):id/, 'exception_1'],
    [/(?<=proposals\/):id/, proposed.proposed],
    [/(?<=signed\/):id/, 'report_1'],
    [/(?<=statements\/):id/, 'statement_1'],
    [/:version/, 'draft'],
    [/:as\b/, 'json'],
    [/:format/, 'csv'],
    [/:file/, 'resultfile_1'],
    [/:n\b/, '2'],
    [/:kind/, 'closing'],
    [/:of/, here.study.slug],
    [/\/:when\?/, ''],
    [/:year/, '2026'],
  ]
  expect(voucher).toBeDefined()
  for (const role of roles) {
    for (const study of [here.study.slug, 'another']) {
      const browser = new Student(here)
      await browser.post(await linkFor(here, `${cast[role]} of ${study}`, role, study))
      browsers.set(`${role} ${study}`, browser)
    }
  }
})
afterAll(() => here.close())

const routes = () => [
  ...new Set(here.app.routes.filter(({ path }) => isStaffPath(path)).map(({ method, path }) => `${method} ${path}`)),
]

/** What a browser is answered: the page or file, the page for whoever may not, or the one that tells how to sign in. */
async function answer(browser: Student, route: string): Promise<'allowed' | 'forbidden' | 'sign in'> {
  const [method = '', path = ''] = route.split(' ')
  const address = samples.reduce((text, [parameter, value]) => text.replace(parameter, value), path)
  expect(address, 'a sample for each parameter').not.toContain(':')
  const fields = { studyId: here.study.id, verdict: 'withdrawn' }
  const response = method === 'GET' ? await browser.get(address) : await browser.post(address, fields)
  await response.body?.cancel()
  expect(response.status, `${route} failed`).toBeLessThan(500)
  return response.status === 401 ? 'sign in' : response.status === 403 ? 'forbidden' : 'allowed'
}

it('has a row for each route of the app, and a route for each row', () => {
  expect(
    routes()
      .filter((route) => !openToAll.includes(route))
      .sort(),
  ).toEqual(Object.keys(expected).sort())
  expect(openToAll.filter((route) => !routes().includes(route))).toEqual([])
})

describe.each(Object.entries(expected))('%s', (route, { may, where }) => {
  it('is open to the roles that need it, and to them alone', async () => {
    const found: Record<string, string> = { nobody: await answer(new Student(here), route) }
    const wanted: Record<string, string> = { nobody: 'sign in' }
    for (const role of roles) {
      found[role] = await answer(browserOf(role, here.study.slug), route)
      wanted[role] = may.includes(role) ? 'allowed' : 'forbidden'
      found[`${role} of another study`] = await answer(browserOf(role, 'another'), route)
      wanted[`${role} of another study`] = may.includes(role) && where === 'any' ? 'allowed' : 'forbidden'
    }
    expect(found).toEqual(wanted)
  })
})

function browserOf(role: Role, study: string): Student {
  const browser = browsers.get(`${role} ${study}`)
  if (browser === undefined) throw new Error(`nobody is ${role} of ${study}`)
  return browser
}
