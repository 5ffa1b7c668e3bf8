/** A command of the page, run by a shell. */
import { spawnSync } from 'node:child_process'

export interface Tried {
  line: string
  isWell: boolean
}

/** In bytes: wrangler prints all migrations anew after each of them, more than the 1 MiB that Node keeps of a command unless told. */
const mostOutput = 64 << 20

/** @throws Error with the end of what it said when it fails */
export function shell(line: string, cwd: string, env: Record<string, string>): string {
  const { status, error, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: mostOutput,
  })
  if (status === 0) return stdout
  throw new Error(`${line}\nended with ${status}: ${`${stdout}${stderr}`.slice(-4_000)}`, { cause: error })
}
