/** Whoever made the link by which somebody came in counts as them, wherever two people are needed for money. */
import { expect, it } from 'vitest'
import { reportHash } from '../../../src/reconciliation/reports/content.ts'
import { periodOf } from '../../../src/reconciliation/reports/period.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { signFirst, signSecond } from '../../../src/reconciliation/reports/signing/sign.ts'
import { approveBatch } from '../../../src/rewards/batches/approve.ts'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { makeSignInLink, signIn } from '../../../src/staff/accounts/actions.ts'
import { countsAs, mayHaveBeenOne } from '../../../src/staff/accounts/counts-as.ts'
import { readSignedIn } from '../../../src/staff/accounts/session.ts'
import type { Staff } from '../../../src/staff/accounts/store.ts'
import { decideProposal, propose } from '../../../src/staff/approvals/actions.ts'
import { tell } from '../../reconciliation/integrity/story.ts'
import { claimed, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

const own = { refused: 'own_link' }

/** The person as a session has them that began by a link of `by`, or of the command line. */
async function cameIn({ ports }: World, name: string, by?: Staff): Promise<Staff> {
  const made = await makeSignInLink(ports, { name, role: 'approver' }, by)
  const signed = 'refused' in made ? made : await signIn(ports, made.link.split('/').at(-1) ?? '')
  if ('refused' in signed) throw new Error(signed.refused)
  return (await readSignedIn(ports.db, signed.sessionId, ports.clock.now()))?.staff ?? expect.unreachable()
}

forEachDatabase((_, open, once) => {
  it('decides no proposal of whoever made the link, by which somebody new was invited as well', async () => {
    const world = await fresh({ open })
    const { ports } = world
    const omar = await staffAs(world, 'preparer')
    const what = { kind: 'claim_released', subject: 'claim', payload: {}, reason: 'why' } as const
    const made = await propose(ports, omar, what)
    const id = 'proposed' in made ? made.proposed : ''
    const invited = await cameIn(world, 'Ada', omar)
    for (const verdict of ['confirmed', 'declined'] as const)
      expect(await decideProposal(ports, invited, id, verdict, async () => [])).toEqual(own)
    const sql = `insert into decisions (proposal_id, verdict, proposed_by, decided_by, counts_as, at)
      values (?, 'confirmed', ?, ?, ?, '2026-01-01')`
    expect(await ports.db.together({ sql, values: [id, omar.id, invited.id, omar.id] })).toMatchObject({
      done: false,
      breach: { kind: 'check', on: 'decisions_counts_as_another' },
    })
    const other = await staffAs(world, 'approver', 'Eve')
    expect(await decideProposal(ports, await cameIn(world, 'Ada', other), id, 'confirmed', async () => [])).toEqual({
      decided: 'confirmed',
    })
    expect(await rowsOf(world, 'decisions')).toMatchObject([{ decided_by: invited.id, counts_as: other.id }])
  })

  once(
    'decides and approves nothing of somebody who came in by a link of the same maker, nor does the maker',
    async () => {
      const world = await fresh({ open })
      const { ports, study } = world
      withAlipay(world)
      await claimed(world, 1)
      const owner = await staffAs(world, 'approver', 'Olga')
      const omar = { ...(await staffAs(world, 'preparer')), linkBy: owner.id }
      const ada = await cameIn(world, 'Ada', owner)
      const made = await propose(ports, omar, { kind: 'claim_released', subject: 'c', payload: {}, reason: 'why' })
      const id = 'proposed' in made ? made.proposed : ''
      const prepared = await prepareBatch(ports, omar, {
        ...{ studyId: study.id, provider: 'alipay', channel: 'alipay', currency: 'CNY' },
        limits: { perPayoutMinor: reward, perBatchMinor: reward },
      })
      const batchId = 'batchId' in prepared ? prepared.batchId : ''
      for (const one of [ada, { ...owner, linkBy: null }]) {
        expect(await decideProposal(ports, one, id, 'confirmed', async () => [])).toEqual(own)
        expect(await approveBatch(ports, one, batchId)).toEqual(own)
      }
      const sql = `insert into decisions (proposal_id, verdict, proposed_by, decided_by, counts_as, proposed_counts_as, at)
      values (?, 'confirmed', ?, ?, ?, ?, '2026-01-01')`
      expect(await ports.db.together({ sql, values: [id, omar.id, ada.id, owner.id, owner.id] })).toMatchObject({
        done: false,
        breach: { kind: 'check', on: 'decisions_proposer_counts_as_another' },
      })
      const other = await cameIn(world, 'Ada')
      expect(await decideProposal(ports, other, id, 'confirmed', async () => [])).toEqual({ decided: 'confirmed' })
      expect(await approveBatch(ports, other, batchId)).toMatchObject({ approvals: 1 })
      expect(await rowsOf(world, 'decisions')).toMatchObject([{ proposed_counts_as: owner.id, counts_as: other.id }])
    },
  )

  once(
    'counts whoever came in at the end of a chain of links as everybody along it, for proposals, batches and objections',
    async () => {
      const world = await fresh({ open })
      const { ports, study } = world
      withAlipay(world)
      await claimed(world, 1)
      const [ada, zoe] = [await cameIn(world, 'Ada'), await cameIn(world, 'Zoe')]
      const bea = await cameIn(world, 'Bea', ada)
      const cleo = await cameIn(world, 'Cleo', bea)
      const dora = await cameIn(world, 'Dora', cleo)
      // In a session of her own, Bea is herself; the link that she makes then counts for nobody else.
      const herself = await cameIn(world, 'Bea')
      const ines = await cameIn(world, 'Ines', herself)
      expect([bea, cleo, dora, herself, ines].map(countsAs)).toEqual([
        ada.id,
        `${bea.id} ${ada.id}`,
        `${cleo.id} ${bea.id} ${ada.id}`,
        bea.id,
        bea.id,
      ])

      const made = await propose(ports, dora, { kind: 'claim_released', subject: 'c', payload: {}, reason: 'why' })
      const id = 'proposed' in made ? made.proposed : ''
      const prepared = await prepareBatch(ports, dora, {
        ...{ studyId: study.id, provider: 'alipay', channel: 'alipay', currency: 'CNY' },
        limits: { perPayoutMinor: reward, perBatchMinor: reward },
      })
      const batchId = 'batchId' in prepared ? prepared.batchId : ''
      for (const one of [ada, bea, herself, cleo, ines, await cameIn(world, 'Eve', ada)]) {
        expect(await decideProposal(ports, one, id, 'confirmed', async () => []), one.name).toEqual(own)
        expect(await approveBatch(ports, one, batchId), one.name).toEqual(own)
      }
      const to = ports.clock.now()
      const rejected = { id: dora.id, from: to, to }
      for (const one of [ada, herself, ines]) expect(await mayHaveBeenOne(ports.db, one, rejected), one.name).toBe(true)
      expect(await mayHaveBeenOne(ports.db, zoe, rejected)).toBe(false)
      expect(await decideProposal(ports, zoe, id, 'confirmed', async () => [])).toEqual({ decided: 'confirmed' })
      expect(await approveBatch(ports, zoe, batchId)).toMatchObject({ approvals: 1 })

      const another = await propose(ports, ada, { kind: 'claim_released', subject: 'd', payload: {}, reason: 'why' })
      const other = 'proposed' in another ? another.proposed : ''
      expect(await decideProposal(ports, dora, other, 'confirmed', async () => [])).toEqual(own)
      expect(await decideProposal(ports, ines, other, 'confirmed', async () => [])).toEqual({ decided: 'confirmed' })
    },
  )

  it('approves no batch of theirs, and is no second approval beside theirs', async () => {
    const world = await fresh({ open })
    const { ports, study } = world
    withAlipay(world)
    await claimed(world, 2)
    const omar = await staffAs(world, 'preparer')
    const made = await prepareBatch(ports, omar, {
      studyId: study.id,
      provider: 'alipay',
      channel: 'alipay',
      currency: 'CNY',
      limits: { perPayoutMinor: reward, perBatchMinor: 2 * reward - 1 },
    })
    const batchId = 'batchId' in made ? made.batchId : ''
    expect(await approveBatch(ports, await cameIn(world, 'Ada', omar), batchId)).toEqual(own)
    const ada = await cameIn(world, 'Ada')
    expect(await approveBatch(ports, ada, batchId)).toEqual({ approvals: 1, needed: 2 })
    expect(await approveBatch(ports, await cameIn(world, 'Eve', ada), batchId)).toEqual(own)
    const eve = await cameIn(world, 'Eve')
    const [batch] = await rowsOf<{ content_hash: string }>(world, 'batches')
    const sql = `insert into batch_approvals (batch_id, nth, approver, prepared_by, content_hash, counts_as, at)
      values (?, 2, ?, ?, ?, ?, '2026-01-01')`
    const values = [batchId, eve.id, omar.id, batch?.content_hash ?? '', ada.id]
    expect(await ports.db.together({ sql, values })).toMatchObject({
      done: false,
      breach: { kind: 'unique', on: 'batch_approvals.batch_id, batch_approvals.counts_as' },
    })
    expect(await approveBatch(ports, eve, batchId)).toEqual({ approvals: 2, needed: 2 })
  })

  once('signs no report second that they signed first, or the other way round', async () => {
    const world = await fresh({ open })
    await tell(world)
    world.wait(24 * 60)
    const { ports } = world
    const report = await readAccountReport(ports, 'alipay:CNY', periodOf('2026-11-23') ?? expect.unreachable())
    if (report === undefined) throw new Error('no report')
    const ada = await cameIn(world, 'Ada')
    const evesByAda = await cameIn(world, 'Eve', ada)
    const first = await signFirst(ports, evesByAda, report, reportHash(report), 'no statement yet')
    const reportId = 'reportId' in first ? first.reportId : ''
    expect(await signSecond(ports, ada, reportId)).toEqual(own)
    expect(await signSecond(ports, await cameIn(world, 'Bea', evesByAda), reportId)).toEqual(own)
    expect(await signSecond(ports, await cameIn(world, 'Bea'), reportId)).toEqual({ signed: true })
  })
})
