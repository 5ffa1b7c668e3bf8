import { describe, expect, it } from 'vitest'
import { reportHash } from '../../../src/reconciliation/reports/content.ts'
import { periodOf } from '../../../src/reconciliation/reports/period.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { readClosing, readStudyReport } from '../../../src/reconciliation/reports/read-study.ts'
import { signFirst, signSecond, withdrawSignature } from '../../../src/reconciliation/reports/signing/sign.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'
import { tell } from '../integrity/story.ts'

const day = '2026-11-23'
const period = (name: string) => {
  const found = periodOf(name)
  if (found === null) throw new Error(name)
  return found
}

async function dayOfStory(open: Parameters<typeof fresh>[0]) {
  const world = await fresh(open)
  await tell(world)
  world.wait(24 * 60)
  const report = await readAccountReport(world.ports, 'alipay:CNY', period(day))
  if (report === undefined) throw new Error('no report')
  return { world, report }
}

async function signers(world: World) {
  return {
    omar: await staffAs(world, 'preparer'),
    ada: await staffAs(world, 'approver'),
    eve: await staffAs(world, 'approver', 'Eve'),
    ivo: await staffAs(world, 'auditor'),
  }
}

forEachDatabase((_, open, once) => {
  describe('a report', () => {
    once('of a day has what was paid, and by which reference without a line', async () => {
      const { report } = await dayOfStory({ open })
      expect(report.ledger).toMatchObject({ openingMinor: 0, paid: 2000, closingMinor: -2000 })
      expect(report.paidWithoutLine).toMatchObject({ count: 1, amountMinor: 2000, listed: [{ day }] })
      expect(report.notCovered).toEqual([day])
    })

    it('is signed by two different people, and the audit trail keeps its hash', async () => {
      const { world, report } = await dayOfStory({ open })
      const { omar, ada } = await signers(world)
      const made = await signFirst(world.ports, omar, report, reportHash(report), 'no statement yet')
      if ('refused' in made) throw new Error(made.refused)
      expect(await signSecond(world.ports, ada, made.reportId)).toEqual({ signed: true })
      const [kept] = await rowsOf<{ content_hash: string }>(world, 'reports')
      const entries = (await rowsOf(world, 'audit_entries')).filter(({ action }) => action === 'report.signed')
      expect(entries.map(({ actor }) => actor).sort()).toEqual([omar.id, ada.id].sort())
      expect(new Set(entries.map(({ subject }) => subject))).toEqual(
        new Set([`${made.reportId} ${kept?.content_hash}`]),
      )
    })

    it('is not signed by the same person twice, nor by a third, nor by who may not', async () => {
      const { world, report } = await dayOfStory({ open })
      const { ada, eve, ivo } = await signers(world)
      expect(await signFirst(world.ports, ivo, report, reportHash(report), 'x')).toEqual({ refused: 'not_allowed' })
      const made = await signFirst(world.ports, ada, report, reportHash(report), 'no statement yet')
      if ('refused' in made) throw new Error(made.refused)
      expect(await signSecond(world.ports, ada, made.reportId)).toEqual({ refused: 'same_person' })
      expect(await signSecond(world.ports, ivo, made.reportId)).toEqual({ refused: 'not_allowed' })
      expect(await signSecond(world.ports, eve, made.reportId)).toEqual({ signed: true })
      const ann = await staffAs(world, 'approver', 'Ann')
      expect(await signSecond(world.ports, ann, made.reportId)).toEqual({ refused: 'signed_before' })
      expect(await rowsOf(world, 'report_signatures')).toHaveLength(2)
    })

    once(
      'is signed by an approver and a preparer, whichever of the two signs first, and never by two preparers',
      async () => {
        const { world, report } = await dayOfStory({ open })
        const { omar, ada } = await signers(world)
        const pia = await staffAs(world, 'preparer', 'Pia')
        const first = await signFirst(world.ports, ada, report, reportHash(report), 'no statement yet')
        if ('refused' in first) throw new Error(first.refused)
        expect(await signSecond(world.ports, omar, first.reportId)).toEqual({ signed: true })
        const changed = { ...report, rules: 'others' }
        const next = await signFirst(world.ports, omar, changed, reportHash(changed), 'moved')
        if ('refused' in next) throw new Error(next.refused)
        expect(await signSecond(world.ports, pia, next.reportId)).toEqual({ refused: 'needs_approver' })
        expect(await signSecond(world.ports, ada, next.reportId)).toEqual({ signed: true })
      },
    )

    it('has its first signature taken back until there is a second, of the two at once one comes first', async () => {
      const { world, report } = await dayOfStory({ open })
      const { omar, ada } = await signers(world)
      const sign = () => signFirst(world.ports, omar, report, reportHash(report), 'no statement yet')
      const first = await sign()
      if ('refused' in first) throw new Error(first.refused)
      expect(await withdrawSignature(world.ports, ada, first.reportId)).toEqual({ refused: 'not_yours' })
      expect(await withdrawSignature(world.ports, omar, first.reportId)).toEqual({ withdrawn: true })
      expect(await withdrawSignature(world.ports, omar, first.reportId)).toEqual({ refused: 'withdrawn' })
      expect(await signSecond(world.ports, ada, first.reportId)).toEqual({ refused: 'withdrawn' })
      // It is no dead end: the same is signed anew, as the next version.
      const again = await sign()
      if ('refused' in again) throw new Error(again.refused)
      expect(again.version).toBe(2)
      const both = await Promise.all([
        withdrawSignature(world.ports, omar, again.reportId),
        signSecond(world.ports, ada, again.reportId),
      ])
      expect(both.filter((outcome) => !('refused' in outcome))).toHaveLength(1)
      const signatures = await rowsOf<{ report_id: string; nth: number }>(world, 'report_signatures')
      const isSigned = 'signed' in both[1]
      expect(signatures.filter(({ report_id }) => report_id === again.reportId)).toHaveLength(isSigned ? 2 : 1)
      // Both ids are of one moment: either may come first.
      const endings = await rowsOf<{ report_id: string; ending: string; ended_by: string }>(world, 'report_endings')
      const endingOf = (id: string) => endings.find(({ report_id }) => report_id === id)
      expect(endings).toHaveLength(2)
      expect(endingOf(first.reportId)).toMatchObject({ ending: 'withdrawn', ended_by: omar.id })
      expect(endingOf(again.reportId)).toMatchObject({ ending: isSigned ? 'signed' : 'withdrawn' })
      const actions = (await rowsOf(world, 'audit_entries')).map(({ action }) => action)
      expect(actions.filter((action) => action === 'report.withdrawn')).toHaveLength(isSigned ? 1 : 2)
    })

    once('is signed as it was shown, with a note when it is red, once, and when its days are over', async () => {
      const { world, report } = await dayOfStory({ open })
      const { omar } = await signers(world)
      const today = await readAccountReport(world.ports, 'alipay:CNY', period('2026-11-24'))
      if (today === undefined) throw new Error('no report')
      expect(await signFirst(world.ports, omar, today, reportHash(today), 'x')).toEqual({ refused: 'not_over' })
      expect(await signFirst(world.ports, omar, report, 'f'.repeat(64), 'x')).toEqual({ refused: 'changed' })
      expect(await signFirst(world.ports, omar, report, reportHash(report), '')).toEqual({ refused: 'note_missing' })
      expect(await signFirst(world.ports, omar, report, reportHash(report), 'x')).toMatchObject({ version: 1 })
      expect(await signFirst(world.ports, omar, report, reportHash(report), 'y')).toEqual({ refused: 'signed_before' })
      const changed = { ...report, rules: 'others' }
      expect(await signFirst(world.ports, omar, changed, reportHash(changed), 'moved')).toMatchObject({ version: 2 })
    })

    once('is the same by rules that were there before they were named', async () => {
      const { world, report } = await dayOfStory({ open })
      const { omar } = await signers(world)
      expect(report.rules).toContain('batch')
      const before = { ...report, rules: '1: provider_id, reference, group, by_hand' }
      expect(await signFirst(world.ports, omar, before, reportHash(before), 'x')).toMatchObject({ version: 1 })
      expect(await signFirst(world.ports, omar, report, reportHash(report), 'y')).toEqual({ refused: 'signed_before' })
    })

    it('of a study adds up, and so does its closing certificate, to the cent', async () => {
      const { world } = await dayOfStory({ open })
      const month = await readStudyReport(world.ports, 'study-abroad', period('2026-11'))
      const closing = await readClosing(world.ports, 'study-abroad')
      expect(month?.offers.find(({ currency }) => currency === 'CNY')).toMatchObject({
        opening: { total: 0 },
        closing: { paid: 2000, clearing: 2000 },
      })
      expect(closing?.accounts.find(({ currency }) => currency === 'CNY')).toMatchObject({
        budgetMinor: 2_000_000,
        paidMinor: 2000,
        left: { clearing: 2000, reserved: 2000 },
      })
      expect(closing?.neverClaimed.sums).toMatchObject([{ currency: 'CNY' }])
    })
  })
})
