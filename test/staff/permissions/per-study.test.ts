/** Pages that span studies show what is of the studies of whoever looks, and buttons what their role there allows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { unmask } from '../../../src/rewards/claims/unmask.ts'
import { reportPaid } from '../../../src/rewards/payouts/report.ts'
import { findOrAddStaff } from '../../../src/staff/accounts/actions.ts'
import { propose } from '../../../src/staff/approvals/actions.ts'
import { approved, claimed, staffAs, withAlipay } from '../../support/claimed.ts'
import { another, rowsOf } from '../../support/databases/fresh.ts'
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

describe.each(['/finance', '/finance/vouchers?state=claimed', '/finance/days/2026-11-23', '/finance/payouts'])(
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

it('a proposal is shown to those of its study, and to nobody of another one', async () => {
  const [payout] = await rowsOf<{ id: string }>(here, 'payouts')
  const proposal = { kind: 'payout_failed', subject: payout?.id ?? '', payload: {}, reason: 'letter 77' } as const
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
  const said = exports.filter(({ action }) => action === 'vouchers.exported').map(({ subject }) => slugOf.get(subject))
  expect(said.sort()).toEqual(['other', 'study-abroad'])
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
