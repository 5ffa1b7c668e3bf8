/** Whatever anybody of the house or the public can open says the same before a study was tried out and after it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { makeTest } from '../../../src/journey/preview/test-study.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

let here: World
const one = { en: 'everybody', 'zh-Hans': '所有人', 'zh-Hant': '所有人' }
beforeAll(async () => {
  const quotas = [{ cell: 'all', label: one, when: { q: 'Q02', in: [3] }, limit: 2 }]
  here = await world({ study: (study) => ({ ...study, settings: { ...study.settings, quotas } }) })
  here.ports.metrics = { token: 'a token' }
})
afterAll(() => here.close())

/**
 * The page of tests, and the trail, in which it stands that somebody made a test, and that it was answered; and the list of
 * exports, in which stands what was taken away to look at it.
 */
const saysIt = /\/tests\b|\/exports$|\/admin\/audit|^\/readyz$/

/** Everything that can be opened without knowing of any one thing, by whoever it is and where. */
async function everything(readers: ReadonlyMap<string, Student>): Promise<Map<string, string>> {
  const paths = here.app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*') && !saysIt.test(path))
    .map(({ path }) => path.replace(/:(slug|study)\b/, 'study-abroad'))
    .filter((path) => !path.includes(':'))
  const pageTexts = new Map<string, string>()
  for (const [who, reader] of readers) {
    reader.headers.authorization = 'Bearer a token'
    for (const path of new Set(paths)) pageTexts.set(`${who} ${path}`, await (await reader.get(path)).text())
    const file = await reader.post('/admin/studies/study-abroad/responses.csv')
    pageTexts.set(`${who} responses.csv`, await file.text())
  }
  return pageTexts
}

it('is seen nowhere that a study was tried out', async () => {
  const real = new Student(here, 1)
  await real.complete({ Q02: 3, Q04: 1 })
  // What was answered is shown on the day after, and the sweep has come by.
  here.wait(24 * 60)
  await sweep(here.ports)
  const readers = new Map<string, Student>([['nobody', new Student(here)]])
  for (const role of ['admin', 'auditor'] as const) readers.set(role, await signedIn(here, role))
  const before = await everything(readers)
  expect(before.size).toBeGreaterThan(80)
  const slug = await makeTest(here.ports, await staffAs(here, 'admin'), here.study.id)
  for (const seed of [2, 3, 4]) {
    const tester = new Student(here, seed)
    await tester.start(slug)
    if (seed > 2) await tester.answer({ slug, fixed: { Q02: 3, Q04: 1 } })
  }
  const after = await everything(readers)
  expect([...before].filter(([where, said]) => said !== after.get(where)).map(([where]) => where)).toEqual([])
})
