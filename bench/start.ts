/** How long the service of a checkout takes on Node from its process's start to its first answers, as it is built. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { littleMemory } from '../scripts/little-memory.mjs'
import { freePort } from '../test/support/run/server.ts'
import { Connection } from './connection.ts'
import { cpuSeconds, limits } from './server.ts'

export interface StartTime {
  /** Milliseconds from the start of the process to the whole answer, the median of all starts. */
  healthMs: number
  landingMs: number
  /** The process's own by then, in milliseconds; null where the system does not tell. */
  cpuMs: number | null
}

/** Sets up a study with the commands of what is built, in a directory of its own, and starts it so many times. */
export async function timeBuilt(checkout: string, times: number): Promise<StartTime> {
  run(checkout, ['--import', './scripts/typescript.mjs', 'scripts/build.ts'], {})
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-start-'))
  try {
    const env = {
      MODE: 'production',
      ORIGIN: 'https://study.example.org',
      DATA_DIR: join(folder, 'data'),
      KEYS_FILE: join(folder, 'keys.json'),
      LOG: 'none',
      ...littleMemory,
      ...limits,
    }
    run(checkout, ['dist/service/set-up.js'], env)
    const starts: StartTime[] = []
    for (let n = 0; n < times; n++) starts.push(await startOnce(checkout, env))
    const median = (of: (start: StartTime) => number) => starts.map(of).sort((a, b) => a - b)[times >> 1] ?? 0
    const isKnown = starts.every(({ cpuMs }) => cpuMs !== null)
    return {
      healthMs: Math.round(median(({ healthMs }) => healthMs)),
      landingMs: Math.round(median(({ landingMs }) => landingMs)),
      cpuMs: isKnown ? median(({ cpuMs }) => cpuMs ?? 0) : null,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws with what it said when it fails */
function run(cwd: string, args: string[], env: Record<string, string>): void {
  execFileSync(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function startOnce(cwd: string, env: Record<string, string>): Promise<StartTime> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/service/start.js'], {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complained = ''
  child.stderr.on('data', (text) => {
    complained += text
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const connection = await answered(port, () => child.exitCode !== null)
    const healthMs = performance.now() - began
    assertServed('/s/study-abroad', await statusOf(connection, '/s/study-abroad'))
    const landingMs = performance.now() - began
    const cpu = cpuSeconds(child.pid ?? 0)
    connection.close()
    return { healthMs, landingMs, cpuMs: cpu === null ? null : cpu * 1000 }
  } catch (error) {
    throw new Error(`The program did not start: ${complained}`, { cause: error })
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function statusOf(connection: Connection, path: string): Promise<number> {
  return (await connection.send(`GET ${path} HTTP/1.1\r\nHost: localhost:${connection.port}\r\n\r\n`)).status
}

function assertServed(path: string, status: number): void {
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}

/**
 * The first connection by which `/healthz` is answered. A server that starts makes sure that nobody else listens on its port
 * before it listens itself: who comes in between is let go of.
 */
async function answered(port: number, isOver: () => boolean): Promise<Connection> {
  for (;;) {
    const found = await healthOf(port).catch((error: unknown) => {
      if (isOver()) throw error
    })
    if (found !== undefined) {
      assertServed('/healthz', found.status)
      return found.connection
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function healthOf(port: number) {
  const connection = await Connection.open(port)
  return { connection, status: await statusOf(connection, '/healthz') }
}
