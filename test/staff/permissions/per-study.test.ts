/** Pages that span studies show what is of the studies of whoever looks, and buttons what their role there allows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginSetup } from '../../../src/journey/setup/actions.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { setupSchema } from '../../../src/journey/setup/setup.ts'
import { readDesk } from '../../../src/reconciliation/desk/desk.ts'
import { unmask } from '../../../src/rewards/claims/unmask.ts'
import { reportPaid } from '../../../src/rewards/payouts/report.ts'
import { findOrAddStaff } from '../../../src/staff/accounts/actions.ts'
import { propose } from '../../../src/staff/approvals/actions.ts'
import { approved, claimed, staffAs, withAlipay } from '../../support/claimed.ts'
import { another, rowsOf } from '../../support/databases/fresh.ts'
import { scriptedPayer } from '../../support/payer.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { linkFor, signedIn } from '../accounts/member.ts'

let here: World
beforeAll(async () => {
  here = await world()
  expect(await openStudy(here.ports, another('other'))).toMatchObject({ done: true })
  withAlipay(here)
  await claimed(here, 2)
  await approved(here)
})
afterAll(() => here.close())

async function memberOf(study: string, role: Parameters<typeof linkFor>[2], name: string): Promise<Student> {
  const browser = new Student(here)
  expect((await browser.post(await linkFor(here, name, role, study))).status).toBe(303)
  return browser
}

const shown = async (browser: Student, path: string) => {
  const { status, html } = await browser.open(path)
  expect(status).toBe(200)
  return html.slice(html.indexOf('<h1>'))
}

describe.each(['/finance', '/finance/vouchers?state=open', '/finance/days/2026-11-23', '/finance/payouts'])(
  '%s',
  (path) => {
    it('tells a preparer of the study of it, and one of another study nothing', async () => {
      const own = await memberOf('study-abroad', 'preparer', 'Omar')
      const other = await memberOf('other', 'preparer', 'Oda')
      expect(await shown(own, path)).toContain('study-abroad')
      expect(await shown(other, path)).not.toContain('study-abroad')
    })
  },
)

it('the list of studies has no column in which its reader sees nothing', async () => {
  const viewer = await shown(await memberOf('study-abroad', 'viewer', 'Vera'), '/admin/studies')
  const admin = await shown(await memberOf('study-abroad', 'admin', 'Ana'), '/admin/studies')
  expect(viewer.match(/<th scope="col"/g)).toHaveLength(2)
  expect(admin.match(/<th scope="col"/g)).toHaveLength(3)
  expect(viewer + admin).not.toContain('>–<')
})

it('a proposal is shown to those of its study, and to nobody of another one', async () => {
  const [payout] = await rowsOf<{ id: string }>(here, 'payouts')
  const named = { attemptId: 'attempt_1', payoutId: payout?.id ?? '' }
  const payload = { ...named, reason: 'payee_not_found', code: null, evidence: 'letter 77' }
  const proposal = { kind: 'payout_failed', subject: payout?.id ?? '', payload, reason: 'letter 77' } as const
  const made = await propose(here.ports, await staffAs(here, 'preparer', 'Pia'), proposal)
  expect(made).toHaveProperty('proposed')
  const own = await memberOf('study-abroad', 'approver', 'Ada')
  const other = await memberOf('other', 'approver', 'Ole')
  expect(await shown(own, '/finance/proposals')).toContain('letter 77')
  expect(await shown(other, '/finance/proposals')).not.toContain('letter 77')
})

it('the file of vouchers has those of one’s own studies, and the audit trail says of which', async () => {
  const other = await memberOf('other', 'auditor', 'Ivo')
  const lines = (await (await other.post('/finance/vouchers.csv')).text()).trim().split('\n')
  expect(lines).toHaveLength(1)
  const own = await memberOf('study-abroad', 'auditor', 'Ira')
  expect((await (await own.post('/finance/vouchers.csv')).text()).trim().split('\n')).toHaveLength(3)
  const exports = await rowsOf<{ action: string; subject: string }>(here, 'audit_entries')
  const studies = await rowsOf<{ id: string; slug: string }>(here, 'studies')
  const slugOf = new Map(studies.map(({ id, slug }) => [id, slug]))
  const slugs = exports.filter(({ action }) => action === 'vouchers.exported').map(({ subject }) => slugOf.get(subject))
  expect(slugs.sort()).toEqual(['other', 'study-abroad'])
})

it('a reviewer of another study finds no response of this one, not even by its reference', async () => {
  const [response] = await rowsOf<{ export_ref: string }>(here, 'responses')
  const ref = response?.export_ref ?? ''
  const path = `/admin/reviews?ref=${ref}`
  const own = await memberOf('study-abroad', 'reviewer', 'Rosa')
  const other = await memberOf('other', 'reviewer', 'Rui')
  expect((await own.open(path)).html).toContain(`action="/admin/reviews/${ref}/hold"`)
  expect((await other.open(path)).html).not.toContain(`<code>${ref}</code>`)
})

it('a set-up is seen by whoever has a say in the study that it becomes, and takes no questionnaire of another one', async () => {
  const begin = async (study: string, name: string) => {
    const staff = await findOrAddStaff(here.ports, { name, role: 'admin', study })
    if ('refused' in staff) throw new Error(staff.refused)
    const setup = setupSchema.parse({
      questionnaire: { from: 'study', study: 'study-abroad' },
      checks: { quotas: [{}] },
    })
    return `/admin/setups/${await beginSetup(here.ports, staff, setup)}`
  }
  const at = await begin('other', 'Ann')
  const ann = await memberOf('other', 'admin', 'Ann')
  const bao = await memberOf('study-abroad', 'admin', 'Bao')
  expect((await bao.open('/admin/studies')).html).not.toContain(at)
  expect((await bao.get(`${at}/study`)).status).toBe(404)
  for (const path of [at, `${at}/study`, `${at}/file`]) expect((await bao.post(path)).status, path).toBe(404)
  for (const [role, name] of [['owner', 'Owen'] as const, ['admin', 'Ann'] as const]) {
    const browser = await memberOf('other', role, name)
    expect((await browser.open('/admin/studies')).html).toContain(at)
    expect((await browser.get(`${at}/study`)).status).toBe(200)
  }
  // Its questions are choices of the quotas where the study is theirs.
  const questions = /<option value="Q\d+/
  expect((await ann.open(`${at}/checks`)).html).not.toMatch(questions)
  const own = await begin('study-abroad', 'Bao')
  expect((await bao.open(`${own}/checks`)).html).toMatch(questions)
})

it('an analyst reads the reviews and has no button to decide, and a reviewer takes no file', async () => {
  const analyst = await memberOf('study-abroad', 'analyst', 'Kai')
  expect((await analyst.open('/admin/reviews')).html).not.toContain('action="/admin/reviews/')
  expect((await analyst.open('/admin')).html).toContain('/admin/studies/study-abroad/responses.csv')
  const reviewer = await memberOf('study-abroad', 'reviewer', 'Rosa')
  expect((await reviewer.open('/admin')).html).not.toContain('responses.csv')
})

it('an owner is led to the pages of an owner, without a way to a voucher', async () => {
  const owner = await signedIn(here, 'owner')
  const { html } = await owner.open('/finance')
  const ways = [...html.matchAll(/href="(\/(?:finance|admin)[^"]*)"/g)].map(([, href]) => href ?? '')
  expect(ways).toEqual(expect.arrayContaining(['/admin', '/finance/books', '/finance/reports', '/finance/calendar']))
  for (const href of new Set(ways)) expect((await owner.get(href)).status, href).toBe(200)
})

it('a preparer of another study can neither see a payee of this one nor report it as paid', async () => {
  const staff = await findOrAddStaff(here.ports, { name: 'Oda', role: 'preparer', study: 'other' })
  if ('refused' in staff) throw new Error(staff.refused)
  const [claim] = await rowsOf<{ id: string }>(here, 'claims')
  expect(await unmask(here.ports, staff, claim?.id ?? '')).toEqual({ refused: 'not_allowed' })
  const lines = [{ reference: 'X', amountMinor: null, providerId: null }]
  expect(await reportPaid(here.ports, staff, lines)).toEqual([{ reference: 'X', result: 'unknown_reference' }])
})

describe('two insiders, one of this study and one of another, which pays in another currency', () => {
  let two: World
  let both: [Student, Student]
  let auditors: [Student, Student]

  beforeAll(async () => {
    two = await world()
    const yen = another('yen')
    const offers = [{ currency: 'JPY', amountMinor: 400, budgetMinor: 40_000, channels: [], places: [0] }]
    const gifts = scriptedPayer({ provider: 'tremendous', channels: ['gift'] })
    expect(await openStudy({ ...two.ports, payers: [gifts] }, { ...yen, offers })).toMatchObject({ done: true })
    withAlipay(two)
    await claimed(two, 2)
    await approved(two)
    const write = (sql: string, ...values: (string | null)[]) => ({ sql, values })
    const exception = (id: string, studyId: string | null, currency: string) =>
      write(
        `insert into exceptions (id, class, subject, study_id, provider, currency, amount_minor, detail, opened_at)
values (?, 'missing_in_ledger', ?, ?, 'manual', ?, 5, '{}', '2026-11-23T00:00:00.000Z')`,
        id,
        id,
        studyId,
        currency,
      )
    const account = (currency: string) =>
      write(
        `insert into provider_accounts (id, provider, currency, instructed, stops, instructed_at_stop)
values (?, 'manual', ?, 0, 0, 0)`,
        `manual:${currency}`,
        currency,
      )
    const written = await two.ports.db.together(
      exception('exception_study', two.study.id, 'CNY'),
      exception('exception_hkd', null, 'HKD'),
      exception('exception_jpy', null, 'JPY'),
      exception('exception_usd', null, 'USD'),
      ...['HKD', 'JPY', 'USD'].map(account),
    )
    expect(written).toMatchObject({ done: true })
    const member = async (name: string, role: 'preparer' | 'auditor', study: string) => {
      const browser = new Student(two)
      expect((await browser.post(await linkFor(two, name, role, study))).status).toBe(303)
      return browser
    }
    both = [await member('Nia', 'preparer', 'study-abroad'), await member('Noa', 'preparer', 'yen')]
    auditors = [await member('Uli', 'auditor', 'study-abroad'), await member('Uma', 'auditor', 'yen')]
  })
  afterAll(() => two.close())

  /** What each of them sees of a page, by what is looked for in it. */
  const seen = async (path: string, of: RegExp, who = both) =>
    Promise.all(
      who.map(async (browser) => {
        const { status, html } = await browser.open(path)
        const main = html.slice(html.indexOf('<h1>'))
        return status === 200
          ? [...new Set([...main.matchAll(of)].map(([, found]) => found?.replace(/\s/g, ' ')))].sort()
          : status
      }),
    )

  it('see the exceptions of their study, of accounts that it uses, and of accounts that no study uses', async () => {
    expect(await seen('/finance/exceptions', /exceptions\/exception_(\w+)"/g)).toEqual([
      ['hkd', 'study', 'usd'],
      ['jpy', 'usd'],
    ])
    for (const [id, statuses] of [
      ['study', [200, 403]],
      ['hkd', [200, 403]],
      ['jpy', [403, 200]],
      ['usd', [200, 200]],
    ] as const) {
      const got = await Promise.all(both.map((browser) => browser.get(`/finance/exceptions/exception_${id}`)))
      expect(
        got.map(({ status }) => status),
        id,
      ).toEqual(statuses)
    }
  })

  it('count what is theirs: by class, and on the desk', async () => {
    expect(await seen('/finance/exceptions', /<dd>(\d+)<br/g)).toEqual([['1'], ['1']])
    expect(await seen('/finance/exceptions', /<span class="small">([A-Z]{3}\s[\d.]+)<\/span><\/dd>/g)).toEqual([
      ['CNY 0.05', 'HKD 0.05', 'USD 0.05'],
      ['JPY 5', 'USD 0.05'],
    ])
    const [own, other] = await Promise.all(
      (['study-abroad', 'yen'] as const).map(async (study) => {
        const staff = await findOrAddStaff(two.ports, { name: study === 'yen' ? 'Uma' : 'Uli' })
        if ('refused' in staff) throw new Error(staff.refused)
        return readDesk(two.ports, staff)
      }),
    )
    expect(own?.byState).toEqual({ clearing: 0 })
    expect(other?.byState).toEqual({ clearing: 0 })
    expect(own?.work.find(({ what }) => what === 'exceptions')?.count).toBe(3)
    expect(other?.work.find(({ what }) => what === 'exceptions')?.count).toBe(2)
    expect(other?.balances.map(({ study }) => study)).toEqual(['yen'])
  })

  it('see reports of the accounts that their study uses, and of no others', async () => {
    expect(await seen('/finance/reports', /\/finance\/reports\/day\/manual(?::|%3A)(\w+)/g)).toEqual([
      ['HKD', 'USD'],
      ['JPY', 'USD'],
    ])
    const statuses = async (path: string) =>
      Promise.all(auditors.map(async (browser) => (await browser.get(path)).status))
    expect(await statuses('/finance/reports/day/manual:HKD/2026-11-23')).toEqual([200, 403])
    expect(await statuses('/finance/reports/day/manual:JPY/2026-11-23')).toEqual([403, 200])
  })

  it('upload and see statements of those accounts alone', async () => {
    const file = new TextEncoder().encode('Date,Amount,Ref\n2026-11-13,22.00,A1\n')
    const upload = (browser: Student, currency: string) => {
      const form = new FormData()
      form.set('account', `manual:${currency}`)
      form.set('file', new File([file], 'bank.csv'))
      const { origin } = two.ports.settings
      return browser.send('/finance/statements', { method: 'POST', body: form, headers: { origin } })
    }
    const [own, other] = both
    expect((await upload(other, 'HKD')).status).toBe(422)
    expect(await rowsOf(two, 'statements')).toEqual([])
    expect((await upload(own, 'HKD')).status).toBe(303)
    const [statement] = await rowsOf<{ id: string }>(two, 'statements')
    const path = `/finance/statements/${statement?.id}`
    expect(await Promise.all(both.map(async (browser) => (await browser.get(path)).status))).toEqual([200, 403])
    expect(await seen('/finance/statements', new RegExp(`(${statement?.id})`, 'g'))).toEqual([[statement?.id], []])
  })

  it('check the books of their own studies', async () => {
    const found = await seen('/finance/books?check=now', /(study-abroad|yen)/g)
    expect(found).toEqual([['study-abroad'], ['yen']])
  })

  it('see days and batches as far as they are of their study', async () => {
    expect(await seen('/finance/days', /\/finance\/days\/(\d{4}-\d\d-\d\d)/g)).toEqual([['2026-11-23'], []])
    expect(await seen('/finance/payouts', /\/finance\/batches\/(batch)_/g)).toEqual([['batch'], []])
  })

  it('page by page miss nothing that lies behind the rows of others', async () => {
    const preparer = await staffAs(two, 'preparer', 'Pia')
    const subject = (n: number) => `nothing_${n}`
    const payload = { day: '2027-01-01' }
    for (let n = 0; n < 25; n += 1) {
      const of = n < 24 ? 'exception_hkd' : 'exception_jpy'
      const kind = (['exception_closed', 'match', 'stop_lifted'] as const)[n % 3] ?? 'match'
      await two.ports.db.together({
        sql: `insert into proposals (id, kind, subject, payload, reason, proposed_by, decided, at) values (?, ?, ?, ?, ?, ?, 1, ?)`,
        values: [
          `proposal_${String(99 - n).padStart(3, '0')}`,
          kind,
          of,
          JSON.stringify({ ...payload, action: 'keep', attempt: subject(n) }),
          n < 24 ? 'theirs' : 'ours at last',
          preparer.id,
          '2026-11-23T00:00:00.000Z',
        ],
      })
    }
    const [, other] = both
    expect(await shownIn(other, '/finance/proposals')).toContain('ours at last')
    expect(await shownIn(other, '/finance/proposals')).not.toContain('theirs')
  })
})

async function shownIn(browser: Student, path: string): Promise<string> {
  const { status, html } = await browser.open(path)
  expect(status).toBe(200)
  return html.slice(html.indexOf('<h1>'))
}
