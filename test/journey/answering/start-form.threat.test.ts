import { afterEach, expect, it } from 'vitest'
import { askTaipa } from '../../support/another-version.ts'
import { hidden, Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

let opened: World | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

const start = '/s/study-abroad/p/start'

it('a start form that someone else has seen opens nothing in their browser', async () => {
  opened = await world()
  const student = new Student(opened)
  const { html } = await student.open(start)
  const seen = hidden(html)
  expect((await student.post(start, { ...seen, Q01: '4', C0a: '1' })).status).toBe(303)
  await student.answer()

  const other = new Student(opened)
  await other.open(start)
  const taken = await other.post(start, { ...seen, Q01: '4', C0a: '1' })
  expect(taken.status).toBe(200)
  expect(other.cookies.has('__Host-respondent-study-abroad')).toBe(false)
  expect((await other.open('/s/study-abroad/voucher')).status).toBe(401)
})

it.each([
  ['was open for hours', 'open for too long', (world: World) => world.wait(121)],
  ['is sent without its cookie', 'keeps no cookies', (_: World, student: Student) => student.cookies.clear()],
  [
    'was read beside another notice',
    'privacy notice has changed',
    async ({ ports, wait }: World) => {
      const sql = `update studies set settings = replace(settings, '"contact":"', '"contact":"new-')`
      expect(await ports.db.together({ sql, values: [] })).toMatchObject({ done: true })
      wait(1)
    },
  ],
])('a first page that %s comes again with why, and with no box ticked', async (_, why, happens) => {
  opened = await world()
  const student = new Student(opened)
  const fields = { ...hidden((await student.open(start)).html), Q01: '4', C0a: '1' }
  await happens(opened, student)
  const again = await student.post(start, fields)
  const html = await again.text()
  expect(again.status).toBe(200)
  expect(html).toContain(why)
  expect(html).not.toMatch(/name="C0a"[^>]*checked/)
  expect(html).toMatch(/name="Q01"[^>]*value="4"[^>]*checked|value="4"[^>]*name="Q01"[^>]*checked/)
  expect((await student.post(start, { ...fields, ...hidden(html) })).headers.get('location')).toBe('/s/study-abroad/go')
})

it.each([
  ['sent', {}],
  ['asked for in another language', { lang: 'zh-Hans' }],
])(
  'a first page that is %s after another version was published comes again with that one, and with nothing picked',
  async (_, more) => {
    opened = await world()
    const student = new Student(opened)
    const seen = { ...hidden((await student.open(start)).html), Q01: '4', C0a: '1' }
    const version = await askTaipa(opened, opened.ports.clock.now())
    const sql = 'update studies set questionnaire_version = ?'
    expect(await opened.ports.db.together({ sql, values: [version] })).toMatchObject({ done: true })
    opened.wait(1)
    const again = await student.post(start, { ...seen, ...more })
    const html = await again.text()
    expect(again.status).toBe(200)
    expect(html).toMatch('lang' in more ? '问卷有了改动' : 'questions have changed')
    expect(html).not.toContain('checked')
    expect((await student.post(start, { ...seen, ...hidden(html) })).status).toBe(303)
    const [response] = await opened.ports.db.read({ sql: 'select questionnaire_version from responses', values: [] })
    expect(response).toEqual({ questionnaire_version: version })
  },
)
