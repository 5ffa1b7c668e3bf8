/** Several processes that answer requests beside the one that writes, on the embedded database. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Connection } from '../../bench/connection.ts'
import { requestOf } from '../../bench/post.ts'
import { prepare, type Ready } from '../../bench/prepare.ts'
import { limits } from '../../bench/server.ts'
import { readMetrics } from '../support/read-metrics.ts'
import { type Server, startServer } from '../support/run/server.ts'

const students = 60
const connections = 8
const killAfter = 20
const token = 'a token of 20 characters'

const directory = mkdtempSync(join(tmpdir(), 'honorarium-workers-'))
let server: Server | undefined
let ready: Ready[] = []
beforeAll(async () => {
  ready = await prepare(directory, students + 1)
  const env = {
    ...{ ...limits, MODE: 'production', KEYS_FILE: join(directory, 'keys.json') },
    ...{ WORKERS: '2', LOG: 'errors', METRICS_TOKEN: token },
  }
  server = await startServer(directory, { env })
})
afterAll(async () => {
  server?.kill('SIGKILL')
  await server?.ended
  rmSync(directory, { recursive: true, force: true })
})

/** Sends a request all but its end, which `finish` sends; the answer's first line comes of it. */
async function begin(port: number, request: string) {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.write(request.slice(0, -1).replace('\r\n', '\r\nExpect: 100-continue\r\n'))
  // It has been taken.
  await once(socket, 'data')
  return {
    async finish(): Promise<string> {
      socket.write(request.slice(-1))
      const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')])
      socket.destroy()
      return String(answer).split('\r\n', 1)[0] ?? ''
    },
  }
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** The processes that a process has started to answer requests; sources that are read anew have an esbuild beside them. */
function workersOf(pid: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid), '-f', 'start'], { encoding: 'utf8' })
  return stdout.split('\n').filter(Boolean).map(Number)
}

it('whichever process is asked for metrics tells what each of them has measured', async () => {
  const { port } = server as Server
  const asked = 6
  const texts: string[] = []
  for (let n = 0; n < asked; n++) {
    // A connection of its own, so that it is anybody's to take on.
    const headers = { authorization: `Bearer ${token}`, connection: 'close' }
    const reply = await fetch(`http://127.0.0.1:${port}/metrics`, { headers })
    texts.push(await reply.text())
  }
  const of = (text: string, family: string) => [...(readMetrics(text).get(family)?.samples ?? [])]
  for (const text of texts) {
    const processes = of(text, 'process_start_time_seconds').map(([key]) => /worker="(\d+)"/.exec(key)?.[1])
    expect(processes).toEqual(['0', '1', '2'])
    expect(of(text, 'honorarium_check_ok')[0]?.[0]).not.toContain('worker')
  }
  // None of what others answered before is missing, whoever tells it.
  const answered = texts.map((text) => {
    const requests = of(text, 'honorarium_http_requests_total').filter(([key]) => key.includes('/metrics'))
    return requests.reduce((sum, [, value]) => sum + value, 0)
  })
  expect(answered).toEqual(Array.from({ length: asked }, (_, n) => n))
})

it('two processes take what students send, one is killed and followed by another, and nothing acknowledged is lost', async () => {
  const started = server as Server
  const [inFlight, ...sent] = ready as [Ready, ...Ready[]]
  const first = workersOf(started.pid)
  expect(first).toHaveLength(2)
  const acknowledged = new Set<string>()
  const queue = [...sent]
  const send = async (connection: Connection, response: Ready) => {
    const { status } = await connection.send(requestOf(started.port, response.post))
    expect(status).toBe(303)
    acknowledged.add(response.respondentId)
    if (acknowledged.size === killAfter) process.kill(first[0] ?? 0, 'SIGKILL')
  }
  const sender = async () => {
    for (let response = queue.shift(); response !== undefined; response = queue.shift()) {
      const connection = await Connection.open(started.port)
      // Whose process is gone sends once more, as a browser does.
      await send(connection, response).catch(() => queue.push(response as Ready))
      connection.close()
    }
  }
  await Promise.all(Array.from({ length: connections }, sender))
  expect(acknowledged.size).toBe(students)
  const file = new SqliteFile(join(directory, 'honorarium.db'), { readonly: true })
  const vouchers = file.prepare('select respondent_id from vouchers').pluck().all()
  file.close()
  expect(vouchers.sort()).toEqual([...acknowledged].sort())
  // Another one is in its place, and all of them stop as they are told to: by a supervisor that tells each, too.
  while (workersOf(started.pid).length < 2) await setTimeout(20)
  expect(started.complained()).toContain('another one is started')
  const { finish } = await begin(started.port, String(requestOf(started.port, inFlight.post)))
  started.kill('SIGTERM')
  while (await isListening(started.port)) await setTimeout(20)
  for (const pid of workersOf(started.pid)) process.kill(pid, 'SIGTERM')
  expect(await finish()).toBe('HTTP/1.1 303 See Other')
  expect(await started.ended).toBe(0)
})
