/** A D1 in Miniflare, from outside: a Worker beside the others takes what is asked of it. */
import { Agent, request } from 'node:http'
import type { MiniflareOptions } from 'miniflare'
import type { D1Binding } from '../../../src/platform/db/d1.ts'

/** What the Worker is called: `unsafeGetDirectURL(door)` is where it listens. */
export const door = 'door'

/**
 * The D1 of this name behind the door at `url`, asked by one request for each call. Miniflare's own `getD1Database` asks
 * for every `prepare` and `bind` by itself and holds the whole program up meanwhile: in a long migration no timer and no
 * event of a socket is seen, and what is sent next may go to a connection that workerd has closed for being idle.
 */
export function doorBinding(url: URL, name: string): D1Binding {
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

/** The Worker, with D1s by the name that it is asked for: the id of each. */
export function doorWorker(ids: Record<string, string>): MiniflareOptions['workers'][number] {
  return {
    config: {
      name: door,
      compatibilityDate: '2026-01-01',
      manifest: { mainModule: 'door.mjs', modules: { 'door.mjs': { type: 'esm', contents: doorCode } } },
      env: Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, { type: 'd1', id }])),
    },
    dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
  }
}
