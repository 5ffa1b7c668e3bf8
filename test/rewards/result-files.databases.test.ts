/** Files of results are kept once, whole, and as they were. */
import { expect, it } from 'vitest'
import { first } from '../../src/platform/db/together.ts'
import { erasePayees } from '../../src/rewards/claims/erase.ts'
import { instructBatch, reportPaid } from '../../src/rewards/payouts/report.ts'
import { keepResultFile, resultBytes } from '../../src/rewards/result-files/keep.ts'
import { resultFileById } from '../../src/rewards/result-files/store.ts'
import { approved, claimed, payoutOf, staffAs, withAlipay } from '../support/claimed.ts'
import { forEachDatabase } from '../support/databases/databases.ts'
import { fresh, rowsOf } from '../support/databases/fresh.ts'

forEachDatabase((_, open) => {
  it('a file of results is kept once however often it comes, mended after a cut, and erased with the payees', async () => {
    const world = await fresh({ open })
    withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
    const [voucher] = await claimed(world, 1)
    const batchId = await approved(world, { provider: 'manual' })
    const preparer = await staffAs(world, 'preparer')
    await instructBatch(world.ports, preparer, batchId)
    const bytes = Uint8Array.from({ length: 400 * 1024 }, (_, i) => (i * 7) % 251)
    const keep = () => keepResultFile(world.ports, preparer, batchId, bytes)
    const [one, other] = await Promise.all([keep(), keep()])
    expect(one).toBe(other)
    await world.ports.db.together({ sql: 'delete from result_file_pieces where n = 2', values: [] })
    const cut = await first(world.ports.db, resultFileById({ id: one }))
    expect(cut).toMatchObject({ pieces: 2, kept: 1 })
    if (cut === undefined) return
    expect(await resultBytes(world.ports, cut)).toBeUndefined()
    await keep()
    expect(await resultBytes(world.ports, cut)).toEqual(bytes)
    expect(await rowsOf(world, 'result_files')).toHaveLength(1)

    const { reference } = await payoutOf(world, voucher ?? { id: '' })
    await reportPaid(world.ports, preparer, [{ reference: reference ?? '', amountMinor: null, providerId: null }])
    world.wait(40 * 24 * 60)
    expect(await erasePayees(world.ports, 'cli', { studyId: world.study.id, olderThanDays: 30 })).toBe(1)
    expect(await rowsOf(world, 'result_file_pieces')).toEqual([])
    expect(await resultBytes(world.ports, cut)).toBeUndefined()
  })
})
