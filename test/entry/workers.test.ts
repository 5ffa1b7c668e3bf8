/** Several processes that answer requests beside the one that writes, on the embedded database. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { Connection } from '../../bench/connection.ts'
import { requestOf } from '../../bench/post.ts'
import { prepare, type Ready } from '../../bench/prepare.ts'
import { limits } from '../../bench/server.ts'
import { type Server, startServer } from '../support/run/server.ts'

const students = 60
const connections = 8
const killAfter = 20

const directory = mkdtempSync(join(tmpdir(), 'honorarium-workers-'))
let server: Server | undefined
afterAll(async () => {
  server?.kill('SIGKILL')
  await server?.ended
  rmSync(directory, { recursive: true, force: true })
})

/** The processes that a process has started, whatever the system. */
function workersOf(pid: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
  return stdout.split('\n').filter(Boolean).map(Number)
}

it('two processes take what students send, one is killed and followed by another, and nothing acknowledged is lost', async () => {
  const ready = await prepare(directory, students)
  const env = { ...limits, MODE: 'production', KEYS_FILE: join(directory, 'keys.json'), WORKERS: '2', LOG: 'errors' }
  const started = await startServer(directory, { env })
  server = started
  const first = workersOf(started.pid)
  expect(first).toHaveLength(2)
  const acknowledged = new Set<string>()
  const queue = [...ready]
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
  // Another one is in its place, and all of them stop as they are told to.
  while (workersOf(started.pid).length < 2) await setTimeout(20)
  expect(started.complained()).toContain('another one is started')
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
}, 120_000)
