/** Files of results are kept once, whole, and as they were. */
import { expect, it } from 'vitest'
import { toBase64 } from '../../src/platform/crypto/base64.ts'
import { keyIdOf } from '../../src/platform/crypto/encrypted.ts'
import { first } from '../../src/platform/db/together.ts'
import { keysInUse } from '../../src/reconciliation/integrity/keys-in-use.ts'
import { erasePayees, erasePayeesKey } from '../../src/rewards/claims/erase.ts'
import { decryptBesidePayees, encryptText } from '../../src/rewards/payees/encrypt.ts'
import { instructBatch, reportPaid } from '../../src/rewards/payouts/report.ts'
import { keepResultFile, resultBytes } from '../../src/rewards/result-files/keep.ts'
import { resultFileById } from '../../src/rewards/result-files/store.ts'
import { approved, claimed, payoutOf, staffAs, withAlipay } from '../support/claimed.ts'
import { forEachDatabase } from '../support/databases/databases.ts'
import { fresh, rowsOf } from '../support/databases/fresh.ts'

forEachDatabase((_, open, once) => {
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
    const pieces = await rowsOf<{ content: string }>(world, 'result_file_pieces')
    const [key] = (await rowsOf<{ id: string; purpose: string }>(world, 'study_keys')).filter(
      ({ purpose }) => purpose === 'payees',
    )
    expect(
      pieces.map(({ content }) => keyIdOf(content)),
      'as the payees that it names',
    ).toEqual([key?.id, key?.id])
    expect(await keysInUse(world.ports.db)).not.toContainEqual({ purpose: 'payees', kid: key?.id })

    const { reference } = await payoutOf(world, voucher ?? { id: '' })
    await reportPaid(world.ports, preparer, [{ reference: reference ?? '', amountMinor: null, providerId: null }])
    world.wait(40 * 24 * 60)
    expect(await erasePayees(world.ports, 'cli', { studyId: world.study.id, olderThanDays: 30 })).toBe(1)
    expect(await rowsOf(world, 'result_file_pieces')).toEqual([])
    expect(await resultBytes(world.ports, cut)).toBeUndefined()

    await keep()
    const [late] = await rowsOf<{ content: string }>(world, 'result_file_pieces')
    expect(await erasePayeesKey(world.ports, 'cli', world.study.id)).toBe(true)
    expect(await rowsOf(world, 'result_file_pieces'), 'one that came once more goes with the key').toEqual([])
    expect(await decryptBesidePayees(world.ports, late?.content ?? '', `${one}/1`)).toBeNull()
  })

  once('a file from before, under a key of the service, is given back as it was', async () => {
    const world = await fresh({ open })
    withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
    await claimed(world, 1)
    const batchId = await approved(world, { provider: 'manual' })
    const preparer = await staffAs(world, 'preparer')
    const bytes = new TextEncoder().encode('reference,paid')
    const id = await keepResultFile(world.ports, preparer, batchId, bytes)
    const content = await encryptText(world.ports.keys, toBase64(bytes), `${id}/1`)
    await world.ports.db.together({ sql: 'update result_file_pieces set content = ?', values: [content] })
    const file = await first(world.ports.db, resultFileById({ id }))
    expect(file && (await resultBytes(world.ports, file))).toEqual(bytes)
    expect(await keysInUse(world.ports.db)).toContainEqual({ purpose: 'payees', kid: keyIdOf(content) })
  })
})
