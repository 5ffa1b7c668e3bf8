/** How often the server had the disk flush: counted by strace where there is one, else by the COMMITs it made. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drive } from './drive.ts'
import type { Post } from './post.ts'
import { startMeasured, stop } from './server.ts'

export interface Flushes {
  how: 'fsync and fdatasync calls, by strace' | 'COMMITs'
  connections: number
  submissions: number
  flushes: number
}

const counter = fileURLToPath(new URL('count-commits.ts', import.meta.url))

/** Whether strace is here and may trace. */
function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-e', 'trace=fsync', '-o', '/dev/null', 'true']).status === 0
}

/** Sends these submissions to a server that is being watched. It is slower for that, so nothing else is taken from it. */
export async function countFlushes(dataDirectory: string, connections: number, posts: Post[]): Promise<Flushes> {
  const out = join(dataDirectory, `flushes-${connections}.txt`)
  const traced = canTrace()
  const tracer = ['strace', '-D', '-f', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync', '-o', out]
  const watched = traced ? { wrap: tracer } : { flags: [...process.execArgv, '--import', counter] }
  const server = await startMeasured(dataDirectory, { ...watched, env: { COUNT_COMMITS: out } })
  const { port } = server
  await drive({ kind: 'posts', port, connections, posts, expect: 303 })
  await stop(server)
  const flushes = traced ? await linesIn(out) : Number(readFileSync(out, 'utf8'))
  return {
    how: traced ? 'fsync and fdatasync calls, by strace' : 'COMMITs',
    connections,
    submissions: posts.length,
    flushes,
  }
}

/** The tracer ends a moment after what it traced, and says so in its last line. */
async function linesIn(file: string): Promise<number> {
  for (let tries = 0; tries < 250; tries++) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (/\+\+\+ exited with \d+ \+\+\+\n$/.test(text)) return [...text.matchAll(/ f(data)?sync\(/g)].length
    await setTimeout(20)
  }
  throw new Error('strace did not finish')
}
