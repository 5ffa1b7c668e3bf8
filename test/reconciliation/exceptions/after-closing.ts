/** What must be true when two people have closed an exception: everything that always is, and every sum. */
import { expect } from 'vitest'
import type { VoucherState } from '../../../schema/tables.ts'
import { booksZone, dayOf } from '../../../src/platform/time/zone.ts'
import type { Action } from '../../../src/reconciliation/exceptions/exception.ts'
import type { Exception } from '../../../src/reconciliation/exceptions/store.ts'
import { faultsOf, reportHash } from '../../../src/reconciliation/reports/content.ts'
import { periodOf } from '../../../src/reconciliation/reports/period.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { readClosing, readStudyReport } from '../../../src/reconciliation/reports/read-study.ts'
import { signFirst, signSecond } from '../../../src/reconciliation/reports/signing/sign.ts'
import { reportFile } from '../../../src/reconciliation/reports/signing/signed-file.ts'
import { verifyReport } from '../../../src/reconciliation/reports/signing/verify.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { staffAs } from '../../support/claimed.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { account, floatOf, open } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'
import { expectPromisesKept } from '../statements/promises.ts'
import { close } from './two-people.ts'

const day = 24 * 60

/** Closes it and looks at all that follows: vouchers, float, promises, the day's report, the study's, the certificate. */
export async function expectClosed(
  world: World,
  exception: Exception,
  action: Action,
  becomes: readonly VoucherState[],
): Promise<void> {
  const of = exception.accountId ?? account
  const closedOn = dayOf(booksZone, world.ports.clock.now())
  await close(world, exception, action)
  expect((await open(world)).filter(({ id }) => id === exception.id)).toEqual([])
  const vouchers = (await rowsOf<{ id: string; state: string; amount_minor: number }>(world, 'vouchers')).sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  )
  expect(vouchers.map(({ state }) => state)).toEqual(becomes)
  await expectBooksToBalance(world)
  await expectPromisesKept(world)
  world.wait(day)

  const statements = await rowsOf<{ closing_minor: number | null }>(world, 'statements')
  const last = statements.at(-1)
  if (last !== undefined && (await open(world)).length === 0) expect(await floatOf(world, of)).toBe(last.closing_minor)
  const report = await readAccountReport(world.ports, of, period(closedOn))
  if (report === undefined) throw new Error('no report of the day')
  expect(faultsOf(report)).not.toContain('does_not_add_up')
  expect(report.paidOutsideMinor).toBe(await settledOn(world, closedOn))
  const study = await readStudyReport(world.ports, 'study-abroad', period(closedOn.slice(0, 7)))
  expect(study && faultsOf(study)).toEqual([])
  await expectCertificate(world, vouchers)
}

/** The certificate counts what was paid and what was paid outside, its sums are right, and so says who verifies its file. */
async function expectCertificate(world: World, vouchers: readonly { state: string; amount_minor: number }[]) {
  const { ports } = world
  const certificate = await readClosing(ports, 'study-abroad')
  if (certificate === undefined) throw new Error('no certificate')
  const worth = (state: string) => vouchers.reduce((sum, one) => sum + (one.state === state ? one.amount_minor : 0), 0)
  const cny = certificate.accounts.find(({ currency }) => currency === 'CNY')
  expect([cny?.paidMinor, cny?.paidOutsideMinor]).toEqual([worth('paid'), worth('paid_outside')])
  expect(faultsOf(certificate)).not.toContain('does_not_add_up')
  const made = await signFirst(
    ports,
    await staffAs(world, 'preparer'),
    certificate,
    reportHash(certificate),
    'so it is',
  )
  if ('refused' in made) throw new Error(made.refused)
  await signSecond(ports, await staffAs(world, 'approver'), made.reportId)
  world.wait(10)
  await sealAudit(ports)
  const file = await reportFile(ports, made.reportId)
  const checks = await verifyReport(JSON.stringify(file?.file), ports.keys.jwks as never, null)
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
  expect((await balances(world)).reduce((sum, { outside }) => sum + outside, 0)).toBe(worth('paid_outside'))
}

/** What the exceptions come to that were closed as settled on a day and had a line: the line's money left the account. */
async function settledOn(world: World, of: string): Promise<number> {
  const steps = await rowsOf<{ exception_id: string; what: string; at: string }>(world, 'exception_steps')
  const ids = steps
    .filter(({ what, at }) => what === 'settle' && dayOf(booksZone, at) === of)
    .map((one) => one.exception_id)
  const settled = (await rowsOf<{ id: string; detail: string; amount_minor: number }>(world, 'exceptions')).filter(
    ({ id, detail }) => ids.includes(id) && JSON.parse(detail).line !== undefined,
  )
  return settled.reduce((sum, one) => sum + one.amount_minor, 0)
}

function period(name: string) {
  const found = periodOf(name)
  if (found === null) throw new Error(name)
  return found
}
