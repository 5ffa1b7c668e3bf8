/** A command of the page, run by a shell. */
import { spawnSync } from 'node:child_process'

export interface Tried {
  line: string
  isWell: boolean
}

/** @throws Error with what it said when it fails */
export function shell(line: string, cwd: string, env: Record<string, string>): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status === 0) return stdout
  throw new Error(`${line}\nended with ${status}: ${stdout}${stderr}`)
}
