/** What the page says of a study before anybody has answered it: its cost, and promises that nobody can keep or have. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages } from '../../../schema/questionnaire.ts'
import { saveDraft } from '../../../src/survey/drafts/save.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs, withAlipay } from '../../support/claimed.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import type { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

let here: World
let admin: Student
const page = '/admin/studies/study-abroad/dry-run'
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

beforeAll(async () => {
  here = await world({
    study: (study) => ({
      ...study,
      closesAt: '2031-01-01T00:00:00.000Z',
      // Of the places where people end, only some have an offer; 77 is no option, and nobody lives there.
      offers: [
        { currency: 'CNY', amountMinor: 2_000, budgetMinor: 100_500, channels: ['alipay'], places: [1] },
        { currency: 'HKD', amountMinor: 2_200, budgetMinor: 0, channels: ['fps'], places: [77] },
        { currency: 'CNY', amountMinor: 1_000, budgetMinor: 10_000, channels: ['alipay'], places: [4] },
      ],
    }),
  })
  withAlipay(here)
  admin = await signedIn(here, 'admin')
})
afterAll(() => here.close())

it('says how long each way is and where it ends, what it costs, and what cannot be kept; and writes nothing', async () => {
  const before = await Promise.all((['responses', 'audit_entries', 'transfers'] as const).map((it) => rowsOf(here, it)))
  const pageText = plain((await admin.open(page)).html)
  expect(pageText).toMatch(/Complete: \d+ ways .*Screened out: \d+ ways? .*Under age: 1 way/)
  expect(pageText).toMatch(/The shortest : questions: \d+.*English : about \d+.* min/)
  expect(pageText).toContain('Every question, option and row can be reached.')
  expect(pageText).toContain('50 at most from its budget, which is CNY 1,000.00')
  expect(pageText).toContain('In all, at most CNY 1,100.00.')
  expect(pageText).toContain('HKD 22.00: no way of paying it is set up (FPS')
  expect(pageText).toContain('HKD 22.00: nobody who gets to the end lives where it is for.')
  expect(pageText).toMatch(/No reward for those who live here and get to the end: .*Hong Kong/)
  expect(pageText).toContain('Offers name places that are no option of the question: 77.')
  expect(pageText).toMatch(/is not published for .*2030, 2031/)
  expect(pageText).toContain('Every text is there in every language.')
  const after = await Promise.all((['responses', 'audit_entries', 'transfers'] as const).map((it) => rowsOf(here, it)))
  expect(after).toEqual(before)
})

it('of a draft says which texts are missing, and what keeps it from being walked', async () => {
  const mei = await staffAs(here, 'admin')
  const document = structuredClone(here.study.questionnaire)
  const [first] = document.pages
  if (first === undefined) throw new Error('no page')
  first.title = { en: first.title.en } as typeof first.title
  const save = (revision: number) => saveDraft(here.ports, mei, { studyId: here.study.id, document, revision })
  expect(await save(0)).toEqual({ saved: 1 })
  const lacking = (await admin.open(`${page}?of=draft`)).html
  expect(plain(lacking)).toContain(`${languages.length - 1} texts are missing.`)
  expect(plain(lacking).slice(plain(lacking).indexOf('texts are missing.'))).toContain('简体中文 (1) · 繁體中文 (1)')
  expect(lacking).toContain(`/questionnaire/edit?at=pages%2F${first.code}"`)
  first.when = { q: 'Q999', in: [1] }
  expect(await save(1)).toEqual({ saved: 2 })
  const broken = plain((await admin.open(`${page}?of=draft`)).html)
  expect(broken).toContain('This cannot be walked before these are mended:')
  expect(broken).toContain('pages[0].when.q')
  // What people are asked stays as it is.
  expect(plain((await admin.open(page)).html)).toContain('Every text is there in every language.')
})

it('of what people are asked says which texts are missing, as of a study that was set up from a file', async () => {
  const [row] = await rowsOf<{ version: string; document: string }>(here, 'questionnaires')
  const document = JSON.parse(row?.document ?? '{}') as { title: Record<string, string> }
  const store = (text: string) =>
    here.ports.db.together({
      sql: 'update questionnaires set document = ? where version = ?',
      values: [text, row?.version ?? ''],
    })
  await store(JSON.stringify({ ...document, title: { en: document.title.en } }))
  expect(plain((await admin.open(page)).html)).toContain(`${languages.length - 1} texts are missing.`)
  await store(row?.document ?? '')
  expect(plain((await admin.open(page)).html)).toContain('Every text is there in every language.')
})
