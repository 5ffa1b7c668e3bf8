import { createHash, createHmac } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { type D1Binding, d1Database } from '../../../src/platform/db/d1.ts'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrationScript } from '../../../src/platform/db/migrations.ts'
import { ownDirectory } from '../run/memory.ts'
import type { Opened, TestDatabase } from './test-database.ts'

/** How many databases one Miniflare holds; after that many, another is started. */
const perMiniflare = 400
const door = 'door'
let host: Promise<Host> | undefined
let used = 0
let template: Promise<string> | undefined

interface Host {
  url: URL
  folder: string
}

async function openNew(from?: string): Promise<Opened> {
  if (used % perMiniflare === 0) host = startMiniflare(used / perMiniflare)
  const name = `DB${used % perMiniflare}`
  used += 1
  const { url, folder } = await (host as Promise<Host>)
  const file = fileOf(folder, name)
  if (from !== undefined) copy(from, file)
  const binding = bindingOf(url, name)
  const db = d1Database(binding)
  const close = async () => {
    await db.close()
    for (const end of ends) rmSync(file + end, { force: true })
  }
  return { db, address: file, again: async () => d1Database(binding), close }
}

/**
 * The D1 inside, asked by one request for each call. Miniflare's own `getD1Database` asks for every `prepare` and
 * `bind` by itself, and holds the whole program up meanwhile.
 */
function bindingOf(url: URL, name: string): D1Binding {
  type Statement = ReturnType<D1Binding['prepare']> & { sql: string; values: unknown[] }
  async function ask(statements: readonly Statement[], how: 'all' | 'batch'): Promise<{ results: unknown[] }[]> {
    const body = JSON.stringify({ name, how, statements: statements.map(({ sql, values }) => ({ sql, values })) })
    const read = JSON.parse(await post(url, body)) as { error: string } | { answers: { results: unknown[] }[] }
    if ('error' in read) throw new Error(read.error)
    return read.answers
  }
  function prepare(sql: string, values: unknown[] = []): Statement {
    const statement: Statement = {
      sql,
      values,
      bind: (...given) => prepare(sql, given),
      all: async () => (await ask([statement], 'all'))[0] ?? { results: [] },
    }
    return statement
  }
  return { prepare: (sql) => prepare(sql), batch: (statements) => ask(statements as Statement[], 'batch') }
}

const agent = new Agent({ keepAlive: true })

/** A plain request costs a third of what Miniflare's `dispatchFetch` does. */
function post(url: URL, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers: { 'content-length': Buffer.byteLength(body) } })
    asked.once('response', (reply) => {
      let text = ''
      reply.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      reply.once('end', () => resolve(text)).once('error', reject)
    })
    asked.once('error', (error: NodeJS.ErrnoException) => {
      // The connection was closed for having been idle, at the moment that it was used again: nobody has read this.
      if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(post(url, body))
      else reject(error)
    })
    asked.end(body)
  })
}

/** Runs inside workerd: makes what it is asked to and says what came of it, errors in D1's own words. */
const doorCode = `
export default {
  async fetch(request, env) {
    const { name, how, statements } = await request.json()
    try {
      const made = statements.map(({ sql, values }) => env[name].prepare(sql).bind(...values))
      const answers = how === 'all' ? [await made[0].all()] : await env[name].batch(made)
      return Response.json({ answers: answers.map(({ results }) => ({ results })) })
    } catch (error) {
      return Response.json({ error: error.message })
    }
  },
}`

/** Lives for as long as this process: Miniflare itself ends workerd when that exits. */
async function startMiniflare(number: number): Promise<Host> {
  const names = Array.from({ length: perMiniflare }, (_, i) => `DB${i}`)
  const resourcePersistencePath = join(ownDirectory(), `d1-${number}`)
  const miniflare = new Miniflare({
    telemetry: { enabled: false },
    resourcePersistencePath,
    workers: [
      {
        config: {
          name: door,
          compatibilityDate: '2026-01-01',
          manifest: { mainModule: 'door.mjs', modules: { 'door.mjs': { type: 'esm', contents: doorCode } } },
          env: Object.fromEntries(names.map((name) => [name, { type: 'd1', id: name }])),
        },
        dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
      },
    ],
  })
  await miniflare.ready
  const folder = join(resourcePersistencePath, 'd1', objects)
  mkdirSync(folder, { recursive: true })
  return { url: await miniflare.unsafeGetDirectURL(door), folder }
}

/** What Miniflare calls the durable objects that hold the databases. */
const objects = 'miniflare-D1DatabaseObject'
/** A database is up to two files: what is in the log has not been moved into the other yet. */
const ends = ['', '-wal', '-shm']

/** The file of a database: workerd makes an object's id from its name so. */
function fileOf(folder: string, name: string): string {
  const key = createHash('sha256').update(objects).digest()
  const half = (of: string | Buffer) => createHmac('sha256', key).update(of).digest().subarray(0, 16)
  const first = half(name)
  return join(folder, `${Buffer.concat([first, half(first)]).toString('hex')}.sqlite`)
}

/** Puts a database in the place of one that nobody has asked for anything yet. */
function copy(from: string, to: string): void {
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end)
}

async function makeTemplate(): Promise<string> {
  const { db, address = '' } = await openNew()
  await db.apply(migrationScript(migrationFiles(), '2026-01-01T00:00:00.000Z'))
  const made = join(ownDirectory(), 'd1-template.sqlite')
  copy(address, made)
  return made
}

/** A real D1 each, in the memory of one workerd per test process. */
export const d1: TestDatabase = {
  name: 'd1',
  async open() {
    template ??= makeTemplate()
    return openNew(await template)
  },
  openEmpty: () => openNew(),
}
