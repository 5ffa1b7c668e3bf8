/**
 * No GET writes. Every GET route that the app has is asked for by everybody there is, and no row of any table is another
 * one afterwards. A route is found by itself; one with a new kind of parameter needs a sample in `everywhere`.
 * And since every page is read here, in Chinese: how its sentences are joined, and what its forms are told while nothing
 * can be written.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFile } from '../../simulation/statements/make.ts'
import { isUpload } from '../../src/platform/http/safety.ts'
import { straySpaces } from '../support/chinese-typography.ts'
import { interpose } from '../support/databases/fresh.ts'
import { sendEveryRequest } from '../support/every-request.ts'
import { type Everywhere, everywhere } from '../support/everywhere.ts'
import { formsIn, type PageForm } from '../support/forms.ts'
import { manualPayer } from '../support/payer.ts'
import { inTurn } from '../support/run/whole.ts'
import type { Student } from '../support/student.ts'

let all: Everywhere
beforeAll(async () => {
  all = await everywhere()
  all.world.ports.metrics = { token: 'a token' }
  for (const [, reader] of all.readers.slice(0, 1)) reader.headers.authorization = 'Bearer a token'
  for (const [, reader] of all.readers) reader.headers['accept-language'] = 'zh-CN'
})
afterAll(() => all.world.close())

async function everything(): Promise<Record<string, string>> {
  const { world } = all
  const tables = await world.ports.db.read<{ name: string }>({
    sql: `select name as "name" from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
    values: [],
  })
  const rows = await Promise.all(
    tables.map(({ name }) => world.ports.db.read({ sql: `select * from ${name}`, values: [] })),
  )
  return Object.fromEntries(tables.map(({ name }, i) => [name, JSON.stringify(rows[i])]))
}

/** What stands around a space between two Chinese sentences, by the route where it was seen first. */
const spaces = new Map<string, string>()

/** Every form of every page that was read, once, with one who may send it. */
const forms = new Map<string, { form: PageForm; at: string; reader: Student }>()

function noteForms(html: string, at: string, who: string, reader: Student): void {
  for (const form of formsIn(html)) {
    const path = new URL(form.action, `https://x.example${at}`).pathname
    const button = form.fields.at(-1)?.join('=')
    // What one of the staff may send tells of all; what nobody in particular may send is another thing than a holder's.
    const whose = who === 'nobody' ? who : ''
    const key = `${whose} ${path} ${form.fields.map(([name]) => name).join()} ${button}`
    if (!forms.has(key)) forms.set(key, { form, at, reader })
  }
}

const routes = () => [...new Set(all.world.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]

let turn = 0
/** In the check the first who is shown it asks for its head, and one of all by turns. */
function headsAsked<One extends { status: number }>(asked: readonly One[]): Iterable<One> {
  turn += 1
  return new Set([...asked.filter(({ status }) => status < 400).slice(0, 1), ...inTurn(asked, turn)])
}

describe('reading an address', () => {
  it('writes nothing, whichever it is and whoever reads it', async () => {
    const { readers, queries, addressOf } = all
    expect(routes().length).toBeGreaterThan(45)
    const before = await everything()
    expect(Object.keys(before).length).toBeGreaterThan(40)
    const withoutSample = routes().filter((route) => addressOf(route) === null)
    expect(withoutSample, 'give a sample of their parameters in test/support/everywhere.ts').toEqual([])
    const neverSeen: string[] = []
    for (const route of routes()) {
      const address = addressOf(route)
      let isSeen = false
      for (const query of ['', ...(queries[route] ?? [])]) {
        const at = `${address}${query}`
        const asked: { name: string; reader: Student; status: number }[] = []
        for (const [name, reader] of readers) {
          const response = await reader.get(at)
          const { status } = response
          const isPage = response.headers.get('content-type')?.startsWith('text/html')
          const body = await response.text()
          if (isPage) noteForms(body, at, name, reader)
          for (const space of isPage ? straySpaces(body) : []) spaces.set(space, route)
          isSeen ||= status < 400 || route === '/readyz'
          // Who is not ready says so by its status.
          if (route !== '/readyz') expect(status, `${name}: ${route}`).toBeLessThan(500)
          asked.push({ name, reader, status })
        }
        // A preview or a link checker asks for no more than the head of it, and leaves as little behind.
        for (const { name, reader, status } of headsAsked(asked)) {
          const head = await reader.send(at, { method: 'HEAD' })
          expect([head.status, await head.text()], `${name}: HEAD ${route}`).toEqual([status, ''])
        }
      }
      if (!isSeen) neverSeen.push(route)
      const after = await everything()
      const changed = Object.keys(after).filter((table) => after[table] !== before[table])
      expect(changed, `GET ${route} wrote`).toEqual([])
    }
    // A sample that nobody can read shows nothing.
    expect(neverSeen).toEqual([])
    expect([...spaces].map(([space, route]) => `${route}: ${space}`)).toEqual([])
  })

  it('nor does any method that no page uses, nor one that a header puts in place of another', async () => {
    const { readers, addressOf, world } = all
    const known = new Set(world.app.routes.map(({ method, path }) => `${method} ${path}`))
    const paths = new Set(world.app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path))
    const before = await everything()
    for (const path of paths) {
      const address = addressOf(path) ?? path.replaceAll(/:\w+\??/g, 'x')
      for (const method of ['OPTIONS', 'PUT', 'DELETE', 'GET']) {
        if (known.has(`${method} ${path}`)) continue
        for (const [name, reader] of readers.filter(([who]) => /holder|preparer/.test(who))) {
          const headers = {
            origin: world.ports.settings.origin,
            'x-http-method-override': 'POST',
            'x-method-override': 'POST',
            'x-http-method': 'POST',
          }
          const response = await reader.send(`${address}?_method=POST`, { method, headers })
          await response.arrayBuffer()
          // Whoever loads the address of a form again is led to its page.
          const isLed = method === 'GET' && known.has(`POST ${path}`) && response.status === 303
          if (!isLed) expect([404, 401, 403, 405], `${name}: ${method} ${path}`).toContain(response.status)
        }
      }
    }
    const after = await everything()
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
  })

  it('would be seen to write', async () => {
    const before = await everything()
    const [, preparer] = all.readers.find(([name]) => name === 'a preparer') ?? []
    await preparer?.post('/finance/vouchers.csv')
    const after = await everything()
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['audit_entries'])
  })
})

describe('a disk without room', () => {
  it('is told in words to whoever sends a form, whichever it is', async () => {
    const { world } = all
    const { origin } = world.ports.settings
    let isFull = false
    let refused = 0
    const { db } = world.ports
    interpose(world, (real) => ({
      ...real,
      together(...writes) {
        if (!isFull) return real.together(...writes)
        refused += 1
        return Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }))
      },
    }))
    const wrong: string[] = []
    const reached = new Set<string>()
    /** Sends it once while there is no room. */
    const without = async (name: string, send: () => Promise<Response>) => {
      isFull = true
      refused = 0
      const answer = await send()
      isFull = false
      const text = await answer.text()
      if (refused > 0) reached.add(name)
      const isTold = answer.status === 503 && answer.headers.get('retry-after') === '5' && /<h1|"title"/.test(text)
      if (refused > 0 ? !isTold : answer.status >= 500) wrong.push(`${name}: ${answer.status} ${text.slice(0, 200)}`)
    }
    const before = await everything()
    for (const { form, at, reader } of forms.values()) {
      const body = form.isUpload ? new FormData() : new URLSearchParams()
      for (const [name, value] of form.fields) body.append(name, value)
      if (body instanceof FormData) body.append('file', new Blob(['Date,Paid\n01/12/2026,12.50\n']), 'a.csv')
      const { href, pathname } = new URL(form.action, `${origin}${at}`)
      // Or the door takes it for a form of 64 kB at most, whatever its own limit says.
      if (form.isUpload && !isUpload(pathname))
        wrong.push(`${pathname}: a file is sent there, which the door does not know`)
      await without(pathname, () => reader.tab().send(href, { method: 'POST', body, headers: { origin } }))
    }
    const [, preparer] = all.readers.find(([name]) => name === 'a preparer') ?? []
    const { bytes } = await makeFile('wechat_fund_bill', [], { openingMinor: 0 })
    const upload = new FormData()
    upload.append('file', new Blob([bytes]), 'bill.csv')
    for (const [path, body] of [
      ['/finance/statements', upload],
      ['/finance/statements/pieces', bytes],
    ] as const) {
      const send = () => preparer?.send(path, { method: 'POST', body, headers: { origin } }) ?? Response.error()
      await without(path, async () => send())
    }
    const after = await everything()
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
    expect(forms.size).toBeGreaterThan(90)
    world.ports.payers = [...world.ports.payers, manualPayer()]
    await sendEveryRequest(world, 96, async (request, send) => {
      if (request.startsWith('POST')) await without(request, send)
      return send()
    })
    world.ports.db = db
    expect(wrong).toEqual([])
    const uploads = ['/finance/statements', '/finance/statements/pieces']
    expect([...reached]).toEqual(expect.arrayContaining([...uploads, 'POST /p/money', 'POST /voucher/claim', '/v']))
    // Every desk's: what does not come so far is told what is wrong with it.
    expect(reached.size).toBeGreaterThan(60)
  })
})
