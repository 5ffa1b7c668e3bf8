/** The thread of results: it answers what looks through all answers of a study, and writes files of them. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createFrame } from '../../app/frame.ts'
import { resultsRoutes } from '../../app/results.ts'
import { readKeys } from '../../platform/adapters/key-set.ts'
import { nanoIds } from '../../platform/adapters/nano-ids.ts'
import { nodeSecretKeys } from '../../platform/adapters/node-secret-keys.ts'
import { openReader, statementCache } from '../../platform/db/sqlite-file/connection.ts'
import { readerOf } from '../../platform/db/sqlite-file/reader.ts'
import type { Database } from '../../platform/db/together.ts'
import { inPlace } from '../../platform/offload/job.ts'
import type { AssetName, Ports } from '../../ports.ts'
import { sweepExports } from '../../survey/exports/pass.ts'
import { comeBehind } from '../threads/start.ts'
import { openPort } from './exchange.ts'
import type { Asking, FromResults, FromResultsThread, ThreadStart, ToResultsThread, WriteReply } from './messages.ts'
import { standingBack } from './standing-back.ts'

const parent = parentPort
if (parent === null) throw new Error('This is a worker thread of the server, and nothing by itself.')
comeBehind()
const { database, keySet, settings, assets } = workerData as ThreadStart
const tell = (message: FromResultsThread, ports: MessagePort[] = []) => parent.postMessage(message, ports)

/** All answers are read once, and the system keeps pages too. */
const cacheKib = 2_000

/** It reads by a connection of its own, and asks whoever started it to write. */
async function openDatabase(): Promise<Database> {
  const read =
    'file' in database
      ? readerOf(statementCache(openReader(database.file, cacheKib)))
      : (await import('../../platform/db/postgres.ts')).openPostgres(database.url, { connections: 2 }).read
  return {
    read,
    async together(...writes) {
      const { theirs, next, end } = openPort<WriteReply>()
      tell({ writes, port: theirs }, [theirs])
      const written = await next()
      end()
      if ('failed' in written) throw written.failed
      return written.outcome
    },
    apply: () => Promise.reject(new TypeError('This thread changes no schema.')),
    close: async () => undefined,
  }
}

/** It is as late as whoever started it last said, and what has passed since. */
let callerTime = { at: 0, since: 0 }
const nowMs = () => callerTime.at + Math.floor(performance.now() - callerTime.since)
const clock = { now: () => new Date(nowMs()).toISOString() }
function hearTime(now: string): void {
  const at = Date.parse(now)
  if (at > nowMs()) callerTime = { at, since: performance.now() }
}
const db = await openDatabase()
const ports: Ports = {
  db,
  clock,
  ids: nanoIds(clock),
  keys: await readKeys(keySet, nodeSecretKeys),
  payers: [],
  notifier: null,
  settings,
  assets: Object.fromEntries(
    Object.entries(assets).map(([name, version]) => [name, { version, text: async () => '' }]),
  ) as Record<AssetName, Ports['assets'][AssetName]>,
  offload: inPlace,
  addressOf: (_, env) => (env as Env).address,
  log: (entry) => tell({ log: entry }),
}
type Asked = Extract<ToResultsThread, { request: unknown }>['request']
/** What is known of a request besides itself. */
type Env = Pick<Asked, 'id' | 'address' | 'work'>
/** What is remembered of a database is remembered for one request: others change it, and tell nobody here. */
const portsNow = (): Ports => ({ ...ports, db: { ...db } })
const pages = standingBack(() => performance.now())
/** Of files that nobody waits for, the next is read when nothing is being answered. */
const answers = standingBack(() => performance.now())
/** Each thing is read when whoever it stands back for has been answered. */
function portsBehind(untilFree: () => Promise<void>): Ports {
  const ports = portsNow()
  const { read } = ports.db
  const readWhenFree: typeof read = async (query) => {
    await untilFree()
    return read(query)
  }
  return { ...ports, db: { ...ports.db, read: readWhenFree } }
}
/** A page takes as long beside a file as without it, but for a few reads of the file that many pages would hold up for good. */
const mostBehindPagesMs = 100
/** That there was a request is said by whoever took it; what fails of it here is said by the id that it has there. */
const portsFor = ({ id, work }: Env): Ports => ({
  ...(work === 'page' ? portsNow() : portsBehind(() => pages.untilFree(mostBehindPagesMs))),
  log: (entry) => {
    if (!('status' in entry)) ports.log('request' in entry ? { ...entry, request: id } : entry)
  },
})
const app = createFrame(resultsRoutes, (env) => portsFor(env as Env))

async function answer({ work, id, method, url, headers, body, address }: Asked, port: MessagePort): Promise<void> {
  const isPage = work === 'page'
  // A page that is made is small, and whoever reads it slowly holds nothing up; a file is made as it is read.
  const made = isPage ? [pages.begin(), answers.begin()] : []
  if (!isPage) port.once('close', answers.begin())
  const say = (reply: FromResults) => port.postMessage(reply)
  const gone = new AbortController()
  let pieces: ReadableStreamDefaultReader<Uint8Array> | undefined
  port.on('message', (asking: Asking) => {
    if (asking === 'next') {
      pieces?.read().then(
        ({ value = null }) => say({ piece: value }),
        (failed: unknown) => say({ failed }),
      )
      return
    }
    gone.abort()
    pieces?.cancel().catch(() => undefined)
    port.close()
  })
  try {
    const request = new Request(url, { method, headers, body, signal: gone.signal })
    const response = await app.fetch(request, { id, address, work } satisfies Env)
    pieces = (response.body ?? new Blob().stream()).getReader()
    if (gone.signal.aborted) return await pieces.cancel()
    say({ head: { status: response.status, headers: [...response.headers] } })
  } catch (failed) {
    say({ failed })
  } finally {
    for (const end of made) end()
  }
}

parent.on('message', async (message: ToResultsThread) => {
  hearTime(message.now)
  const { port } = message
  if ('request' in message) return answer(message.request, port)
  const before = answers.stoodMs()
  const reply: FromResults = await sweepExports(portsBehind(answers.untilFree)).then(
    (inVain) => ({ swept: { inVain, stoodMs: answers.stoodMs() - before } }),
    (failed: unknown) => ({ failed }),
  )
  port.postMessage(reply)
})
