import { describe, expect, it } from 'vitest'
import { verifyBooks } from '../../../src/reconciliation/export/verify/verify.ts'
import { legalMoves } from '../../../src/reconciliation/integrity/legal-moves.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { holdVoucher, rejectVoucher, releaseVoucher } from '../../../src/rewards/vouchers/actions.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { alipay, issued, staffAs, untilFinal, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import { freshStory } from '../integrity/story.ts'
import { each, exported } from './exported.ts'

forEachDatabase((_, open, once) => {
  describe('exported books', () => {
    it('prove themselves, with what they hold', async () => {
      const { world } = await freshStory({ open })
      const looked = await verifyBooks(each(await exported(world)), { jwks: world.ports.keys.jwks as never })
      expect(looked.filter(({ ok }) => !ok)).toEqual([])
      const figures = Object.fromEntries(looked.map((one) => [one.invariant, one.figures]))
      expect(figures).toMatchObject({
        sums: { 'CNY clearing': 2000, 'CNY paid': 2000, 'CNY reserved': 2000, 'HKD paid': 0 },
        clearing: { moves: 5 },
        stories: { vouchers: 6, payouts: 4, attempts: 3 },
        approvals: { batches: 2, approved: 1 },
        chain: { digests: expect.any(Number) },
      })
    })

    once('of an empty study prove themselves', async () => {
      const world = await fresh({ open })
      world.wait(10)
      const looked = await verifyBooks(each(await exported(world)))
      expect(looked.filter(({ ok }) => !ok)).toEqual([])
    })

    it('are of one instant: what comes later changes nothing of them but the trail', async () => {
      const { world, unknown } = await freshStory({ open })
      const before = await exported(world, 5)
      world.wait(1)
      await issued(world, 21)
      await world.ports.db.together({ sql: 'update attempts set next_at = null', values: [] })
      expect(unknown.id).not.toBe('')
      const after = await exported(world, 6)
      const but = (lines: string[]) => lines.filter((line) => !/^\{"kind":"(seal|end)"/.test(line))
      expect(but(after)).toEqual(but(before))
      expect((await verifyBooks(each(after))).filter(({ ok }) => !ok)).toEqual([])
    })

    once('hold nothing that leads to an answer, to a payee, or to when somebody answered', async () => {
      const { world } = await freshStory({ open })
      const text = (await exported(world)).join('\n')
      const claims = await rowsOf<{ payee: string; account_hash: string }>(world, 'claims')
      const vouchers = await rowsOf<{ id: string; respondent_id: string; code_key: string }>(world, 'vouchers')
      const responses = await rowsOf<{ export_ref: string; respondent_id: string; ended_at: string | null }>(
        world,
        'responses',
      )
      const secrets = [
        ...claims.flatMap(({ payee, account_hash }) => [payee, account_hash]),
        ...vouchers.flatMap(({ id, respondent_id }) => [id, id.slice(2), respondent_id, respondent_id.slice(2)]),
        ...responses.flatMap(({ export_ref, respondent_id }) => [export_ref, respondent_id]),
      ]
      expect(secrets.length).toBeGreaterThan(20)
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
      expect(text).toContain(
        await voucherReference(world.ports.keys, { id: vouchers[0]?.id ?? '', codeKey: vouchers[0]?.code_key ?? '' }),
      )
      // Transfers carry the time of a submission: the books have them by the day.
      expect(text).not.toContain('"t_')
    })

    once(
      'tell of a voucher neither that it was claimed nor that its response was held, released or rejected',
      async () => {
        const world = await fresh({ open })
        const { ports } = world
        withAlipay(world)
        const mei = await staffAs(world, 'admin')
        const vouchers = [
          await issued(world, 1),
          await issued(world, 2),
          await issued(world, 3),
          await issued(world, 4),
        ]
        const [one = '', other = '', third = ''] = vouchers.map(({ id }) => id)
        const books = async () => {
          world.wait(2)
          const lines = await exported(world)
          expect((await verifyBooks(each(lines))).filter(({ ok }) => !ok)).toEqual([])
          return lines.filter((line) => !/^\{"kind":"(books|seal|end)"/.test(line))
        }
        const before = await books()
        await claimVoucher(ports, { id: one }, alipay(1), 'holder')
        expect(await holdVoucher(ports, mei, one, 'automated')).toEqual({ done: true })
        await holdVoucher(ports, mei, other, 'automated')
        await releaseVoucher(ports, mei, other, 'looks_genuine')
        await holdVoucher(ports, mei, third, 'automated')
        await rejectVoucher(ports, mei, third, 'automated')
        expect(await books()).toEqual(before)
        // What is free again is one sum of its offer.
        await untilFinal(world)
        const after = await books()
        expect(after.filter((line) => line.startsWith('{"kind":"voucher"'))).toEqual(
          before.filter((line) => line.startsWith('{"kind":"voucher"')),
        )
        expect(
          after.filter((line) => line.startsWith('{"kind":"promises"')).map((line) => JSON.parse(line)),
        ).toMatchObject([{ ended: 1, endedMinor: reward, reservedMinor: 0 }])
      },
    )

    once('name vouchers in an order that is not that of their making', async () => {
      const { world } = await freshStory({ open })
      const references = (await exported(world)).flatMap((line) => {
        const { kind, reference } = JSON.parse(line)
        return kind === 'voucher' ? [reference] : []
      })
      expect(references).toHaveLength(6)
      expect(references).toEqual([...references].sort())
    })

    once('know the legal moves as the schema does', async () => {
      const world = await fresh({ open })
      for (const [life, moves] of Object.entries(legalMoves)) {
        const rows = await world.ports.db.read<{ move: string }>({ sql: `select move from ${life}_moves`, values: [] })
        expect(rows.map(({ move }) => move).sort(), life).toEqual([...moves].sort())
      }
    })
  })
})
