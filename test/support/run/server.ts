/** The real Node entry in a process of its own, for what no test inside one process can show. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describeSettings } from '../../../src/config.ts'
import { bundleOf, root } from './programs.ts'

export interface Server {
  port: number
  pid: number
  /** What it has printed so far, its log included. */
  printed(): string
  /** What it has said on standard error so far. */
  complained(): string
  /** Lets go of the pipe that it prints into, as `| head` does; only when `piped`. */
  stopReading(): void
  kill(signal: NodeJS.Signals): void
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

export interface ServerChoices {
  /** A free one unless told. */
  port?: number
  env?: Record<string, string>
  /** A command that runs it, such as a tracer, in front of `node`. */
  wrap?: string[]
  /** For node itself. */
  flags?: string[]
  /** Whether it starts as `npm start` does, from its sources, which takes seconds. */
  asInstalled?: boolean
  /** The folder of what was built, with its packages, when that is what runs. */
  built?: string
  /** Whether it prints into a pipe, instead of a file. */
  piped?: boolean
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

/** Starts the server on a data directory that exists, and does not wait. What it writes goes into files there. */
export async function spawnServer(dataDirectory: string, choices: ServerChoices = {}): Promise<Server> {
  const port = choices.port ?? (await freePort())
  const [printedTo, complainedTo] = ['out', 'err'].map((name) => join(dataDirectory, `${port}.${name}`)) as [
    string,
    string,
  ]
  const node = [process.execPath, ...(choices.flags ?? []), ...(await programOf(choices))]
  const [command = '', ...rest] = [...(choices.wrap ?? []), ...node]
  const files = [openSync(printedTo, 'w'), openSync(complainedTo, 'w')] as const
  const child: ChildProcess = spawn(command, rest, {
    cwd: choices.built ?? root,
    env: { ...cleanEnv(), ...choices.env, PORT: String(port), DATA_DIR: dataDirectory },
    stdio: ['ignore', choices.piped ? 'pipe' : files[0], files[1]],
  })
  let piped = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    piped += text
  })
  files.forEach(closeSync)
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
  return {
    port,
    pid: child.pid ?? 0,
    printed: () => (choices.piped ? piped : readFileSync(printedTo, 'utf8')),
    complained: () => readFileSync(complainedTo, 'utf8'),
    stopReading: () => child.stdout?.destroy(),
    kill: (signal) => child.kill(signal),
    ended,
  }
}

async function programOf({ built, asInstalled }: ServerChoices): Promise<string[]> {
  if (built !== undefined) return ['start.js']
  if (asInstalled) return ['--import', './scripts/typescript.mjs', 'scripts/start.mjs']
  return [await bundleOf('scripts/start.mjs')]
}

/** Nothing of the surroundings decides what the server does. */
function cleanEnv(): NodeJS.ProcessEnv {
  const ours = new Set(describeSettings().flatMap(({ settings }) => settings.map(({ name }) => name)))
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.has(name)))
}

/** Starts the server and waits until it listens. @throws with what it said when it stops before */
export async function startServer(dataDirectory: string, choices: ServerChoices = {}): Promise<Server> {
  const server = await spawnServer(dataDirectory, choices)
  let isOver = false
  server.ended.finally(() => {
    isOver = true
  })
  // Its welcome is over when the line about sign-in links or the survey's address has been printed.
  while (!/npm run sign-in/.test(server.printed())) {
    if (isOver) throw new Error(`The server stopped before it listened: ${server.complained()}`)
    await setTimeout(20)
  }
  return server
}
