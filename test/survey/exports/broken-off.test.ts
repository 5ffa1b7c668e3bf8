/** What a reader sees of a file that fails on its way: a download that broke off, never one that ended. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../src/app/app.ts'
import { compressed } from '../../../src/entry/compressed.ts'
import { consoleIntoLog } from '../../../src/entry/telemetry/console.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import { addResponse, addResponses, made } from '../../support/export-rows.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

const exports = '/admin/studies/study-abroad/exports'
let here: World
let admin: Student
let page = ''
let url = ''
let last = ''
const server = createServer(
  getRequestListener((request) => {
    const headers = Object.fromEntries(
      ['accept-encoding', 'range'].map((name) => [name, request.headers.get(name) ?? '']),
    )
    return admin.send(`${page}/file`, { headers })
  }),
)
let giveBack = () => {}
/** What the log says of it. */
const logged: object[] = []

beforeAll(async () => {
  const plain = await world({ open: sqlite.open })
  giveBack = consoleIntoLog({ ...plain.ports, log: (entry) => logged.push(entry) })
  here = { ...plain, app: createApp(() => plain.ports, compressed) }
  await addResponses(here, 700)
  last = await addResponse(here, { exportRef: 'zzz', answers: null })
  admin = new Student(here)
  for (const [name, value] of (await signedIn(plain, 'admin')).cookies) admin.cookies.set(name, value)
  const posted = await admin.post(exports, { format: 'csv', version: '', language: 'en', held: 'in', filter: '' })
  page = posted.headers.get('location') ?? ''
  await admin.post(`${page}/file`)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  giveBack()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await here.close()
})

beforeEach(() => {
  logged.length = 0
})

const ways = { plain: 'identity', packed: 'gzip' }

/** What comes over the network of the file, or that it broke off. */
async function download(coding: string, range = ''): Promise<number | 'broken'> {
  const reply = await fetch(url, { headers: { 'Accept-Encoding': coding, ...(range === '' ? {} : { Range: range }) } })
  expect(reply.ok).toBe(true)
  return reply.arrayBuffer().then(
    ({ byteLength }) => byteLength,
    () => 'broken' as const,
  )
}

/** Does something in front of the third page of answers. */
async function interrupted(meanwhile: () => Promise<unknown>, work: () => Promise<void>): Promise<void> {
  const { read } = here.ports.db
  let pages = 0
  here.ports.db.read = async (query) => {
    if (query.sql.includes('order by responses.export_ref limit') && ++pages === 3) await meanwhile()
    return read(query)
  }
  await work().finally(() => {
    here.ports.db.read = read
  })
}
const fails = () => Promise.reject(new Error("no more of 'somebody'"))
const line = (message: string) => ({ at: here.ports.clock.now(), work: 'answer', failure: 'Error', message })

test.each(Object.entries(ways))(
  'what fails on its way, or comes to less than was promised, breaks off: %s',
  async (_, coding) => {
    const [{ sha256, bytes } = { sha256: '', bytes: 0 }] = await rowsOf<{ sha256: string; bytes: number }>(
      here,
      'exports',
    )
    const put = (hash: string | null, length: number) =>
      made(here.ports.db, [{ sql: 'update exports set sha256 = ?, bytes = ?', values: [hash, length] }])
    expect(await download(coding)).toBe(bytes)
    await interrupted(fails, async () => expect(await download(coding)).toBe('broken'))
    await put(null, bytes)
    await interrupted(fails, async () => expect(await download(coding)).toBe('broken'))
    expect(logged).toEqual([line('no more of …'), line('no more of …')])
    await put(sha256, bytes + 1)
    for (const range of ['', 'bytes=9-']) expect(await download(coding, range)).toBe('broken')
    await put(sha256, bytes)
    expect(await download(coding, 'bytes=9-')).toBe(bytes - 9)
  },
)

test('a promised file that somebody withdraws from while it is read breaks off, and is given then as it is', async () => {
  const withdrawing = () => takeResponseBack(here.ports, last, 'withdraw')
  await interrupted(withdrawing, async () => expect(await download('identity')).toBe('broken'))
  expect(await download('identity')).toBeGreaterThan(100_000)
  expect(logged).toEqual([line('The data changed while the file was read.')])
})
