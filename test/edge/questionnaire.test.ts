import { afterAll, beforeAll, expect, it } from 'vitest'
import { studyAbroad } from '../../schema/study-abroad/index.ts'
import { wholeText } from '../../schema/text.ts'
import { versionOf } from '../../src/platform/crypto/version.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { textOf } from '../support/begun.ts'
import { hidden } from '../support/student.ts'
import { type Edge, openEdge, origin } from './edge.ts'

let edge: Edge
beforeAll(async () => {
  edge = await openEdge()
})
afterAll(() => edge?.close())

const here = '/admin/studies/study-abroad/questionnaire'

it('a spreadsheet is downloaded, uploaded, kept as the draft and published in the Worker, and is what people are asked', async () => {
  const mei = await signedIn(edge, 'admin')
  const upload = async (path: string, fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    const made = new Response(body)
    const headers = { origin, 'content-type': made.headers.get('content-type') ?? '' }
    const answer = await mei.send(path, { method: 'POST', body: await made.arrayBuffer(), headers })
    return { status: answer.status, html: await answer.text() }
  }
  const file = await mei.get(`${here}/files/${versionOf(studyAbroad)}/xlsx`)
  const same = await upload(`${here}/upload`, { file: new File([await file.arrayBuffer()], 'form.xlsx') })
  expect(textOf(same.html)).toContain('Nothing differs from what people are asked now.')

  const title = wholeText({ en: 'Studying elsewhere', 'zh-Hans': '到别处求学', 'zh-Hant': '到別處求學' })
  const changed = new File([JSON.stringify({ ...studyAbroad, title })], 'form.json')
  const read = await upload(`${here}/upload`, { file: changed })
  const { revision = '' } = hidden(read.html)
  const document = JSON.stringify({ ...studyAbroad, title })
  expect((await upload(`${here}/draft`, { document, revision })).status).toBe(303)
  const asked = async () => (await mei.open(here)).html.includes(versionOf({ ...studyAbroad, title }))
  expect(await asked()).toBe(false)
  const { html } = await mei.open(`${here}/publish`)
  const published = await mei.post(`${here}/publish`, { ...hidden(html), as: 'new' })
  expect(published.status).toBe(303)
  expect(await asked()).toBe(true)
})
