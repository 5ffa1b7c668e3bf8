/** Everything that always holds, looked at in the database and in an export of it. */
import { expect } from 'vitest'
import { auditDatabase } from '../../src/books/audit.ts'
import { verifyBooks } from '../../src/books/verify/verify.ts'
import { sealAudit } from '../../src/ledger/seal.ts'
import { each, exported } from '../books/exported.ts'
import type { World } from '../support/world.ts'

export async function expectPromisesKept(world: World): Promise<void> {
  world.wait(1)
  await sealAudit(world.ports, true)
  const broken = (await auditDatabase(world.ports)).filter(({ ok }) => !ok)
  expect(broken.map(({ invariant, breaches }) => [invariant, ...breaches])).toEqual([])
  world.wait(30)
  await sealAudit(world.ports, true)
  const wrong = (await verifyBooks(each(await exported(world)))).filter(({ ok }) => !ok)
  expect(wrong.map(({ invariant, breaches }) => [invariant, ...breaches])).toEqual([])
}
