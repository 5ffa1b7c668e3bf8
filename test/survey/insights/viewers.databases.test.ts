/** What viewers are shown of a study, made once a day by the sweep. */
import { expect, it } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { publishDraft } from '../../../src/survey/drafts/publish.ts'
import { saveDraft } from '../../../src/survey/drafts/save.ts'
import { sweepFigures } from '../../../src/survey/insights/figures/make.ts'
import { fewestShown } from '../../../src/survey/insights/figures/perturb.ts'
import { readSnapshot, smallestBase } from '../../../src/survey/insights/figures/snapshot.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addResponses } from '../../support/export-rows.ts'

const page = '/admin/studies/study-abroad/figures'
const aDay = 24 * 60
const mainland = { en: 'From the mainland', 'zh-Hans': '来自内地', 'zh-Hant': '來自內地' }

forEachDatabase((_, open, once) => {
  it('figures are made once a day of twenty and more, and move when at least ten have come', async () => {
    const world = await fresh({ open })
    const { ports } = world
    const stored = async () =>
      (await rowsOf<{ document: string | null; looked_on: string }>(world, 'figure_snapshots'))[0]
    await addResponses(world, 15, { answers: { Q01: 4, Q02: 3, Q04: 1 } })
    await sweepFigures(ports)
    expect((await stored())?.document).toBeNull()
    await addResponses(world, 20, { answers: { Q01: 4, Q02: 2, Q04: 2 } })
    for (const state of ['screened_out', 'lapsed'] as const) await addResponse(world, { state })
    expect(await sweepFigures(ports)).toBe(0)
    world.wait(aDay)
    await Promise.all([sweepFigures(ports), sweepFigures(ports)])
    const first = (await stored())?.document ?? ''
    const { counted, groups } = readSnapshot(first)
    expect(counted).toBe(35)
    const figures = groups.flatMap(({ base, rows }) => [base, ...Object.values(rows).flat()])
    expect(figures.filter((figure) => figure !== 0 && figure < fewestShown)).toEqual([])
    expect(Math.min(...groups.map(({ base }) => base))).toBeGreaterThanOrEqual(smallestBase)
    const expected = { Q01: 35, Q02: 35, Q04: 35 }
    for (const [column, count] of Object.entries(expected)) {
      const sum = (groups[0]?.rows[column] ?? []).reduce((all, figure) => all + figure, 0)
      expect(Math.abs(sum - count), column).toBeLessThanOrEqual(14)
    }
    // Nine more change nothing, not even the next day; with the tenth they move.
    await addResponses(world, 9, { answers: { Q01: 4, Q02: 2, Q04: 2 } })
    world.wait(aDay)
    await sweepFigures(ports)
    expect(await stored()).toMatchObject({ document: first, looked_on: ports.clock.now().slice(0, 10) })
    await addResponses(world, 1, { answers: { Q01: 4, Q02: 2, Q04: 2 } })
    world.wait(aDay)
    await sweepFigures(ports)
    expect(readSnapshot((await stored())?.document ?? '').counted).toBe(45)
  })

  once('data that cannot be counted keeps no other from its figures, and the failure is told', async () => {
    const world = await fresh({ open })
    const { db } = world.ports
    await addResponses(world, 25, { answers: { Q01: 4, Q02: 3, Q04: 1 } })
    const read: typeof db.read = async (query) => {
      const rows = await db.read(query)
      const broken = { studyId: '', dataVersion: '0'.repeat(64) } as (typeof rows)[number]
      return query.sql.includes('looked_on >= ?') ? [broken, ...rows] : rows
    }
    await expect(sweepFigures({ ...world.ports, db: { ...db, read } })).rejects.toThrow()
    expect(await rowsOf(world, 'figure_snapshots')).toHaveLength(1)
  })

  once('a viewer sees figures of groups, and neither the quotas nor how many gave an answer', async () => {
    const quotas = [{ cell: 'mainland', label: mainland, when: { q: 'Q04', in: [1] }, limit: 50 }]
    const world = await fresh({
      open,
      study: (study) => ({ ...study, settings: { ...study.settings, quotas } }),
    })
    const [viewer, owner] = [await signedIn(world, 'viewer'), await signedIn(world, 'owner')]
    expect(textOf((await viewer.open(page)).html)).toContain('at least twenty complete responses')
    await addResponses(world, 40, { answers: { Q01: 4, Q02: 3, Q04: 1, Q05: [1, 3] } })
    await sweepFigures(world.ports)
    const { html } = await viewer.open(page)
    expect(textOf(html)).toMatch(/Everybody: about \d+ responses\./)
    expect(textOf(html)).toContain('How old are you?')
    expect(textOf(html)).not.toContain(' -1 ')
    expect((await viewer.get(`${page}?of=99`)).status).toBe(200)
    expect((await viewer.get(`${page}?version=${'0'.repeat(64)}`)).status).toBe(404)
    expect((await owner.open('/admin')).html).toContain(mainland.en)
    expect((await viewer.open('/admin')).html).not.toContain(mainland.en)
  })

  once(
    'once a question is withheld, viewers see nothing of it in figures that were made before, nor in new ones',
    async () => {
      const world = await fresh({ open })
      const { ports, study } = world
      await addResponses(world, 40, { answers: { Q01: 4, Q02: 3, Q04: 1 } })
      await sweepFigures(ports)
      const viewer = await signedIn(world, 'viewer')
      const seen = async () => textOf((await viewer.open(page)).html)
      expect(await seen()).toContain('How old are you?')
      const document = structuredClone(studyAbroad)
      const question = document.pages.flatMap(({ questions }) => questions).find(({ code }) => code === 'Q01')
      Object.assign(question ?? {}, { withheld: true })
      const of = { studyId: study.id, revision: 0 }
      await saveDraft(ports, { id: 'staff_mei' }, { ...of, document })
      const published = await publishDraft(
        ports,
        { id: 'staff_mei' },
        { ...of, revision: 1, as: 'correction', note: '' },
      )
      expect(published).toHaveProperty('published')
      expect(await seen()).not.toContain('How old are you?')
      expect(await seen()).toMatch(/Everybody: about \d+ responses\./)
      await addResponses(world, 20, { answers: { Q01: 4, Q02: 3, Q04: 1 } })
      world.wait(aDay)
      await sweepFigures(ports)
      const [row] = await rowsOf<{ document: string }>(world, 'figure_snapshots')
      expect(readSnapshot(row?.document ?? '').counted).toBe(60)
      expect(row?.document).not.toContain('Q01')
    },
  )

  once('a viewer is led to the figures, and finds no exact count on any page of a study', async () => {
    const world = await fresh({ open, smallestGroup: 1 })
    const [complete, screenedOut] = [137, 146]
    await addResponses(world, complete, { answers: { Q01: 4, Q02: 3, Q04: 1 } })
    for (let n = 0; n < screenedOut; n += 1) await addResponse(world, { state: 'screened_out' })
    await sweepFigures(world.ports)
    const [viewer, owner] = [await signedIn(world, 'viewer'), await signedIn(world, 'owner')]
    const home = await viewer.open('/admin')
    expect(home.html).toContain(`href="${page}"`)
    const exact = [complete, screenedOut, complete + screenedOut].map(String)
    const counts = (html: string) => exact.filter((count) => new RegExp(`>\\s*${count}\\b`).test(html))
    expect(counts((await owner.open('/admin')).html)).toEqual(exact)
    const paths = world.app.routes
      .filter(({ method, path }) => method === 'GET' && /^\/admin(\/studies)?(\/:slug(\/[a-z-/]+)?)?$/.test(path))
      .map(({ path }) => path.replace(':slug', world.study.slug))
    const opened: string[] = []
    for (const path of new Set(paths)) {
      const response = await viewer.get(path)
      if (response.status !== 200) continue
      opened.push(path)
      // The figures may be right by chance, and are of seed and key.
      if (path !== page) expect(counts(await response.text()), path).toEqual([])
    }
    expect(opened).toContain('/admin')
    expect(opened.length).toBeGreaterThan(4)
    expect((await viewer.get('/admin/studies/study-abroad/live')).status).toBe(403)
  })
})
