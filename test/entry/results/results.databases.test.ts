/** Pages of results and files of answers come from a thread of their own: they say the same, and what ends it ends nothing else. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createApp } from '../../../src/app/app.ts'
import { openResults, type Results } from '../../../src/entry/results/results.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { newKeySet } from '../../../src/platform/adapters/key-set.ts'
import { sha256 } from '../../../src/platform/crypto/sha256.ts'
import { makeExport } from '../../../src/survey/exports/make.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { databases } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import type { TestDatabase } from '../../support/databases/test-database.ts'
import { addResponse, addResponses } from '../../support/export-rows.ts'
import { threadsFromBundles } from '../../support/run/threads.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

const path = '/admin/studies/study-abroad/exports'
threadsFromBundles('src/entry/results/results-thread.ts')
const { postMessage } = Worker.prototype
const threads = vi.spyOn(Worker.prototype, 'postMessage')
/** Only what hangs ends by it. */
const mostMs = 120_000

/** The same service with its threads, and somebody who is signed in there and where there are none. */
async function opened(
  database: TestDatabase,
  responses: number,
  { idleMs = 60_000, stalledMs = 600_000, answerMs = 60_000 } = {},
) {
  const keySet = await newKeySet()
  let address = ''
  const here = await world({
    keySet,
    open: async () => {
      const made = await database.open()
      address = made.address ?? ''
      return made
    },
  })
  await addResponses(here, responses)
  const at = database.name === 'sqlite' ? { file: address } : { url: address }
  const results = openResults(
    here.ports,
    { database: at, keySet: JSON.stringify(keySet) },
    { youngMb: 12, oldMb: 256, stalledMs, page: { idleMs, answerMs }, file: { idleMs, answerMs } },
  )
  const there: World = { ...here, app: createApp(() => ({ ...here.ports, passOn: results.passOn })) }
  const plain = await signedIn(here, 'admin')
  const admin = new Student(there)
  for (const [name, value] of plain.cookies) admin.cookies.set(name, value)
  return { here, results, plain, admin }
}

/** Makes an export there, and says that its file is taken. */
async function made(admin: Student, format = 'csv'): Promise<string> {
  const response = await admin.post(path, { version: '', format, language: 'en', held: 'in', filter: '' })
  expect(response.status).toBe(303)
  const page = response.headers.get('location') ?? ''
  await admin.post(`${page}/file`)
  return page
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
/** The first piece of a file, which is being written on. */
async function begun(admin: Student, page: string) {
  const reader = (await admin.get(`${page}/file`)).body?.getReader()
  const piece = (await reader?.read())?.value as Uint8Array
  const rest = async () => {
    while (!(await reader?.read())?.done);
  }
  return { piece, rest }
}
/** A page that nobody reads stays open in its thread. */
const statusOf = async (response: Response) => {
  await response.text()
  return response.status
}
const threadOfNow = () => threads.mock.contexts.at(-1) as Worker

let site: Awaited<ReturnType<typeof opened>>
const others: { results: Results; here: World }[] = []
beforeAll(async () => {
  site = await opened(sqlite, 1_000)
})
afterAll(async () => {
  for (const { results, here } of [site, ...others]) {
    await results.close()
    await here.close()
  }
  threads.mockRestore()
})

it('a page, a picture and a refusal are the same as without threads, headers included', async () => {
  const { plain, admin } = site
  const insights = '/admin/studies/study-abroad/insights'
  for (const one of [insights, `${insights}/charts/Q02.svg`, `${path}?v=9`, `${insights}/charts/none.svg`]) {
    const [with_, without] = [await admin.get(one), await plain.get(one)]
    const of = (response: Response) => [...response.headers].filter(([name]) => name !== 'x-request-id')
    expect([one, with_.status, of(with_)]).toEqual([one, without.status, of(without)])
    expect(await with_.text()).toBe(await without.text())
  }
  expect(threads.mock.calls.length).toBeGreaterThan(3)
})

it('a file is the same to the byte, its SHA-256 and its entry in the audit trail are written by whoever serves', async () => {
  const { here, plain, admin } = site
  const page = await made(admin)
  const whole = await bytesOf(await admin.get(`${page}/file`))
  expect(await bytesOf(await plain.get(`${page}/file`))).toEqual(whole)
  const [row] = await rowsOf<{ sha256: string; bytes: number }>(here, 'exports')
  expect(row).toMatchObject({ sha256: sha256(whole), bytes: whole.length })
  const entries = await rowsOf<{ action: string }>(here, 'audit_entries')
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['export.made', 'responses.exported']))
})

it('a download that its thread takes along breaks off, and goes on where it stopped in the next one', async () => {
  const { admin, here } = site
  const page = await made(admin)
  const whole = await bytesOf(await admin.get(`${page}/file`))
  const { piece, rest: lost } = await begun(admin, page)
  await threadOfNow().terminate()
  await expect(lost()).rejects.toThrow('thread')
  const headers = { range: `bytes=${piece.length}-` }
  const rest = await admin.send(`${page}/file`, { headers })
  expect(rest.status).toBe(206)
  expect(sha256(Buffer.concat([piece, await bytesOf(rest)]))).toBe(sha256(whole))
  expect(await statusOf(await admin.get(page))).toBe(200)
  expect(here.logged.filter(({ failure }) => failure !== undefined)).toEqual([])
})

it('a file from which somebody withdraws while its thread writes it breaks off, and is without them then', async () => {
  const { admin, here } = site
  const last = await addResponse(here, { exportRef: 'zzz', answers: null })
  const page = await made(admin)
  const taken = async () => new TextDecoder().decode(await bytesOf(await admin.get(`${page}/file`)))
  const whole = await taken()
  const { rest } = await begun(admin, page)
  await takeResponseBack(here.ports, last, 'withdraw')
  await expect(rest()).rejects.toThrow('changed')
  expect([whole.includes('\nzzz,'), (await taken()).includes('\nzzz,')]).toEqual([true, false])
})

it('a server that stops while a file is written ends its thread, and the file breaks off', async () => {
  const { admin, results } = site
  const { rest } = await begun(admin, await made(admin))
  const ended = once(threadOfNow(), 'exit')
  await results.close()
  await expect(rest()).rejects.toThrow('thread')
  await ended
})

it('a page is answered by the thread of a file that is being taken, and the file is whole all the same', async () => {
  const { admin } = site
  const page = await made(admin)
  const whole = sha256(await bytesOf(await admin.get(`${page}/file`)))
  const file = await admin.get(`${page}/file`)
  const thread = threadOfNow()
  const counted = await admin.get('/admin/studies/study-abroad/insights')
  expect([counted.status, await counted.text()]).toEqual([200, expect.stringContaining('</html>')])
  expect(threadOfNow()).toBe(thread)
  expect(sha256(await bytesOf(file))).toBe(whole)
})

it('two files are taken at once; a third is asked to wait until one of them is left', async () => {
  const { admin } = site
  const page = await made(admin)
  const two = await Promise.all([admin.get(`${page}/file`), admin.get(`${page}/file`)])
  expect(two.map(({ status }) => status)).toEqual([200, 200])
  const third = await admin.get(`${page}/file`)
  expect([third.status, third.headers.get('retry-after')]).toEqual([503, '30'])
  expect(third.headers.get('content-security-policy')).toContain("default-src 'none'")
  await two[0]?.body?.cancel()
  const next = await admin.get(`${page}/file`)
  expect(next.status).toBe(200)
  for (const one of [two[1], next]) await one?.body?.cancel()
})

it('a file whose reader takes nothing more breaks off, and leaves its place to others', async () => {
  const short = await opened(sqlite, 1_000, { stalledMs: 1 })
  others.push(short)
  const page = await made(short.admin)
  const two = await Promise.all([short.admin.get(`${page}/file`), short.admin.get(`${page}/file`)])
  await vi.waitUntil(async () => (await short.admin.get(`${page}/file`)).status === 200, mostMs)
  // Whoever left the place; the other may have had no piece yet that it could have taken.
  const ends = await Promise.allSettled(two.map((one) => one.text()))
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))
  expect(failures).toContainEqual(expect.stringContaining('Nobody'))
})

it('whom a thread fails that ended is told so on a page as safe as any, and the next one is answered', async () => {
  const { admin, here } = site
  const insights = '/admin/studies/study-abroad/insights'
  expect(await statusOf(await admin.get(insights))).toBe(200)
  // As it is asked, and no sooner: once its end is known, another one is asked.
  let ending: Promise<unknown> | undefined
  threads.mockImplementationOnce(function (this: Worker, ...message) {
    ending = this.terminate()
    postMessage.apply(this, message)
  })
  const failed = await admin.get(insights)
  expect(failed.status).toBe(500)
  expect(failed.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await failed.text()).toContain(failed.headers.get('x-request-id') ?? 'none')
  await ending
  expect(await statusOf(await admin.get(insights))).toBe(200)
  expect(here.logged.splice(0).filter(({ failure }) => failure !== undefined)).toHaveLength(1)
})

it('what takes longer than it may is ended, says so, and is found in the log by the id that its page has', async () => {
  const short = await opened(sqlite, 1, { answerMs: 1 })
  others.push(short)
  const late = await short.admin.post(path, { version: '', format: 'csv', language: 'en', held: 'in', filter: '' })
  expect([late.status, await late.text()]).toEqual([503, expect.stringContaining('This took too long')])
  const id = late.headers.get('x-request-id')
  const ofRequest = short.here.logged.filter(({ request }) => request === id)
  expect(ofRequest.map(({ failure, status }) => failure ?? status)).toEqual(['TookTooLong', 503])
})

it('a request has one line in the log, with its id, and one of nobody who may make it starts no thread', async () => {
  const { here, admin } = site
  here.logged.length = 0
  const page = await admin.get('/admin/studies/study-abroad/insights')
  const lines = here.logged.filter(({ status }) => status !== undefined)
  expect(lines).toEqual([expect.objectContaining({ request: page.headers.get('x-request-id'), status: 200 })])
  await page.text()
  const before = threads.mock.calls.length
  const stranger = new Student(admin.world)
  const viewer = await signedIn(admin.world, 'viewer')
  const asked = [
    await stranger.get(path),
    await stranger.post('/admin/studies/study-abroad/responses.csv'),
    await viewer.get(path),
  ]
  expect(asked.map(({ status }) => status)).toEqual([401, 401, 403])
  expect(threads.mock.calls.length).toBe(before)
})

it('whoever leaves before the first byte of a file leaves its place', async () => {
  const { admin } = site
  const page = await made(admin)
  const leaving = new AbortController()
  // The thread hears nothing of it, and so never answers.
  threads.mockImplementationOnce(() => queueMicrotask(() => leaving.abort()))
  expect((await admin.send(`${page}/file`, { signal: leaving.signal })).status).toBe(499)
  const two = await Promise.all([admin.get(`${page}/file`), admin.get(`${page}/file`)])
  expect(two.map(({ status }) => status)).toEqual([200, 200])
  for (const one of two) await one.body?.cancel()
})

it('files that wait are written there, whole ones too, while the regular work goes on and nobody takes one', async () => {
  const { here, results, admin } = site
  const staff = await staffAs(here, 'admin')
  const asked = { version: null, language: 'en', filter: '', everybody: false } as const
  const ids = [
    await makeExport(here.ports, staff, here.study, { ...asked, format: 'parquet' }),
    await makeExport(here.ports, staff, here.study, { ...asked, format: 'jsonl' }),
  ]
  const asking = vi.spyOn(here.ports.db, 'read')
  const taken = await admin.get(`${await made(admin)}/file`)
  asking.mockClear()
  await results.sweepExports()
  expect(asking).not.toHaveBeenCalled()
  asking.mockRestore()
  await taken.body?.cancel()
  await results.sweepExports()
  const written = async () => {
    const rows = await rowsOf<{ id: string; sha256: string | null }>(here, 'exports')
    return ids.map((id) => rows.some((row) => row.id === id && row.sha256 !== null))
  }
  await vi.waitUntil(async () => !(await written()).includes(false), mostMs)
  await here.ports.db.together({
    sql: `update exports set sha256 = null, format = 'gone' where id = ?`,
    values: [ids[0] ?? ''],
  })
  await vi.waitUntil(
    async () =>
      results.sweepExports().then(
        () => false,
        (error) => /no format gone/.test(error),
      ),
    mostMs,
  )
})

it('a file that nobody waits for stands still while one is taken, and is written then', async () => {
  const { here, results, admin } = site
  const staff = await staffAs(here, 'admin')
  const asked = { version: null, language: 'en', filter: '', everybody: false, format: 'jsonl' } as const
  const page = await made(admin)
  const id = await makeExport(here.ports, staff, here.study, asked)
  const isWritten = async () =>
    (await rowsOf<{ id: string; sha256: string | null }>(here, 'exports')).some(
      (row) => row.id === id && row.sha256 !== null,
    )
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  // The thread hears of it when a file is being taken: it might have written this one before it hears of the other.
  let hear = () => {}
  threads.mockImplementationOnce(function (this: Worker, ...message) {
    hear = () => postMessage.apply(this, message)
  })
  await results.sweepExports()
  const held = await admin.get(`${page}/file`)
  hear()
  // Side by side each would be through as soon as the other.
  for (let n = 0; n < 3; n += 1) await bytesOf(await admin.get(`${page}/file`))
  expect(await isWritten()).toBe(false)
  // It has all of its time once it may go on, however long it stood.
  vi.advanceTimersByTime(70_000)
  const left = held.body?.cancel()
  vi.advanceTimersByTime(55_000)
  vi.useRealTimers()
  await left
  await vi.waitUntil(isWritten, mostMs)
})

it('a thread ends when nothing is open any more, at once after what took longer than it would wait', async () => {
  const short = await opened(sqlite, 1, { idleMs: 1 })
  others.push(short)
  const page = await made(short.admin)
  const file = await short.admin.get(`${page}/file`)
  const thread = threadOfNow()
  const ended = once(thread, 'exit')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await file.text()
  vi.advanceTimersByTime(0)
  vi.useRealTimers()
  await ended
})

it.each(databases.filter(({ name }) => name === 'postgres'))(
  'reads $name by a connection of its own',
  async (database) => {
    const there = await opened(database, 30)
    others.push(there)
    const page = await made(there.admin)
    const bytes = await bytesOf(await there.admin.get(`${page}/file`))
    const [row] = await rowsOf<{ sha256: string }>(there.here, 'exports')
    expect(row?.sha256).toBe(sha256(bytes))
  },
)
