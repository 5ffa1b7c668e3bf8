import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkFor, signedIn } from '../../staff/accounts/member.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { records } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { answerSecondStudy, makeSecondStudy } from './second-study.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await makeSecondStudy(here)
  await new Student(here, 1).complete()
  expect(await answerSecondStudy(here, 'because of the ferry')).toContain('CNY')
  // Until a day's group is complete, nobody is shown who came when.
  here.wait(24 * 60)
})
afterAll(() => here.close())

it('a second study pays from its own budget, and the books balance', async () => {
  const balances = await here.ports.db.read<{ slug: string; liability: number }>({
    sql: `select slug, sum(liability) as liability from offer_balances join offers on offers.id = offer_id
join studies on studies.id = study_id group by slug order by slug`,
    values: [],
  })
  expect(balances.map(({ slug, liability }) => [slug, Number(liability)])).toEqual([
    ['recommend', 1_000],
    ['study-abroad', 2_000],
  ])
  await expectBooksToBalance(here)
})

it('two studies side by side do not see each other’s answers, reviews or vouchers', async () => {
  const admin = await signedIn(here, 'admin')
  const files = await Promise.all(
    ['recommend', 'study-abroad'].map(async (slug) =>
      records(await (await admin.post(`/admin/studies/${slug}/responses.csv`)).text()),
    ),
  )
  expect(files.map((rows) => rows.length)).toEqual([1, 1])
  expect(Object.keys(files[0]?.[0] ?? {})).toContain('Q1')
  expect(Object.keys(files[1]?.[0] ?? {})).not.toContain('Q1')
  const only = await signedInTo('Ruth', 'analyst', 'recommend')
  expect((await only.post('/admin/studies/study-abroad/responses.csv')).status).toBe(403)
  expect((await only.post('/admin/studies/recommend/responses.csv')).status).toBe(200)
  const desk = await (await only.get('/admin')).text()
  expect(desk).toContain('How likely are you to recommend us?')
  expect(desk).not.toContain('Studying away from home')
  const list = await (await only.get('/admin/studies')).text()
  expect(list).toContain('/admin/studies/recommend')
  expect(list).not.toContain('/admin/studies/study-abroad')
  const money = await signedInTo('Ola', 'auditor', 'recommend')
  const vouchers = records(await (await money.post('/finance/vouchers.csv')).text())
  expect(vouchers.length).toBe(1)
})

async function signedInTo(name: string, role: 'analyst' | 'auditor', study: string): Promise<Student> {
  const browser = new Student(here)
  await browser.post(await linkFor(here, name, role, study))
  return browser
}
