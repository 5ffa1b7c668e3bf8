/** The built Worker inside workerd on a fresh D1, as a world: what a test asks of it goes through the Worker. */
import { Hono } from 'hono'
import type { Miniflare } from 'miniflare'
import { inject } from 'vitest'
import { readAssets } from '../../src/entry/node-ports.ts'
import { workerPorts } from '../../src/entry/worker-ports.ts'
import { openStudy } from '../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../src/journey/setup/study-abroad.ts'
import { findStudyWithOffers } from '../../src/journey/study.ts'
import { newKeySet } from '../../src/platform/adapters/key-set.ts'
import { d1Database } from '../../src/platform/db/d1.ts'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'
import { migrationScript } from '../../src/platform/db/migrations.ts'
import type { AppEnv } from '../../src/ports.ts'
import { type BuiltWorker, databaseOf, startWorker } from '../support/setup/worker.ts'
import type { World } from '../support/world.ts'

export const origin = 'https://study.example.org'

export interface Edge extends World {
  /** Lines that the Worker has logged. */
  lines: string[]
  /** Runs the cron trigger. */
  cron(): Promise<void>
}

/** The Worker with these variables and nothing in its D1; who starts it disposes of it. */
export function bareWorker(
  variables: Record<string, string>,
  built: BuiltWorker = inject('worker'),
): { worker: Miniflare; lines: string[] } {
  const lines: string[] = []
  return { worker: startWorker(built, variables, (line) => lines.push(line)), lines }
}

/** An app whose every request is answered by the Worker. */
function forwarding(worker: Miniflare): Hono<AppEnv> {
  const app = new Hono<AppEnv>().all('*', async ({ req }) => {
    const headers = Object.fromEntries(req.raw.headers)
    const body = req.method === 'GET' || req.method === 'HEAD' ? null : await req.arrayBuffer()
    try {
      const reply = await worker.dispatchFetch(req.url, { method: req.method, headers, body, redirect: 'manual' })
      const bytes = await reply.arrayBuffer()
      // An answer without a body may be given none, not even an empty one.
      return new Response(bytes.byteLength === 0 ? null : bytes, { status: reply.status, headers: [...reply.headers] })
    } catch (error) {
      if (req.url.length > longestForWorkerd && isHangUp(error)) return new Response(null, { status: 414 })
      throw error
    }
  })
  // An answer that broke off is none, and no page that says so either.
  return app.onError((error) => {
    throw error
  })
}

/** Characters of an address: workerd hangs up on one far longer, at times while it is still being written. */
const longestForWorkerd = 16_384

function isHangUp(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined
  return cause?.code === 'EPIPE' || cause?.code === 'ECONNRESET' || cause?.code === 'UND_ERR_SOCKET'
}

/**
 * A Worker that is set up as `npm run deploy` and a first seed leave it. Its clock is the real one.
 * @param more variables besides
 * @param built another Worker than the one that is deployed
 */
export async function openEdge(more: Record<string, string> = {}, built?: BuiltWorker): Promise<Edge> {
  const variables = { KEYS: JSON.stringify(await newKeySet()), ORIGIN: origin, MODE: 'production', ...more }
  const { worker, lines } = bareWorker(variables, built)
  const DB = await databaseOf(worker)
  const began = '2020-01-01T00:00:00.000Z'
  await d1Database(DB).apply(migrationScript(migrationFiles(), began))
  const ports = await workerPorts({ ...variables, DB }, readAssets(), { to: 'set-up', besideKeys: true })
  await openStudy(ports, studyAbroadStudy(began))
  const study = await findStudyWithOffers(ports.db, 'study-abroad', ports.clock.now())
  if (study === undefined) throw new Error('the study is not there')
  return {
    app: forwarding(worker),
    ports,
    study,
    logged: [],
    lines,
    wait: () => {
      throw new Error('time cannot be moved in workerd')
    },
    async cron() {
      const { scheduled } = await worker.getWorker()
      const { outcome } = await scheduled({ cron: '* * * * *' })
      if (outcome !== 'ok') throw new Error(`the cron trigger ended with ${outcome}`)
    },
    close: async () => worker.dispose(),
  }
}
