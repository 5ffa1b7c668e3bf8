import { describe, expect, it } from 'vitest'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { readClosing } from '../../../src/reconciliation/reports/read-study.ts'
import { readBatch } from '../../../src/rewards/batches/approve.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { erasePayees } from '../../../src/rewards/claims/erase.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { alipay, approved, claimed, issued, payoutOf, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'

interface ClaimRow {
  id: string
  payee: string
  account_hash: string
  state: string
}

forEachDatabase((_, open) => {
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
  })
})
