import { Miniflare } from 'miniflare'
import { afterAll } from 'vitest'
import { type D1Binding, d1Database } from '../../../src/platform/db/d1.ts'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrationScript } from '../../../src/platform/db/migrations.ts'
import type { Opened, TestDatabase } from './test-database.ts'

/** How many databases one Miniflare holds; after that many, another is started. */
const perMiniflare = 100
const started: Miniflare[] = []
let used = 0

afterAll(async () => {
  await Promise.all(started.splice(0).map((miniflare) => miniflare.dispose()))
  used = 0
})

async function openNew(): Promise<Opened> {
  if (used % perMiniflare === 0) started.push(miniflare())
  const name = `DB${used % perMiniflare}`
  used += 1
  const host = started.at(-1)
  if (host === undefined) throw new Error('no Miniflare')
  const binding = bindingOf(host, name)
  const db = d1Database(binding)
  return { db, again: async () => d1Database(binding), close: () => db.close() }
}

/**
 * The D1 inside, asked by one request for each call. Miniflare's own `getD1Database` asks for every `prepare` and
 * `bind` by itself, and holds the whole program up meanwhile.
 */
function bindingOf(host: Miniflare, name: string): D1Binding {
  type Statement = ReturnType<D1Binding['prepare']> & { sql: string; values: unknown[] }
  async function ask(statements: readonly Statement[], how: 'all' | 'batch'): Promise<{ results: unknown[] }[]> {
    const body = JSON.stringify({ name, how, statements: statements.map(({ sql, values }) => ({ sql, values })) })
    const answer = await host.dispatchFetch('http://d1/', { method: 'POST', body })
    const read = (await answer.json()) as { error: string } | { answers: { results: unknown[] }[] }
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

/** Runs inside workerd: makes what it is asked to and says what came of it, errors in D1's own words. */
const door = `
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

function miniflare(): Miniflare {
  const names = Array.from({ length: perMiniflare }, (_, i) => `DB${i}`)
  return new Miniflare({
    telemetry: { enabled: false },
    workers: [
      {
        config: {
          name: 'door',
          compatibilityDate: '2026-01-01',
          manifest: { mainModule: 'door.mjs', modules: { 'door.mjs': { type: 'esm', contents: door } } },
          env: Object.fromEntries(names.map((name) => [name, { type: 'd1', id: name }])),
        },
      },
    ],
  })
}

/** A real D1 each, in the memory of one workerd per test file. */
export const d1: TestDatabase = {
  name: 'd1',
  async open() {
    const opened = await openNew()
    await opened.db.apply(migrationScript(migrationFiles(), '2026-01-01T00:00:00.000Z'))
    return opened
  },
  openEmpty: openNew,
}
