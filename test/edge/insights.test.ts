/** Pages of answers inside workerd on D1: counted, drawn and taken away as on Node. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedIn } from '../staff/accounts/member.ts'
import { addResponse, made } from '../support/export-rows.ts'
import { type Edge, openEdge } from './edge.ts'

let edge: Edge
beforeAll(async () => {
  edge = await openEdge()
  for (const home of [1, 1, 2]) {
    await addResponse(edge, { answers: { Q01: 4, Q02: 3, Q03: home, Q06: [2, 5], Q07: 5 + home, Q25: home + 1 } })
  }
  // In production responses are shown when their day is over, by five.
  const day = '2026-11-20'
  await made(edge.ports.db, [{ sql: 'update responses set shown_from = ?, shown_to = ?', values: [day, day] }])
})
afterAll(() => edge?.close())

it('the live page, pictures, crosses, flows and groups are counted and drawn', async () => {
  const analyst = await signedIn(edge, 'analyst')
  const base = '/admin/studies/study-abroad'
  const asked = async (path: string, headers: Record<string, string> = {}) => {
    const reply = await analyst.send(`${base}/${path}`, { headers })
    return { reply, text: await reply.text() }
  }
  const live = await asked('live')
  expect([live.reply.status, live.text.includes('<svg')]).toEqual([200, true])
  const tag = live.reply.headers.get('etag') ?? ''
  expect((await asked('live', { 'If-None-Match': tag })).reply.status).toBe(304)
  const drawn = [
    'insights/crosses?rows=Q03&columns=Q07',
    'insights/flows',
    'insights/charts/Q03.svg',
    'insights/crosses.svg?rows=Q03&columns=Q07',
    'insights/compare.svg?a=is.Q03%3D1&b=is.Q03%3D2&question=Q25',
  ]
  for (const path of drawn) {
    const { reply, text } = await asked(path)
    expect([path, reply.status, text.includes('<svg')]).toEqual([path, 200, true])
  }
  // Bars of shares are markup, and no picture.
  expect((await asked('insights?is.Q03=1')).text).toMatch(/n = (<[^>]+>)*2\b/)
  expect((await asked('insights/compare.xlsx?a=is.Q03%3D1&b=is.Q03%3D2')).text).toMatch(/^PK/)
})

it('a file says how long it is, goes on where it was left, and never ends whole when it is shorter than that', async () => {
  const admin = await signedIn(edge, 'admin')
  const exports = '/admin/studies/study-abroad/exports'
  const posted = await admin.post(exports, { format: 'csv', version: '', language: 'en', held: 'in', filter: '' })
  const page = posted.headers.get('location') ?? ''
  await admin.post(`${page}/file`)
  const whole = await admin.get(`${page}/file`)
  const bytes = new Uint8Array(await whole.arrayBuffer())
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  const rest = await admin.send(`${page}/file`, { headers: { Range: 'bytes=100-' } })
  expect([rest.status, rest.headers.get('content-length')]).toEqual([206, String(bytes.length - 100)])
  expect(new Uint8Array(await rest.arrayBuffer())).toEqual(bytes.subarray(100))
  await made(edge.ports.db, [{ sql: 'update exports set bytes = bytes + 1', values: [] }])
  for (const headers of [{}, { Range: 'bytes=100-' }]) {
    await expect(admin.send(`${page}/file`, { headers })).rejects.toThrow()
  }
})
