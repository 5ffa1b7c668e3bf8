/** Everything that always holds. */
import { expect } from 'vitest'
import { verifyBooks } from '../../../src/reconciliation/export/verify/verify.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import type { World } from '../../support/world.ts'
import { each, exported } from '../export/exported.ts'

/** Looked at in the database. */
export async function expectAuditClean(world: World): Promise<void> {
  world.wait(1)
  await sealAudit(world.ports, true)
  const broken = (await auditDatabase(world.ports)).filter(({ ok }) => !ok)
  expect(broken.map(({ invariant, breaches }) => [invariant, ...breaches])).toEqual([])
  world.wait(30)
}

/** Looked at in the database and in an export of it, which has a line for each day of each calendar. */
export async function expectPromisesKept(world: World): Promise<void> {
  await expectAuditClean(world)
  await sealAudit(world.ports, true)
  const wrong = (await verifyBooks(each(await exported(world)))).filter(({ ok }) => !ok)
  expect(wrong.map(({ invariant, breaches }) => [invariant, ...breaches])).toEqual([])
}
