/** The server under test: the real Node entry in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Server {
  port: number
  pid: number
  /** Seconds of processor time since it started; null where the system does not tell. */
  cpuSeconds(): number | null
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/**
 * Starts the server on a data directory and waits until it listens.
 * @param wrap a command that runs it, such as a tracer, in front of `node`
 * @param flags for node itself
 */
export async function startServer(dataDirectory: string, wrap: string[] = [], flags: string[] = []): Promise<Server> {
  const port = await freePort()
  const log = join(dataDirectory, 'server.log')
  const node = [process.execPath, ...flags, '--import', 'tsx', 'src/entry/node.ts']
  const [command = '', ...rest] = [...wrap, ...node]
  const child = spawn(command, rest, {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDirectory,
      LOG: process.env.LOG ?? 'all',
      LEASE_MINUTES: '1440',
      LEASES_PER_NETWORK: '1000000',
    },
    stdio: ['ignore', openSync(log, 'w'), 'inherit'],
  })
  await listening(child, log)
  const pid = child.pid ?? 0
  return {
    port,
    pid,
    cpuSeconds: () => cpuSeconds(pid),
    stop: () => stop(child),
  }
}

/** It writes to a file, as a server's log goes; the first lines there say that it listens. */
async function listening(child: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (child.exitCode !== null) throw new Error(`The server stopped with ${child.exitCode} before it listened`)
    if (readFileSync(log, 'utf8').includes('listens on')) return
    await setTimeout(20)
  }
  throw new Error('The server does not listen')
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

/** Linux counts processor time in hundredths of a second. */
function cpuSeconds(pid: number): number | null {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
