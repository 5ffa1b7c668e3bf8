/** The pages of a study's questionnaire: a form goes out, is changed, comes in, is looked at, compared and published. */

import { beforeAll, expect, it } from 'vitest'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { languages } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { wholeText } from '../../../schema/text.ts'
import { versionOf } from '../../../src/platform/crypto/version.ts'
import { readDraft, saveDraft } from '../../../src/survey/drafts/save.ts'
import { writeXlsform } from '../../../src/survey/questionnaire/xlsform/xlsform.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { rowsOf, shared } from '../../support/databases/fresh.ts'
import { hidden, type Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const here = '/admin/studies/study-abroad/questionnaire'

const opened = shared()
let world: World
let mei: Student
beforeAll(async () => {
  world = opened()
  mei = await signedIn(world, 'admin')
})

/** Sends a form with a file, or with what its fields say. */
async function upload(who: Student, path: string, fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const made = new Response(form)
  const headers = {
    'content-type': made.headers.get('content-type') ?? '',
    origin: world.ports.settings.origin,
  }
  const answer = await who.send(path, { method: 'POST', body: await made.arrayBuffer(), headers })
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

const json = (document: unknown, name = 'form.json') => new File([JSON.stringify(document)], name)
const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const inForm = (html: string) => unescaped(/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '')

/** The live questionnaire as JSON, changed. */
async function changed(edit: (questionnaire: typeof studyAbroad) => void) {
  const file = await mei.get(`${here}/files/${versionOf(studyAbroad)}/json`)
  expect(file.headers.get('content-disposition')).toContain('study-abroad-')
  const questionnaire = (await file.json()) as typeof studyAbroad
  expect(versionOf(questionnaire)).toBe(versionOf(studyAbroad))
  edit(questionnaire)
  return questionnaire
}

it.each(['json', 'xlsx'])(
  'what is downloaded as %s and uploaded again is the same, and is kept only when asked for',
  async (as) => {
    const bytes = await (await mei.get(`${here}/files/${versionOf(studyAbroad)}/${as}`)).arrayBuffer()
    const read = await upload(mei, `${here}/upload`, { file: new File([bytes], `study-abroad.${as}`) })
    expect(read.status).toBe(200)
    expect(textOf(read.html)).toContain('Nothing differs from what people are asked now.')
    expect(versionOf(JSON.parse(inForm(read.html)))).toBe(versionOf(studyAbroad))
    expect(await rowsOf(world, 'questionnaire_drafts')).toEqual([])
  },
)

it('all that is wrong with a form is told at once, by its place, and the draft is as it was', async () => {
  const broken = await changed((it) => {
    Object.assign(it.pages[0] ?? {}, { code: 'NOT A CODE' })
    Object.assign(it.pages[1]?.questions[0] ?? {}, { type: 'unheard of' })
  })
  const response = await upload(mei, `${here}/upload`, { file: json(broken) })
  expect(response.status).toBe(422)
  for (const place of ['pages[0].code', 'pages[1].questions[0].type'])
    expect(response.html).toContain(`<code>${place}</code>`)
  for (const file of [new File(['no form'], 'form.xlsx'), new File([], 'form.json')]) {
    expect((await upload(mei, `${here}/upload`, { file })).status).toBe(422)
  }
  expect(await rowsOf(world, 'questionnaire_drafts')).toEqual([])
})

it('an upload becomes the draft, lacks what it lacks, is compared, taken back, and published by whoever may', async () => {
  const draft = await changed((it) => {
    it.title = { en: 'Studying abroad, again' } as never
    it.pages[0]?.questions.splice(0, 0)
  })
  const read = await upload(mei, `${here}/upload`, { file: json(draft) })
  expect(read.html).toContain('<code>title.zh-Hans</code>')
  const revision = hidden(read.html).revision ?? ''
  expect(await upload(mei, `${here}/draft`, { document: inForm(read.html), revision })).toMatchObject({ status: 303 })

  const page = textOf((await mei.open(here)).html)
  expect(page).toContain('1 change')
  expect(page).toContain(`${languages.length - 1} things are missing before it can be published`)
  expect((await mei.open(`${here}/publish`)).html).toContain('<code>title.zh-Hant</code>')
  expect((await mei.post(`${here}/publish`, { revision: '1', as: 'new' })).status).toBe(422)
  expect(textOf((await mei.open(`${here}/compare?to=draft`)).html)).toContain(
    'Wording: the answers can be put together',
  )

  // Rosa saves meanwhile: Mei is told, and neither loses a word.
  const rosa = await signedIn(world, 'admin', 'Rosamund')
  expect(textOf((await rosa.open(here)).html)).toContain('You may both be working on it')
  const whole = { ...draft, title: wholeText({ en: 'Abroad', 'zh-Hans': '留学', 'zh-Hant': '留學' }) }
  await upload(rosa, `${here}/draft`, { document: JSON.stringify(whole), revision: '1' })
  const late = await upload(mei, `${here}/draft`, { document: JSON.stringify(draft), revision: '1' })
  expect(late.status).toBe(409)
  expect(textOf(late.html)).toContain('Rosamund saved or published the draft')
  expect(JSON.parse(inForm(late.html))).toEqual(draft)
  expect((await mei.post(`${here}/undo`, { revision: '1' })).status).toBe(409)
  expect((await readDraft(world.ports.db, world.study.id))?.document.title).toEqual(whole.title)

  expect(
    (await mei.post(`${here}/publish`, { revision: '2', as: 'correction', note: 'Shorter' })).headers.get('location'),
  ).toBe(`${here}?said=published`)
  const after = textOf((await mei.open(`${here}?said=published`)).html)
  for (const expected of ['Correction', 'same data as 1', 'Shorter', 'asked now']) expect(after).toContain(expected)
  // The next reader is asked it at once, in this process.
  expect(textOf((await mei.open('/s/study-abroad')).html)).toContain('Abroad')
  expect((await mei.open(`${here}/compare?from=1&to=2&texts=zh-Hans`)).html).toContain('<del>')
})

it('translations that a form lacks are kept where what they translate is the same, told, and left out where not ticked', async () => {
  const document = async () => (await readDraft(world.ports.db, world.study.id))?.document
  const before = await document()
  const title = before?.pages[0]?.title
  const form = structuredClone(before) ?? expect.unreachable('there is a draft')
  for (const one of form.pages) one.title = { en: one.title.en ?? '' }
  form.title = { en: 'Going abroad' }
  const read = await upload(mei, `${here}/upload`, { file: json(form) })
  const pageText = textOf(read.html)
  expect(pageText).toContain(`Keep ${(languages.length - 1) * form.pages.length} translations that the file lacks`)
  expect(pageText).toContain('Texts to translate again')
  const others = languages.filter((one) => one !== 'en').map((one) => `${commonMessages(one).name} (1)`)
  expect(pageText).toContain(`The whole questionnaire: ${others.join(' · ')}`)
  expect(read.html).toContain('<code>title.zh-Hans</code>')
  expect(read.html).not.toContain('<code>pages[0].title.zh-Hans</code>')
  // Whoever uploads a workbook knows no paths, and the cells do not say what the draft fills in.
  const sheets = await upload(mei, `${here}/upload`, {
    file: new File([(await writeXlsform(form as Questionnaire)) as BlobPart], 'form.xlsx'),
  })
  expect(sheets.html).toContain('<tr><td>The whole questionnaire </td><td>')
  expect(sheets.html).not.toContain('<code>title.zh-Hans</code>')
  const { revision = '' } = hidden(read.html)
  const sent = { document: inForm(read.html), revision }
  expect((await upload(mei, `${here}/draft`, { ...sent, keep: '1' })).status).toBe(303)
  expect((await document())?.pages[0]?.title).toEqual(title)
  expect((await document())?.title).toEqual({ en: 'Going abroad' })
  await mei.post(`${here}/undo`, { revision: String(Number(revision) + 1) })
  expect(await document()).toEqual(before)
  expect((await upload(mei, `${here}/draft`, { ...sent, revision: String(Number(revision) + 2) })).status).toBe(303)
  expect((await document())?.pages[0]?.title).toEqual({ en: title?.en })
  await mei.post(`${here}/undo`, { revision: String(Number(revision) + 3) })
})

it('what the draft withholds from viewers is withheld by a form that says nothing of it, unless the tick is taken away', async () => {
  const read = await readDraft(world.ports.db, world.study.id)
  const { document, revision } = read ?? expect.unreachable('there is a draft')
  const withheld = structuredClone(document)
  Object.assign(withheld.pages[0]?.questions[0] ?? {}, { withheld: true })
  const ofFirst = async () => (await readDraft(world.ports.db, world.study.id))?.document.pages[0]?.questions[0]
  await saveDraft(world.ports, { id: 'staff_mei' }, { studyId: world.study.id, revision, document: withheld })
  const shown = await upload(mei, `${here}/upload`, { file: json(document) })
  expect(textOf(shown.html)).toContain(`what the file says nothing of: ${withheld.pages[0]?.questions[0]?.code}`)
  const sent = { document: inForm(shown.html), revision: String(revision + 1) }
  expect((await upload(mei, `${here}/draft`, { ...sent, withheld: '1' })).status).toBe(303)
  expect(await ofFirst()).toMatchObject({ withheld: true })
  await upload(mei, `${here}/draft`, { ...sent, revision: String(revision + 1) })
  expect(await ofFirst()).not.toHaveProperty('withheld')
})

it('whoever may only look finds no draft and no button', async () => {
  const viewer = await signedIn(world, 'viewer')
  const { html, status } = await viewer.open(here)
  expect(status).toBe(200)
  expect(html).not.toContain('/publish')
  expect(html).not.toContain('<form method="post" action="/admin/studies')
  expect((await viewer.get(`${here}/publish`)).status).toBe(403)
})

it('a version that no longer asks for the place by which offers go is not published', async () => {
  const now = await readDraft(world.ports.db, world.study.id)
  const { place: _, ...document } = now?.document ?? {}
  const revision = now?.revision ?? 0
  await upload(mei, `${here}/draft`, { document: JSON.stringify(document), revision: String(revision) })
  const page = await mei.open(`${here}/publish`)
  expect(textOf(page.html)).toContain('Offers go by the place where people live')
  expect(page.html).not.toContain('name="as"')
  expect((await mei.post(`${here}/publish`, { revision: String(revision + 1), as: 'new' })).status).toBe(422)
})
