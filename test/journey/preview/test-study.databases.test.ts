/** A study that is tried out through its real door: everything is answered, and nothing of it is promised or counted. */
import { expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { makeTest } from '../../../src/journey/preview/test-study.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { listTerms } from '../../../src/rewards/offers/store.ts'
import { listStudies } from '../../../src/survey/studies/store.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const banner = 'Test: nothing is paid or counted.'
const one = { en: 'everybody', 'zh-Hans': '所有人', 'zh-Hant': '所有人' }
/** A study with one place left in its only cell. */
const lastPlace: WorldOptions['study'] = (study) => ({
  ...study,
  settings: { ...study.settings, quotas: [{ cell: 'all', label: one, when: { q: 'Q02', in: [3] }, limit: 1 }] },
})

/** Somebody who has answered the test to its end, and the page that they end on. */
async function tested(world: World, seed = 1) {
  const slug = await makeTest(world.ports, await staffAs(world, 'admin'), world.study.id)
  const student = new Student(world, seed)
  await student.start(slug)
  return { slug, student, end: await student.answer({ slug, fixed: { Q02: 3, Q04: 1 } }) }
}

/** Every row that says what is owed, set aside, counted at a door or compared with others. */
const counted = ['leases', 'vouchers', 'transfers', 'offer_balances', 'quota_cells', 'quota_reservations', 'networks']

forEachDatabase(() => {
  it('is answered to its end, and nobody is promised anything or takes anybody’s place', async () => {
    const world = await fresh({ study: lastPlace })
    const before = await Promise.all(counted.map((table) => rowsOf(world, table as never)))
    const { slug, student, end } = await tested(world)
    expect(end.path).toBe(`/s/${slug}/end/test`)
    expect(end.html).toContain('A student would hold a voucher of CNY 20.00 now')
    expect(await Promise.all(counted.map((table) => rowsOf(world, table as never)))).toEqual(before)
    expect((await rowsOf<{ network: string | null }>(world, 'response_paradata')).map((row) => row.network)).toEqual([
      null,
    ])
    const [response] = await rowsOf<{ state: string; study_id: string }>(world, 'responses')
    expect(response).toMatchObject({ state: 'complete', study_id: `test_${world.study.id}` })
    // The last place of the quota is there for whoever comes.
    const real = new Student(world, 2)
    expect((await real.complete({ Q02: 3, Q04: 1 })).path).toBe('/s/study-abroad/voucher')
    await sweep(world.ports)
    expect((await auditDatabase(world.ports)).flatMap(({ breaches }) => breaches)).toEqual([])
    for (const path of ['', '/privacy', '/status', '/resume', '/trust', '/devices', '/end/test']) {
      const { html, status } = await student.open(`/s/${slug}${path}`)
      expect([path, status, html.includes(banner), html.includes('content="noindex"')]).toEqual([path, 200, true, true])
    }
  })

  it('is erased all at once, and by itself after a month, also where it was left half way', async () => {
    const world = await fresh()
    const { slug } = await tested(world)
    const half = new Student(world, 3)
    await half.start(slug)
    const admin = await signedIn(world, 'admin')
    const list = () => admin.open('/admin/studies/study-abroad/tests')
    const refs = (html: string) => [...html.matchAll(/tests\/([a-z0-9]{13})"/g)].map(([, ref]) => ref)
    const shown = refs((await list()).html)
    expect(shown).toHaveLength(2)
    const pages = await Promise.all(shown.map((ref) => admin.open(`/admin/studies/study-abroad/tests/${ref}`)))
    expect(pages.some(({ html }) => html.includes('<code class="small">Q04</code>'))).toBe(true)
    await admin.post('/admin/studies/study-abroad/tests/erase')
    expect(refs((await list()).html)).toEqual([])
    for (const table of ['documents', 'saved_pages', 'response_paradata', 'agreements'] as const) {
      expect([table, await rowsOf(world, table)]).toEqual([table, []])
    }

    const late = new Student(world, 4)
    await late.start(slug)
    world.wait(29 * 24 * 60)
    await sweep(world.ports)
    const seededCount = async () =>
      (await rowsOf<{ seed: string }>(world, 'responses')).filter(({ seed }) => seed !== '').length
    expect(await seededCount()).toBe(1)
    world.wait(2 * 24 * 60)
    await sweep(world.ports)
    expect(await seededCount()).toBe(0)
    expect((await auditDatabase(world.ports)).flatMap(({ breaches }) => breaches)).toEqual([])
  })

  it('moves to another address when it is renewed, of two at once as well, and there is one', async () => {
    const world = await fresh()
    const { slug } = await tested(world)
    const mei = await staffAs(world, 'admin')
    await Promise.all([makeTest(world.ports, mei, world.study.id), makeTest(world.ports, mei, world.study.id)])
    const tests = (await rowsOf<{ slug: string; test_of: string | null }>(world, 'studies')).filter((it) => it.test_of)
    expect(tests).toHaveLength(1)
    expect((await new Student(world).open(`/s/${slug}`)).status).toBe(404)
    expect((await new Student(world).open(`/s/${tests[0]?.slug}`)).html).toContain(banner)
    const { html } = await (await signedIn(world, 'admin')).open('/admin/studies/study-abroad/tests')
    expect(html).not.toContain('something else by now')
    await world.ports.db.together({
      sql: `update studies set settings = settings || ' ' where test_of is null`,
      values: [],
    })
    const changed = await (await signedIn(world, 'admin')).open('/admin/studies/study-abroad/tests')
    expect(changed.html).toContain('something else by now')
    // No list of studies has it, and it has no page of its own at a desk.
    const now = world.ports.clock.now()
    expect((await listStudies(world.ports.db, now)).map((it) => it.slug)).toEqual(['study-abroad'])
    expect((await listTerms(world.ports.db, now)).map((it) => it.slug)).toEqual(['study-abroad'])
    const admin = await signedIn(world, 'admin')
    for (const page of ['tests', 'responses.csv', 'requests'])
      expect((await admin.get(`/admin/studies/${tests[0]?.slug}/${page}`)).status).toBeGreaterThanOrEqual(400)
  })
})
