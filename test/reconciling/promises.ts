/** Everything that always holds, looked at. */
import { expect } from 'vitest'
import { auditDatabase } from '../../src/books/audit.ts'
import { sealAudit } from '../../src/ledger/seal.ts'
import type { World } from '../support/world.ts'

export async function expectPromisesKept(world: World): Promise<void> {
  world.wait(1)
  await sealAudit(world.ports, true)
  const broken = (await auditDatabase(world.ports)).filter(({ ok }) => !ok)
  expect(broken.map(({ invariant, breaches }) => [invariant, ...breaches])).toEqual([])
}
