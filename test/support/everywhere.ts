/**
 * A world in which everything has happened once and something is under way everywhere: everybody there is at a browser,
 * and for each parameter of an address something that stands for it.
 */
import { roles } from '../../schema/tables.ts'
import { makeFile } from '../../simulation/statements/make.ts'
import { enterPermit } from '../../src/journey/lifecycle/permit/enter.ts'
import { makeTest } from '../../src/journey/preview/test-study.ts'
import { beginSetup } from '../../src/journey/setup/actions.ts'
import { csvMapping } from '../../src/reconciliation/formats/csv/mapping.ts'
import { columnsName } from '../../src/reconciliation/reading-rules/rule.ts'
import { reportHash } from '../../src/reconciliation/reports/content.ts'
import { periodOf } from '../../src/reconciliation/reports/period.ts'
import { readAccountReport } from '../../src/reconciliation/reports/read-account.ts'
import { signFirst, signSecond } from '../../src/reconciliation/reports/signing/sign.ts'
import { receiveStatement } from '../../src/reconciliation/statements/receive.ts'
import { countTrust } from '../../src/reconciliation/trust/count-trust.ts'
import { keepResultFile } from '../../src/rewards/result-files/keep.ts'
import { voucherReference } from '../../src/rewards/vouchers/voucher.ts'
import { makeSignInLink } from '../../src/staff/accounts/actions.ts'
import { makeExport, takeExport } from '../../src/survey/exports/make.ts'
import { makeLinks } from '../../src/survey/invitations/make.ts'
import { invite } from '../../src/survey/respondents/actions.ts'
import { makeTag } from '../../src/survey/sources/make-tag.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { begun } from './begun.ts'
import { alipay, claimedFor, issued, staffAs, withAlipay } from './claimed.ts'
import { rowsOf } from './databases/fresh.ts'
import { filledUp, movementsOf, paidWorld, uploadBytes, uploadStatement } from './paid.ts'
import { Student } from './student.ts'
import { ask, holderIn } from './wechat.ts'
import { world as makeWorld, type World, type WorldOptions } from './world.ts'

const day = '2026-11-23'

/** What stands for a parameter, by the route's address as far as that parameter. */
type Samples = Record<string, string>

const plainQueries: Record<string, string[]> = {
  '/admin/studies/:slug/insights/crosses': ['?rows=Q03&columns=Q06'],
  '/admin/studies/:slug/insights/crosses.csv': ['?rows=Q03&columns=Q06'],
  '/admin/studies/:slug/insights/crosses.svg': ['?rows=Q03&columns=Q06'],
  '/admin/studies/:slug/insights/compare.svg': ['?question=Q03'],
  '/admin/studies/:slug/insights/weights': ['?t.Q03.1=50&t.Q03.2=50&add=Q06'],
  '/finance/books': ['?check=now'],
  '/finance/reports/:kind/:of/:when?': ['?version=1'],
  '/admin/studies/:slug/responses.csv': ['?labels=en'],
  '/admin/studies/:slug/questionnaire/compare': ['?to=draft'],
  '/s/:study/voucher/claim': ['?way=alipay', '?way=wechat'],
  '/s/:study/resume': ['?elsewhere=1'],
  '/s/:study/queue': ['?turn=1795420800000'],
  '/finance/statements/rules/columns': [`?account=manual:HKD&name=${columnsName(['Date', 'Paid', 'Ref'])}`],
}

export interface Everywhere {
  world: World
  /** Everybody there is, by what they are. */
  readers: [string, Student][]
  /** What is asked for besides the plain address, by the route's path. */
  queries: Record<string, string[]>
  /** The address of a route's path, or null when there is no sample for one of its parameters. */
  addressOf(route: string): string | null
}

/** Opens such a world, on the first database of the run unless told. */
export async function everywhere(options: Partial<WorldOptions> = {}): Promise<Everywhere> {
  const queries = { ...plainQueries }
  const others = new Map<string, Samples>()
  const paid = await paidWorld(2, options, undefined, makeWorld)
  const { world } = paid
  const { ports, study } = world
  withAlipay(world)
  await countTrust(world.ports)
  // A day that is over can be signed, and nobody has counted the next one's public figures.
  world.wait(24 * 60)
  await uploadStatement(world, [
    filledUp,
    ...movementsOf(paid.attempts).map((one) => ({ ...one, reference: null, providerId: '' })),
  ])
  const preparer = await staffAs(world, 'preparer')
  const { bytes } = await makeFile('alipay_bill', [filledUp], { openingMinor: 0 })
  const staged = await receiveStatement(ports, preparer, { accountId: null, bytes })
  const csv = new TextEncoder().encode('Date,Paid\n01/12/2026,-12.50\n')
  const received = await receiveStatement(ports, preparer, { accountId: 'manual:CNY', bytes: csv })
  if (!('staged' in staged) || !('own' in received)) throw new Error('a statement was not received')

  // A rule of columns, as a file that counted has left it.
  const mapping = csvMapping.parse({
    delimiter: ',',
    day: { column: 'Date', format: 'DD/MM/YYYY' },
    amount: { by: 'sign', column: 'Paid', below: 'debit' },
    currency: { code: 'HKD' },
  })
  const ruled = new TextEncoder().encode('Date,Paid,Ref\n01/12/2026,12.50,R2\n')
  await uploadBytes(world, ruled, { accountId: 'manual:HKD', mapping, claims: { rows: 1 } })

  const newest = async (table: Parameters<typeof rowsOf>[1]) => {
    const id = (await rowsOf<{ id: string }>(world, table)).at(-1)?.id
    if (id === undefined) throw new Error(`nothing in ${table}`)
    return id
  }

  const answering = await begun(world, { seed: 90, stopBefore: 'money' })
  const holder = await holderIn(world, 91)
  const { state } = await ask(holder)
  await claimedFor(world, await issued(world, 92), alipay(92))
  const omar = await signedIn(world, 'preparer')
  const months = { closed: '2027-01-01', working: '', slow: '', source: 'a notice' }
  await omar.post('/finance/calendar/2027/publish', months)
  const period = periodOf(day)
  const report = period && (await readAccountReport(ports, 'wechat:CNY', period))
  if (!report) throw new Error('no report')
  const signed = await signFirst(ports, preparer, report, reportHash(report), 'as it stands')
  if ('refused' in signed) throw new Error(signed.refused)
  await signSecond(ports, await staffAs(world, 'approver'), await newest('reports'))

  const answered = (await rowsOf<{ export_ref: string; state: string }>(world, 'responses')).find(
    ({ state }) => state === 'complete',
  )
  const [kept] = await rowsOf<{ id: string; code_key: string }>(world, 'vouchers')
  if (kept === undefined) throw new Error('no voucher')
  const signIn = await makeSignInLink(ports, { name: 'Eve', role: 'admin' })
  if ('refused' in signIn) throw new Error(signIn.refused)
  const samples: Samples = {
    '/assets/:file': (await omar.open('/finance')).html.match(/\/assets\/([\w.]+)/)?.[1] ?? '',
    '/i/:code': await invite(ports, study.id, '2027-01-01T00:00:00.000Z'),
    '/s/:study': study.slug,
    '/s/:study/p/:page': 'money',
    '/s/:study/p/:file{worker-[a-z0-9]+.js}':
      /worker-\w+\.js/.exec((await answering.open('/s/study-abroad/go')).html)?.[0] ?? '',
    '/s/:study/end/:how': 'elsewhere',
    '/s/:study/status/:file': 'answers.json',
    '/s/:study/status/take-back/:way': 'erase',
    '/v/:code': 'anything',
    '/sign-in/:code': new URL(signIn.link).pathname.split('/').at(-1) ?? '',
    '/admin/reviews/:ref': answered?.export_ref ?? '',
    '/admin/studies/:slug': study.slug,
    '/admin/studies/:slug/questionnaire/files/:version': study.version,
    '/admin/studies/:slug/questionnaire/files/:version/:as': 'codebook',
    '/admin/studies/:slug/invitations/:id': await listOfLinks(world),
    '/admin/studies/:slug/insights/charts/:file': 'Q02.csv',
    '/admin/studies/:slug/live/:file{[a-z-]+\\.(?:csv|svg)}': 'funnel.csv',
    '/admin/studies/:slug/sources/:tag': await taggedLink(world),
    '/admin/studies/:slug/exports/:id': await takenExport(world),
    '/admin/studies/:slug/insights/texts/:question': 'Q22',
    '/admin/studies/:slug/preview/:of': 'live',
    '/admin/studies/:slug/preview/:of/:facts': 'none',
    '/admin/studies/:slug/preview/:of/:facts/:place': 'voucher',
    '/admin/studies/:slug/tests/:test': await testedRef(world),
    '/admin/people/:id': (await rowsOf<{ id: string }>(world, 'staff'))[0]?.id ?? '',
    '/admin/setups/:id': await beginSetup(ports, await staffAs(world, 'admin')),
    '/admin/setups/:id/:section': 'rewards',
    '/finance/calendar/:year': '2026',
    '/finance/proposals/:id': await newest('proposals'),
    '/finance/statements/:id': staged.statementId,
    '/finance/exceptions/:id': await newest('exceptions'),
    '/finance/batches/:id': await newest('batches'),
    '/finance/batches/:id/results/:file': await keepResultFile(ports, preparer, await newest('batches'), csv),
    '/finance/payouts/:id': await newest('payouts'),
    '/finance/vouchers/:reference': await voucherReference(ports.keys, { id: kept.id, codeKey: kept.code_key }),
    '/finance/reports/signed/:id': await newest('reports'),
    '/finance/batches/:id/register/files/:format': 'csv',
    '/finance/reports/files/:format': 'csv',
    '/finance/reports/files/:format/:kind': 'day',
    '/finance/reports/files/:format/:kind/:of': 'wechat:CNY',
    '/finance/reports/files/:format/:kind/:of/:when?': day,
    '/finance/reports/:kind': 'day',
    '/finance/reports/:kind/:of': 'wechat:CNY',
    '/finance/reports/:kind/:of/:when?': day,
    '/finance/days/:day': day,
    '/finance/budgets/:id': await newest('offers'),
    '/admin/proposals/:id': await permitEntered(world),
  }
  queries['/s/:study/voucher/wechat/return'] = [`?${new URLSearchParams({ code: 'code1', state })}`]
  queries['/finance/exceptions/selection'] = ['?class=late']
  others.set('/finance/statements/:id/columns', { '/finance/statements/:id': received.own })
  const readers: Everywhere['readers'] = [
    ['nobody', new Student(world)],
    ['somebody who answers', answering],
    ['a holder', holder],
    ['a preparer', omar],
  ]
  // Where one reader is enough, it is the first who may.
  for (const role of ['owner', ...roles.filter((role) => role !== 'owner' && role !== 'preparer')] as const)
    readers.push([`${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`, await signedIn(world, role)])
  const addressOf = (route: string) => filledIn(route, { ...samples, ...others.get(route) })
  return { world, readers, queries, addressOf }
}

/** The proposal of a study, which its people decide. */
async function permitEntered(world: World): Promise<string> {
  const entered = { kind: 'not_needed', reason: 'nobody in the mainland is asked' } as const
  const made = await enterPermit(world.ports, await staffAs(world, 'admin'), world.study.id, entered)
  if ('refused' in made) throw new Error(made.refused)
  return made.proposed
}

/** An export with labels, which an admin has taken away. */
async function takenExport(world: World): Promise<string> {
  const admin = await staffAs(world, 'admin')
  const { id: studyId, version } = world.study
  const what = { version, format: 'csv-labels', language: 'en', filter: '', everybody: true } as const
  const id = await makeExport(world.ports, admin, world.study, what)
  await takeExport(world.ports, admin, { id, studyId })
  return id
}

/** A list of personal links. */
async function listOfLinks(world: World): Promise<string> {
  const wanted = { count: 2, days: 30, hasGuardian: false }
  const made = await makeLinks(world.ports, (await staffAs(world, 'admin')).id, world.study.id, wanted)
  if ('refused' in made) throw new Error(made.refused)
  return (await rowsOf<{ id: string }>(world, 'invitation_lists'))[0]?.id ?? ''
}

/** The reference of a test response that somebody has begun. */
async function testedRef(world: World): Promise<string> {
  const slug = await makeTest(world.ports, await staffAs(world, 'admin'), world.study.id)
  await new Student(world).start(slug)
  const tests = await rowsOf<{ study_id: string; export_ref: string }>(world, 'responses')
  return tests.find((it) => it.study_id.startsWith('test_'))?.export_ref ?? ''
}

/** The address of a route's path, or null when there is no sample for one of its parameters. */
function filledIn(route: string, samples: Samples): string | null {
  const parts = route.split('/')
  const filled = parts.map((part, i) => (part.startsWith(':') ? samples[parts.slice(0, i + 1).join('/')] : part))
  return filled.some((part, i) => part === undefined || (part === '' && i > 0 && parts[i] !== ''))
    ? null
    : filled.join('/')
}

async function taggedLink(world: World): Promise<string> {
  const made = await makeTag(world.ports, (await staffAs(world, 'admin')).id, world.study.id, 'poster-1')
  if ('refused' in made) throw new Error(made.refused)
  return made.made
}
