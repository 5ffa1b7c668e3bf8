/** A Worker in a workerd of its own, whose D1 is in another one: its processor time is then its own, as Cloudflare counts it. */
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { Hono } from 'hono'
import { Miniflare } from 'miniflare'
import type { AppEnv } from '../../src/ports.ts'
import { type Counted, countedAt } from '../../test/support/setup/counting-worker.ts'
import type { BuiltWorker } from '../../test/support/setup/worker.ts'

export interface Running {
  /** An app whose every request is answered by the Worker, each over a connection that stays open. */
  app: Hono<AppEnv>
  /** What it has asked D1 since it was asked for this last. */
  counted(): Promise<Counted>
  /** Milliseconds of processor time of its process so far, all threads; null where the system does not tell. */
  processorMs(): number | null
  stop(): Promise<void>
}

const name = 'measured'

/** In the place of the binding: the same statements, asked of the D1 behind the door by one fetch each, as the binding does. */
const remote = `
import worker from './worker.js'
let counted = { queries: 0, trips: 0 }
async function ask(env, statements, how) {
  counted.queries += statements.length
  counted.trips += 1
  const body = JSON.stringify({ name: 'DB', how, statements })
  const answer = await (await fetch(env.DOOR, { method: 'POST', body })).json()
  if ('error' in answer) throw new Error(answer.error)
  return answer.answers
}
const over = (env) => {
  const statement = (sql, values) => ({
    sql,
    values,
    bind: (...given) => statement(sql, given),
    all: async () => (await ask(env, [{ sql, values }], 'all'))[0],
  })
  return { prepare: (sql) => statement(sql, []), batch: (all) => ask(env, all.map(({ sql, values }) => ({ sql, values })), 'batch') }
}
let environment
export default {
  fetch(request, env, context) {
    environment ??= { ...env, DB: over(env) }
    if (new URL(request.url).pathname !== '${countedAt}') return worker.fetch(request, environment, context)
    const answer = Response.json(counted)
    counted = { queries: 0, trips: 0 }
    return answer
  },
}`

/** What the runtime itself takes for a request. */
const bare = `export default { fetch: () => new Response('') }`

/** @param door where the other workerd is asked for D1; null for a Worker that does nothing */
export async function runWorker(
  { manifest, compatibilityDate }: BuiltWorker,
  variables: Record<string, string>,
  door: URL | null,
): Promise<Running> {
  const before = new Set(workerds())
  const module = { type: 'esm' as const, contents: door === null ? bare : remote }
  const texts = { ...variables, DOOR: door?.href ?? '' }
  const worker = new Miniflare({
    telemetry: { enabled: false },
    workers: [
      {
        config: {
          name,
          compatibilityDate,
          manifest: {
            mainModule: 'main.js',
            modules: { ...(door === null ? {} : manifest.modules), 'main.js': module },
          },
          env: Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, { type: 'text', value }])),
        },
        dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
      },
    ],
  })
  await worker.ready
  const url = await worker.unsafeGetDirectURL(name)
  const pid = workerds().find((one) => !before.has(one))
  const app = forwarding(url)
  return {
    app,
    counted: async () => (await app.request(`http://localhost${countedAt}`)).json() as Promise<Counted>,
    processorMs: () => (pid === undefined ? null : processorMs(pid)),
    stop: () => worker.dispose(),
  }
}

function forwarding(url: URL): Hono<AppEnv> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return new Hono<AppEnv>().all('*', async ({ req }) => {
    const { host, pathname, search } = new URL(req.url)
    const body = req.method === 'POST' ? await req.text() : ''
    const headers = { ...Object.fromEntries(req.raw.headers), host, 'content-length': Buffer.byteLength(body) }
    return new Promise<Response>((resolve, reject) => {
      const asked = request(url, { method: req.method, path: pathname + search, agent, headers })
      asked.once('error', reject).once('response', (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part)).once('error', reject)
        reply.once('end', () => {
          const replyHeaders = new Headers()
          for (let n = 0; n < reply.rawHeaders.length; n += 2)
            replyHeaders.append(reply.rawHeaders[n] ?? '', reply.rawHeaders[n + 1] ?? '')
          const text = Buffer.concat(parts)
          resolve(
            new Response(text.byteLength === 0 ? null : text, {
              status: reply.statusCode ?? 500,
              headers: replyHeaders,
            }),
          )
        })
      })
      asked.end(body)
    })
  })
}

/** The processes of workerd that this one has started. */
function workerds(): number[] {
  if (process.platform !== 'linux') return []
  const own = readdirSync('/proc').filter((one) => /^\d+$/.test(one))
  return own.map(Number).filter((pid) => {
    try {
      const [, command = '', parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      return command === 'workerd' && Number(parent) === process.pid
    } catch {
      return false
    }
  })
}

/** The scheduler counts in nanoseconds, thread by thread. */
function processorMs(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`)
  const read = (task: string) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
  return tasks.reduce((all, task) => all + read(task), 0) / 1e6
}
