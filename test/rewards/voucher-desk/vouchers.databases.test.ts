/** Vouchers are found by what people know of them, page by page, whatever the database. */
import { describe, expect, it } from 'vitest'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import {
  type FoundVoucher,
  listHeldClaims,
  listVouchers,
  meantBy,
  type VoucherCriteria,
} from '../../../src/rewards/voucher-desk/search.ts'
import { readVoucher } from '../../../src/rewards/voucher-desk/voucher-read.ts'
import { idOfReference, someWithoutReference, sweepReferences } from '../../../src/rewards/vouchers/references.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { alipay, approved, claimed, payoutOf, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import type { World } from '../../support/world.ts'

const any: VoucherCriteria = { state: null, amount: null, day: null }

async function allPages(world: World, filter: VoucherCriteria, limit = 4) {
  const seen: string[] = []
  let from: string | null = null
  for (let pages = 0; pages < 40; pages++) {
    const found: FoundVoucher[] = await listVouchers(world.ports, filter, { from, limit })
    expect(found.length).toBeLessThanOrEqual(limit)
    seen.push(...found.map(({ id }) => id))
    const last = found.at(-1)
    if (last === undefined) return seen
    from = await voucherReference(world.ports.keys, last)
    const ahead = await listVouchers(world.ports, filter, { from, limit: 100, scope: null, way: 'ahead' })
    expect(ahead.map(({ id }) => id).reverse()).toEqual(seen.slice(0, -1))
  }
  throw new Error('the pages do not end')
}

const idsOf = async (world: World) => (await rowsOf<{ id: string }>(world, 'vouchers')).map(({ id }) => id)

forEachDatabase((_, open, once) => {
  describe('a list of vouchers', () => {
    it('shows each once, the newest day first, and within a day in an order that tells nothing of the hour', async () => {
      const world = await fresh({ open })
      await addVouchers(world, 9, 'issued')
      await addVouchers(world, 2, 'held')
      const older = await idsOf(world)
      world.wait(24 * 60)
      await addVouchers(world, 6, 'issued')
      const all = await idsOf(world)
      const newer = all.filter((id) => !older.includes(id))
      const seen = await allPages(world, any)
      expect(seen.slice(0, 6).sort()).toEqual([...newer].sort())
      expect(seen.slice(6).sort()).toEqual([...older].sort())
      const rows = await rowsOf<{ id: string; reference_hash: string }>(world, 'vouchers')
      const hash = (id: string) => rows.find((row) => row.id === id)?.reference_hash ?? ''
      expect(seen.slice(6).map(hash)).toEqual(older.map(hash).sort().reverse())
      expect(await allPages(world, { ...any, day: '2026-11-24' }, 5)).toEqual(seen.slice(0, 6))
      expect(await allPages(world, { ...any, day: '2026-11-23' }, 5)).toEqual(seen.slice(6))
      expect(await allPages(world, { ...any, state: 'open' }, 5)).toEqual(seen)
      expect(await allPages(world, { ...any, state: 'paid' }, 5)).toEqual([])
      expect(await allPages(world, { ...any, amount: { currency: 'CNY', minor: 2000 } }, 3)).toEqual(seen)
      const none = { ...any, amount: { currency: 'CNY', minor: 2001 } }
      expect(await allPages(world, none)).toEqual([])
      expect(await allPages(world, { state: 'voided', day: '2026-11-24', amount: null })).toEqual([])
    })

    it('finds a voucher by its reference however it is typed, and an older one once the sweep has been there', async () => {
      const world = await fresh({ open })
      await addVouchers(world, 3, 'issued')
      const [row] = await rowsOf<{ id: string; code_key: string }>(world, 'vouchers')
      const { id = '', code_key: codeKey = '' } = row ?? {}
      const reference = await voucherReference(world.ports.keys, { id, codeKey })
      for (const typed of [reference, reference.toLowerCase(), ` ${reference.replaceAll('-', ' ')}`]) {
        expect(await idOfReference(world.ports, typed)).toBe(id)
      }
      expect(await idOfReference(world.ports, `${reference.slice(0, -1)}${reference.endsWith('0') ? '1' : '0'}`)).toBe(
        undefined,
      )
      await world.ports.db.together({ sql: 'update vouchers set reference_hash = null', values: [] })
      expect(await idOfReference(world.ports, reference)).toBe(undefined)
      expect(await someWithoutReference(world.ports.db)).toBe(true)
      expect(await sweepReferences(world.ports)).toBe(3)
      expect(await sweepReferences(world.ports)).toBe(0)
      expect(await idOfReference(world.ports, reference)).toBe(id)
      expect(await someWithoutReference(world.ports.db)).toBe(false)
    })

    once('finds a voucher by its attempt, and by the number that the provider gave the payment', async () => {
      const world = await fresh({ open })
      const payer = withAlipay(world)
      payer.answer = () => ({ state: 'succeeded', code: '10000', providerId: '2026-0007' })
      const [voucher = { id: '' }] = await claimed(world, 2)
      await approved(world)
      await sweepPayouts(world.ports)
      const { reference } = await payoutOf(world, voucher)
      expect(reference).not.toBe(null)
      expect(await meantBy(world.ports, ` ${reference?.toLowerCase()} `)).toBe(voucher.id)
      expect(await meantBy(world.ports, '2026-0007')).toBeDefined()
      expect(await meantBy(world.ports, 'H0')).toBe(undefined)
    })

    once('lists held claims by their vouchers', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      const vouchers = await claimed(world, 3, () => alipay(1))
      const referenceOf = (one?: FoundVoucher) => voucherReference(world.ports.keys, one ?? { id: '', codeKey: '' })
      const [first, ...more] = await listHeldClaims(world.ports, { from: null, limit: 1 })
      const [second] = await listHeldClaims(world.ports, { from: await referenceOf(first), limit: 2 })
      expect(more).toEqual([])
      const end = await referenceOf(second)
      expect(await listHeldClaims(world.ports, { from: end, limit: 2 })).toEqual([])
      expect(await listHeldClaims(world.ports, { from: end, limit: 2, scope: null, way: 'ahead' })).toEqual([first])
      const listed = [first?.id, second?.id]
      expect(listed.sort()).toEqual([vouchers[1]?.id, vouchers[2]?.id].sort())
    })
  })

  once('a paid voucher names each transfer, from when its payment began', async () => {
    const world = await fresh({ open })
    const payer = withAlipay(world)
    const [voucher = { id: '' }] = await claimed(world, 2)
    await approved(world)
    world.wait(1)
    payer.answer = () => ({ state: 'unknown', code: 'TIMEOUT' })
    await sweepPayouts(world.ports)
    world.wait(60)
    payer.answer = () => ({ state: 'succeeded', code: null })
    await sweepPayouts(world.ports)
    const history = await readVoucher(world.ports, voucher.id)
    expect(history?.transfers.map(({ debit, credit }) => `${debit} > ${credit}`)).toEqual([
      'liability > clearing',
      'clearing > paid',
    ])
    expect(history?.head.state).toBe('paid')
    expect(new Set(history?.steps.map((step) => step.kind))).toEqual(
      new Set(['voucher', 'claim', 'payout', 'attempt', 'batch']),
    )
    const steps = history?.steps.map(({ kind, state }) => `${kind} ${state}`)
    expect(steps).toEqual(expect.arrayContaining(['voucher paid', 'claim frozen', 'attempt succeeded']))
    for (const ofAnAnswer of ['voucher issued', 'voucher claimed', 'claim ready'])
      expect(steps).not.toContain(ofAnAnswer)
    expect(history?.state).toBe('paid')
  })
})
