/** How people find a study: openings of its first page are counted, and the tag of a link goes with the response. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eraseAnswers } from '../../../src/survey/responses/withdraw.ts'
import { makeTag, mostTags } from '../../../src/survey/sources/make-tag.ts'
import { noTag, tagFrom, tagOf } from '../../../src/survey/sources/tag.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

const landing = '/s/study-abroad'

forEachDatabase((_, open, once) => {
  let here: World
  let tag: { made: string } | { refused: string }
  beforeEach(async () => {
    here = await world({ open })
    tag = await makeTag(here.ports, (await staffAs(here, 'admin')).id, here.study.id, 'Poster-1')
  })
  afterEach(() => here.close())

  const openings = async () =>
    (
      await rowsOf<{ day: string; language: string; door: string; source: string; opened: number }>(
        here,
        'study_openings',
      )
    )
      .map(({ day, language, door, source, opened }) => ({
        day,
        language,
        door,
        source: source.replace(/_.*/, ''),
        opened,
      }))
      .sort((a, b) => a.source.localeCompare(b.source) || a.door.localeCompare(b.door))
  const sources = async () =>
    (await rowsOf<{ source: string | null }>(here, 'responses')).map(({ source }) => source?.replace(/_.*/, '') ?? null)

  async function begin(from?: string): Promise<Student> {
    const student = new Student(here)
    const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`
    const html = await (await student.get(landing + query)).text()
    const start = /href="(\/s\/study-abroad\/p\/start[^"]*)"/.exec(html)?.[1] ?? ''
    const form = await (await student.get(start)).text()
    await student.post(`${landing}/p/start`, { ...hidden(form), Q01: '4', C0a: '1' })
    return student
  }

  it('are counted by day, language, door and tag; of a tag that nobody made it is only known that there was one', async () => {
    expect(tag).toEqual({ made: 'poster-1' })
    const visitor = new Student(here)
    for (const from of ['?from=poster-1', '?from=POSTER-1', '?from=ming-lee', '?from=a%20name', '', '?door=invitation'])
      expect((await visitor.post(`${landing}/opened${from}`)).status).toBe(204)
    const day = '2026-11-23'
    expect(await openings()).toEqual([
      { day, language: 'en', door: 'invitation', source: 'none', opened: 1 },
      { day, language: 'en', door: 'open_link', source: 'none', opened: 1 },
      { day, language: 'en', door: 'open_link', source: 'other', opened: 2 },
      { day, language: 'en', door: 'open_link', source: 'tag', opened: 2 },
    ])
  })

  once('go with the response as far as staff made them, and are erased with it', async () => {
    await begin()
    await begin('poster-1')
    const other = await begin('Li Ming')
    expect((await sources()).sort()).toEqual([null, 'other', 'tag'].sort())
    expect(JSON.stringify(await rowsOf(here, 'responses'))).not.toContain('Ming')
    await here.ports.db.together(...eraseAnswers(other.respondentId))
    expect((await sources()).sort()).toEqual([null, null, 'tag'].sort())
  })

  once('are not moved far by a flood, which keeps nobody from beginning', async () => {
    const flood = new Student(here)
    for (let n = 0; n < 303; n++) expect((await flood.post(`${landing}/opened`)).status).toBe(204)
    expect((await openings()).reduce((sum, { opened }) => sum + opened, 0)).toBe(300)
    await begin('poster-1')
    expect(await sources()).toEqual(['tag'])
  })

  once('are said by a page that was reached from elsewhere, by somebody who has not begun', async () => {
    const opened = async (student: Student, headers: Record<string, string> = {}) =>
      /data-opened="([^"]+)"/.exec(await (await student.send(`${landing}?from=poster-1`, { headers })).text())?.[1]
    const visitor = new Student(here)
    expect(await opened(visitor)).toBe(`${landing}/opened?from=poster-1`)
    expect(await opened(visitor, { 'sec-fetch-site': 'cross-site' })).toBe(`${landing}/opened?from=poster-1`)
    expect(await opened(visitor, { 'sec-fetch-site': 'same-origin' })).toBeUndefined()
    expect(await opened(await begin())).toBeUndefined()
  })

  once(
    'tags are made at the desk, each with a link and a code to print; what is refused stays in the form',
    async () => {
      const mei = await signedIn(here, 'admin')
      const made = await mei.post('/admin/studies/study-abroad/sources', { tag: 'hall-2' })
      expect(made.headers.get('location')).toBe('/admin/studies/study-abroad/sources/hall-2')
      const page = await (await mei.get('/admin/studies/study-abroad/sources/hall-2')).text()
      expect(page).toContain(`${here.ports.settings.origin}/s/study-abroad?from=hall-2`)
      expect(page).toContain('<svg')
      const refused = await mei.post('/admin/studies/study-abroad/sources', { tag: 'Li Ming' })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('value="Li Ming"')
      expect((await mei.post('/admin/studies/study-abroad/sources', { tag: 'HALL-2' })).status).toBe(422)
      expect((await mei.get('/admin/studies/study-abroad/sources/nothing')).status).toBe(404)
    },
  )

  once('tags are as many as a column can tell apart', async () => {
    const { id: mei } = await staffAs(here, 'admin')
    for (let n = 2; n <= mostTags; n++) {
      expect(await makeTag(here.ports, mei, here.study.id, `t${n}`)).toEqual({ made: `t${n}` })
    }
    expect(await makeTag(here.ports, mei, here.study.id, 'more')).toEqual({ refused: 'many' })
  })

  once('tags are letters, digits and dashes', () => {
    expect(['a', 'A-1', ' x ', '', '-a', 'a b', 'é', 'a'.repeat(33), 'a@b'].map(tagOf)).toEqual([
      'a',
      'a-1',
      'x',
      null,
      null,
      null,
      null,
      null,
      null,
    ])
    expect([undefined, '', 'a b', noTag, 'poster'].map(tagFrom)).toEqual([null, null, noTag, noTag, 'poster'])
  })
})
