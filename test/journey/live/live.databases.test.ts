/** The live page of a study: where people are, for whoever may see it, and nothing that moves when one of them ends. */
import { expect, it } from 'vitest'
import { sweepShown } from '../../../src/journey/reviews/show-groups.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { addResponse, addVouchers } from '../../support/export-rows.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

const page = '/admin/studies/study-abroad/live'

async function file(reader: Student, name: string): Promise<Map<string, string[]>> {
  const [, ...rows] = parseCsv((await (await reader.get(`${page}/${name}.csv`)).text()).replace(/^\uFEFF/, ''))
  return new Map(rows.map(([code = '', ...cells]) => [code, cells.slice(1)]))
}

forEachDatabase((_, open, once) => {
  const here = async (smallestGroup: number, check: (here: World) => Promise<void>) => {
    const made = await world({ open, smallestGroup })
    try {
      await check(made)
    } finally {
      await made.close()
    }
  }

  it('counts openings and starts at once, and what has ended once it appears', () =>
    here(1, async (world) => {
      const visitor = new Student(world)
      await visitor.post('/s/study-abroad/opened')
      await new Student(world).start()
      await addVouchers(world, 2, 'issued')
      await addVouchers(world, 1, 'held')
      const mei = await signedIn(world, 'admin')
      const funnel = await file(mei, 'funnel')
      expect(Object.fromEntries([...funnel].map(([code, [count]]) => [code, count]))).toMatchObject({
        Opened: '1',
        Started: '4',
        'Under way, or not shown yet': '1',
        Complete: '3',
        'of these, held for review': '1',
        'of these, counted': '2',
      })
      const days = await file(mei, 'days')
      expect(days.get('2026-11-23')).toEqual(['1', '4', '3'])
      // The same from segments as from responses that wait to be packed.
      await sweepSegments(world.ports)
      world.wait(1)
      expect(await file(mei, 'funnel')).toEqual(funnel)
      expect((await file(mei, 'came')).get('open_link')).toEqual(['1', '3', '3', '100'])
    }))

  once('sees in a while what was put there with a time that is over', () =>
    here(1, async (world) => {
      await new Student(world).start()
      world.wait(3 * 24 * 60)
      const mei = await signedIn(world, 'admin')
      const started = async () => (await file(mei, 'funnel')).get('Started')?.[0]
      expect(await started()).toBe('1')
      await new Student(world).start()
      await world.ports.db.together({ sql: `update responses set started_at = '2026-11-23T02:00:00.000Z'`, values: [] })
      world.wait(16)
      expect(await started()).toBe('2')
    }),
  )

  once.each([
    // The day on which clocks are put back has 25 hours there.
    ['Europe/Lisbon', ['2026-10-24T22:59:59.000Z', '2026-10-24T23:00:00.000Z', '2026-10-25T23:59:59.000Z']],
    ['Asia/Kathmandu', ['2026-10-24T18:14:59.000Z', '2026-10-24T18:15:00.000Z', '2026-10-25T18:14:59.000Z']],
  ])('counts by the days of the zone %s', async (zone, [before = '', first = '', last = '']) => {
    const made = await world({
      ...{ open, smallestGroup: 1, now: last },
      study: (study) => ({ ...study, settings: { ...study.settings, zone } }),
    })
    await new Student(made).post('/s/study-abroad/opened')
    for (const startedAt of [before, first, last]) await addResponse(made, { startedAt, endedAt: last })
    const mei = await signedIn(made, 'admin')
    const days = await file(mei, 'days')
    expect([days.get('2026-10-25'), days.get('2026-10-24')].map((of) => of?.slice(0, 2))).toEqual([
      ['1', '2'],
      ['0', '1'],
    ])
    expect(textOf(await (await mei.get(page)).text())).toContain(`time zone (${zone})`)
    expect((await mei.get('/admin/studies/study-abroad/insights')).status).toBe(200)
    await made.close()
  })

  it('moves nothing but starts when somebody ends, until five of a reward appear together', () =>
    here(5, async (world) => {
      await new Student(world).start()
      const files = async () => {
        world.wait(1)
        const [mei, wen] = [await signedIn(world, 'admin'), await signedIn(world, 'owner')]
        const all = await Promise.all(
          ['funnel', 'pages', 'questions', 'budget'].map((name) => file(name === 'budget' ? wen : mei, name)),
        )
        return all.map((one) =>
          [...one].filter(([code]) => !/^(Started|Under way)/.test(code)).map(([code, [count]]) => [code, count]),
        )
      }
      const before = await files()
      await addVouchers(world, 4, 'issued')
      world.wait(24 * 60)
      await sweepShown(world.ports)
      expect(await files()).toEqual(before)
      await addVouchers(world, 1, 'issued')
      world.wait(24 * 60)
      await sweepShown(world.ports)
      expect(await files()).not.toEqual(before)
    }))

  once('answers what asks again with a word while nothing has changed', () =>
    here(1, async (world) => {
      const mei = await signedIn(world, 'admin')
      const first = await mei.get(page)
      expect(textOf(await first.text())).toContain('Page by page')
      const tag = first.headers.get('etag') ?? ''
      expect(tag).not.toBe('')
      expect((await mei.send(page, { headers: { 'if-none-match': tag } })).status).toBe(304)
      await new Student(world).start()
      const next = await mei.send(page, { headers: { 'if-none-match': tag } })
      expect(next.status).toBe(200)
      expect(next.headers.get('etag')).not.toBe(tag)
    }),
  )

  once('leaves out what somebody may not see: exact breakdowns, flags and money, on the page and as files', () =>
    here(1, async (world) => {
      await addVouchers(world, 1, 'issued')
      const seen: Record<string, string[]> = {}
      for (const role of ['admin', 'analyst', 'reviewer', 'viewer', 'owner'] as const) {
        const reader = await signedIn(world, role)
        const statuses = await Promise.all(
          ['funnel', 'pages', 'questions', 'came', 'flags', 'budget'].map(async (name) => [
            name,
            (await reader.get(`${page}/${name}.csv`)).status,
          ]),
        )
        seen[role] = statuses.flatMap(([name, status]) => (status === 200 ? [String(name)] : []))
        if (role === 'viewer') continue
        const html = await (await reader.get(page)).text()
        for (const name of ['pages', 'came', 'flags', 'budget']) {
          expect(html.includes(`data-part="${name}"`), `${role} ${name}`).toBe(seen[role].includes(name))
        }
      }
      expect(seen).toEqual({
        admin: ['funnel', 'pages', 'questions', 'came', 'flags'],
        analyst: ['funnel', 'pages', 'questions', 'came', 'flags'],
        reviewer: ['funnel', 'flags'],
        viewer: [],
        owner: ['funnel', 'budget'],
      })
      const admin = await signedIn(world, 'admin')
      expect((await admin.get(`${page}/nothing.csv`)).status).toBe(404)
      expect(await (await admin.get(`${page}/days.svg`)).text()).toMatch(/^<\?xml.*<svg.*Complete, shown/s)
      expect(await (await admin.get(`${page}/came.svg`)).text()).toContain('繁體中文')
    }),
  )
})
