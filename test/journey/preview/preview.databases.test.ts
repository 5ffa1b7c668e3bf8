/** Each page as it would be: answered and gone on from, and nothing of it written, counted or stopped by a gate. */
import { expect, it } from 'vitest'
import { languages } from '../../../schema/questionnaire.ts'
import { surroundingScreens } from '../../../src/journey/preview/places.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { type Student, hidden as written } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const at = (place: string, facts = 'none') => `/admin/studies/study-abroad/preview/live/${facts}/${place}`
const hidden = (html: string) =>
  Object.fromEntries(Object.entries(written(html)).map(([name, value]) => [name, value.replaceAll('&quot;', '"')]))
const heading = (html: string) => /<h1>(.*?)<\/h1>/s.exec(html)?.[1]
const action = (html: string) => /<form id="page"[^>]* action="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

/** Counts what is written while something is done. */
async function writesOf(world: World, what: () => Promise<void>): Promise<number> {
  const { db } = world.ports
  let writes = 0
  world.ports.db = {
    ...db,
    read: (query) => db.read(query),
    together: (...rows) => {
      writes += 1
      return db.together(...rows)
    },
  }
  await what()
  world.ports.db = db
  return writes
}

/** Sends the page that is drawn, with these answers in place of the first option of each question. */
async function send(admin: Student, html: string, answers: Record<string, string>) {
  const response = await admin.post(action(html), { ...hidden(html), ...answers, go: 'next' })
  return { status: response.status, html: await response.text(), response }
}

forEachDatabase((_name, _open, once) => {
  once('shows every page in every language, of a study that has closed and takes nobody without work', async () => {
    const closed = '2026-02-01T00:00:00.000Z'
    const world = await fresh({ startsWithoutWork: 0, study: (study) => ({ ...study, closesAt: closed }) })
    const admin = await signedIn(world, 'admin')
    const places = [...surroundingScreens, ...world.study.questionnaire.pages.map(({ code }) => `p-${code}`)]
    const writes = await writesOf(world, async () => {
      for (const place of places) {
        const sentences = new Set<string | undefined>()
        for (const language of languages) {
          const response = await admin.get(`${at(place)}?lang=${language}`)
          const html = await response.text()
          expect([place, response.status, html.includes(`<html lang="${language}">`)]).toEqual([place, 200, true])
          expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
          expect(response.headers.getSetCookie().filter((cookie) => !cookie.includes('staff'))).toEqual([])
          if (place.startsWith('p-')) expect(html).toContain('<fieldset')
          sentences.add(heading(html))
        }
        expect(sentences.size, place).toBe(3)
      }
    })
    expect(writes).toBe(0)
    const landing = await (await admin.get(at('landing'))).text()
    expect(landing).toContain(at('p-start'))
    expect((await admin.get(at('p-nowhere'))).status).toBe(404)
    // A version is known by its hash, and one that this study never asked by none.
    const { version } = world.study
    const of = (name: string) => `/admin/studies/study-abroad/preview/${name}/none/p-start`
    expect((await admin.get(of(version))).status).toBe(200)
    for (const page of ['preview', 'dry-run']) {
      expect((await admin.get(`/admin/studies/study-abroad/${page}?of=${version}`)).status).toBe(200)
      expect((await admin.get(`/admin/studies/study-abroad/${page}?of=${'0'.repeat(64)}`)).status).toBe(404)
    }
    for (const name of ['0'.repeat(64), 'nothing']) expect((await admin.get(of(name))).status).toBe(404)
  })

  it('is answered and gone on from, back and in another language, and leaves no row and no cookie', async () => {
    const world = await fresh()
    const admin = await signedIn(world, 'admin')
    const before = await Promise.all(
      (['responses', 'networks', 'quota_cells', 'audit_entries'] as const).map((it) => rowsOf(world, it)),
    )
    const cookies = [...admin.cookies.keys()]
    const writes = await writesOf(world, async () => {
      const first = await (await admin.get(at('p-start'))).text()
      const refused = await send(admin, first, { Q01: '4' })
      expect([refused.status, heading(refused.html)]).toEqual([422, heading(first)])
      const second = await send(admin, first, { Q01: '4', C0a: '1' })
      expect(second.html).toContain('name="Q02"')
      // Somebody too young ends here; somebody who is not studied ends on the next page.
      expect((await send(admin, first, { Q01: '1' })).html).not.toContain('name="Q02"')
      const other = await admin.post(action(second.html), { ...hidden(second.html), Q02: '3', lang: 'zh-Hant' })
      const inChinese = await other.text()
      expect(inChinese).toContain('<html lang="zh-Hant">')
      expect(inChinese).toMatch(/name="Q02" value="3" checked/)
      const third = await send(admin, inChinese, { Q02: '3', Q03: '1', Q04: '1' })
      expect(third.html).toContain('<html lang="zh-Hant">')
      expect(third.html).not.toContain('name="Q02"')
      const back = await admin.post(action(third.html), { ...hidden(third.html), go: 'back' })
      expect(await back.text()).toMatch(/name="Q02" value="3" checked/)
      const draft = await admin.post(action(second.html), { ...hidden(second.html), draft: '1' })
      expect(await draft.json()).toEqual({ revision: 0 })
      // What no form of ours has is nothing.
      for (const state of ['{', '[1]', '{"Q01":{"a":{}}}', JSON.stringify({ Q01: 'x'.repeat(50_000) })])
        expect((await admin.post(at('p-screening'), { state, go: 'next' })).status).toBe(422)
    })
    expect(writes).toBe(0)
    const after = await Promise.all(
      (['responses', 'networks', 'quota_cells', 'audit_entries'] as const).map((it) => rowsOf(world, it)),
    )
    expect(after).toEqual(before)
    expect([...admin.cookies.keys()]).toEqual(cookies)
  })

  once('asks of a minor, of answers that go abroad and of the winter what it would', async () => {
    const world = await fresh()
    const admin = await signedIn(world, 'admin')
    const first = async (facts: string) => (await admin.get(at('p-start', facts))).text()
    const minor = async (facts: string) => (await send(admin, await first(facts), { Q01: '2', C0a: '1' })).html
    expect(heading(await minor('none'))).toBe(heading(await (await admin.get(at('under_age'))).text()))
    expect(await minor('minor')).toContain('<form id="page"')
    expect(await first('abroad')).not.toEqual(await first('none'))
    const page = await (
      await admin.get('/admin/studies/study-abroad/preview?at=p-start&in=zh-Hans&abroad=yes&minor=yes&winter=no')
    ).text()
    expect(page).toContain(`${at('p-start', 'minor.abroad')}?lang=zh-Hans`)
    expect(page).toContain('width="360"')
  })
})
