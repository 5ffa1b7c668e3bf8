import { expect, it } from 'vitest'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { pageByKey } from '../../../src/platform/lists/page-by-key.ts'
import { addAudit } from '../../../src/staff/audit-trail/audit.ts'
import type { AuditEntry } from '../../../src/staff/audit-trail/seal-hash.ts'
import { entriesFound, type TrailFilter } from '../../../src/staff/audit-trail/search/store.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { closeAfterwards } from '../../support/run/closing.ts'
import { type World, world } from '../../support/world.ts'
import { linkFor } from '../accounts/member.ts'

const anything: TrailFilter = { action: '', actor: '', subject: '', from: '', to: '' }

forEachDatabase((_, open, once) => {
  /** A world whose trail has these entries too, each a minute behind the one before. */
  async function withEntries(...entries: [actor: string, action: string, subject: string][]): Promise<World> {
    const here = closeAfterwards(await world({ open }))
    const { ids, clock, db } = here.ports
    for (const [actor, action, subject] of entries) {
      here.wait(1)
      await db.together(addAudit({ id: ids.next('audit'), actor, action, subject, at: clock.now() }))
    }
    return here
  }
  const found = async (here: World, wanted: Partial<TrailFilter>, scope: Parameters<typeof entriesFound>[1] = null) => {
    const rows = await here.ports.db.read(entriesFound({ ...anything, ...wanted }, scope, 'behind', null, 100))
    return rows
      .filter(({ action }) => action !== 'study.opened')
      .map(({ actor, action, subject }) => `${actor} ${action} ${subject}`)
  }

  it('is found by who, what, to what and when, the newest first, and nothing that respondents and holders did themselves', async () => {
    const here = await withEntries(
      ['staff_1', 'batch.approved', 'batch_1'],
      ['resp_1', 'response.complete', 'resp_1'],
      ['holder', 'claim.made', 'claim_1'],
      ['operator', 'role.given', 'staff_1 admin study_1'],
      ['staff_12', 'batch.approved', 'batch_2'],
      ['staff_1', 'responses.exported', 'study_1'],
    )
    expect(await found(here, {})).toEqual([
      'staff_1 responses.exported study_1',
      'staff_12 batch.approved batch_2',
      'operator role.given staff_1 admin study_1',
      'staff_1 batch.approved batch_1',
    ])
    expect(await found(here, { actor: 'staff_1', action: 'batch.approved' })).toEqual([
      'staff_1 batch.approved batch_1',
    ])
    expect(await found(here, { subject: 'staff_1' })).toEqual(['operator role.given staff_1 admin study_1'])
    expect(await found(here, { subject: 'batch' })).toEqual([])
    expect(await found(here, { subject: 'resp_1' })).toEqual([])
    here.wait(24 * 60)
    await here.ports.db.together(
      addAudit({
        id: here.ports.ids.next('audit'),
        actor: 'a',
        action: 'b.c',
        subject: 'd',
        at: here.ports.clock.now(),
      }),
    )
    const day = here.ports.clock.now().slice(0, 10)
    expect(await found(here, { from: day, to: day })).toEqual(['a b.c d'])
    expect(await found(here, { to: '2026-11-22' })).toEqual([])
  })

  once('goes by the days at which its times are read: at UTC+8 a day begins at 16:00 of the day before', async () => {
    const here = await withEntries()
    const noted = async (subject: string, at: string) => {
      here.wait((Date.parse(at) - Date.parse(here.ports.clock.now())) / 60_000)
      const id = here.ports.ids.next('audit')
      await here.ports.db.together(addAudit({ id, actor: 'a', action: 'b.c', subject, at }))
    }
    await noted('before', '2026-12-01T15:59:00.000Z')
    await noted('first', '2026-12-01T16:00:00.000Z')
    await noted('last', '2026-12-02T15:59:00.000Z')
    await noted('after', '2026-12-02T16:00:00.000Z')
    const day = '2026-12-02'
    expect(await found(here, { from: day, to: day, action: 'b.c' })).toEqual(['a b.c last', 'a b.c first'])
  })

  once(
    'finds ids of respondents, vouchers and claims by what was drawn of them, and no step of a voucher before it is paid',
    async () => {
      const [r, v] = ['r_01kb1p2q3abcdefghjkmn', 'v_01kb1p2q3npqrstvwxyz0']
      const here = await withEntries(
        ['staff_1', 'review.held', r],
        ['staff_1', 'voucher.held', v],
        ['sweep', 'voucher.expired', v],
        ['staff_2', 'voucher.voided', v],
        ['staff_1', 'review.held', r.replace('mn', 'mp')],
      )
      expect(await found(here, { subject: 'v_…npqrstvwxyz0' })).toEqual([`staff_2 voucher.voided ${v}`])
      expect(await found(here, { subject: 'r_…abcdefghjkmn' })).toEqual([`staff_1 review.held ${r}`])
      expect(await found(here, { subject: 'claim_…abcdefghjkmn' })).toEqual([])
      expect(await found(here, { subject: r })).toEqual([`staff_1 review.held ${r}`])
    },
  )

  it('is paged by key there and back, whatever is written meanwhile', async () => {
    const here = await withEntries(...[1, 2, 3, 4, 5].map((n) => ['me', 'a.b', `n${n}`] as [string, string, string]))
    const page = (asked: { before?: string; after?: string }) =>
      pageByKey<AuditEntry>(
        asked,
        2,
        ({ id }) => id,
        (way, from, count) => here.ports.db.read(entriesFound({ ...anything, action: 'a.b' }, null, way, from, count)),
      )
    const seen = (one: { rows: AuditEntry[] }) => one.rows.map(({ subject }) => subject)
    const newest = await page({})
    expect([seen(newest), newest.previous]).toEqual([['n5', 'n4'], null])
    const second = await page({ before: newest.next ?? '' })
    expect(seen(second)).toEqual(['n3', 'n2'])
    const last = await page({ before: second.next ?? '' })
    expect([seen(last), last.next]).toEqual([['n1'], null])
    const back = await page({ after: last.previous ?? '' })
    expect([seen(back), back.next !== null]).toEqual([['n3', 'n2'], true])
    expect(seen(await page({ after: back.previous ?? '' }))).toEqual(['n5', 'n4'])
  })

  once('shows whoever has one study of several the entries that name it', async () => {
    const here = await withEntries()
    expect(
      await openStudy(here.ports, { ...studyAbroadStudy('2026-01-01T00:00:00.000Z'), slug: 'another' }),
    ).toMatchObject({ done: true })
    await linkFor(here, 'Noor', 'owner', 'another')
    const { db } = here.ports
    const [another] = await db.read<{ id: string }>({
      sql: "select id from studies where slug = 'another'",
      values: [],
    })
    here.wait(1)
    for (const subject of [`${another?.id} 3`, `${here.study.id} 3`, `${another?.id}x 3`]) {
      const id = here.ports.ids.next('audit')
      await db.together(
        addAudit({ id, actor: 'me', action: 'questionnaire.draft_saved', subject, at: here.ports.clock.now() }),
      )
    }
    const [noor] = await db.read<{ id: string }>({ sql: "select id from staff where name = 'Noor'", values: [] })
    const scope = { staffId: noor?.id ?? '', permission: 'audit.search' } as const
    const seen = await db.read(entriesFound(anything, scope, 'behind', null, 100))
    expect(seen.map(({ action, subject }) => [action, subject])).toEqual([
      ['questionnaire.draft_saved', `${another?.id} 3`],
      ['study.opened', another?.id],
    ])
  })
})
