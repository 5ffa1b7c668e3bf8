/** Who may see an account, and that it is never seen unrecorded. */
import { expect, it } from 'vitest'
import { unmask, unmaskAll } from '../../../src/rewards/claims/unmask.ts'
import { alipay, claimed, claimShown, frozen, staffAs, withAlipay } from '../../support/claimed.ts'
import { everything, fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

const shown = async (world: World) =>
  (await rowsOf<{ action: string; actor: string; subject: string }>(world, 'audit_entries')).filter(
    ({ action }) => action === 'payee.unmasked',
  )

async function inABatch(count = 1) {
  const world = await fresh()
  withAlipay(world)
  const vouchers = await claimed(world, count)
  await frozen(world)
  const claims = await rowsOf<{ id: string }>(world, 'claims')
  return { world, vouchers, ids: claims.map(({ id }) => id), preparer: await staffAs(world, 'preparer') }
}

it('the preparer sees an account of a batch, and the audit trail says so', async () => {
  const { world, ids, preparer } = await inABatch()
  expect(await unmask(world.ports, preparer, ids[0] ?? '')).toEqual({ payee: alipay(1) })
  expect(await shown(world)).toMatchObject([{ actor: preparer.id, subject: ids[0] }])
})

it.each(['approver', 'auditor', 'admin'] as const)('the %s sees none', async (role) => {
  const { world, ids } = await inABatch()
  expect(await unmask(world.ports, await staffAs(world, role), ids[0] ?? '')).toEqual({ refused: 'not_allowed' })
  expect(await shown(world)).toEqual([])
})

it('one that is in no batch is not shown', async () => {
  const world = await fresh()
  withAlipay(world)
  await claimed(world)
  const [claim] = await rowsOf<{ id: string }>(world, 'claims')
  const preparer = await staffAs(world, 'preparer')
  expect(await unmask(world.ports, preparer, claim?.id ?? '')).toEqual({ refused: 'not_in_a_batch' })
  expect(await unmask(world.ports, preparer, 'claim_none')).toEqual({ refused: 'not_found' })
  expect(await shown(world)).toEqual([])
})

it('nothing is shown when the audit trail cannot be written', async () => {
  const { world, ids, preparer } = await inABatch()
  interpose(world, (db) => ({ ...db, together: () => Promise.reject(new Error('the disk is full')) }))
  await expect(unmask(world.ports, preparer, ids[0] ?? '')).rejects.toThrow('the disk is full')
})

it('each of many has its own entry', async () => {
  const { world, ids, preparer } = await inABatch(3)
  const all = await unmaskAll(world.ports, preparer, ids)
  expect('payees' in all && [...all.payees.keys()].sort()).toEqual([...ids].sort())
  expect((await shown(world)).map(({ subject }) => subject).sort()).toEqual([...ids].sort())
})

it('its holder sees it masked, and nothing in the database tells it', async () => {
  const { world, vouchers } = await inABatch()
  expect(await claimShown(world, vouchers[0]?.id ?? '')).toMatchObject({
    channel: 'alipay',
    state: 'frozen',
    payee: [
      { field: 'phone', text: '+86 138****0001' },
      { field: 'name', text: '王*' },
    ],
  })
  expect(await everything(world)).not.toMatch(/13800000001|王小明/)
})
