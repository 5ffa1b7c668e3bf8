/** What finance counts of held vouchers: their money is owed, also where it lay in reserve once, and their claims wait. */
import { expect, it } from 'vitest'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { splitStatements } from '../../../src/platform/db/script.ts'
import { verifyBooks } from '../../../src/reconciliation/export/verify/verify.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { reportHash } from '../../../src/reconciliation/reports/content.ts'
import { periodOf } from '../../../src/reconciliation/reports/period.ts'
import { readClosing, readStudyReport } from '../../../src/reconciliation/reports/read-study.ts'
import { waitingClaims } from '../../../src/rewards/batches/store.ts'
import { transfer } from '../../../src/rewards/ledger/ledger.ts'
import { holdVoucher, releaseVoucher } from '../../../src/rewards/vouchers/actions.ts'
import { each, exported } from '../../reconciliation/export/exported.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { alipay, claimed, claimedFor, frozen, issued, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers, made } from '../../support/export-rows.ts'
import type { World } from '../../support/world.ts'

const script = migrationFiles().find(({ name }) => name.endsWith('_held_is_owed.sql'))?.script ?? ''

/** As a hold left the money before. */
async function reserve({ ports, study }: World, nth = 0): Promise<void> {
  const offer = study.offers[nth]
  if (offer === undefined) throw new Error('no offer')
  const way = { debit: 'liability', credit: 'reserved' } as const
  const move = { offerId: offer.id, amountMinor: offer.amountMinor, at: ports.clock.now() }
  await made(ports.db, transfer({ id: ports.ids.next('t'), ...way, ...move }))
}

const sums = async ({ ports }: World) =>
  (await auditDatabase(ports, (name) => /balances|reserved|owed|negative/.test(name))).flatMap(
    ({ breaches }) => breaches,
  )

forEachDatabase((_, open) => {
  it('carries what is held in one transfer an offer, behind every day that was over, and nothing twice', async () => {
    const world = await fresh({ open })
    const { ports } = world
    const mei = await staffAs(world, 'admin')
    const vouchers = [await issued(world, 1), await issued(world, 2), await issued(world, 3)]
    for (const { id } of vouchers.slice(0, 2)) {
      await holdVoucher(ports, mei, id, 'automated')
      await reserve(world)
    }
    // Of another currency, and no hold of it has an entry in the trail.
    await addVouchers(world, 2, 'held', { offer: 1 })
    for (let n = 0; n < 2; n += 1) await reserve(world, 1)
    expect(await sums(world)).toHaveLength(4)
    world.wait(24 * 60)
    const day = periodOf('2026-11')
    if (day === null) throw new Error('no period')
    const signed = async () => {
      const closing = await readClosing(ports, world.study.slug, '2026-11-23')
      return (
        closing && [reportHash(closing), closing.accounts.find(({ currency }) => currency === 'CNY')?.left.reserved]
      )
    }
    const before = await signed()
    expect(before?.[1]).toBe(2 * reward)
    const then = ports.clock.now()
    // Whatever is signed leaves an entry of its day.
    await staffAs(world, 'auditor')
    await holdVoucher(ports, mei, vouchers[2]?.id ?? '', 'automated')
    await reserve(world)

    const known = (await rowsOf(world, 'transfers')).length
    await made(
      ports.db,
      splitStatements(script).map((sql) => ({ sql, values: [] })),
    )
    expect(await sums(world)).toEqual([])
    expect((await rowsOf(world, 'transfers')).length).toBe(known + 2)
    expect(await signed(), 'a day that was over says what it said').toEqual(before)
    world.wait(2)
    const books = async (minutesAgo: number) =>
      (await verifyBooks(each(await exported(world, minutesAgo)))).flatMap(({ breaches }) => breaches)
    expect(await books(1)).toEqual([])
    const minutes = (Date.parse(ports.clock.now()) - Date.parse(then)) / 60_000
    expect(await books(minutes + 5), 'books of a moment when it lay in reserve').toEqual([])
    const report = await readStudyReport(ports, world.study.slug, day)
    expect(report?.offers.find(({ currency }) => currency === 'CNY')?.closing).toMatchObject({
      reserved: 0,
      liability: 3 * reward,
    })
    const [held] = vouchers
    await releaseVoucher(ports, mei, held?.id ?? '', 'looks_genuine')
    expect(await sums(world)).toEqual([])
  })

  it('a hold of a claimed voucher leaves what finance counts as waiting as it is, until the next batch is prepared without it', async () => {
    const world = await fresh({ open })
    const mei = await staffAs(world, 'admin')
    withAlipay(world)
    const [voucher] = await claimed(world, 2)
    const waiting = async () =>
      (await world.ports.db.read(waitingClaims)).map(({ count, amountMinor }) => [count, amountMinor])
    await holdVoucher(world.ports, mei, voucher?.id ?? '', 'automated')
    await releaseVoucher(world.ports, mei, voucher?.id ?? '', 'other')
    expect(await waiting()).toEqual([[2, 2 * reward]])
    await claimedFor(world, voucher ?? (await issued(world)), alipay(7))
    expect(await waiting()).toEqual([[2, 2 * reward]])
    // Held a second time it counts once.
    await holdVoucher(world.ports, mei, voucher?.id ?? '', 'automated')
    expect(await waiting()).toEqual([[2, 2 * reward]])
    await frozen(world)
    expect(await waiting()).toEqual([])
    await expectBooksToBalance(world)
  })
})
