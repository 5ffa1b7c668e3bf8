/** Commands without a start of a program: for what one says and does, where another test shows that it is a program. */
import { join } from 'node:path'
import { format } from 'node:util'
import { vi } from 'vitest'
import { type Ended, fileOf, root } from './programs.ts'

let runs = 0

/**
 * As `runCommand`, in this process, which has most of its modules already. The module that
 * the script names is evaluated anew, and finds its arguments and its environment where a program does.
 */
export async function runHere(name: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const file = join(root, fileOf(name))
  const before = { env: process.env, argv: process.argv, exitCode: process.exitCode, umask: process.umask() }
  const output = { out: '', err: '' }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((...words) => {
      output.out += `${format(...words)}\n`
    }),
    vi.spyOn(console, 'error').mockImplementation((...words) => {
      output.err += `${format(...words)}\n`
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      output.out += text
      return true
    }),
  ]
  try {
    process.env = { PATH: process.env.PATH, ...env }
    process.argv = [process.execPath, file, ...args]
    process.exitCode = undefined
    runs += 1
    await import(/* @vite-ignore */ `${file}?run=${runs}`)
    return { code: Number(process.exitCode ?? 0), ...output }
  } finally {
    for (const spy of spies) spy.mockRestore()
    const { umask, ...rest } = before
    Object.assign(process, rest)
    process.umask(umask)
  }
}
