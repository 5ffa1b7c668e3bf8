/** Personal links made at the desk: numbered, shown once, and by nobody who judges responses of the study. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDuty } from '../../../src/staff/permissions/duties.ts'
import { makeLinks } from '../../../src/survey/invitations/make.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

const page = '/admin/studies/study-abroad/invitations'

forEachDatabase((_, open, once) => {
  let here: World
  beforeEach(async () => {
    here = await world({ open })
  })
  afterEach(() => here.close())

  async function linksFrom(response: Response): Promise<string[]> {
    const [, ...lines] = parseCsv(await response.text())
    return lines.map(([, link = '']) => new URL(link).pathname)
  }

  once('are a file, once; the list says by number who has not answered yet, and not who', async () => {
    // 17:00 UTC: the page shows days of UTC+8, and so does the file.
    here.wait(9 * 60)
    const mei = await signedIn(here, 'admin')
    const file = await mei.post(page, { count: '3', days: '30' })
    expect(file.headers.get('content-disposition')).toContain('filename="links-study-abroad-2026-11-24.csv"')
    expect(await file.clone().text()).toContain('2026-12-24')
    const links = await linksFrom(file)
    expect(links).toHaveLength(3)

    const [done, begun] = [new Student(here), new Student(here)]
    await done.post(links[0] ?? '')
    await done.complete()
    await begun.post(links[1] ?? '')
    await begun.start()
    const overview = await (await mei.get(page)).text()
    const list = /href="(\/admin\/studies\/study-abroad\/invitations\/[^"]+)"/.exec(overview)?.[1] ?? ''
    const shown = await (await mei.get(list)).text()
    const states = [...shown.matchAll(/<td[^>]*>(?:<[^>]*>)*(Answered|Begun|Not begun)</g)].map(([, state]) => state)
    expect(states).toEqual(['Answered', 'Begun', 'Not begun'])
    for (const html of [overview, shown]) {
      for (const link of links) expect(html).not.toContain(link)
      expect(html).not.toContain(done.respondentId)
    }
    here.wait(31 * 24 * 60)
    const later = await signedIn(here, 'admin')
    expect(await (await later.get(list)).text()).toContain('Expired')
    const trail = await rowsOf<{ action: string; actor: string }>(here, 'audit_entries')
    expect(trail.filter(({ action }) => action === 'invitations.made')).toHaveLength(1)
  })

  describe('and reviews', () => {
    it('are not of one hand: whoever made links judges nothing, and the other way round', async () => {
      await addVouchers(here, 1, 'held')
      const [{ export_ref: ref } = { export_ref: '' }] = await rowsOf<{ export_ref: string }>(here, 'responses')
      const [maker, judge] = [await signedIn(here, 'admin'), await signedIn(here, 'admin', 'Kim')]
      expect((await maker.post(page, { count: '1', days: '1' })).status).toBe(200)
      for (const [path, fields] of [
        [`/admin/reviews/${ref}/release`, { reason: 'looks_genuine' }],
        ['/admin/reviews/decide', { decision: `${ref} 1 release looks_genuine` }],
      ] as const) {
        const refused = await maker.post(path, fields)
        expect(refused.headers.get('location'), path).toContain('said=makes_links')
      }
      // Nor is anything offered to them that would be refused.
      const offered = async (staff: Student) => [
        (await (await staff.get('/admin/reviews')).text()).includes('action="/admin/reviews/decide"'),
        (await (await staff.get(`/admin/reviews/${ref}`)).text()).includes(`action="/admin/reviews/${ref}/release"`),
      ]
      expect(await offered(maker)).toEqual([false, false])
      expect(await offered(judge)).toEqual([true, true])
      const looked = async (staff: Student) => (await staff.post(`/admin/reviews/${ref}`)).text()
      expect(await looked(maker)).toContain('so you see no single response of it')
      expect(await looked(maker)).not.toContain('<td lang="')
      expect(await rowsOf<{ action: string }>(here, 'audit_entries')).not.toContainEqual(
        expect.objectContaining({ action: 'answers.viewed' }),
      )
      expect(await looked(judge)).not.toContain('so you see no single response of it')
      const released = await judge.post(`/admin/reviews/${ref}/release`, { reason: 'looks_genuine' })
      expect(released.headers.get('location')).toContain('said=release')
      // Whoever has reviewed is not asked for what would be refused.
      const asked = async (staff: Student) => (await (await staff.get(page)).text()).includes('name="count"')
      expect([await asked(maker), await asked(judge)]).toEqual([true, false])
      const refused = await judge.post(page, { count: '1', days: '1' })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('you have reviewed responses of this study')
      expect(await rowsOf(here, 'invitation_lists')).toHaveLength(1)
    })

    it('begun at the same moment by one person: the key lets one of them be', async () => {
      const mei = await staffAs(here, 'admin')
      const both = await Promise.all([
        makeLinks(here.ports, mei.id, here.study.id, { count: 1, days: 1, hasGuardian: false }),
        takeDuty(here.ports, mei.id, here.study.id, 'reviews'),
      ])
      expect(['refused' in both[0], both[1]].sort()).toSatisfy(([a, b]: boolean[]) => a === b)
      const lists = await rowsOf(here, 'invitation_lists')
      expect(lists).toHaveLength(both[1] ? 0 : 1)
      const again = here.ports.db.together({
        sql: `insert into staff_duties (staff_id, study_id, duty, at) values (?, ?, 'reviews', '2026')`,
        values: [mei.id, here.study.id],
      })
      expect(await again).toMatchObject({ done: false, breach: { kind: 'unique' } })
    })
  })

  once('are refused beyond the limits, with what was typed', async () => {
    const mei = await signedIn(here, 'admin')
    for (const fields of [
      { count: '501', days: '1' },
      { count: '0', days: '1' },
      { count: '1', days: 'x' },
    ]) {
      const response = await mei.post(page, { ...fields, guardian: 'yes' })
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(html).toContain('within the limits')
      expect(html).toMatch(/name="guardian" value="yes" checked/)
    }
    expect(await rowsOf(here, 'invitations')).toEqual([])
    const many = await mei.post(page, { count: '500', days: '365', guardian: 'yes' })
    expect(await linksFrom(many)).toHaveLength(500)
    const made = await rowsOf<{ guardian_at: string | null }>(here, 'invitations')
    expect(made.filter(({ guardian_at }) => guardian_at !== null)).toHaveLength(500)
  })
})
