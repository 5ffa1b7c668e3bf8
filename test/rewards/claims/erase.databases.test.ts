/** Accounts of payees: under a key of their study, and gone with it when they are over. */
import { describe, expect, it } from 'vitest'
import { retire } from '../../../src/app/retire-key.ts'
import { sweep } from '../../../src/app/sweep.ts'
import { newKeySet, readKeys, withNewKey } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { readClosing } from '../../../src/reconciliation/reports/read-study.ts'
import { readBatch } from '../../../src/rewards/batches/approve.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { erasePayees, erasePayeesKey } from '../../../src/rewards/claims/erase.ts'
import { decryptPayee } from '../../../src/rewards/payees/encrypt.ts'
import { resealPayees } from '../../../src/rewards/payees/reseal.ts'
import { sealPayee } from '../../../src/rewards/payees/sealed-payee.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { alipay, approved, claimed, issued, payoutOf, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'

interface ClaimRow {
  id: string
  voucher_id: string
  payee: string
  payee_key: string | null
  account_hash: string
  state: string
}

forEachDatabase((_, open, once) => {
  describe('erasing payees', () => {
    it('leaves no account of what was paid long ago, and the batch is still the one that was approved', async () => {
      const world = await fresh({ open })
      const { ports } = world
      withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
      const [voucher] = await claimed(world, 1)
      const batchId = await approved(world)
      await sweepPayouts(ports)
      const wanted = { studyId: world.study.id, olderThanDays: 60 }
      world.wait(59 * 24 * 60)
      expect(await erasePayees(ports, 'operator', wanted), 'too soon').toBe(0)
      await expect(erasePayees(ports, 'operator', { ...wanted, olderThanDays: 7 })).rejects.toThrow(RangeError)
      world.wait(2 * 24 * 60)
      const late = await issued(world, 2)
      const before = await rowsOf<ClaimRow>(world, 'claims')
      expect(await erasePayees(ports, 'operator', wanted)).toBe(1)
      expect(await erasePayees(ports, 'operator', wanted), 'once').toBe(0)

      const [claim] = await rowsOf<ClaimRow>(world, 'claims')
      expect(claim).toMatchObject({ state: 'paid', account_hash: before[0]?.account_hash })
      expect(claim?.payee).toMatch(/^erased [0-9a-f]{64}$/)
      const read = await readBatch(ports, batchId)
      expect(read?.hashNow).toBe(read?.batch.contentHash)
      world.wait(24 * 60)
      expect((await readClosing(ports, 'study-abroad'))?.erased).toMatchObject([
        { what: 'payee', count: 1, actor: 'operator' },
      ])

      await claimVoucher(ports, late, alipay(1), 'holder')
      const again = (await rowsOf<ClaimRow>(world, 'claims')).find(({ id }) => id !== claim?.id)
      expect(again?.state, 'the same account is known again').toBe('held')

      const names = ['payees_sealed', 'content_is_approved', 'trail_holds_codes']
      const looked = await auditDatabase(ports, (name) => names.includes(name))
      expect(looked.filter(({ ok }) => !ok)).toEqual([])
      const omar = await signedIn(world, 'preparer')
      const { payoutId } = await payoutOf(world, voucher ?? { id: '' })
      expect((await omar.get(`/finance/payouts/${payoutId}`)).status).toBe(200)
      expect((await omar.post(`/finance/payouts/${payoutId}/payee`)).status).toBe(403)
    })

    it('takes the key of the study with the last of them: a row from a backup opens no more', async () => {
      const world = await fresh({ open })
      const { ports } = world
      withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
      await claimed(world, 2)
      await approved(world)
      await sweepPayouts(ports)
      const [kept] = await rowsOf<ClaimRow>(world, 'claims')
      const { id = '', payee = '', voucher_id: voucherId = '', payee_key: key } = kept ?? {}
      expect(await decryptPayee(ports, { payee, voucherId })).toMatchObject({ channel: 'alipay' })
      const erase = () => erasePayeesKey(ports, 'operator', world.study.id)
      expect(await erase(), 'payees are left').toBe(false)
      const byHand = `update study_keys set wrapped = null, live_payees = null, erased_at = made_at where id = '${key}'`
      expect(await ports.db.together({ sql: byHand, values: [] }), 'the schema').toMatchObject({
        breach: { kind: 'reference' },
      })
      world.wait(61 * 24 * 60)
      expect(await erasePayees(ports, 'operator', { studyId: world.study.id, olderThanDays: 60 })).toBe(2)
      expect([await erase(), await erase()]).toEqual([true, false])
      const restored = `update claims set payee = '${payee}' where id = '${id}'`
      await ports.db.together({ sql: restored, values: [] })
      await expect(decryptPayee(ports, { payee, voucherId })).rejects.toThrow()
      // Who claims later has a new key.
      await claimVoucher(ports, await issued(world, 3), alipay(3), 'holder')
      const later = (await rowsOf<ClaimRow>(world, 'claims')).find(({ state }) => state === 'ready')
      expect(later?.payee_key).toMatch(/./)
      expect(later?.payee_key).not.toBe(key)
    })
  })

  once('an audit that meets an erasure says nothing of what it had read before', async () => {
    const world = await fresh({ open })
    const { ports } = world
    withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
    await claimed(world, 1)
    await approved(world)
    await sweepPayouts(ports)
    world.wait(61 * 24 * 60)
    const read: typeof ports.db.read = async (query) => {
      const rows = await ports.db.read(query)
      if (!query.sql.includes('from claims') || !query.sql.includes('and id >')) return rows
      await erasePayees(ports, 'operator', { studyId: world.study.id, olderThanDays: 60 })
      await erasePayeesKey(ports, 'operator', world.study.id)
      return rows
    }
    const looked = await auditDatabase({ ...ports, db: { ...ports.db, read } }, (name) => name === 'payees_open')
    expect(looked).toMatchObject([{ breaches: [] }])
    const [claim] = await rowsOf<ClaimRow>(world, 'claims')
    expect(claim?.payee, 'it was erased meanwhile').toMatch(/^erased /)
  })

  describe('payees from before studies had keys for them', () => {
    it('are read and paid, sealed anew, and still the ones that were approved; the key of the service is free then', async () => {
      const world = await fresh({ open })
      const { ports } = world
      const set = await newKeySet()
      ports.keys = await readKeys(JSON.stringify(set), nodeSecretKeys)
      withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
      const vouchers = await claimed(world, 2)
      const older = ports.keys.payees.newest
      for (const [n, { id }] of vouchers.entries()) {
        const payee = await sealPayee(older, alipay(n + 1), id)
        await ports.db.together({
          sql: 'update claims set payee = ?, payee_key = null where voucher_id = ?',
          values: [payee, id],
        })
      }
      const batchId = await approved(world)
      const left = async () =>
        (await auditDatabase(ports, (name) => name === 'payees_open'))[0]?.figures.under_keys_of_the_service
      expect(await left()).toBe(2)
      ports.keys = await readKeys(JSON.stringify(await withNewKey(set, 'payees')), nodeSecretKeys)
      await expect(retire(ports, older.kid)).rejects.toThrow('stays')
      await sweep(ports)
      expect(await left()).toBe(0)
      const rows = await rowsOf<ClaimRow>(world, 'claims')
      const opened = await Promise.all(
        rows.map(({ payee, voucher_id: voucherId }) => decryptPayee(ports, { payee, voucherId })),
      )
      expect(new Set(opened.map(({ fields }) => fields.phone))).toEqual(
        new Set([alipay(1), alipay(2)].map(({ fields }) => fields.phone)),
      )
      expect(rows.map(({ state }) => state)).toEqual(['paid', 'paid'])
      const read = await readBatch(ports, batchId)
      expect(read?.hashNow).toBe(read?.batch.contentHash)
      expect(await retire(ports, older.kid)).toBe('payees')
      world.wait(61 * 24 * 60)
      expect(await erasePayees(ports, 'operator', { studyId: world.study.id, olderThanDays: 60 })).toBe(2)
      const erased = await readBatch(ports, batchId)
      expect(erased?.hashNow).toBe(read?.batch.contentHash)
      await sealAudit(ports)
      expect((await auditDatabase(ports)).filter(({ ok }) => !ok).map(({ invariant }) => invariant)).toEqual([])
    })

    once('are sealed anew beside one that opens for nobody, which is said', async () => {
      const world = await fresh({ open })
      const { ports } = world
      withAlipay(world)
      const vouchers = await claimed(world, 2)
      const [first] = (await rowsOf<ClaimRow>(world, 'claims')).sort((one, other) => (one.id < other.id ? -1 : 1))
      for (const { id } of vouchers) {
        // The one that comes first was sealed for somebody else.
        const sealed = await sealPayee(ports.keys.payees.newest, alipay(1), id === first?.voucher_id ? 'v_other' : id)
        await ports.db.together({
          sql: 'update claims set payee = ?, payee_key = null where voucher_id = ?',
          values: [sealed, id],
        })
      }
      await expect(resealPayees(ports)).rejects.toThrow('something else')
      const left = (await rowsOf<ClaimRow>(world, 'claims')).filter((row) => row.payee_key === null)
      expect(left.map(({ id }) => id)).toEqual([first?.id])
    })

    once('do not open with another digest than theirs, nor as those of another voucher', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      const [voucher] = await claimed(world, 1)
      const id = voucher?.id ?? ''
      const key = world.ports.keys.payees.newest
      const sealed = await sealPayee(key, alipay(1), id, 'a'.repeat(64))
      expect(await decryptPayee(world.ports, { payee: sealed, voucherId: id })).toEqual(alipay(1))
      const [head = '', ...rest] = sealed.split('.')
      const header = Buffer.from(head, 'base64url').toString().replace('a'.repeat(64), 'b'.repeat(64))
      const forged = [Buffer.from(header).toString('base64url'), ...rest].join('.')
      await expect(decryptPayee(world.ports, { payee: forged, voucherId: id })).rejects.toThrow('decryption')
      await expect(decryptPayee(world.ports, { payee: sealed, voucherId: 'v_other' })).rejects.toThrow('something else')
    })
  })
})
